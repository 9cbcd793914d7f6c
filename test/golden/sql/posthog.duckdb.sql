with
cells as (
  select
    trim(cast("account" as varchar), ' ' || chr(9) || chr(10) || chr(13) || chr(160)) as account,
    cast(date_diff('day', date '1970-01-01', cast("created" as date)) as double) as cell__created,
    cast("team_invited" as double) as cell__team_invited,
    cast("insights" as double) as cell__insights,
    cast("recordings" as double) as cell__recordings,
    cast("feature_flags" as double) as cell__feature_flags,
    cast("surveys" as double) as cell__surveys,
    cast("insight_drop" as double) as cell__insight_drop,
    cast("recording_drop" as double) as cell__recording_drop,
    cast("experiment_drop" as double) as cell__experiment_drop,
    cast("survey_drop" as double) as cell__survey_drop,
    cast("event_drop" as double) as cell__event_drop,
    cast("replay_drop" as double) as cell__replay_drop,
    cast("flag_request_drop" as double) as cell__flag_request_drop,
    cast("rows_synced_drop" as double) as cell__rows_synced_drop,
    cast("nps" as double) as cell__nps,
    cast("owner_seen" as double) as cell__owner_seen,
    cast("mrr_change" as double) as cell__mrr_change,
    cast("billing_visits_7d" as double) as cell__billing_visits_7d,
    cast("query_failures_7d" as double) as cell__query_failures_7d,
    cast("event_drop_7d" as double) as cell__event_drop_7d,
    cast("insight_seen" as double) as cell__insight_seen,
    lower(trim(cast("payment_failed" as varchar), ' ' || chr(9) || chr(10) || chr(13) || chr(160))) as cell__payment_failed,
    lower(trim(cast("startup_plan" as varchar), ' ' || chr(9) || chr(10) || chr(13) || chr(160))) as cell__startup_plan,
    cast("forecasted_mrr" as double) as cell__forecasted_mrr,
    cast(date_diff('day', date '1970-01-01', cast("owner_removed" as date)) as double) as cell__owner_removed,
    cast(date_diff('day', date '1970-01-01', cast("owner_added" as date)) as double) as cell__owner_added
  from "accounts"
),
inputs as (
  select
    *,
    cell__created + 0e0 as input__created,
    case
      when abs(cell__team_invited) <= 1.7976931348623157e+308 and cell__team_invited = floor(cell__team_invited) and cell__team_invited >= 0 then cell__team_invited + 0e0
    end as input__team_invited,
    case
      when abs(cell__insights) <= 1.7976931348623157e+308 and cell__insights = floor(cell__insights) and cell__insights >= 0 then cell__insights + 0e0
    end as input__insights,
    case
      when abs(cell__recordings) <= 1.7976931348623157e+308 and cell__recordings = floor(cell__recordings) and cell__recordings >= 0 then cell__recordings + 0e0
    end as input__recordings,
    case
      when abs(cell__feature_flags) <= 1.7976931348623157e+308 and cell__feature_flags = floor(cell__feature_flags) and cell__feature_flags >= 0 then cell__feature_flags + 0e0
    end as input__feature_flags,
    case
      when abs(cell__surveys) <= 1.7976931348623157e+308 and cell__surveys = floor(cell__surveys) and cell__surveys >= 0 then cell__surveys + 0e0
    end as input__surveys,
    case
      when abs(cell__insight_drop) <= 1.7976931348623157e+308 then case
        when abs(cell__insight_drop) between 0.001e0 and 100000000000000e0 then cast(cast(cell__insight_drop as varchar) || 'e-2' as double)
        else cell__insight_drop / 100e0
      end + 0e0
    end as input__insight_drop,
    case
      when abs(cell__recording_drop) <= 1.7976931348623157e+308 then case
        when abs(cell__recording_drop) between 0.001e0 and 100000000000000e0 then cast(cast(cell__recording_drop as varchar) || 'e-2' as double)
        else cell__recording_drop / 100e0
      end + 0e0
    end as input__recording_drop,
    case
      when abs(cell__experiment_drop) <= 1.7976931348623157e+308 then case
        when abs(cell__experiment_drop) between 0.001e0 and 100000000000000e0 then cast(cast(cell__experiment_drop as varchar) || 'e-2' as double)
        else cell__experiment_drop / 100e0
      end + 0e0
    end as input__experiment_drop,
    case
      when abs(cell__survey_drop) <= 1.7976931348623157e+308 then case
        when abs(cell__survey_drop) between 0.001e0 and 100000000000000e0 then cast(cast(cell__survey_drop as varchar) || 'e-2' as double)
        else cell__survey_drop / 100e0
      end + 0e0
    end as input__survey_drop,
    case
      when abs(cell__event_drop) <= 1.7976931348623157e+308 then case
        when abs(cell__event_drop) between 0.001e0 and 100000000000000e0 then cast(cast(cell__event_drop as varchar) || 'e-2' as double)
        else cell__event_drop / 100e0
      end + 0e0
    end as input__event_drop,
    case
      when abs(cell__replay_drop) <= 1.7976931348623157e+308 then case
        when abs(cell__replay_drop) between 0.001e0 and 100000000000000e0 then cast(cast(cell__replay_drop as varchar) || 'e-2' as double)
        else cell__replay_drop / 100e0
      end + 0e0
    end as input__replay_drop,
    case
      when abs(cell__flag_request_drop) <= 1.7976931348623157e+308 then case
        when abs(cell__flag_request_drop) between 0.001e0 and 100000000000000e0 then cast(cast(cell__flag_request_drop as varchar) || 'e-2' as double)
        else cell__flag_request_drop / 100e0
      end + 0e0
    end as input__flag_request_drop,
    case
      when abs(cell__rows_synced_drop) <= 1.7976931348623157e+308 then case
        when abs(cell__rows_synced_drop) between 0.001e0 and 100000000000000e0 then cast(cast(cell__rows_synced_drop as varchar) || 'e-2' as double)
        else cell__rows_synced_drop / 100e0
      end + 0e0
    end as input__rows_synced_drop,
    case
      when abs(cell__nps) <= 1.7976931348623157e+308 and cell__nps = floor(cell__nps) and cell__nps >= 0 and cell__nps <= 10 then cell__nps + 0e0
    end as input__nps,
    case
      when abs(cell__owner_seen) <= 1.7976931348623157e+308 and cell__owner_seen = floor(cell__owner_seen) and cell__owner_seen >= 0 then cell__owner_seen + 0e0
    end as input__owner_seen,
    case
      when abs(cell__mrr_change) <= 1.7976931348623157e+308 then case
        when abs(cell__mrr_change) between 0.001e0 and 100000000000000e0 then cast(cast(cell__mrr_change as varchar) || 'e-2' as double)
        else cell__mrr_change / 100e0
      end + 0e0
    end as input__mrr_change,
    case
      when abs(cell__billing_visits_7d) <= 1.7976931348623157e+308 and cell__billing_visits_7d = floor(cell__billing_visits_7d) and cell__billing_visits_7d >= 0 then cell__billing_visits_7d + 0e0
    end as input__billing_visits_7d,
    case
      when abs(cell__query_failures_7d) <= 1.7976931348623157e+308 then case
        when abs(cell__query_failures_7d) between 0.001e0 and 100000000000000e0 then cast(cast(cell__query_failures_7d as varchar) || 'e-2' as double)
        else cell__query_failures_7d / 100e0
      end + 0e0
    end as input__query_failures_7d,
    case
      when abs(cell__event_drop_7d) <= 1.7976931348623157e+308 then case
        when abs(cell__event_drop_7d) between 0.001e0 and 100000000000000e0 then cast(cast(cell__event_drop_7d as varchar) || 'e-2' as double)
        else cell__event_drop_7d / 100e0
      end + 0e0
    end as input__event_drop_7d,
    case
      when abs(cell__insight_seen) <= 1.7976931348623157e+308 and cell__insight_seen = floor(cell__insight_seen) and cell__insight_seen >= 0 then cell__insight_seen + 0e0
    end as input__insight_seen,
    case
      when cell__payment_failed in ['true', 'yes', 'y', 't', '1', '1.0'] then true
      when cell__payment_failed in ['false', 'no', 'n', 'f', '0', '0.0'] then false
    end as input__payment_failed,
    case
      when cell__startup_plan in ['true', 'yes', 'y', 't', '1', '1.0'] then true
      when cell__startup_plan in ['false', 'no', 'n', 'f', '0', '0.0'] then false
    end as input__startup_plan,
    case when abs(cell__forecasted_mrr) <= 1.7976931348623157e+308 then cell__forecasted_mrr + 0e0 end as input__forecasted_mrr,
    cell__owner_removed + 0e0 as input__owner_removed,
    cell__owner_added + 0e0 as input__owner_added
  from cells
),
figures as (
  select
    *,
    (20269e0 - input__created) as figure__1,
    (20269e0 - input__owner_removed) as figure__2,
    (20269e0 - input__owner_added) as figure__3
  from inputs
),
segments as (
  select
    *,
    case
      when (90e0 - figure__1 > 1e-9 * greatest(1e0, abs(figure__1), abs(90e0))) then 'new'
      when ((input__created is null) or (90e0 - figure__1 <= 1e-9 * greatest(1e0, abs(figure__1), abs(90e0)))) then 'established'
    end as segment
  from figures
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
        when input__team_invited >= 3 then 10e0
        when input__team_invited >= 1 then 5e0
        when input__team_invited is not null then 0e0
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
        when input__insights >= 3 then 10e0
        when input__insights >= 1 then 5e0
        when input__insights is not null then 0e0
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
        when input__recordings >= 5 then 10e0
        when input__recordings >= 1 then 5e0
        when input__recordings is not null then 0e0
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
        when input__feature_flags >= 2 then 10e0
        when input__feature_flags >= 1 then 5e0
        when input__feature_flags is not null then 0e0
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
        when input__surveys >= 2 then 10e0
        when input__surveys >= 1 then 5e0
        when input__surveys is not null then 0e0
      end
    end as activation__surveys__points,
    case
      when segment is not null then case
        when input__insight_drop > 0.2e0 then 'poor'
        when input__insight_drop > 0.05e0 then 'concerning'
        when input__insight_drop is not null then 'healthy'
      end
    end as features__insight_drop__band,
    case
      when segment is not null then case
        when input__insight_drop > 0.2e0 then 0e0
        when input__insight_drop > 0.05e0 then 5e0
        when input__insight_drop is not null then 10e0
      end
    end as features__insight_drop__points,
    case
      when segment is not null then case
        when input__recording_drop > 0.2e0 then 'poor'
        when input__recording_drop > 0.05e0 then 'concerning'
        when input__recording_drop is not null then 'healthy'
      end
    end as features__recording_drop__band,
    case
      when segment is not null then case
        when input__recording_drop > 0.2e0 then 0e0
        when input__recording_drop > 0.05e0 then 5e0
        when input__recording_drop is not null then 10e0
      end
    end as features__recording_drop__points,
    case
      when segment is not null then case
        when input__experiment_drop > 0.2e0 then 'poor'
        when input__experiment_drop > 0.05e0 then 'concerning'
        when input__experiment_drop is not null then 'healthy'
      end
    end as features__experiment_drop__band,
    case
      when segment is not null then case
        when input__experiment_drop > 0.2e0 then 0e0
        when input__experiment_drop > 0.05e0 then 5e0
        when input__experiment_drop is not null then 10e0
      end
    end as features__experiment_drop__points,
    case
      when segment is not null then case
        when input__survey_drop > 0.2e0 then 'poor'
        when input__survey_drop > 0.05e0 then 'concerning'
        when input__survey_drop is not null then 'healthy'
      end
    end as features__survey_drop__band,
    case
      when segment is not null then case
        when input__survey_drop > 0.2e0 then 0e0
        when input__survey_drop > 0.05e0 then 5e0
        when input__survey_drop is not null then 10e0
      end
    end as features__survey_drop__points,
    case
      when segment is not null then case
        when input__event_drop > 0.2e0 then 'poor'
        when input__event_drop > 0.05e0 then 'concerning'
        when input__event_drop is not null then 'healthy'
      end
    end as volume__event_drop__band,
    case
      when segment is not null then case
        when input__event_drop > 0.2e0 then 0e0
        when input__event_drop > 0.05e0 then 5e0
        when input__event_drop is not null then 10e0
      end
    end as volume__event_drop__points,
    case
      when segment is not null then case
        when input__replay_drop > 0.2e0 then 'poor'
        when input__replay_drop > 0.05e0 then 'concerning'
        when input__replay_drop is not null then 'healthy'
      end
    end as volume__replay_drop__band,
    case
      when segment is not null then case
        when input__replay_drop > 0.2e0 then 0e0
        when input__replay_drop > 0.05e0 then 5e0
        when input__replay_drop is not null then 10e0
      end
    end as volume__replay_drop__points,
    case
      when segment is not null then case
        when input__flag_request_drop > 0.2e0 then 'poor'
        when input__flag_request_drop > 0.05e0 then 'concerning'
        when input__flag_request_drop is not null then 'healthy'
      end
    end as volume__flag_request_drop__band,
    case
      when segment is not null then case
        when input__flag_request_drop > 0.2e0 then 0e0
        when input__flag_request_drop > 0.05e0 then 5e0
        when input__flag_request_drop is not null then 10e0
      end
    end as volume__flag_request_drop__points,
    case
      when segment is not null then case
        when input__rows_synced_drop > 0.2e0 then 'poor'
        when input__rows_synced_drop > 0.05e0 then 'concerning'
        when input__rows_synced_drop is not null then 'healthy'
      end
    end as volume__rows_synced_drop__band,
    case
      when segment is not null then case
        when input__rows_synced_drop > 0.2e0 then 0e0
        when input__rows_synced_drop > 0.05e0 then 5e0
        when input__rows_synced_drop is not null then 10e0
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
        when input__nps >= 9 then 10e0
        when input__nps >= 7 then 5e0
        when input__nps is not null then 0e0
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
        when input__owner_seen >= 31 then 0e0
        when input__owner_seen >= 15 then 5e0
        when input__owner_seen is not null then 10e0
      end
    end as engagement__owner_seen__points,
    (segment is not null and coalesce((input__mrr_change < (-0.1e0)), false)) as risk__forecasted_mrr_decrease,
    (segment is not null and coalesce((input__billing_visits_7d > 1e0), false)) as risk__increased_billing_page_visits,
    (segment is not null and coalesce((input__query_failures_7d > 0.1e0), false)) as risk__query_failure_rate_10,
    (segment is not null and coalesce((input__event_drop_7d > 0.2e0), false)) as risk__sudden_decrease_in_event_volume,
    (segment is not null and coalesce((input__insight_seen > 7e0), false)) as risk__no_insights_analyzed_past_week,
    (segment is not null and coalesce(input__payment_failed, false)) as risk__payment_failed,
    (segment is not null and coalesce((input__startup_plan and (input__forecasted_mrr > 0e0)), false)) as risk__startup_credit_will_run_out_this_billing_cycle,
    (segment is not null and coalesce((14e0 - figure__2 > 1e-9 * greatest(1e0, abs(figure__2), abs(14e0))), false)) as risk__organization_owner_recently_removed,
    (segment is not null and coalesce((input__mrr_change > 0.1e0), false)) as opportunity__forecasted_mrr_growth,
    (segment is not null and coalesce((14e0 - figure__3 > 1e-9 * greatest(1e0, abs(figure__3), abs(14e0))), false)) as opportunity__organization_owner_recently_added
  from segments
),
dimensions as (
  select
    *,
    case
      when segment is not null then (case when activation__team_invited__points is not null then 1e0 else 0e0 end + case when activation__insights__points is not null then 1e0 else 0e0 end + case when activation__recordings__points is not null then 1e0 else 0e0 end + case when activation__feature_flags__points is not null then 1e0 else 0e0 end + case when activation__surveys__points is not null then 1e0 else 0e0 end) / 5e0
    end as activation__coverage,
    (coalesce(activation__team_invited__points, 0e0) + coalesce(activation__insights__points, 0e0) + coalesce(activation__recordings__points, 0e0) + coalesce(activation__feature_flags__points, 0e0) + coalesce(activation__surveys__points, 0e0))
      / nullif(case when activation__team_invited__points is not null then 1e0 else 0e0 end + case when activation__insights__points is not null then 1e0 else 0e0 end + case when activation__recordings__points is not null then 1e0 else 0e0 end + case when activation__feature_flags__points is not null then 1e0 else 0e0 end + case when activation__surveys__points is not null then 1e0 else 0e0 end, 0e0) as activation__score,
    case
      when segment is not null then (case when features__insight_drop__points is not null then 1e0 else 0e0 end + case when features__recording_drop__points is not null then 1e0 else 0e0 end + case when features__experiment_drop__points is not null then 1e0 else 0e0 end + case when features__survey_drop__points is not null then 1e0 else 0e0 end) / 4e0
    end as features__coverage,
    (coalesce(features__insight_drop__points, 0e0) + coalesce(features__recording_drop__points, 0e0) + coalesce(features__experiment_drop__points, 0e0) + coalesce(features__survey_drop__points, 0e0))
      / nullif(case when features__insight_drop__points is not null then 1e0 else 0e0 end + case when features__recording_drop__points is not null then 1e0 else 0e0 end + case when features__experiment_drop__points is not null then 1e0 else 0e0 end + case when features__survey_drop__points is not null then 1e0 else 0e0 end, 0e0) as features__score,
    case
      when segment is not null then (case when volume__event_drop__points is not null then 1e0 else 0e0 end + case when volume__replay_drop__points is not null then 1e0 else 0e0 end + case when volume__flag_request_drop__points is not null then 1e0 else 0e0 end + case when volume__rows_synced_drop__points is not null then 1e0 else 0e0 end) / 4e0
    end as volume__coverage,
    (coalesce(volume__event_drop__points, 0e0) + coalesce(volume__replay_drop__points, 0e0) + coalesce(volume__flag_request_drop__points, 0e0) + coalesce(volume__rows_synced_drop__points, 0e0))
      / nullif(case when volume__event_drop__points is not null then 1e0 else 0e0 end + case when volume__replay_drop__points is not null then 1e0 else 0e0 end + case when volume__flag_request_drop__points is not null then 1e0 else 0e0 end + case when volume__rows_synced_drop__points is not null then 1e0 else 0e0 end, 0e0) as volume__score,
    case
      when segment is not null then (case when engagement__nps__points is not null then 1e0 else 0e0 end + case when engagement__owner_seen__points is not null then 1e0 else 0e0 end) / 2e0
    end as engagement__coverage,
    (coalesce(engagement__nps__points, 0e0) + coalesce(engagement__owner_seen__points, 0e0))
      / nullif(case when engagement__nps__points is not null then 1e0 else 0e0 end + case when engagement__owner_seen__points is not null then 1e0 else 0e0 end, 0e0) as engagement__score
  from measures
),
dimensions_2 as (
  select
    *,
    case
      when activation__score >= 6.666666656666667e0 then 'healthy'
      when activation__score >= 3.3333333233333335e0 then 'concerning'
      when activation__score is not null then 'poor'
    end as activation__band,
    case
      when features__score >= 6.666666656666667e0 then 'healthy'
      when features__score >= 3.3333333233333335e0 then 'concerning'
      when features__score is not null then 'poor'
    end as features__band,
    case
      when volume__score >= 6.666666656666667e0 then 'healthy'
      when volume__score >= 3.3333333233333335e0 then 'concerning'
      when volume__score is not null then 'poor'
    end as volume__band,
    case
      when engagement__score >= 6.666666656666667e0 then 'healthy'
      when engagement__score >= 3.3333333233333335e0 then 'concerning'
      when engagement__score is not null then 'poor'
    end as engagement__band,
    case
      when segment = 'new' then (50e0 * activation__coverage + 40e0 * features__coverage + 30e0 * volume__coverage + 20e0 * engagement__coverage) / 140e0
      when segment = 'established' then (10e0 * activation__coverage + 30e0 * features__coverage + 10e0 * volume__coverage + 10e0 * engagement__coverage) / 60e0
    end as coverage,
    case
      when segment = 'new' then (coalesce(50e0 * activation__score, 0e0) + coalesce(40e0 * features__score, 0e0) + coalesce(30e0 * volume__score, 0e0) + coalesce(20e0 * engagement__score, 0e0))
        / nullif(case when activation__score is not null then 50e0 else 0e0 end + case when features__score is not null then 40e0 else 0e0 end + case when volume__score is not null then 30e0 else 0e0 end + case when engagement__score is not null then 20e0 else 0e0 end, 0e0)
      when segment = 'established' then (coalesce(10e0 * activation__score, 0e0) + coalesce(30e0 * features__score, 0e0) + coalesce(10e0 * volume__score, 0e0) + coalesce(10e0 * engagement__score, 0e0))
        / nullif(case when activation__score is not null then 10e0 else 0e0 end + case when features__score is not null then 30e0 else 0e0 end + case when volume__score is not null then 10e0 else 0e0 end + case when engagement__score is not null then 10e0 else 0e0 end, 0e0)
    end as step_1
  from dimensions
),
score as (
  select
    *,
    case when step_1 < 0e0 then 0e0 when step_1 > 10e0 then 10e0 else step_1 end as score
  from dimensions_2
),
score_2 as (
  select
    *,
    cast(cast((sign(score) * floor((abs(score) + 1e-8) * 10e0 + 0.5e0) / 10e0 + 0e0) as decimal(18, 1)) as varchar) as shown,
    case
      when score >= 6.666666656666667e0 then 'healthy'
      when score >= 3.3333333233333335e0 then 'concerning'
      when score is not null then 'poor'
    end as band
  from score
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
from score_2
