with
cells as (
  select
    trim(cast("account" as varchar), ' ' || chr(9) || chr(10) || chr(13) || chr(160)) as account,
    cast("last_seen" as double) as cell__last_seen,
    cast("active_users" as double) as cell__active_users,
    cast("active_user_drop" as double) as cell__active_user_drop,
    cast("feature_users" as double) as cell__feature_users,
    cast("tickets_30d" as double) as cell__tickets_30d,
    cast("urgent_tickets" as double) as cell__urgent_tickets,
    cast("docs_7d" as double) as cell__docs_7d,
    cast("query_failures_7d" as double) as cell__query_failures_7d,
    cast("meeting" as double) as cell__meeting,
    cast("ticket" as double) as cell__ticket,
    cast("products" as double) as cell__products,
    cast("event_drop" as double) as cell__event_drop,
    cast("insight_users" as double) as cell__insight_users,
    cast("replay_drop" as double) as cell__replay_drop,
    cast("replay_users" as double) as cell__replay_users,
    cast("flag_request_drop" as double) as cell__flag_request_drop,
    cast("flag_users" as double) as cell__flag_users,
    cast("experiment_users" as double) as cell__experiment_users,
    cast("survey_users" as double) as cell__survey_users,
    cast("rows_synced_drop" as double) as cell__rows_synced_drop,
    cast("mrr_change" as double) as cell__mrr_change,
    cast("billing_visits_7d" as double) as cell__billing_visits_7d,
    cast("event_drop_7d" as double) as cell__event_drop_7d,
    cast("insight_seen" as double) as cell__insight_seen,
    lower(trim(cast("payment_failed" as varchar), ' ' || chr(9) || chr(10) || chr(13) || chr(160))) as cell__payment_failed,
    lower(trim(cast("startup_plan" as varchar), ' ' || chr(9) || chr(10) || chr(13) || chr(160))) as cell__startup_plan,
    cast("forecasted_mrr" as double) as cell__forecasted_mrr,
    cast(date_diff('day', date '1970-01-01', cast("owner_removed" as date)) as double) as cell__owner_removed,
    cast(date_diff('day', date '1970-01-01', cast("owner_added" as date)) as double) as cell__owner_added,
    lower(trim(cast("csm_relationship" as varchar), ' ' || chr(9) || chr(10) || chr(13) || chr(160))) as cell__csm_relationship
  from "accounts"
),
inputs as (
  select
    *,
    'default' as segment,
    case
      when abs(cell__last_seen) <= 1.7976931348623157e+308 and cell__last_seen = floor(cell__last_seen) and cell__last_seen >= 0 then cell__last_seen + 0e0
    end as input__last_seen,
    case
      when abs(cell__active_users) <= 1.7976931348623157e+308 then case
        when abs(cell__active_users) between 0.001e0 and 100000000000000e0 then cast(cast(cell__active_users as varchar) || 'e-2' as double)
        else cell__active_users / 100e0
      end + 0e0
    end as input__active_users,
    case
      when abs(cell__active_user_drop) <= 1.7976931348623157e+308 then case
        when abs(cell__active_user_drop) between 0.001e0 and 100000000000000e0 then cast(cast(cell__active_user_drop as varchar) || 'e-2' as double)
        else cell__active_user_drop / 100e0
      end + 0e0
    end as input__active_user_drop,
    case
      when abs(cell__feature_users) <= 1.7976931348623157e+308 and cell__feature_users = floor(cell__feature_users) and cell__feature_users >= 0 then cell__feature_users + 0e0
    end as input__feature_users,
    case
      when abs(cell__tickets_30d) <= 1.7976931348623157e+308 and cell__tickets_30d = floor(cell__tickets_30d) and cell__tickets_30d >= 0 then cell__tickets_30d + 0e0
    end as input__tickets_30d,
    case
      when abs(cell__urgent_tickets) <= 1.7976931348623157e+308 and cell__urgent_tickets = floor(cell__urgent_tickets) and cell__urgent_tickets >= 0 then cell__urgent_tickets + 0e0
    end as input__urgent_tickets,
    case
      when abs(cell__docs_7d) <= 1.7976931348623157e+308 and cell__docs_7d = floor(cell__docs_7d) and cell__docs_7d >= 0 then cell__docs_7d + 0e0
    end as input__docs_7d,
    case
      when abs(cell__query_failures_7d) <= 1.7976931348623157e+308 then case
        when abs(cell__query_failures_7d) between 0.001e0 and 100000000000000e0 then cast(cast(cell__query_failures_7d as varchar) || 'e-2' as double)
        else cell__query_failures_7d / 100e0
      end + 0e0
    end as input__query_failures_7d,
    case
      when abs(cell__meeting) <= 1.7976931348623157e+308 and cell__meeting = floor(cell__meeting) and cell__meeting >= 0 then cell__meeting + 0e0
    end as input__meeting,
    case
      when abs(cell__ticket) <= 1.7976931348623157e+308 and cell__ticket = floor(cell__ticket) and cell__ticket >= 0 then cell__ticket + 0e0
    end as input__ticket,
    case
      when abs(cell__products) <= 1.7976931348623157e+308 and cell__products = floor(cell__products) and cell__products >= 0 then cell__products + 0e0
    end as input__products,
    case
      when abs(cell__event_drop) <= 1.7976931348623157e+308 then case
        when abs(cell__event_drop) between 0.001e0 and 100000000000000e0 then cast(cast(cell__event_drop as varchar) || 'e-2' as double)
        else cell__event_drop / 100e0
      end + 0e0
    end as input__event_drop,
    case
      when abs(cell__insight_users) <= 1.7976931348623157e+308 then case
        when abs(cell__insight_users) between 0.001e0 and 100000000000000e0 then cast(cast(cell__insight_users as varchar) || 'e-2' as double)
        else cell__insight_users / 100e0
      end + 0e0
    end as input__insight_users,
    case
      when abs(cell__replay_drop) <= 1.7976931348623157e+308 then case
        when abs(cell__replay_drop) between 0.001e0 and 100000000000000e0 then cast(cast(cell__replay_drop as varchar) || 'e-2' as double)
        else cell__replay_drop / 100e0
      end + 0e0
    end as input__replay_drop,
    case
      when abs(cell__replay_users) <= 1.7976931348623157e+308 then case
        when abs(cell__replay_users) between 0.001e0 and 100000000000000e0 then cast(cast(cell__replay_users as varchar) || 'e-2' as double)
        else cell__replay_users / 100e0
      end + 0e0
    end as input__replay_users,
    case
      when abs(cell__flag_request_drop) <= 1.7976931348623157e+308 then case
        when abs(cell__flag_request_drop) between 0.001e0 and 100000000000000e0 then cast(cast(cell__flag_request_drop as varchar) || 'e-2' as double)
        else cell__flag_request_drop / 100e0
      end + 0e0
    end as input__flag_request_drop,
    case
      when abs(cell__flag_users) <= 1.7976931348623157e+308 then case
        when abs(cell__flag_users) between 0.001e0 and 100000000000000e0 then cast(cast(cell__flag_users as varchar) || 'e-2' as double)
        else cell__flag_users / 100e0
      end + 0e0
    end as input__flag_users,
    case
      when abs(cell__experiment_users) <= 1.7976931348623157e+308 then case
        when abs(cell__experiment_users) between 0.001e0 and 100000000000000e0 then cast(cast(cell__experiment_users as varchar) || 'e-2' as double)
        else cell__experiment_users / 100e0
      end + 0e0
    end as input__experiment_users,
    case
      when abs(cell__survey_users) <= 1.7976931348623157e+308 then case
        when abs(cell__survey_users) between 0.001e0 and 100000000000000e0 then cast(cast(cell__survey_users as varchar) || 'e-2' as double)
        else cell__survey_users / 100e0
      end + 0e0
    end as input__survey_users,
    case
      when abs(cell__rows_synced_drop) <= 1.7976931348623157e+308 then case
        when abs(cell__rows_synced_drop) between 0.001e0 and 100000000000000e0 then cast(cast(cell__rows_synced_drop as varchar) || 'e-2' as double)
        else cell__rows_synced_drop / 100e0
      end + 0e0
    end as input__rows_synced_drop,
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
    cell__owner_added + 0e0 as input__owner_added,
    case
      when cell__csm_relationship in ['1 no relationship', '2 introduced', '3 reactive', '4 working relationship', '5 trusted advisor'] then cell__csm_relationship
    end as input__csm_relationship
  from cells
),
measures as (
  select
    *,
    case
      when input__last_seen > 5 then 'poor'
      when input__last_seen > 1 then 'concerning'
      when input__last_seen is not null then 'healthy'
    end as user_engagement__last_seen__band,
    case
      when input__last_seen > 5 then 0e0
      when input__last_seen > 1 then 5e0
      when input__last_seen is not null then 10e0
    end as user_engagement__last_seen__points,
    case
      when input__active_users >= 0.4e0 then 'healthy'
      when input__active_users >= 0.2e0 then 'concerning'
      when input__active_users is not null then 'poor'
    end as user_engagement__active_users__band,
    case
      when input__active_users >= 0.4e0 then 10e0
      when input__active_users >= 0.2e0 then 5e0
      when input__active_users is not null then 0e0
    end as user_engagement__active_users__points,
    case
      when input__active_user_drop > 0.2e0 then 'poor'
      when input__active_user_drop > 0.05e0 then 'concerning'
      when input__active_user_drop is not null then 'healthy'
    end as user_engagement__active_user_drop__band,
    case
      when input__active_user_drop > 0.2e0 then 0e0
      when input__active_user_drop > 0.05e0 then 5e0
      when input__active_user_drop is not null then 10e0
    end as user_engagement__active_user_drop__points,
    case
      when input__feature_users >= 10 then 'healthy'
      when input__feature_users >= 3 then 'concerning'
      when input__feature_users is not null then 'poor'
    end as user_engagement__feature_users__band,
    case
      when input__feature_users >= 10 then 10e0
      when input__feature_users >= 3 then 5e0
      when input__feature_users is not null then 0e0
    end as user_engagement__feature_users__points,
    case
      when input__tickets_30d > 10 then 'poor'
      when input__tickets_30d > 5 then 'concerning'
      when input__tickets_30d is not null then 'healthy'
    end as product_experience__tickets_30d__band,
    case
      when input__tickets_30d > 10 then 0e0
      when input__tickets_30d > 5 then 5e0
      when input__tickets_30d is not null then 10e0
    end as product_experience__tickets_30d__points,
    case
      when input__urgent_tickets > 2 then 'poor'
      when input__urgent_tickets > 0 then 'concerning'
      when input__urgent_tickets is not null then 'healthy'
    end as product_experience__urgent_tickets__band,
    case
      when input__urgent_tickets > 2 then 0e0
      when input__urgent_tickets > 0 then 5e0
      when input__urgent_tickets is not null then 10e0
    end as product_experience__urgent_tickets__points,
    case
      when input__docs_7d > 100 then 'poor'
      when input__docs_7d > 20 then 'concerning'
      when input__docs_7d is not null then 'healthy'
    end as product_experience__docs_7d__band,
    case
      when input__docs_7d > 100 then 0e0
      when input__docs_7d > 20 then 5e0
      when input__docs_7d is not null then 10e0
    end as product_experience__docs_7d__points,
    case
      when input__query_failures_7d > 0.13e0 then 'poor'
      when input__query_failures_7d > 0.05e0 then 'concerning'
      when input__query_failures_7d is not null then 'healthy'
    end as product_experience__query_failures_7d__band,
    case
      when input__query_failures_7d > 0.13e0 then 0e0
      when input__query_failures_7d > 0.05e0 then 5e0
      when input__query_failures_7d is not null then 10e0
    end as product_experience__query_failures_7d__points,
    case
      when input__meeting > 90 then 'poor'
      when input__meeting > 30 then 'concerning'
      when input__meeting is not null then 'healthy'
    end as company_engagement__meeting__band,
    case
      when input__meeting > 90 then 0e0
      when input__meeting > 30 then 5e0
      when input__meeting is not null then 10e0
    end as company_engagement__meeting__points,
    case
      when input__ticket > 90 then 'poor'
      when input__ticket > 30 then 'concerning'
      when input__ticket is not null then 'healthy'
    end as company_engagement__ticket__band,
    case
      when input__ticket > 90 then 0e0
      when input__ticket > 30 then 5e0
      when input__ticket is not null then 10e0
    end as company_engagement__ticket__points,
    case
      when input__products > 6 then 'healthy'
      when input__products >= 3 then 'concerning'
      when input__products is not null then 'poor'
    end as company_engagement__products__band,
    case
      when input__products > 6 then 10e0
      when input__products >= 3 then 5e0
      when input__products is not null then 0e0
    end as company_engagement__products__points,
    case
      when input__event_drop > 0.2e0 then 'poor'
      when input__event_drop > 0.05e0 then 'concerning'
      when input__event_drop is not null then 'healthy'
    end as product_analytics__event_drop__band,
    case
      when input__event_drop > 0.2e0 then 0e0
      when input__event_drop > 0.05e0 then 5e0
      when input__event_drop is not null then 10e0
    end as product_analytics__event_drop__points,
    case
      when input__insight_users >= 0.4e0 then 'healthy'
      when input__insight_users >= 0.2e0 then 'concerning'
      when input__insight_users is not null then 'poor'
    end as product_analytics__insight_users__band,
    case
      when input__insight_users >= 0.4e0 then 10e0
      when input__insight_users >= 0.2e0 then 5e0
      when input__insight_users is not null then 0e0
    end as product_analytics__insight_users__points,
    case
      when input__replay_drop > 0.2e0 then 'poor'
      when input__replay_drop > 0.05e0 then 'concerning'
      when input__replay_drop is not null then 'healthy'
    end as session_replay__replay_drop__band,
    case
      when input__replay_drop > 0.2e0 then 0e0
      when input__replay_drop > 0.05e0 then 5e0
      when input__replay_drop is not null then 10e0
    end as session_replay__replay_drop__points,
    case
      when input__replay_users >= 0.4e0 then 'healthy'
      when input__replay_users >= 0.2e0 then 'concerning'
      when input__replay_users is not null then 'poor'
    end as session_replay__replay_users__band,
    case
      when input__replay_users >= 0.4e0 then 10e0
      when input__replay_users >= 0.2e0 then 5e0
      when input__replay_users is not null then 0e0
    end as session_replay__replay_users__points,
    case
      when input__flag_request_drop > 0.2e0 then 'poor'
      when input__flag_request_drop > 0.05e0 then 'concerning'
      when input__flag_request_drop is not null then 'healthy'
    end as flags_experiments__flag_request_drop__band,
    case
      when input__flag_request_drop > 0.2e0 then 0e0
      when input__flag_request_drop > 0.05e0 then 5e0
      when input__flag_request_drop is not null then 10e0
    end as flags_experiments__flag_request_drop__points,
    case
      when input__flag_users >= 0.2e0 then 'healthy'
      when input__flag_users >= 0.05e0 then 'concerning'
      when input__flag_users is not null then 'poor'
    end as flags_experiments__flag_users__band,
    case
      when input__flag_users >= 0.2e0 then 10e0
      when input__flag_users >= 0.05e0 then 5e0
      when input__flag_users is not null then 0e0
    end as flags_experiments__flag_users__points,
    case
      when input__experiment_users >= 0.2e0 then 'healthy'
      when input__experiment_users >= 0.05e0 then 'concerning'
      when input__experiment_users is not null then 'poor'
    end as flags_experiments__experiment_users__band,
    case
      when input__experiment_users >= 0.2e0 then 10e0
      when input__experiment_users >= 0.05e0 then 5e0
      when input__experiment_users is not null then 0e0
    end as flags_experiments__experiment_users__points,
    case
      when input__survey_users >= 0.2e0 then 'healthy'
      when input__survey_users >= 0.05e0 then 'concerning'
      when input__survey_users is not null then 'poor'
    end as surveys_warehouse__survey_users__band,
    case
      when input__survey_users >= 0.2e0 then 10e0
      when input__survey_users >= 0.05e0 then 5e0
      when input__survey_users is not null then 0e0
    end as surveys_warehouse__survey_users__points,
    case
      when input__rows_synced_drop > 0.2e0 then 'poor'
      when input__rows_synced_drop > 0.05e0 then 'concerning'
      when input__rows_synced_drop is not null then 'healthy'
    end as surveys_warehouse__rows_synced_drop__band,
    case
      when input__rows_synced_drop > 0.2e0 then 0e0
      when input__rows_synced_drop > 0.05e0 then 5e0
      when input__rows_synced_drop is not null then 10e0
    end as surveys_warehouse__rows_synced_drop__points,
    (20269e0 - input__owner_removed) as figure__1,
    (20269e0 - input__owner_added) as figure__2,
    case input__csm_relationship
      when '1 no relationship' then '1 No relationship'
      when '2 introduced' then '2 Introduced'
      when '3 reactive' then '3 Reactive'
      when '4 working relationship' then '4 Working relationship'
      when '5 trusted advisor' then '5 Trusted advisor'
    end as result__relationship,
    coalesce((input__mrr_change < (-0.1e0)), false) as risk__forecasted_mrr_decrease,
    coalesce((input__billing_visits_7d > 1e0), false) as risk__increased_billing_page_visits,
    coalesce((input__query_failures_7d > 0.1e0), false) as risk__query_failure_rate_10,
    coalesce((input__event_drop_7d > 0.2e0), false) as risk__sudden_decrease_in_event_volume,
    coalesce((input__insight_seen > 7e0), false) as risk__no_insights_analyzed_past_week,
    coalesce(input__payment_failed, false) as risk__payment_failed,
    coalesce((input__startup_plan and (input__forecasted_mrr > 0e0)), false) as risk__startup_credit_will_run_out_this_billing_cycle,
    coalesce((input__mrr_change > 0.1e0), false) as opportunity__forecasted_mrr_growth
  from inputs
),
dimensions as (
  select
    *,
    (case when user_engagement__last_seen__points is not null then 1e0 else 0e0 end + case when user_engagement__active_users__points is not null then 1e0 else 0e0 end + case when user_engagement__active_user_drop__points is not null then 1e0 else 0e0 end + case when user_engagement__feature_users__points is not null then 1e0 else 0e0 end) / 4e0 as user_engagement__coverage,
    (coalesce(user_engagement__last_seen__points, 0e0) + coalesce(user_engagement__active_users__points, 0e0) + coalesce(user_engagement__active_user_drop__points, 0e0) + coalesce(user_engagement__feature_users__points, 0e0))
      / nullif(case when user_engagement__last_seen__points is not null then 1e0 else 0e0 end + case when user_engagement__active_users__points is not null then 1e0 else 0e0 end + case when user_engagement__active_user_drop__points is not null then 1e0 else 0e0 end + case when user_engagement__feature_users__points is not null then 1e0 else 0e0 end, 0e0) as user_engagement__score,
    (case when product_experience__tickets_30d__points is not null then 1e0 else 0e0 end + case when product_experience__urgent_tickets__points is not null then 1e0 else 0e0 end + case when product_experience__docs_7d__points is not null then 1e0 else 0e0 end + case when product_experience__query_failures_7d__points is not null then 1e0 else 0e0 end) / 4e0 as product_experience__coverage,
    (coalesce(product_experience__tickets_30d__points, 0e0) + coalesce(product_experience__urgent_tickets__points, 0e0) + coalesce(product_experience__docs_7d__points, 0e0) + coalesce(product_experience__query_failures_7d__points, 0e0))
      / nullif(case when product_experience__tickets_30d__points is not null then 1e0 else 0e0 end + case when product_experience__urgent_tickets__points is not null then 1e0 else 0e0 end + case when product_experience__docs_7d__points is not null then 1e0 else 0e0 end + case when product_experience__query_failures_7d__points is not null then 1e0 else 0e0 end, 0e0) as product_experience__score,
    (case when company_engagement__meeting__points is not null then 1e0 else 0e0 end + case when company_engagement__ticket__points is not null then 1e0 else 0e0 end + case when company_engagement__products__points is not null then 1e0 else 0e0 end) / 3e0 as company_engagement__coverage,
    (coalesce(company_engagement__meeting__points, 0e0) + coalesce(company_engagement__ticket__points, 0e0) + coalesce(company_engagement__products__points, 0e0))
      / nullif(case when company_engagement__meeting__points is not null then 1e0 else 0e0 end + case when company_engagement__ticket__points is not null then 1e0 else 0e0 end + case when company_engagement__products__points is not null then 1e0 else 0e0 end, 0e0) as company_engagement__score,
    (case when product_analytics__event_drop__points is not null then 1e0 else 0e0 end + case when product_analytics__insight_users__points is not null then 1e0 else 0e0 end) / 2e0 as product_analytics__coverage,
    (coalesce(product_analytics__event_drop__points, 0e0) + coalesce(product_analytics__insight_users__points, 0e0))
      / nullif(case when product_analytics__event_drop__points is not null then 1e0 else 0e0 end + case when product_analytics__insight_users__points is not null then 1e0 else 0e0 end, 0e0) as product_analytics__score,
    (case when session_replay__replay_drop__points is not null then 1e0 else 0e0 end + case when session_replay__replay_users__points is not null then 1e0 else 0e0 end) / 2e0 as session_replay__coverage,
    (coalesce(session_replay__replay_drop__points, 0e0) + coalesce(session_replay__replay_users__points, 0e0))
      / nullif(case when session_replay__replay_drop__points is not null then 1e0 else 0e0 end + case when session_replay__replay_users__points is not null then 1e0 else 0e0 end, 0e0) as session_replay__score,
    (case when flags_experiments__flag_request_drop__points is not null then 1e0 else 0e0 end + case when flags_experiments__flag_users__points is not null then 1e0 else 0e0 end + case when flags_experiments__experiment_users__points is not null then 1e0 else 0e0 end) / 3e0 as flags_experiments__coverage,
    (coalesce(flags_experiments__flag_request_drop__points, 0e0) + coalesce(flags_experiments__flag_users__points, 0e0) + coalesce(flags_experiments__experiment_users__points, 0e0))
      / nullif(case when flags_experiments__flag_request_drop__points is not null then 1e0 else 0e0 end + case when flags_experiments__flag_users__points is not null then 1e0 else 0e0 end + case when flags_experiments__experiment_users__points is not null then 1e0 else 0e0 end, 0e0) as flags_experiments__score,
    (case when surveys_warehouse__survey_users__points is not null then 1e0 else 0e0 end + case when surveys_warehouse__rows_synced_drop__points is not null then 1e0 else 0e0 end) / 2e0 as surveys_warehouse__coverage,
    (coalesce(surveys_warehouse__survey_users__points, 0e0) + coalesce(surveys_warehouse__rows_synced_drop__points, 0e0))
      / nullif(case when surveys_warehouse__survey_users__points is not null then 1e0 else 0e0 end + case when surveys_warehouse__rows_synced_drop__points is not null then 1e0 else 0e0 end, 0e0) as surveys_warehouse__score,
    coalesce((14e0 - figure__1 > 1e-9 * greatest(1e0, abs(figure__1), abs(14e0))), false) as risk__organization_owner_recently_removed,
    coalesce((14e0 - figure__2 > 1e-9 * greatest(1e0, abs(figure__2), abs(14e0))), false) as opportunity__organization_owner_recently_added
  from measures
),
dimensions_2 as (
  select
    *,
    case
      when user_engagement__score >= 6.666666656666667e0 then 'healthy'
      when user_engagement__score >= 3.3333333233333335e0 then 'concerning'
      when user_engagement__score is not null then 'poor'
    end as user_engagement__band,
    case
      when product_experience__score >= 6.666666656666667e0 then 'healthy'
      when product_experience__score >= 3.3333333233333335e0 then 'concerning'
      when product_experience__score is not null then 'poor'
    end as product_experience__band,
    case
      when company_engagement__score >= 6.666666656666667e0 then 'healthy'
      when company_engagement__score >= 3.3333333233333335e0 then 'concerning'
      when company_engagement__score is not null then 'poor'
    end as company_engagement__band,
    case
      when product_analytics__score >= 6.666666656666667e0 then 'healthy'
      when product_analytics__score >= 3.3333333233333335e0 then 'concerning'
      when product_analytics__score is not null then 'poor'
    end as product_analytics__band,
    case
      when session_replay__score >= 6.666666656666667e0 then 'healthy'
      when session_replay__score >= 3.3333333233333335e0 then 'concerning'
      when session_replay__score is not null then 'poor'
    end as session_replay__band,
    case
      when flags_experiments__score >= 6.666666656666667e0 then 'healthy'
      when flags_experiments__score >= 3.3333333233333335e0 then 'concerning'
      when flags_experiments__score is not null then 'poor'
    end as flags_experiments__band,
    case
      when surveys_warehouse__score >= 6.666666656666667e0 then 'healthy'
      when surveys_warehouse__score >= 3.3333333233333335e0 then 'concerning'
      when surveys_warehouse__score is not null then 'poor'
    end as surveys_warehouse__band,
    (15e0 * user_engagement__coverage + 5e0 * product_experience__coverage + 5e0 * company_engagement__coverage + 33e0 * product_analytics__coverage + 20e0 * session_replay__coverage + 17e0 * flags_experiments__coverage + 5e0 * surveys_warehouse__coverage) / 100e0 as coverage,
    (coalesce(15e0 * user_engagement__score, 0e0) + coalesce(5e0 * product_experience__score, 0e0) + coalesce(5e0 * company_engagement__score, 0e0) + coalesce(33e0 * product_analytics__score, 0e0) + coalesce(20e0 * session_replay__score, 0e0) + coalesce(17e0 * flags_experiments__score, 0e0) + coalesce(5e0 * surveys_warehouse__score, 0e0))
      / nullif(case when user_engagement__score is not null then 15e0 else 0e0 end + case when product_experience__score is not null then 5e0 else 0e0 end + case when company_engagement__score is not null then 5e0 else 0e0 end + case when product_analytics__score is not null then 33e0 else 0e0 end + case when session_replay__score is not null then 20e0 else 0e0 end + case when flags_experiments__score is not null then 17e0 else 0e0 end + case when surveys_warehouse__score is not null then 5e0 else 0e0 end, 0e0) as step_1
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
  user_engagement__score,
  user_engagement__band,
  user_engagement__last_seen__points,
  user_engagement__last_seen__band,
  user_engagement__active_users__points,
  user_engagement__active_users__band,
  user_engagement__active_user_drop__points,
  user_engagement__active_user_drop__band,
  user_engagement__feature_users__points,
  user_engagement__feature_users__band,
  product_experience__score,
  product_experience__band,
  product_experience__tickets_30d__points,
  product_experience__tickets_30d__band,
  product_experience__urgent_tickets__points,
  product_experience__urgent_tickets__band,
  product_experience__docs_7d__points,
  product_experience__docs_7d__band,
  product_experience__query_failures_7d__points,
  product_experience__query_failures_7d__band,
  company_engagement__score,
  company_engagement__band,
  company_engagement__meeting__points,
  company_engagement__meeting__band,
  company_engagement__ticket__points,
  company_engagement__ticket__band,
  company_engagement__products__points,
  company_engagement__products__band,
  product_analytics__score,
  product_analytics__band,
  product_analytics__event_drop__points,
  product_analytics__event_drop__band,
  product_analytics__insight_users__points,
  product_analytics__insight_users__band,
  session_replay__score,
  session_replay__band,
  session_replay__replay_drop__points,
  session_replay__replay_drop__band,
  session_replay__replay_users__points,
  session_replay__replay_users__band,
  flags_experiments__score,
  flags_experiments__band,
  flags_experiments__flag_request_drop__points,
  flags_experiments__flag_request_drop__band,
  flags_experiments__flag_users__points,
  flags_experiments__flag_users__band,
  flags_experiments__experiment_users__points,
  flags_experiments__experiment_users__band,
  surveys_warehouse__score,
  surveys_warehouse__band,
  surveys_warehouse__survey_users__points,
  surveys_warehouse__survey_users__band,
  surveys_warehouse__rows_synced_drop__points,
  surveys_warehouse__rows_synced_drop__band,
  result__relationship,
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
