with
cells as (
  select
    btrim(cast("account" as varchar), ' ' || chr(9) || chr(10) || chr(13) || chr(160)) as account,
    cast(cast("created" as date) - date '1970-01-01' as double precision) as cell__created,
    cast("team_invited" as double precision) as cell__team_invited,
    cast("insights" as double precision) as cell__insights,
    cast("recordings" as double precision) as cell__recordings,
    cast("feature_flags" as double precision) as cell__feature_flags,
    cast("surveys" as double precision) as cell__surveys,
    cast("insight_drop" as double precision) as cell__insight_drop,
    cast("recording_drop" as double precision) as cell__recording_drop,
    cast("experiment_drop" as double precision) as cell__experiment_drop,
    cast("survey_drop" as double precision) as cell__survey_drop,
    cast("event_drop" as double precision) as cell__event_drop,
    cast("replay_drop" as double precision) as cell__replay_drop,
    cast("flag_request_drop" as double precision) as cell__flag_request_drop,
    cast("rows_synced_drop" as double precision) as cell__rows_synced_drop,
    cast("nps" as double precision) as cell__nps,
    cast("owner_seen" as double precision) as cell__owner_seen,
    cast("mrr_change" as double precision) as cell__mrr_change,
    cast("billing_visits_7d" as double precision) as cell__billing_visits_7d,
    cast("query_failures_7d" as double precision) as cell__query_failures_7d,
    cast("event_drop_7d" as double precision) as cell__event_drop_7d,
    cast("insight_seen" as double precision) as cell__insight_seen,
    lower(btrim(cast("payment_failed" as varchar), ' ' || chr(9) || chr(10) || chr(13) || chr(160))) as cell__payment_failed,
    lower(btrim(cast("startup_plan" as varchar), ' ' || chr(9) || chr(10) || chr(13) || chr(160))) as cell__startup_plan,
    cast("forecasted_mrr" as double precision) as cell__forecasted_mrr,
    cast(cast("owner_removed" as date) - date '1970-01-01' as double precision) as cell__owner_removed,
    cast(cast("owner_added" as date) - date '1970-01-01' as double precision) as cell__owner_added
  from "accounts"
  offset 0
),
inputs as (
  select
    *,
    cell__created + 0::float8 as input__created,
    case
      when abs(cell__team_invited) <= '1.7976931348623157e+308'::float8 and cell__team_invited = floor(cell__team_invited) and cell__team_invited >= 0 then cell__team_invited + 0::float8
    end as input__team_invited,
    case
      when abs(cell__insights) <= '1.7976931348623157e+308'::float8 and cell__insights = floor(cell__insights) and cell__insights >= 0 then cell__insights + 0::float8
    end as input__insights,
    case
      when abs(cell__recordings) <= '1.7976931348623157e+308'::float8 and cell__recordings = floor(cell__recordings) and cell__recordings >= 0 then cell__recordings + 0::float8
    end as input__recordings,
    case
      when abs(cell__feature_flags) <= '1.7976931348623157e+308'::float8 and cell__feature_flags = floor(cell__feature_flags) and cell__feature_flags >= 0 then cell__feature_flags + 0::float8
    end as input__feature_flags,
    case
      when abs(cell__surveys) <= '1.7976931348623157e+308'::float8 and cell__surveys = floor(cell__surveys) and cell__surveys >= 0 then cell__surveys + 0::float8
    end as input__surveys,
    case
      when abs(cell__insight_drop) <= '1.7976931348623157e+308'::float8 then case
        when abs(cell__insight_drop) between 0.001::float8 and 100000000000000::float8 then cast(cast(cell__insight_drop as varchar) || 'e-2' as double precision)
        when abs(cell__insight_drop) < '1e-100'::float8 then 0::float8
        else cell__insight_drop / 100::float8
      end + 0::float8
    end as input__insight_drop,
    case
      when abs(cell__recording_drop) <= '1.7976931348623157e+308'::float8 then case
        when abs(cell__recording_drop) between 0.001::float8 and 100000000000000::float8 then cast(cast(cell__recording_drop as varchar) || 'e-2' as double precision)
        when abs(cell__recording_drop) < '1e-100'::float8 then 0::float8
        else cell__recording_drop / 100::float8
      end + 0::float8
    end as input__recording_drop,
    case
      when abs(cell__experiment_drop) <= '1.7976931348623157e+308'::float8 then case
        when abs(cell__experiment_drop) between 0.001::float8 and 100000000000000::float8 then cast(cast(cell__experiment_drop as varchar) || 'e-2' as double precision)
        when abs(cell__experiment_drop) < '1e-100'::float8 then 0::float8
        else cell__experiment_drop / 100::float8
      end + 0::float8
    end as input__experiment_drop,
    case
      when abs(cell__survey_drop) <= '1.7976931348623157e+308'::float8 then case
        when abs(cell__survey_drop) between 0.001::float8 and 100000000000000::float8 then cast(cast(cell__survey_drop as varchar) || 'e-2' as double precision)
        when abs(cell__survey_drop) < '1e-100'::float8 then 0::float8
        else cell__survey_drop / 100::float8
      end + 0::float8
    end as input__survey_drop,
    case
      when abs(cell__event_drop) <= '1.7976931348623157e+308'::float8 then case
        when abs(cell__event_drop) between 0.001::float8 and 100000000000000::float8 then cast(cast(cell__event_drop as varchar) || 'e-2' as double precision)
        when abs(cell__event_drop) < '1e-100'::float8 then 0::float8
        else cell__event_drop / 100::float8
      end + 0::float8
    end as input__event_drop,
    case
      when abs(cell__replay_drop) <= '1.7976931348623157e+308'::float8 then case
        when abs(cell__replay_drop) between 0.001::float8 and 100000000000000::float8 then cast(cast(cell__replay_drop as varchar) || 'e-2' as double precision)
        when abs(cell__replay_drop) < '1e-100'::float8 then 0::float8
        else cell__replay_drop / 100::float8
      end + 0::float8
    end as input__replay_drop,
    case
      when abs(cell__flag_request_drop) <= '1.7976931348623157e+308'::float8 then case
        when abs(cell__flag_request_drop) between 0.001::float8 and 100000000000000::float8 then cast(cast(cell__flag_request_drop as varchar) || 'e-2' as double precision)
        when abs(cell__flag_request_drop) < '1e-100'::float8 then 0::float8
        else cell__flag_request_drop / 100::float8
      end + 0::float8
    end as input__flag_request_drop,
    case
      when abs(cell__rows_synced_drop) <= '1.7976931348623157e+308'::float8 then case
        when abs(cell__rows_synced_drop) between 0.001::float8 and 100000000000000::float8 then cast(cast(cell__rows_synced_drop as varchar) || 'e-2' as double precision)
        when abs(cell__rows_synced_drop) < '1e-100'::float8 then 0::float8
        else cell__rows_synced_drop / 100::float8
      end + 0::float8
    end as input__rows_synced_drop,
    case
      when abs(cell__nps) <= '1.7976931348623157e+308'::float8 and cell__nps = floor(cell__nps) and cell__nps >= 0 and cell__nps <= 10 then cell__nps + 0::float8
    end as input__nps,
    case
      when abs(cell__owner_seen) <= '1.7976931348623157e+308'::float8 and cell__owner_seen = floor(cell__owner_seen) and cell__owner_seen >= 0 then cell__owner_seen + 0::float8
    end as input__owner_seen,
    case
      when abs(cell__mrr_change) <= '1.7976931348623157e+308'::float8 then case
        when abs(cell__mrr_change) between 0.001::float8 and 100000000000000::float8 then cast(cast(cell__mrr_change as varchar) || 'e-2' as double precision)
        when abs(cell__mrr_change) < '1e-100'::float8 then 0::float8
        else cell__mrr_change / 100::float8
      end + 0::float8
    end as input__mrr_change,
    case
      when abs(cell__billing_visits_7d) <= '1.7976931348623157e+308'::float8 and cell__billing_visits_7d = floor(cell__billing_visits_7d) and cell__billing_visits_7d >= 0 then cell__billing_visits_7d + 0::float8
    end as input__billing_visits_7d,
    case
      when abs(cell__query_failures_7d) <= '1.7976931348623157e+308'::float8 then case
        when abs(cell__query_failures_7d) between 0.001::float8 and 100000000000000::float8 then cast(cast(cell__query_failures_7d as varchar) || 'e-2' as double precision)
        when abs(cell__query_failures_7d) < '1e-100'::float8 then 0::float8
        else cell__query_failures_7d / 100::float8
      end + 0::float8
    end as input__query_failures_7d,
    case
      when abs(cell__event_drop_7d) <= '1.7976931348623157e+308'::float8 then case
        when abs(cell__event_drop_7d) between 0.001::float8 and 100000000000000::float8 then cast(cast(cell__event_drop_7d as varchar) || 'e-2' as double precision)
        when abs(cell__event_drop_7d) < '1e-100'::float8 then 0::float8
        else cell__event_drop_7d / 100::float8
      end + 0::float8
    end as input__event_drop_7d,
    case
      when abs(cell__insight_seen) <= '1.7976931348623157e+308'::float8 and cell__insight_seen = floor(cell__insight_seen) and cell__insight_seen >= 0 then cell__insight_seen + 0::float8
    end as input__insight_seen,
    case
      when cell__payment_failed in ('true', 'yes', 'y', 't', '1', '1.0') then true
      when cell__payment_failed in ('false', 'no', 'n', 'f', '0', '0.0') then false
    end as input__payment_failed,
    case
      when cell__startup_plan in ('true', 'yes', 'y', 't', '1', '1.0') then true
      when cell__startup_plan in ('false', 'no', 'n', 'f', '0', '0.0') then false
    end as input__startup_plan,
    case
      when abs(cell__forecasted_mrr) <= '1.7976931348623157e+308'::float8 then case when abs(cell__forecasted_mrr) < '1e-100'::float8 then 0::float8 else cell__forecasted_mrr end
    end as input__forecasted_mrr,
    cell__owner_removed + 0::float8 as input__owner_removed,
    cell__owner_added + 0::float8 as input__owner_added
  from cells
  offset 0
),
figures as (
  select
    *,
    (20269::float8 - input__created) as figure__1,
    (20269::float8 - input__owner_removed) as figure__8,
    (20269::float8 - input__owner_added) as figure__9
  from inputs
  offset 0
),
segments as (
  select
    *,
    case
      when (90::float8 - figure__1 > '1e-9'::float8 * greatest(1::float8, abs(figure__1), abs(90::float8))) then 'new'
      when ((input__created is null) or (90::float8 - figure__1 <= '1e-9'::float8 * greatest(1::float8, abs(figure__1), abs(90::float8)))) then 'established'
    end as segment
  from figures
  offset 0
),
measures as (
  select
    *,
    case
      when segment is not null then case
        when input__team_invited >= 3 then 'healthy'
        when input__team_invited >= 1 then 'concerning'
        when input__team_invited is not null then 'poor'
      end
    end as activation__team_invited__band,
    case
      when segment is not null then case
        when input__team_invited >= 3 then 10::float8
        when input__team_invited >= 1 then 5::float8
        when input__team_invited is not null then 0::float8
      end
    end as activation__team_invited__points,
    case
      when segment is not null then case
        when input__insights >= 3 then 'healthy'
        when input__insights >= 1 then 'concerning'
        when input__insights is not null then 'poor'
      end
    end as activation__insights__band,
    case
      when segment is not null then case
        when input__insights >= 3 then 10::float8
        when input__insights >= 1 then 5::float8
        when input__insights is not null then 0::float8
      end
    end as activation__insights__points,
    case
      when segment is not null then case
        when input__recordings >= 5 then 'healthy'
        when input__recordings >= 1 then 'concerning'
        when input__recordings is not null then 'poor'
      end
    end as activation__recordings__band,
    case
      when segment is not null then case
        when input__recordings >= 5 then 10::float8
        when input__recordings >= 1 then 5::float8
        when input__recordings is not null then 0::float8
      end
    end as activation__recordings__points,
    case
      when segment is not null then case
        when input__feature_flags >= 2 then 'healthy'
        when input__feature_flags >= 1 then 'concerning'
        when input__feature_flags is not null then 'poor'
      end
    end as activation__feature_flags__band,
    case
      when segment is not null then case
        when input__feature_flags >= 2 then 10::float8
        when input__feature_flags >= 1 then 5::float8
        when input__feature_flags is not null then 0::float8
      end
    end as activation__feature_flags__points,
    case
      when segment is not null then case
        when input__surveys >= 2 then 'healthy'
        when input__surveys >= 1 then 'concerning'
        when input__surveys is not null then 'poor'
      end
    end as activation__surveys__band,
    case
      when segment is not null then case
        when input__surveys >= 2 then 10::float8
        when input__surveys >= 1 then 5::float8
        when input__surveys is not null then 0::float8
      end
    end as activation__surveys__points,
    case
      when segment is not null then case
        when input__insight_drop > 0.2::float8 then 'poor'
        when input__insight_drop > 0.05::float8 then 'concerning'
        when input__insight_drop is not null then 'healthy'
      end
    end as features__insight_drop__band,
    case
      when segment is not null then case
        when input__insight_drop > 0.2::float8 then 0::float8
        when input__insight_drop > 0.05::float8 then 5::float8
        when input__insight_drop is not null then 10::float8
      end
    end as features__insight_drop__points,
    case
      when segment is not null then case
        when input__recording_drop > 0.2::float8 then 'poor'
        when input__recording_drop > 0.05::float8 then 'concerning'
        when input__recording_drop is not null then 'healthy'
      end
    end as features__recording_drop__band,
    case
      when segment is not null then case
        when input__recording_drop > 0.2::float8 then 0::float8
        when input__recording_drop > 0.05::float8 then 5::float8
        when input__recording_drop is not null then 10::float8
      end
    end as features__recording_drop__points,
    case
      when segment is not null then case
        when input__experiment_drop > 0.2::float8 then 'poor'
        when input__experiment_drop > 0.05::float8 then 'concerning'
        when input__experiment_drop is not null then 'healthy'
      end
    end as features__experiment_drop__band,
    case
      when segment is not null then case
        when input__experiment_drop > 0.2::float8 then 0::float8
        when input__experiment_drop > 0.05::float8 then 5::float8
        when input__experiment_drop is not null then 10::float8
      end
    end as features__experiment_drop__points,
    case
      when segment is not null then case
        when input__survey_drop > 0.2::float8 then 'poor'
        when input__survey_drop > 0.05::float8 then 'concerning'
        when input__survey_drop is not null then 'healthy'
      end
    end as features__survey_drop__band,
    case
      when segment is not null then case
        when input__survey_drop > 0.2::float8 then 0::float8
        when input__survey_drop > 0.05::float8 then 5::float8
        when input__survey_drop is not null then 10::float8
      end
    end as features__survey_drop__points,
    case
      when segment is not null then case
        when input__event_drop > 0.2::float8 then 'poor'
        when input__event_drop > 0.05::float8 then 'concerning'
        when input__event_drop is not null then 'healthy'
      end
    end as volume__event_drop__band,
    case
      when segment is not null then case
        when input__event_drop > 0.2::float8 then 0::float8
        when input__event_drop > 0.05::float8 then 5::float8
        when input__event_drop is not null then 10::float8
      end
    end as volume__event_drop__points,
    case
      when segment is not null then case
        when input__replay_drop > 0.2::float8 then 'poor'
        when input__replay_drop > 0.05::float8 then 'concerning'
        when input__replay_drop is not null then 'healthy'
      end
    end as volume__replay_drop__band,
    case
      when segment is not null then case
        when input__replay_drop > 0.2::float8 then 0::float8
        when input__replay_drop > 0.05::float8 then 5::float8
        when input__replay_drop is not null then 10::float8
      end
    end as volume__replay_drop__points,
    case
      when segment is not null then case
        when input__flag_request_drop > 0.2::float8 then 'poor'
        when input__flag_request_drop > 0.05::float8 then 'concerning'
        when input__flag_request_drop is not null then 'healthy'
      end
    end as volume__flag_request_drop__band,
    case
      when segment is not null then case
        when input__flag_request_drop > 0.2::float8 then 0::float8
        when input__flag_request_drop > 0.05::float8 then 5::float8
        when input__flag_request_drop is not null then 10::float8
      end
    end as volume__flag_request_drop__points,
    case
      when segment is not null then case
        when input__rows_synced_drop > 0.2::float8 then 'poor'
        when input__rows_synced_drop > 0.05::float8 then 'concerning'
        when input__rows_synced_drop is not null then 'healthy'
      end
    end as volume__rows_synced_drop__band,
    case
      when segment is not null then case
        when input__rows_synced_drop > 0.2::float8 then 0::float8
        when input__rows_synced_drop > 0.05::float8 then 5::float8
        when input__rows_synced_drop is not null then 10::float8
      end
    end as volume__rows_synced_drop__points,
    case
      when segment is not null then case
        when input__nps >= 9 then 'healthy'
        when input__nps >= 7 then 'concerning'
        when input__nps is not null then 'poor'
      end
    end as engagement__nps__band,
    case
      when segment is not null then case
        when input__nps >= 9 then 10::float8
        when input__nps >= 7 then 5::float8
        when input__nps is not null then 0::float8
      end
    end as engagement__nps__points,
    case
      when segment is not null then case
        when input__owner_seen >= 31 then 'poor'
        when input__owner_seen >= 15 then 'concerning'
        when input__owner_seen is not null then 'healthy'
      end
    end as engagement__owner_seen__band,
    case
      when segment is not null then case
        when input__owner_seen >= 31 then 0::float8
        when input__owner_seen >= 15 then 5::float8
        when input__owner_seen is not null then 10::float8
      end
    end as engagement__owner_seen__points,
    (segment is not null and coalesce((input__mrr_change < (-0.1::float8)), false)) as risk__forecasted_mrr_decrease,
    (segment is not null and coalesce((input__billing_visits_7d > 1::float8), false)) as risk__increased_billing_page_visits,
    (segment is not null and coalesce((input__query_failures_7d > 0.1::float8), false)) as risk__query_failure_rate_10,
    (segment is not null and coalesce((input__event_drop_7d > 0.2::float8), false)) as risk__sudden_decrease_in_event_volume,
    (segment is not null and coalesce((input__insight_seen > 7::float8), false)) as risk__no_insights_analyzed_past_week,
    (segment is not null and coalesce(input__payment_failed, false)) as risk__payment_failed,
    (segment is not null and coalesce((input__startup_plan and (input__forecasted_mrr > 0::float8)), false)) as risk__startup_credit_will_run_out_this_billing_cycle,
    (segment is not null and coalesce((14::float8 - figure__8 > '1e-9'::float8 * greatest(1::float8, abs(figure__8), abs(14::float8))), false)) as risk__organization_owner_recently_removed,
    (segment is not null and coalesce((input__mrr_change > 0.1::float8), false)) as opportunity__forecasted_mrr_growth,
    (segment is not null and coalesce((14::float8 - figure__9 > '1e-9'::float8 * greatest(1::float8, abs(figure__9), abs(14::float8))), false)) as opportunity__organization_owner_recently_added
  from segments
  offset 0
),
dimensions as (
  select
    *,
    case
      when segment is not null then (case when activation__team_invited__points is not null then 1::float8 else 0::float8 end + case when activation__insights__points is not null then 1::float8 else 0::float8 end + case when activation__recordings__points is not null then 1::float8 else 0::float8 end + case when activation__feature_flags__points is not null then 1::float8 else 0::float8 end + case when activation__surveys__points is not null then 1::float8 else 0::float8 end) / 5::float8
    end as activation__coverage,
    (coalesce(activation__team_invited__points, 0::float8) + coalesce(activation__insights__points, 0::float8) + coalesce(activation__recordings__points, 0::float8) + coalesce(activation__feature_flags__points, 0::float8) + coalesce(activation__surveys__points, 0::float8))
      / nullif(case when activation__team_invited__points is not null then 1::float8 else 0::float8 end + case when activation__insights__points is not null then 1::float8 else 0::float8 end + case when activation__recordings__points is not null then 1::float8 else 0::float8 end + case when activation__feature_flags__points is not null then 1::float8 else 0::float8 end + case when activation__surveys__points is not null then 1::float8 else 0::float8 end, 0::float8) as figure__2,
    case
      when segment is not null then (case when features__insight_drop__points is not null then 1::float8 else 0::float8 end + case when features__recording_drop__points is not null then 1::float8 else 0::float8 end + case when features__experiment_drop__points is not null then 1::float8 else 0::float8 end + case when features__survey_drop__points is not null then 1::float8 else 0::float8 end) / 4::float8
    end as features__coverage,
    (coalesce(features__insight_drop__points, 0::float8) + coalesce(features__recording_drop__points, 0::float8) + coalesce(features__experiment_drop__points, 0::float8) + coalesce(features__survey_drop__points, 0::float8))
      / nullif(case when features__insight_drop__points is not null then 1::float8 else 0::float8 end + case when features__recording_drop__points is not null then 1::float8 else 0::float8 end + case when features__experiment_drop__points is not null then 1::float8 else 0::float8 end + case when features__survey_drop__points is not null then 1::float8 else 0::float8 end, 0::float8) as figure__3,
    case
      when segment is not null then (case when volume__event_drop__points is not null then 1::float8 else 0::float8 end + case when volume__replay_drop__points is not null then 1::float8 else 0::float8 end + case when volume__flag_request_drop__points is not null then 1::float8 else 0::float8 end + case when volume__rows_synced_drop__points is not null then 1::float8 else 0::float8 end) / 4::float8
    end as volume__coverage,
    (coalesce(volume__event_drop__points, 0::float8) + coalesce(volume__replay_drop__points, 0::float8) + coalesce(volume__flag_request_drop__points, 0::float8) + coalesce(volume__rows_synced_drop__points, 0::float8))
      / nullif(case when volume__event_drop__points is not null then 1::float8 else 0::float8 end + case when volume__replay_drop__points is not null then 1::float8 else 0::float8 end + case when volume__flag_request_drop__points is not null then 1::float8 else 0::float8 end + case when volume__rows_synced_drop__points is not null then 1::float8 else 0::float8 end, 0::float8) as figure__4,
    case
      when segment is not null then (case when engagement__nps__points is not null then 1::float8 else 0::float8 end + case when engagement__owner_seen__points is not null then 1::float8 else 0::float8 end) / 2::float8
    end as engagement__coverage,
    (coalesce(engagement__nps__points, 0::float8) + coalesce(engagement__owner_seen__points, 0::float8))
      / nullif(case when engagement__nps__points is not null then 1::float8 else 0::float8 end + case when engagement__owner_seen__points is not null then 1::float8 else 0::float8 end, 0::float8) as figure__5
  from measures
  offset 0
),
dimensions_2 as (
  select
    *,
    case when abs(figure__2) < '1e-150'::float8 then 0::float8 else figure__2 end as activation__score,
    case when abs(figure__3) < '1e-150'::float8 then 0::float8 else figure__3 end as features__score,
    case when abs(figure__4) < '1e-150'::float8 then 0::float8 else figure__4 end as volume__score,
    case when abs(figure__5) < '1e-150'::float8 then 0::float8 else figure__5 end as engagement__score,
    case
      when segment = 'new' then (50::float8 * activation__coverage + 40::float8 * features__coverage + 30::float8 * volume__coverage + 20::float8 * engagement__coverage) / 140::float8
      when segment = 'established' then (10::float8 * activation__coverage + 30::float8 * features__coverage + 10::float8 * volume__coverage + 10::float8 * engagement__coverage) / 60::float8
    end as coverage
  from dimensions
  offset 0
),
dimensions_3 as (
  select
    *,
    case
      when activation__score >= 6.666666656666667::float8 then 'healthy'
      when activation__score >= 3.3333333233333335::float8 then 'concerning'
      when activation__score is not null then 'poor'
    end as activation__band,
    case
      when features__score >= 6.666666656666667::float8 then 'healthy'
      when features__score >= 3.3333333233333335::float8 then 'concerning'
      when features__score is not null then 'poor'
    end as features__band,
    case
      when volume__score >= 6.666666656666667::float8 then 'healthy'
      when volume__score >= 3.3333333233333335::float8 then 'concerning'
      when volume__score is not null then 'poor'
    end as volume__band,
    case
      when engagement__score >= 6.666666656666667::float8 then 'healthy'
      when engagement__score >= 3.3333333233333335::float8 then 'concerning'
      when engagement__score is not null then 'poor'
    end as engagement__band,
    (coalesce(50::float8 * activation__score, 0::float8) + coalesce(40::float8 * features__score, 0::float8) + coalesce(30::float8 * volume__score, 0::float8) + coalesce(20::float8 * engagement__score, 0::float8))
      / nullif(case when activation__score is not null then 50::float8 else 0::float8 end + case when features__score is not null then 40::float8 else 0::float8 end + case when volume__score is not null then 30::float8 else 0::float8 end + case when engagement__score is not null then 20::float8 else 0::float8 end, 0::float8) as figure__6,
    (coalesce(10::float8 * activation__score, 0::float8) + coalesce(30::float8 * features__score, 0::float8) + coalesce(10::float8 * volume__score, 0::float8) + coalesce(10::float8 * engagement__score, 0::float8))
      / nullif(case when activation__score is not null then 10::float8 else 0::float8 end + case when features__score is not null then 30::float8 else 0::float8 end + case when volume__score is not null then 10::float8 else 0::float8 end + case when engagement__score is not null then 10::float8 else 0::float8 end, 0::float8) as figure__7
  from dimensions_2
  offset 0
),
score as (
  select
    *,
    case
      when segment = 'new' then case when abs(figure__6) < '1e-150'::float8 then 0::float8 else figure__6 end
      when segment = 'established' then case when abs(figure__7) < '1e-150'::float8 then 0::float8 else figure__7 end
    end as step_1
  from dimensions_3
  offset 0
),
score_2 as (
  select
    *,
    case when step_1 < 0::float8 then 0::float8 when step_1 > 10::float8 then 10::float8 else step_1 end as score
  from score
  offset 0
),
score_3 as (
  select
    *,
    cast(cast(cast((sign(score) * floor((abs(score) + '1e-8'::float8) * 10::float8 + 0.5::float8) / 10::float8 + 0::float8) as varchar) as numeric(38, 1)) as varchar) as shown,
    case
      when score >= 6.666666656666667::float8 then 'healthy'
      when score >= 3.3333333233333335::float8 then 'concerning'
      when score is not null then 'poor'
    end as band
  from score_2
  offset 0
)
select
  account,
  segment,
  score,
  shown,
  band,
  coverage,
  activation__score,
  activation__band,
  activation__team_invited__points,
  activation__team_invited__band,
  activation__insights__points,
  activation__insights__band,
  activation__recordings__points,
  activation__recordings__band,
  activation__feature_flags__points,
  activation__feature_flags__band,
  activation__surveys__points,
  activation__surveys__band,
  features__score,
  features__band,
  features__insight_drop__points,
  features__insight_drop__band,
  features__recording_drop__points,
  features__recording_drop__band,
  features__experiment_drop__points,
  features__experiment_drop__band,
  features__survey_drop__points,
  features__survey_drop__band,
  volume__score,
  volume__band,
  volume__event_drop__points,
  volume__event_drop__band,
  volume__replay_drop__points,
  volume__replay_drop__band,
  volume__flag_request_drop__points,
  volume__flag_request_drop__band,
  volume__rows_synced_drop__points,
  volume__rows_synced_drop__band,
  engagement__score,
  engagement__band,
  engagement__nps__points,
  engagement__nps__band,
  engagement__owner_seen__points,
  engagement__owner_seen__band,
  risk__forecasted_mrr_decrease,
  risk__increased_billing_page_visits,
  risk__query_failure_rate_10,
  risk__sudden_decrease_in_event_volume,
  risk__no_insights_analyzed_past_week,
  risk__payment_failed,
  risk__startup_credit_will_run_out_this_billing_cycle,
  risk__organization_owner_recently_removed,
  opportunity__forecasted_mrr_growth,
  opportunity__organization_owner_recently_added
from score_3
