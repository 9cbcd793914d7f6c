with
cells as (
  select
    trim(cast("account" as varchar), ' ' || chr(9) || chr(10) || chr(13) || chr(160)) as account,
    lower(trim(cast("stage" as varchar), ' ' || chr(9) || chr(10) || chr(13) || chr(160))) as cell__stage,
    cast(date_diff('day', date '1970-01-01', cast("renewal_date" as date)) as double) as cell__renewal_date,
    lower(trim(cast("csm_pulse" as varchar), ' ' || chr(9) || chr(10) || chr(13) || chr(160))) as cell__csm_pulse,
    cast("champion_meetings_30d" as double) as cell__champion_meetings_30d,
    cast("setup_done" as double) as cell__setup_done,
    cast("setup_days_over" as double) as cell__setup_days_over,
    cast("champion_contact" as double) as cell__champion_contact,
    cast("champion_logins_week" as double) as cell__champion_logins_week,
    cast("champion_hours_week" as double) as cell__champion_hours_week,
    lower(trim(cast("csm_sentiment" as varchar), ' ' || chr(9) || chr(10) || chr(13) || chr(160))) as cell__csm_sentiment,
    cast("champion_nps" as double) as cell__champion_nps,
    cast("champion_csat" as double) as cell__champion_csat,
    cast("user_nps" as double) as cell__user_nps,
    cast("user_csat" as double) as cell__user_csat,
    cast("feature_use_change" as double) as cell__feature_use_change,
    cast("time_change" as double) as cell__time_change,
    cast("seats_used" as double) as cell__seats_used,
    cast("integrations_change" as double) as cell__integrations_change,
    cast("stickiness_change" as double) as cell__stickiness_change,
    cast("last_contact" as double) as cell__last_contact,
    lower(trim(cast("champion_pulse" as varchar), ' ' || chr(9) || chr(10) || chr(13) || chr(160))) as cell__champion_pulse,
    cast("week_1_users" as double) as cell__week_1_users,
    cast("days_used_week" as double) as cell__days_used_week,
    cast("key_features" as double) as cell__key_features,
    cast("events_per_seat" as double) as cell__events_per_seat,
    cast("users_with_events" as double) as cell__users_with_events,
    cast("csm_interactions_90d" as double) as cell__csm_interactions_90d,
    lower(trim(cast("qbr_held" as varchar), ' ' || chr(9) || chr(10) || chr(13) || chr(160))) as cell__qbr_held,
    cast("advocacy" as double) as cell__advocacy,
    cast("feature_users" as double) as cell__feature_users,
    cast("feature_mau" as double) as cell__feature_mau,
    cast("user_logins" as double) as cell__user_logins,
    cast("events_per_session" as double) as cell__events_per_session,
    cast("dau" as double) as cell__dau,
    cast("mau" as double) as cell__mau,
    cast("minutes_per_user_week" as double) as cell__minutes_per_user_week
  from "accounts"
),
inputs as (
  select
    *,
    case when cell__stage in ('onboarding', 'adoption', 'maturity', 'renewal') then cell__stage end as input__stage,
    cell__renewal_date + 0e0 as input__renewal_date,
    case when cell__csm_pulse in ('poor', 'concerning', 'healthy') then cell__csm_pulse end as input__csm_pulse,
    case
      when abs(cell__champion_meetings_30d) <= 1.7976931348623157e+308 and cell__champion_meetings_30d = floor(cell__champion_meetings_30d) and cell__champion_meetings_30d >= 0 then cell__champion_meetings_30d + 0e0
    end as input__champion_meetings_30d,
    case
      when abs(cell__setup_done) <= 1.7976931348623157e+308 and case
        when abs(cell__setup_done) between 0.001e0 and 100000000000000e0 then cast(cast(cell__setup_done as varchar) || 'e-2' as double)
        else cell__setup_done / 100e0
      end >= 0 and case
        when abs(cell__setup_done) between 0.001e0 and 100000000000000e0 then cast(cast(cell__setup_done as varchar) || 'e-2' as double)
        else cell__setup_done / 100e0
      end <= 1 then case
        when abs(cell__setup_done) between 0.001e0 and 100000000000000e0 then cast(cast(cell__setup_done as varchar) || 'e-2' as double)
        else cell__setup_done / 100e0
      end + 0e0
    end as input__setup_done,
    case when abs(cell__setup_days_over) <= 1.7976931348623157e+308 then cell__setup_days_over + 0e0 end as input__setup_days_over,
    case
      when abs(cell__champion_contact) <= 1.7976931348623157e+308 and cell__champion_contact = floor(cell__champion_contact) and cell__champion_contact >= 0 then cell__champion_contact + 0e0
    end as input__champion_contact,
    case
      when abs(cell__champion_logins_week) <= 1.7976931348623157e+308 and cell__champion_logins_week >= 0 and cell__champion_logins_week <= 10000 then cell__champion_logins_week + 0e0
    end as input__champion_logins_week,
    case
      when abs(cell__champion_hours_week) <= 1.7976931348623157e+308 and cell__champion_hours_week >= 0 and cell__champion_hours_week <= 168 then cell__champion_hours_week + 0e0
    end as input__champion_hours_week,
    case when cell__csm_sentiment in ('poor', 'concerning', 'healthy') then cell__csm_sentiment end as input__csm_sentiment,
    case
      when abs(cell__champion_nps) <= 1.7976931348623157e+308 and cell__champion_nps = floor(cell__champion_nps) and cell__champion_nps >= 0 and cell__champion_nps <= 10 then cell__champion_nps + 0e0
    end as input__champion_nps,
    case
      when abs(cell__champion_csat) <= 1.7976931348623157e+308 and case
        when abs(cell__champion_csat) between 0.001e0 and 100000000000000e0 then cast(cast(cell__champion_csat as varchar) || 'e-2' as double)
        else cell__champion_csat / 100e0
      end >= 0 and case
        when abs(cell__champion_csat) between 0.001e0 and 100000000000000e0 then cast(cast(cell__champion_csat as varchar) || 'e-2' as double)
        else cell__champion_csat / 100e0
      end <= 1 then case
        when abs(cell__champion_csat) between 0.001e0 and 100000000000000e0 then cast(cast(cell__champion_csat as varchar) || 'e-2' as double)
        else cell__champion_csat / 100e0
      end + 0e0
    end as input__champion_csat,
    case
      when abs(cell__user_nps) <= 1.7976931348623157e+308 and cell__user_nps = floor(cell__user_nps) and cell__user_nps >= 0 and cell__user_nps <= 10 then cell__user_nps + 0e0
    end as input__user_nps,
    case
      when abs(cell__user_csat) <= 1.7976931348623157e+308 and case
        when abs(cell__user_csat) between 0.001e0 and 100000000000000e0 then cast(cast(cell__user_csat as varchar) || 'e-2' as double)
        else cell__user_csat / 100e0
      end >= 0 and case
        when abs(cell__user_csat) between 0.001e0 and 100000000000000e0 then cast(cast(cell__user_csat as varchar) || 'e-2' as double)
        else cell__user_csat / 100e0
      end <= 1 then case
        when abs(cell__user_csat) between 0.001e0 and 100000000000000e0 then cast(cast(cell__user_csat as varchar) || 'e-2' as double)
        else cell__user_csat / 100e0
      end + 0e0
    end as input__user_csat,
    case
      when abs(cell__feature_use_change) <= 1.7976931348623157e+308 then case
        when abs(cell__feature_use_change) between 0.001e0 and 100000000000000e0 then cast(cast(cell__feature_use_change as varchar) || 'e-2' as double)
        else cell__feature_use_change / 100e0
      end + 0e0
    end as input__feature_use_change,
    case
      when abs(cell__time_change) <= 1.7976931348623157e+308 then case
        when abs(cell__time_change) between 0.001e0 and 100000000000000e0 then cast(cast(cell__time_change as varchar) || 'e-2' as double)
        else cell__time_change / 100e0
      end + 0e0
    end as input__time_change,
    case
      when abs(cell__seats_used) <= 1.7976931348623157e+308 then case
        when abs(cell__seats_used) between 0.001e0 and 100000000000000e0 then cast(cast(cell__seats_used as varchar) || 'e-2' as double)
        else cell__seats_used / 100e0
      end + 0e0
    end as input__seats_used,
    case
      when abs(cell__integrations_change) <= 1.7976931348623157e+308 then cell__integrations_change + 0e0
    end as input__integrations_change,
    case
      when abs(cell__stickiness_change) <= 1.7976931348623157e+308 then case
        when abs(cell__stickiness_change) between 0.001e0 and 100000000000000e0 then cast(cast(cell__stickiness_change as varchar) || 'e-2' as double)
        else cell__stickiness_change / 100e0
      end + 0e0
    end as input__stickiness_change,
    case
      when abs(cell__last_contact) <= 1.7976931348623157e+308 and cell__last_contact = floor(cell__last_contact) and cell__last_contact >= 0 then cell__last_contact + 0e0
    end as input__last_contact,
    case when cell__champion_pulse in ('poor', 'concerning', 'healthy') then cell__champion_pulse end as input__champion_pulse,
    case
      when abs(cell__week_1_users) <= 1.7976931348623157e+308 and case
        when abs(cell__week_1_users) between 0.001e0 and 100000000000000e0 then cast(cast(cell__week_1_users as varchar) || 'e-2' as double)
        else cell__week_1_users / 100e0
      end >= 0 and case
        when abs(cell__week_1_users) between 0.001e0 and 100000000000000e0 then cast(cast(cell__week_1_users as varchar) || 'e-2' as double)
        else cell__week_1_users / 100e0
      end <= 1 then case
        when abs(cell__week_1_users) between 0.001e0 and 100000000000000e0 then cast(cast(cell__week_1_users as varchar) || 'e-2' as double)
        else cell__week_1_users / 100e0
      end + 0e0
    end as input__week_1_users,
    case
      when abs(cell__days_used_week) <= 1.7976931348623157e+308 and cell__days_used_week >= 0 and cell__days_used_week <= 7 then cell__days_used_week + 0e0
    end as input__days_used_week,
    case
      when abs(cell__key_features) <= 1.7976931348623157e+308 and case
        when abs(cell__key_features) between 0.001e0 and 100000000000000e0 then cast(cast(cell__key_features as varchar) || 'e-2' as double)
        else cell__key_features / 100e0
      end >= 0 and case
        when abs(cell__key_features) between 0.001e0 and 100000000000000e0 then cast(cast(cell__key_features as varchar) || 'e-2' as double)
        else cell__key_features / 100e0
      end <= 1 then case
        when abs(cell__key_features) between 0.001e0 and 100000000000000e0 then cast(cast(cell__key_features as varchar) || 'e-2' as double)
        else cell__key_features / 100e0
      end + 0e0
    end as input__key_features,
    case
      when abs(cell__events_per_seat) <= 1.7976931348623157e+308 and cell__events_per_seat >= 0 and cell__events_per_seat <= 1000000 then cell__events_per_seat + 0e0
    end as input__events_per_seat,
    case
      when abs(cell__users_with_events) <= 1.7976931348623157e+308 and case
        when abs(cell__users_with_events) between 0.001e0 and 100000000000000e0 then cast(cast(cell__users_with_events as varchar) || 'e-2' as double)
        else cell__users_with_events / 100e0
      end >= 0 and case
        when abs(cell__users_with_events) between 0.001e0 and 100000000000000e0 then cast(cast(cell__users_with_events as varchar) || 'e-2' as double)
        else cell__users_with_events / 100e0
      end <= 1 then case
        when abs(cell__users_with_events) between 0.001e0 and 100000000000000e0 then cast(cast(cell__users_with_events as varchar) || 'e-2' as double)
        else cell__users_with_events / 100e0
      end + 0e0
    end as input__users_with_events,
    case
      when abs(cell__csm_interactions_90d) <= 1.7976931348623157e+308 and cell__csm_interactions_90d = floor(cell__csm_interactions_90d) and cell__csm_interactions_90d >= 0 then cell__csm_interactions_90d + 0e0
    end as input__csm_interactions_90d,
    case
      when cell__qbr_held in ['true', 'yes', 'y', 't', '1', '1.0'] then true
      when cell__qbr_held in ['false', 'no', 'n', 'f', '0', '0.0'] then false
    end as input__qbr_held,
    case
      when abs(cell__advocacy) <= 1.7976931348623157e+308 and cell__advocacy = floor(cell__advocacy) and cell__advocacy >= 0 then cell__advocacy + 0e0
    end as input__advocacy,
    case
      when abs(cell__feature_users) <= 1.7976931348623157e+308 and case
        when abs(cell__feature_users) between 0.001e0 and 100000000000000e0 then cast(cast(cell__feature_users as varchar) || 'e-2' as double)
        else cell__feature_users / 100e0
      end >= 0 and case
        when abs(cell__feature_users) between 0.001e0 and 100000000000000e0 then cast(cast(cell__feature_users as varchar) || 'e-2' as double)
        else cell__feature_users / 100e0
      end <= 1 then case
        when abs(cell__feature_users) between 0.001e0 and 100000000000000e0 then cast(cast(cell__feature_users as varchar) || 'e-2' as double)
        else cell__feature_users / 100e0
      end + 0e0
    end as input__feature_users,
    case
      when abs(cell__feature_mau) <= 1.7976931348623157e+308 and cell__feature_mau = floor(cell__feature_mau) and cell__feature_mau >= 0 then cell__feature_mau + 0e0
    end as input__feature_mau,
    case
      when abs(cell__user_logins) <= 1.7976931348623157e+308 and cell__user_logins = floor(cell__user_logins) and cell__user_logins >= 0 then cell__user_logins + 0e0
    end as input__user_logins,
    case
      when abs(cell__events_per_session) <= 1.7976931348623157e+308 and cell__events_per_session >= 0 and cell__events_per_session <= 1000000 then cell__events_per_session + 0e0
    end as input__events_per_session,
    case
      when abs(cell__dau) <= 1.7976931348623157e+308 and cell__dau = floor(cell__dau) and cell__dau >= 0 then cell__dau + 0e0
    end as input__dau,
    case
      when abs(cell__mau) <= 1.7976931348623157e+308 and cell__mau = floor(cell__mau) and cell__mau >= 0 then cell__mau + 0e0
    end as input__mau,
    case
      when abs(cell__minutes_per_user_week) <= 1.7976931348623157e+308 and cell__minutes_per_user_week >= 0 and cell__minutes_per_user_week <= 10080 then cell__minutes_per_user_week + 0e0
    end as input__minutes_per_user_week
  from cells
),
lets as (
  select
    *,
    (input__renewal_date - 20269e0) as figure__1,
    (input__feature_mau / nullif(input__user_logins, 0e0)) as let__feature_adoption,
    (input__dau / nullif(input__mau, 0e0)) as let__stickiness
  from inputs
),
segments as (
  select
    *,
    case
      when (input__stage = 'onboarding') then 'onboarding'
      when ((input__stage = 'renewal') or ((0e0 - figure__1 <= 1e-9 * greatest(1e0, abs(figure__1), abs(0e0))) and (figure__1 - 90e0 <= 1e-9 * greatest(1e0, abs(figure__1), abs(90e0))))) then 'renewal'
      when (input__stage = 'adoption') then 'adoption'
      when ((input__stage = 'maturity') or (input__stage is null)) then 'maturity'
    end as segment
  from lets
),
measures as (
  select
    *,
    case
      when segment = 'onboarding' then case
        when input__csm_pulse = 'poor' then 'poor'
        when input__csm_pulse = 'concerning' then 'concerning'
        when input__csm_pulse = 'healthy' then 'healthy'
      end
    end as champion_engagement__csm_pulse__band,
    case
      when segment = 'onboarding' then case
        when input__csm_pulse = 'poor' then 0e0
        when input__csm_pulse = 'concerning' then 5e0
        when input__csm_pulse = 'healthy' then 10e0
      end
    end as champion_engagement__csm_pulse__points,
    case
      when segment = 'onboarding' then case
        when input__champion_meetings_30d >= 3 then 'healthy'
        when input__champion_meetings_30d >= 1 then 'concerning'
        when input__champion_meetings_30d is not null then 'poor'
      end
    end as champion_engagement__champion_meetings_30d__band,
    case
      when segment = 'onboarding' then case
        when input__champion_meetings_30d >= 3 then 10e0
        when input__champion_meetings_30d >= 1 then 5e0
        when input__champion_meetings_30d is not null then 0e0
      end
    end as champion_engagement__champion_meetings_30d__points,
    case
      when segment = 'onboarding' then case
        when input__setup_done >= 1 then 'healthy'
        when input__setup_done >= 0.5e0 then 'concerning'
        when input__setup_done is not null then 'poor'
      end
    end as implementation__setup_done__band,
    case
      when segment = 'onboarding' then case
        when input__setup_done >= 1 then 10e0
        when input__setup_done >= 0.5e0 then 5e0
        when input__setup_done is not null then 0e0
      end
    end as implementation__setup_done__points,
    case
      when segment = 'onboarding' then case
        when input__setup_days_over > 14 then 'poor'
        when input__setup_days_over > 0 then 'concerning'
        when input__setup_days_over is not null then 'healthy'
      end
    end as implementation__setup_days_over__band,
    case
      when segment = 'onboarding' then case
        when input__setup_days_over > 14 then 0e0
        when input__setup_days_over > 0 then 5e0
        when input__setup_days_over is not null then 10e0
      end
    end as implementation__setup_days_over__points,
    case
      when segment = 'onboarding' then case
        when input__champion_contact > 14 then 'poor'
        when input__champion_contact > 7 then 'concerning'
        when input__champion_contact is not null then 'healthy'
      end
    end as implementation__champion_contact__band,
    case
      when segment = 'onboarding' then case
        when input__champion_contact > 14 then 0e0
        when input__champion_contact > 7 then 5e0
        when input__champion_contact is not null then 10e0
      end
    end as implementation__champion_contact__points,
    case
      when segment = 'onboarding' then case
        when input__champion_logins_week >= 3 then 'healthy'
        when input__champion_logins_week >= 1 then 'concerning'
        when input__champion_logins_week is not null then 'poor'
      end
    end as champion_activity__champion_logins_week__band,
    case
      when segment = 'onboarding' then case
        when input__champion_logins_week >= 3 then 10e0
        when input__champion_logins_week >= 1 then 5e0
        when input__champion_logins_week is not null then 0e0
      end
    end as champion_activity__champion_logins_week__points,
    case
      when segment = 'onboarding' then case
        when input__champion_hours_week >= 3 then 'healthy'
        when input__champion_hours_week >= 1 then 'concerning'
        when input__champion_hours_week is not null then 'poor'
      end
    end as champion_activity__champion_hours_week__band,
    case
      when segment = 'onboarding' then case
        when input__champion_hours_week >= 3 then 10e0
        when input__champion_hours_week >= 1 then 5e0
        when input__champion_hours_week is not null then 0e0
      end
    end as champion_activity__champion_hours_week__points,
    case
      when segment = 'renewal' then case
        when input__csm_sentiment = 'poor' then 'poor'
        when input__csm_sentiment = 'concerning' then 'concerning'
        when input__csm_sentiment = 'healthy' then 'healthy'
      end
    end as customer_engagement__csm_sentiment__band,
    case
      when segment = 'renewal' then case
        when input__csm_sentiment = 'poor' then 0e0
        when input__csm_sentiment = 'concerning' then 5e0
        when input__csm_sentiment = 'healthy' then 10e0
      end
    end as customer_engagement__csm_sentiment__points,
    case
      when segment in ('renewal', 'adoption') then case
        when input__champion_nps >= 9 then 'healthy'
        when input__champion_nps >= 7 then 'concerning'
        when input__champion_nps is not null then 'poor'
      end
    end as customer_engagement__champion_nps__band,
    case
      when segment in ('renewal', 'adoption') then case
        when input__champion_nps >= 9 then 10e0
        when input__champion_nps >= 7 then 5e0
        when input__champion_nps is not null then 0e0
      end
    end as customer_engagement__champion_nps__points,
    case
      when segment = 'renewal' then case
        when input__champion_csat >= 0.85e0 then 'healthy'
        when input__champion_csat >= 0.7e0 then 'concerning'
        when input__champion_csat is not null then 'poor'
      end
    end as customer_engagement__champion_csat__band,
    case
      when segment = 'renewal' then case
        when input__champion_csat >= 0.85e0 then 10e0
        when input__champion_csat >= 0.7e0 then 5e0
        when input__champion_csat is not null then 0e0
      end
    end as customer_engagement__champion_csat__points,
    case
      when segment = 'renewal' then case
        when input__user_nps >= 9 then 'healthy'
        when input__user_nps >= 7 then 'concerning'
        when input__user_nps is not null then 'poor'
      end
    end as customer_engagement__user_nps__band,
    case
      when segment = 'renewal' then case
        when input__user_nps >= 9 then 10e0
        when input__user_nps >= 7 then 5e0
        when input__user_nps is not null then 0e0
      end
    end as customer_engagement__user_nps__points,
    case
      when segment = 'renewal' then case
        when input__user_csat >= 0.85e0 then 'healthy'
        when input__user_csat >= 0.7e0 then 'concerning'
        when input__user_csat is not null then 'poor'
      end
    end as customer_engagement__user_csat__band,
    case
      when segment = 'renewal' then case
        when input__user_csat >= 0.85e0 then 10e0
        when input__user_csat >= 0.7e0 then 5e0
        when input__user_csat is not null then 0e0
      end
    end as customer_engagement__user_csat__points,
    case
      when segment = 'renewal' then case
        when input__feature_use_change >= 0 then 'healthy'
        when input__feature_use_change >= (-0.1e0) then 'concerning'
        when input__feature_use_change is not null then 'poor'
      end
    end as product_usage__feature_use_change__band,
    case
      when segment = 'renewal' then case
        when input__feature_use_change >= 0 then 10e0
        when input__feature_use_change >= (-0.1e0) then 5e0
        when input__feature_use_change is not null then 0e0
      end
    end as product_usage__feature_use_change__points,
    case
      when segment = 'renewal' then case
        when input__time_change >= 0 then 'healthy'
        when input__time_change >= (-0.1e0) then 'concerning'
        when input__time_change is not null then 'poor'
      end
    end as product_usage__time_change__band,
    case
      when segment = 'renewal' then case
        when input__time_change >= 0 then 10e0
        when input__time_change >= (-0.1e0) then 5e0
        when input__time_change is not null then 0e0
      end
    end as product_usage__time_change__points,
    case
      when segment = 'renewal' then case
        when input__seats_used > 1 then 'concerning'
        when input__seats_used >= 0.8e0 then 'healthy'
        when input__seats_used >= 0.5e0 then 'concerning'
        when input__seats_used is not null then 'poor'
      end
    end as product_usage__seats_used__band,
    case
      when segment = 'renewal' then case
        when input__seats_used > 1 then 5e0
        when input__seats_used >= 0.8e0 then 10e0
        when input__seats_used >= 0.5e0 then 5e0
        when input__seats_used is not null then 0e0
      end
    end as product_usage__seats_used__points,
    case
      when segment = 'renewal' then case
        when input__integrations_change >= 1 then 'healthy'
        when input__integrations_change >= 0 then 'concerning'
        when input__integrations_change is not null then 'poor'
      end
    end as user_activity__integrations_change__band,
    case
      when segment = 'renewal' then case
        when input__integrations_change >= 1 then 10e0
        when input__integrations_change >= 0 then 5e0
        when input__integrations_change is not null then 0e0
      end
    end as user_activity__integrations_change__points,
    case
      when segment = 'renewal' then case
        when input__stickiness_change >= 0 then 'healthy'
        when input__stickiness_change >= (-0.1e0) then 'concerning'
        when input__stickiness_change is not null then 'poor'
      end
    end as user_activity__stickiness_change__band,
    case
      when segment = 'renewal' then case
        when input__stickiness_change >= 0 then 10e0
        when input__stickiness_change >= (-0.1e0) then 5e0
        when input__stickiness_change is not null then 0e0
      end
    end as user_activity__stickiness_change__points,
    case
      when segment = 'adoption' then case
        when input__last_contact > 30 then 'poor'
        when input__last_contact > 14 then 'concerning'
        when input__last_contact is not null then 'healthy'
      end
    end as customer_engagement__last_contact__band,
    case
      when segment = 'adoption' then case
        when input__last_contact > 30 then 0e0
        when input__last_contact > 14 then 5e0
        when input__last_contact is not null then 10e0
      end
    end as customer_engagement__last_contact__points,
    case
      when segment = 'adoption' then case
        when input__csm_pulse = 'poor' then 'poor'
        when input__csm_pulse = 'concerning' then 'concerning'
        when input__csm_pulse = 'healthy' then 'healthy'
      end
    end as customer_engagement__csm_pulse__band,
    case
      when segment = 'adoption' then case
        when input__csm_pulse = 'poor' then 0e0
        when input__csm_pulse = 'concerning' then 5e0
        when input__csm_pulse = 'healthy' then 10e0
      end
    end as customer_engagement__csm_pulse__points,
    case
      when segment = 'adoption' then case
        when input__champion_pulse = 'poor' then 'poor'
        when input__champion_pulse = 'concerning' then 'concerning'
        when input__champion_pulse = 'healthy' then 'healthy'
      end
    end as customer_engagement__champion_pulse__band,
    case
      when segment = 'adoption' then case
        when input__champion_pulse = 'poor' then 0e0
        when input__champion_pulse = 'concerning' then 5e0
        when input__champion_pulse = 'healthy' then 10e0
      end
    end as customer_engagement__champion_pulse__points,
    case
      when segment = 'adoption' then case
        when input__week_1_users >= 0.6e0 then 'healthy'
        when input__week_1_users >= 0.3e0 then 'concerning'
        when input__week_1_users is not null then 'poor'
      end
    end as customer_engagement__week_1_users__band,
    case
      when segment = 'adoption' then case
        when input__week_1_users >= 0.6e0 then 10e0
        when input__week_1_users >= 0.3e0 then 5e0
        when input__week_1_users is not null then 0e0
      end
    end as customer_engagement__week_1_users__points,
    case
      when segment = 'adoption' then case
        when input__days_used_week >= 3 then 'healthy'
        when input__days_used_week >= 1 then 'concerning'
        when input__days_used_week is not null then 'poor'
      end
    end as product_usage__days_used_week__band,
    case
      when segment = 'adoption' then case
        when input__days_used_week >= 3 then 10e0
        when input__days_used_week >= 1 then 5e0
        when input__days_used_week is not null then 0e0
      end
    end as product_usage__days_used_week__points,
    case
      when segment = 'adoption' then case
        when input__key_features >= 0.6e0 then 'healthy'
        when input__key_features >= 0.3e0 then 'concerning'
        when input__key_features is not null then 'poor'
      end
    end as product_usage__key_features__band,
    case
      when segment = 'adoption' then case
        when input__key_features >= 0.6e0 then 10e0
        when input__key_features >= 0.3e0 then 5e0
        when input__key_features is not null then 0e0
      end
    end as product_usage__key_features__points,
    case
      when segment in ('adoption', 'maturity') then case
        when input__events_per_seat >= 20 then 'healthy'
        when input__events_per_seat >= 5 then 'concerning'
        when input__events_per_seat is not null then 'poor'
      end
    end as user_activity__events_per_seat__band,
    case
      when segment in ('adoption', 'maturity') then case
        when input__events_per_seat >= 20 then 10e0
        when input__events_per_seat >= 5 then 5e0
        when input__events_per_seat is not null then 0e0
      end
    end as user_activity__events_per_seat__points,
    case
      when segment = 'adoption' then case
        when input__users_with_events >= 0.7e0 then 'healthy'
        when input__users_with_events >= 0.4e0 then 'concerning'
        when input__users_with_events is not null then 'poor'
      end
    end as user_activity__users_with_events__band,
    case
      when segment = 'adoption' then case
        when input__users_with_events >= 0.7e0 then 10e0
        when input__users_with_events >= 0.4e0 then 5e0
        when input__users_with_events is not null then 0e0
      end
    end as user_activity__users_with_events__points,
    case
      when segment = 'maturity' then case
        when input__csm_pulse = 'poor' then 'poor'
        when input__csm_pulse = 'concerning' then 'concerning'
        when input__csm_pulse = 'healthy' then 'healthy'
      end
    end as customer_engagement__cadence__csm_pulse__band,
    case
      when segment = 'maturity' then case
        when input__csm_pulse = 'poor' then 0e0
        when input__csm_pulse = 'concerning' then 5e0
        when input__csm_pulse = 'healthy' then 10e0
      end
    end as customer_engagement__cadence__csm_pulse__points,
    case
      when segment = 'maturity' then case
        when input__csm_interactions_90d >= 3 then 'healthy'
        when input__csm_interactions_90d >= 1 then 'concerning'
        when input__csm_interactions_90d is not null then 'poor'
      end
    end as customer_engagement__cadence__csm_interactions_90d__band,
    case
      when segment = 'maturity' then case
        when input__csm_interactions_90d >= 3 then 10e0
        when input__csm_interactions_90d >= 1 then 5e0
        when input__csm_interactions_90d is not null then 0e0
      end
    end as customer_engagement__cadence__csm_interactions_90d__points,
    case
      when segment = 'maturity' then case when not input__qbr_held then 'poor' when input__qbr_held then 'healthy' end
    end as customer_engagement__cadence__qbr_held__band,
    case
      when segment = 'maturity' then case when not input__qbr_held then 0e0 when input__qbr_held then 10e0 end
    end as customer_engagement__cadence__qbr_held__points,
    case
      when segment = 'maturity' then case
        when input__user_nps >= 9 then 'healthy'
        when input__user_nps >= 7 then 'concerning'
        when input__user_nps is not null then 'poor'
      end
    end as customer_engagement__feedback__user_nps__band,
    case
      when segment = 'maturity' then case
        when input__user_nps >= 9 then 10e0
        when input__user_nps >= 7 then 5e0
        when input__user_nps is not null then 0e0
      end
    end as customer_engagement__feedback__user_nps__points,
    case
      when segment = 'maturity' then case
        when input__user_csat >= 0.85e0 then 'healthy'
        when input__user_csat >= 0.7e0 then 'concerning'
        when input__user_csat is not null then 'poor'
      end
    end as customer_engagement__feedback__user_csat__band,
    case
      when segment = 'maturity' then case
        when input__user_csat >= 0.85e0 then 10e0
        when input__user_csat >= 0.7e0 then 5e0
        when input__user_csat is not null then 0e0
      end
    end as customer_engagement__feedback__user_csat__points,
    case
      when segment = 'maturity' then case
        when input__champion_nps >= 9 then 'healthy'
        when input__champion_nps >= 7 then 'concerning'
        when input__champion_nps is not null then 'poor'
      end
    end as customer_engagement__feedback__champion_nps__band,
    case
      when segment = 'maturity' then case
        when input__champion_nps >= 9 then 10e0
        when input__champion_nps >= 7 then 5e0
        when input__champion_nps is not null then 0e0
      end
    end as customer_engagement__feedback__champion_nps__points,
    case
      when segment = 'maturity' then case
        when input__champion_csat >= 0.85e0 then 'healthy'
        when input__champion_csat >= 0.7e0 then 'concerning'
        when input__champion_csat is not null then 'poor'
      end
    end as customer_engagement__feedback__champion_csat__band,
    case
      when segment = 'maturity' then case
        when input__champion_csat >= 0.85e0 then 10e0
        when input__champion_csat >= 0.7e0 then 5e0
        when input__champion_csat is not null then 0e0
      end
    end as customer_engagement__feedback__champion_csat__points,
    case
      when segment = 'maturity' then case
        when input__advocacy >= 2 then 'healthy'
        when input__advocacy >= 1 then 'concerning'
        when input__advocacy is not null then 'poor'
      end
    end as customer_engagement__advocacy__band,
    case
      when segment = 'maturity' then case
        when input__advocacy >= 2 then 10e0
        when input__advocacy >= 1 then 5e0
        when input__advocacy is not null then 0e0
      end
    end as customer_engagement__advocacy__points,
    case
      when segment = 'maturity' then case
        when input__feature_users >= 0.6e0 then 'healthy'
        when input__feature_users >= 0.3e0 then 'concerning'
        when input__feature_users is not null then 'poor'
      end
    end as product_usage__feature_users__band,
    case
      when segment = 'maturity' then case
        when input__feature_users >= 0.6e0 then 10e0
        when input__feature_users >= 0.3e0 then 5e0
        when input__feature_users is not null then 0e0
      end
    end as product_usage__feature_users__points,
    case
      when segment = 'maturity' then case
        when let__feature_adoption >= 0.399999999e0 then 'healthy'
        when let__feature_adoption >= 0.199999999e0 then 'concerning'
        when let__feature_adoption is not null then 'poor'
      end
    end as product_usage__feature_adoption__band,
    case
      when segment = 'maturity' then case
        when let__feature_adoption >= 0.399999999e0 then 10e0
        when let__feature_adoption >= 0.199999999e0 then 5e0
        when let__feature_adoption is not null then 0e0
      end
    end as product_usage__feature_adoption__points,
    case
      when segment = 'maturity' then case
        when input__events_per_session >= 10 then 'healthy'
        when input__events_per_session >= 3 then 'concerning'
        when input__events_per_session is not null then 'poor'
      end
    end as user_activity__events_per_session__band,
    case
      when segment = 'maturity' then case
        when input__events_per_session >= 10 then 10e0
        when input__events_per_session >= 3 then 5e0
        when input__events_per_session is not null then 0e0
      end
    end as user_activity__events_per_session__points,
    case
      when segment = 'maturity' then case
        when let__stickiness >= 0.199999999e0 then 'healthy'
        when let__stickiness >= 0.099999999e0 then 'concerning'
        when let__stickiness is not null then 'poor'
      end
    end as user_activity__stickiness__band,
    case
      when segment = 'maturity' then case
        when let__stickiness >= 0.199999999e0 then 10e0
        when let__stickiness >= 0.099999999e0 then 5e0
        when let__stickiness is not null then 0e0
      end
    end as user_activity__stickiness__points,
    case
      when segment = 'maturity' then case
        when input__minutes_per_user_week >= 60 then 'healthy'
        when input__minutes_per_user_week >= 15 then 'concerning'
        when input__minutes_per_user_week is not null then 'poor'
      end
    end as user_activity__minutes_per_user_week__band,
    case
      when segment = 'maturity' then case
        when input__minutes_per_user_week >= 60 then 10e0
        when input__minutes_per_user_week >= 15 then 5e0
        when input__minutes_per_user_week is not null then 0e0
      end
    end as user_activity__minutes_per_user_week__points
  from segments
),
dimensions as (
  select
    *,
    case
      when segment = 'onboarding' then (case when champion_engagement__csm_pulse__points is not null then 1e0 else 0e0 end + case when champion_engagement__champion_meetings_30d__points is not null then 1e0 else 0e0 end) / 2e0
    end as champion_engagement__coverage,
    (coalesce(champion_engagement__csm_pulse__points, 0e0) + coalesce(champion_engagement__champion_meetings_30d__points, 0e0))
      / nullif(case when champion_engagement__csm_pulse__points is not null then 1e0 else 0e0 end + case when champion_engagement__champion_meetings_30d__points is not null then 1e0 else 0e0 end, 0e0) as champion_engagement__score,
    case
      when segment = 'onboarding' then (case when implementation__setup_done__points is not null then 1e0 else 0e0 end + case when implementation__setup_days_over__points is not null then 1e0 else 0e0 end + case when implementation__champion_contact__points is not null then 1e0 else 0e0 end) / 3e0
    end as implementation__coverage,
    (coalesce(implementation__setup_done__points, 0e0) + coalesce(implementation__setup_days_over__points, 0e0) + coalesce(implementation__champion_contact__points, 0e0))
      / nullif(case when implementation__setup_done__points is not null then 1e0 else 0e0 end + case when implementation__setup_days_over__points is not null then 1e0 else 0e0 end + case when implementation__champion_contact__points is not null then 1e0 else 0e0 end, 0e0) as implementation__score,
    case
      when segment = 'onboarding' then (case when champion_activity__champion_logins_week__points is not null then 1e0 else 0e0 end + case when champion_activity__champion_hours_week__points is not null then 1e0 else 0e0 end) / 2e0
    end as champion_activity__coverage,
    (coalesce(champion_activity__champion_logins_week__points, 0e0) + coalesce(champion_activity__champion_hours_week__points, 0e0))
      / nullif(case when champion_activity__champion_logins_week__points is not null then 1e0 else 0e0 end + case when champion_activity__champion_hours_week__points is not null then 1e0 else 0e0 end, 0e0) as champion_activity__score,
    case
      when segment = 'renewal' then (case when product_usage__feature_use_change__points is not null then 1e0 else 0e0 end + case when product_usage__time_change__points is not null then 1e0 else 0e0 end + case when product_usage__seats_used__points is not null then 1e0 else 0e0 end) / 3e0
      when segment = 'adoption' then (case when product_usage__days_used_week__points is not null then 1e0 else 0e0 end + case when product_usage__key_features__points is not null then 1e0 else 0e0 end) / 2e0
      when segment = 'maturity' then (case when product_usage__feature_users__points is not null then 1e0 else 0e0 end + case when product_usage__feature_adoption__points is not null then 1e0 else 0e0 end) / 2e0
    end as product_usage__coverage,
    case
      when segment = 'renewal' then (coalesce(product_usage__feature_use_change__points, 0e0) + coalesce(product_usage__time_change__points, 0e0) + coalesce(product_usage__seats_used__points, 0e0))
        / nullif(case when product_usage__feature_use_change__points is not null then 1e0 else 0e0 end + case when product_usage__time_change__points is not null then 1e0 else 0e0 end + case when product_usage__seats_used__points is not null then 1e0 else 0e0 end, 0e0)
      when segment = 'adoption' then (coalesce(product_usage__days_used_week__points, 0e0) + coalesce(product_usage__key_features__points, 0e0))
        / nullif(case when product_usage__days_used_week__points is not null then 1e0 else 0e0 end + case when product_usage__key_features__points is not null then 1e0 else 0e0 end, 0e0)
      when segment = 'maturity' then (coalesce(product_usage__feature_users__points, 0e0) + coalesce(product_usage__feature_adoption__points, 0e0))
        / nullif(case when product_usage__feature_users__points is not null then 1e0 else 0e0 end + case when product_usage__feature_adoption__points is not null then 1e0 else 0e0 end, 0e0)
    end as product_usage__score,
    case
      when segment = 'renewal' then (case when user_activity__integrations_change__points is not null then 1e0 else 0e0 end + case when user_activity__stickiness_change__points is not null then 1e0 else 0e0 end) / 2e0
      when segment = 'adoption' then (case when user_activity__events_per_seat__points is not null then 1e0 else 0e0 end + case when user_activity__users_with_events__points is not null then 1e0 else 0e0 end) / 2e0
      when segment = 'maturity' then (case when user_activity__events_per_seat__points is not null then 1e0 else 0e0 end + case when user_activity__events_per_session__points is not null then 1e0 else 0e0 end + case when user_activity__stickiness__points is not null then 1e0 else 0e0 end + case when user_activity__minutes_per_user_week__points is not null then 1e0 else 0e0 end) / 4e0
    end as user_activity__coverage,
    case
      when segment = 'renewal' then (coalesce(user_activity__integrations_change__points, 0e0) + coalesce(user_activity__stickiness_change__points, 0e0))
        / nullif(case when user_activity__integrations_change__points is not null then 1e0 else 0e0 end + case when user_activity__stickiness_change__points is not null then 1e0 else 0e0 end, 0e0)
      when segment = 'adoption' then (coalesce(user_activity__events_per_seat__points, 0e0) + coalesce(user_activity__users_with_events__points, 0e0))
        / nullif(case when user_activity__events_per_seat__points is not null then 1e0 else 0e0 end + case when user_activity__users_with_events__points is not null then 1e0 else 0e0 end, 0e0)
      when segment = 'maturity' then (coalesce(user_activity__events_per_seat__points, 0e0) + coalesce(user_activity__events_per_session__points, 0e0) + coalesce(user_activity__stickiness__points, 0e0) + coalesce(user_activity__minutes_per_user_week__points, 0e0))
        / nullif(case when user_activity__events_per_seat__points is not null then 1e0 else 0e0 end + case when user_activity__events_per_session__points is not null then 1e0 else 0e0 end + case when user_activity__stickiness__points is not null then 1e0 else 0e0 end + case when user_activity__minutes_per_user_week__points is not null then 1e0 else 0e0 end, 0e0)
    end as user_activity__score,
    case
      when segment = 'maturity' then (case when customer_engagement__cadence__csm_pulse__points is not null then 1e0 else 0e0 end + case
        when customer_engagement__cadence__csm_interactions_90d__points is not null then 1e0
        else 0e0
      end + case when customer_engagement__cadence__qbr_held__points is not null then 1e0 else 0e0 end) / 3e0
    end as customer_engagement__cadence__coverage,
    (coalesce(customer_engagement__cadence__csm_pulse__points, 0e0) + coalesce(customer_engagement__cadence__csm_interactions_90d__points, 0e0) + coalesce(customer_engagement__cadence__qbr_held__points, 0e0))
      / nullif(case when customer_engagement__cadence__csm_pulse__points is not null then 1e0 else 0e0 end + case
      when customer_engagement__cadence__csm_interactions_90d__points is not null then 1e0
      else 0e0
    end + case when customer_engagement__cadence__qbr_held__points is not null then 1e0 else 0e0 end, 0e0) as customer_engagement__cadence__score,
    case
      when segment = 'maturity' then (case when customer_engagement__feedback__user_nps__points is not null then 1e0 else 0e0 end + case when customer_engagement__feedback__user_csat__points is not null then 1e0 else 0e0 end + case when customer_engagement__feedback__champion_nps__points is not null then 1e0 else 0e0 end + case when customer_engagement__feedback__champion_csat__points is not null then 1e0 else 0e0 end) / 4e0
    end as customer_engagement__feedback__coverage,
    (coalesce(customer_engagement__feedback__user_nps__points, 0e0) + coalesce(customer_engagement__feedback__user_csat__points, 0e0) + coalesce(customer_engagement__feedback__champion_nps__points, 0e0) + coalesce(customer_engagement__feedback__champion_csat__points, 0e0))
      / nullif(case when customer_engagement__feedback__user_nps__points is not null then 1e0 else 0e0 end + case when customer_engagement__feedback__user_csat__points is not null then 1e0 else 0e0 end + case when customer_engagement__feedback__champion_nps__points is not null then 1e0 else 0e0 end + case when customer_engagement__feedback__champion_csat__points is not null then 1e0 else 0e0 end, 0e0) as customer_engagement__feedback__score
  from measures
),
dimensions_2 as (
  select
    *,
    case
      when champion_engagement__score >= 6.666666656666667e0 then 'healthy'
      when champion_engagement__score >= 3.3333333233333335e0 then 'concerning'
      when champion_engagement__score is not null then 'poor'
    end as champion_engagement__band,
    case
      when implementation__score >= 6.666666656666667e0 then 'healthy'
      when implementation__score >= 3.3333333233333335e0 then 'concerning'
      when implementation__score is not null then 'poor'
    end as implementation__band,
    case
      when champion_activity__score >= 6.666666656666667e0 then 'healthy'
      when champion_activity__score >= 3.3333333233333335e0 then 'concerning'
      when champion_activity__score is not null then 'poor'
    end as champion_activity__band,
    case
      when segment = 'renewal' then (case when customer_engagement__csm_sentiment__points is not null then 1e0 else 0e0 end + case when customer_engagement__champion_nps__points is not null then 1e0 else 0e0 end + case when customer_engagement__champion_csat__points is not null then 1e0 else 0e0 end + case when customer_engagement__user_nps__points is not null then 1e0 else 0e0 end + case when customer_engagement__user_csat__points is not null then 1e0 else 0e0 end) / 5e0
      when segment = 'adoption' then (case when customer_engagement__last_contact__points is not null then 1e0 else 0e0 end + case when customer_engagement__csm_pulse__points is not null then 1e0 else 0e0 end + case when customer_engagement__champion_pulse__points is not null then 1e0 else 0e0 end + case when customer_engagement__champion_nps__points is not null then 1e0 else 0e0 end + case when customer_engagement__week_1_users__points is not null then 1e0 else 0e0 end) / 5e0
      when segment = 'maturity' then (customer_engagement__cadence__coverage + customer_engagement__feedback__coverage + case when customer_engagement__advocacy__points is not null then 1e0 else 0e0 end) / 3e0
    end as customer_engagement__coverage,
    case
      when segment = 'renewal' then (coalesce(customer_engagement__csm_sentiment__points, 0e0) + coalesce(customer_engagement__champion_nps__points, 0e0) + coalesce(customer_engagement__champion_csat__points, 0e0) + coalesce(customer_engagement__user_nps__points, 0e0) + coalesce(customer_engagement__user_csat__points, 0e0))
        / nullif(case when customer_engagement__csm_sentiment__points is not null then 1e0 else 0e0 end + case when customer_engagement__champion_nps__points is not null then 1e0 else 0e0 end + case when customer_engagement__champion_csat__points is not null then 1e0 else 0e0 end + case when customer_engagement__user_nps__points is not null then 1e0 else 0e0 end + case when customer_engagement__user_csat__points is not null then 1e0 else 0e0 end, 0e0)
      when segment = 'adoption' then (coalesce(customer_engagement__last_contact__points, 0e0) + coalesce(customer_engagement__csm_pulse__points, 0e0) + coalesce(customer_engagement__champion_pulse__points, 0e0) + coalesce(customer_engagement__champion_nps__points, 0e0) + coalesce(customer_engagement__week_1_users__points, 0e0))
        / nullif(case when customer_engagement__last_contact__points is not null then 1e0 else 0e0 end + case when customer_engagement__csm_pulse__points is not null then 1e0 else 0e0 end + case when customer_engagement__champion_pulse__points is not null then 1e0 else 0e0 end + case when customer_engagement__champion_nps__points is not null then 1e0 else 0e0 end + case when customer_engagement__week_1_users__points is not null then 1e0 else 0e0 end, 0e0)
      when segment = 'maturity' then (coalesce(customer_engagement__cadence__score, 0e0) + coalesce(customer_engagement__feedback__score, 0e0) + coalesce(customer_engagement__advocacy__points, 0e0))
        / nullif(case when customer_engagement__cadence__score is not null then 1e0 else 0e0 end + case when customer_engagement__feedback__score is not null then 1e0 else 0e0 end + case when customer_engagement__advocacy__points is not null then 1e0 else 0e0 end, 0e0)
    end as customer_engagement__score,
    case
      when product_usage__score >= 6.666666656666667e0 then 'healthy'
      when product_usage__score >= 3.3333333233333335e0 then 'concerning'
      when product_usage__score is not null then 'poor'
    end as product_usage__band,
    case
      when user_activity__score >= 6.666666656666667e0 then 'healthy'
      when user_activity__score >= 3.3333333233333335e0 then 'concerning'
      when user_activity__score is not null then 'poor'
    end as user_activity__band,
    case
      when customer_engagement__cadence__score >= 6.666666656666667e0 then 'healthy'
      when customer_engagement__cadence__score >= 3.3333333233333335e0 then 'concerning'
      when customer_engagement__cadence__score is not null then 'poor'
    end as customer_engagement__cadence__band,
    case
      when customer_engagement__feedback__score >= 6.666666656666667e0 then 'healthy'
      when customer_engagement__feedback__score >= 3.3333333233333335e0 then 'concerning'
      when customer_engagement__feedback__score is not null then 'poor'
    end as customer_engagement__feedback__band
  from dimensions
),
dimensions_3 as (
  select
    *,
    case
      when segment = 'onboarding' then (15e0 * champion_engagement__coverage + 45e0 * implementation__coverage + 40e0 * champion_activity__coverage) / 100e0
      when segment = 'renewal' then (35e0 * customer_engagement__coverage + 35e0 * product_usage__coverage + 30e0 * user_activity__coverage) / 100e0
      when segment = 'adoption' then (25e0 * customer_engagement__coverage + 35e0 * product_usage__coverage + 40e0 * user_activity__coverage) / 100e0
      when segment = 'maturity' then (20e0 * customer_engagement__coverage + 40e0 * product_usage__coverage + 40e0 * user_activity__coverage) / 100e0
    end as coverage,
    case
      when segment = 'onboarding' then (coalesce(15e0 * champion_engagement__score, 0e0) + coalesce(45e0 * implementation__score, 0e0) + coalesce(40e0 * champion_activity__score, 0e0))
        / nullif(case when champion_engagement__score is not null then 15e0 else 0e0 end + case when implementation__score is not null then 45e0 else 0e0 end + case when champion_activity__score is not null then 40e0 else 0e0 end, 0e0)
      when segment = 'renewal' then (coalesce(35e0 * customer_engagement__score, 0e0) + coalesce(35e0 * product_usage__score, 0e0) + coalesce(30e0 * user_activity__score, 0e0))
        / nullif(case when customer_engagement__score is not null then 35e0 else 0e0 end + case when product_usage__score is not null then 35e0 else 0e0 end + case when user_activity__score is not null then 30e0 else 0e0 end, 0e0)
      when segment = 'adoption' then (coalesce(25e0 * customer_engagement__score, 0e0) + coalesce(35e0 * product_usage__score, 0e0) + coalesce(40e0 * user_activity__score, 0e0))
        / nullif(case when customer_engagement__score is not null then 25e0 else 0e0 end + case when product_usage__score is not null then 35e0 else 0e0 end + case when user_activity__score is not null then 40e0 else 0e0 end, 0e0)
      when segment = 'maturity' then (coalesce(20e0 * customer_engagement__score, 0e0) + coalesce(40e0 * product_usage__score, 0e0) + coalesce(40e0 * user_activity__score, 0e0))
        / nullif(case when customer_engagement__score is not null then 20e0 else 0e0 end + case when product_usage__score is not null then 40e0 else 0e0 end + case when user_activity__score is not null then 40e0 else 0e0 end, 0e0)
    end as step_1,
    case
      when customer_engagement__score >= 6.666666656666667e0 then 'healthy'
      when customer_engagement__score >= 3.3333333233333335e0 then 'concerning'
      when customer_engagement__score is not null then 'poor'
    end as customer_engagement__band
  from dimensions_2
),
score as (
  select
    *,
    case when step_1 < 0e0 then 0e0 when step_1 > 10e0 then 10e0 else step_1 end as score
  from dimensions_3
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
  champion_engagement__score,
  champion_engagement__band,
  champion_engagement__csm_pulse__points,
  champion_engagement__csm_pulse__band,
  champion_engagement__champion_meetings_30d__points,
  champion_engagement__champion_meetings_30d__band,
  implementation__score,
  implementation__band,
  implementation__setup_done__points,
  implementation__setup_done__band,
  implementation__setup_days_over__points,
  implementation__setup_days_over__band,
  implementation__champion_contact__points,
  implementation__champion_contact__band,
  champion_activity__score,
  champion_activity__band,
  champion_activity__champion_logins_week__points,
  champion_activity__champion_logins_week__band,
  champion_activity__champion_hours_week__points,
  champion_activity__champion_hours_week__band,
  customer_engagement__score,
  customer_engagement__band,
  customer_engagement__csm_sentiment__points,
  customer_engagement__csm_sentiment__band,
  customer_engagement__champion_nps__points,
  customer_engagement__champion_nps__band,
  customer_engagement__champion_csat__points,
  customer_engagement__champion_csat__band,
  customer_engagement__user_nps__points,
  customer_engagement__user_nps__band,
  customer_engagement__user_csat__points,
  customer_engagement__user_csat__band,
  product_usage__score,
  product_usage__band,
  product_usage__feature_use_change__points,
  product_usage__feature_use_change__band,
  product_usage__time_change__points,
  product_usage__time_change__band,
  product_usage__seats_used__points,
  product_usage__seats_used__band,
  user_activity__score,
  user_activity__band,
  user_activity__integrations_change__points,
  user_activity__integrations_change__band,
  user_activity__stickiness_change__points,
  user_activity__stickiness_change__band,
  customer_engagement__last_contact__points,
  customer_engagement__last_contact__band,
  customer_engagement__csm_pulse__points,
  customer_engagement__csm_pulse__band,
  customer_engagement__champion_pulse__points,
  customer_engagement__champion_pulse__band,
  customer_engagement__week_1_users__points,
  customer_engagement__week_1_users__band,
  product_usage__days_used_week__points,
  product_usage__days_used_week__band,
  product_usage__key_features__points,
  product_usage__key_features__band,
  user_activity__events_per_seat__points,
  user_activity__events_per_seat__band,
  user_activity__users_with_events__points,
  user_activity__users_with_events__band,
  customer_engagement__cadence__score,
  customer_engagement__cadence__band,
  customer_engagement__cadence__csm_pulse__points,
  customer_engagement__cadence__csm_pulse__band,
  customer_engagement__cadence__csm_interactions_90d__points,
  customer_engagement__cadence__csm_interactions_90d__band,
  customer_engagement__cadence__qbr_held__points,
  customer_engagement__cadence__qbr_held__band,
  customer_engagement__feedback__score,
  customer_engagement__feedback__band,
  customer_engagement__feedback__user_nps__points,
  customer_engagement__feedback__user_nps__band,
  customer_engagement__feedback__user_csat__points,
  customer_engagement__feedback__user_csat__band,
  customer_engagement__feedback__champion_nps__points,
  customer_engagement__feedback__champion_nps__band,
  customer_engagement__feedback__champion_csat__points,
  customer_engagement__feedback__champion_csat__band,
  customer_engagement__advocacy__points,
  customer_engagement__advocacy__band,
  product_usage__feature_users__points,
  product_usage__feature_users__band,
  product_usage__feature_adoption__points,
  product_usage__feature_adoption__band,
  user_activity__events_per_session__points,
  user_activity__events_per_session__band,
  user_activity__stickiness__points,
  user_activity__stickiness__band,
  user_activity__minutes_per_user_week__points,
  user_activity__minutes_per_user_week__band
from score_2
