with
cells as (
  select
    trim(cast("account" as varchar), ' ' || chr(9) || chr(10) || chr(13) || chr(160)) as account,
    cast("active_users" as double) as cell__active_users,
    cast("usage_change_90d" as double) as cell__usage_change_90d,
    cast("peer_rank" as double) as cell__peer_rank,
    cast("stakeholders_met" as double) as cell__stakeholders_met,
    cast("sponsor_contact" as double) as cell__sponsor_contact,
    cast("ticket_change_90d" as double) as cell__ticket_change_90d,
    cast("urgent_open" as double) as cell__urgent_open,
    cast("outcomes_reached" as double) as cell__outcomes_reached,
    cast("seats_used" as double) as cell__seats_used,
    lower(trim(cast("budget_confirmed" as varchar), ' ' || chr(9) || chr(10) || chr(13) || chr(160))) as cell__budget_confirmed,
    cast("products_used" as double) as cell__products_used,
    cast("products_offered" as double) as cell__products_offered,
    cast("churn_probability" as double) as cell__churn_probability,
    cast("effort_change_90d" as double) as cell__effort_change_90d,
    cast("referrals_year" as double) as cell__referrals_year,
    cast("csm_score" as double) as cell__csm_score,
    cast(date_diff('day', date '1970-01-01', cast("csm_until" as date)) as double) as cell__csm_until,
    lower(trim(cast("csm_reason" as varchar), ' ' || chr(9) || chr(10) || chr(13) || chr(160))) as cell__csm_reason,
    cast("previous_score" as double) as cell__previous_score,
    lower(trim(cast("unusual" as varchar), ' ' || chr(9) || chr(10) || chr(13) || chr(160))) as cell__unusual,
    cast("churn_high" as double) as cell__churn_high,
    cast("churn_low" as double) as cell__churn_low
  from "accounts"
),
inputs as (
  select
    *,
    'default' as segment,
    case
      when abs(cell__active_users) <= 1.7976931348623157e+308 and case
        when abs(cell__active_users) between 0.001e0 and 100000000000000e0 then cast(cast(cell__active_users as varchar) || 'e-2' as double)
        else cell__active_users / 100e0
      end >= 0 and case
        when abs(cell__active_users) between 0.001e0 and 100000000000000e0 then cast(cast(cell__active_users as varchar) || 'e-2' as double)
        else cell__active_users / 100e0
      end <= 1 then case
        when abs(cell__active_users) between 0.001e0 and 100000000000000e0 then cast(cast(cell__active_users as varchar) || 'e-2' as double)
        else cell__active_users / 100e0
      end + 0e0
    end as input__active_users,
    case
      when abs(cell__usage_change_90d) <= 1.7976931348623157e+308 then case
        when abs(cell__usage_change_90d) between 0.001e0 and 100000000000000e0 then cast(cast(cell__usage_change_90d as varchar) || 'e-2' as double)
        else cell__usage_change_90d / 100e0
      end + 0e0
    end as input__usage_change_90d,
    case
      when abs(cell__peer_rank) <= 1.7976931348623157e+308 and case
        when abs(cell__peer_rank) between 0.001e0 and 100000000000000e0 then cast(cast(cell__peer_rank as varchar) || 'e-2' as double)
        else cell__peer_rank / 100e0
      end >= 0 and case
        when abs(cell__peer_rank) between 0.001e0 and 100000000000000e0 then cast(cast(cell__peer_rank as varchar) || 'e-2' as double)
        else cell__peer_rank / 100e0
      end <= 1 then case
        when abs(cell__peer_rank) between 0.001e0 and 100000000000000e0 then cast(cast(cell__peer_rank as varchar) || 'e-2' as double)
        else cell__peer_rank / 100e0
      end + 0e0
    end as input__peer_rank,
    case
      when abs(cell__stakeholders_met) <= 1.7976931348623157e+308 and cell__stakeholders_met = floor(cell__stakeholders_met) and cell__stakeholders_met >= 0 then cell__stakeholders_met + 0e0
    end as input__stakeholders_met,
    case
      when abs(cell__sponsor_contact) <= 1.7976931348623157e+308 and cell__sponsor_contact = floor(cell__sponsor_contact) and cell__sponsor_contact >= 0 then cell__sponsor_contact + 0e0
    end as input__sponsor_contact,
    case
      when abs(cell__ticket_change_90d) <= 1.7976931348623157e+308 then case
        when abs(cell__ticket_change_90d) between 0.001e0 and 100000000000000e0 then cast(cast(cell__ticket_change_90d as varchar) || 'e-2' as double)
        else cell__ticket_change_90d / 100e0
      end + 0e0
    end as input__ticket_change_90d,
    case
      when abs(cell__urgent_open) <= 1.7976931348623157e+308 and cell__urgent_open = floor(cell__urgent_open) and cell__urgent_open >= 0 then cell__urgent_open + 0e0
    end as input__urgent_open,
    case
      when abs(cell__outcomes_reached) <= 1.7976931348623157e+308 and case
        when abs(cell__outcomes_reached) between 0.001e0 and 100000000000000e0 then cast(cast(cell__outcomes_reached as varchar) || 'e-2' as double)
        else cell__outcomes_reached / 100e0
      end >= 0 and case
        when abs(cell__outcomes_reached) between 0.001e0 and 100000000000000e0 then cast(cast(cell__outcomes_reached as varchar) || 'e-2' as double)
        else cell__outcomes_reached / 100e0
      end <= 1 then case
        when abs(cell__outcomes_reached) between 0.001e0 and 100000000000000e0 then cast(cast(cell__outcomes_reached as varchar) || 'e-2' as double)
        else cell__outcomes_reached / 100e0
      end + 0e0
    end as input__outcomes_reached,
    case
      when abs(cell__seats_used) <= 1.7976931348623157e+308 then case
        when abs(cell__seats_used) between 0.001e0 and 100000000000000e0 then cast(cast(cell__seats_used as varchar) || 'e-2' as double)
        else cell__seats_used / 100e0
      end + 0e0
    end as input__seats_used,
    case
      when cell__budget_confirmed in ['true', 'yes', 'y', 't', '1', '1.0'] then true
      when cell__budget_confirmed in ['false', 'no', 'n', 'f', '0', '0.0'] then false
    end as input__budget_confirmed,
    case
      when abs(cell__products_used) <= 1.7976931348623157e+308 and cell__products_used = floor(cell__products_used) and cell__products_used >= 0 then cell__products_used + 0e0
    end as input__products_used,
    case
      when abs(cell__products_offered) <= 1.7976931348623157e+308 and cell__products_offered = floor(cell__products_offered) and cell__products_offered >= 0 then cell__products_offered + 0e0
    end as input__products_offered,
    case
      when abs(cell__churn_probability) <= 1.7976931348623157e+308 and case
        when abs(cell__churn_probability) between 0.001e0 and 100000000000000e0 then cast(cast(cell__churn_probability as varchar) || 'e-2' as double)
        else cell__churn_probability / 100e0
      end >= 0 and case
        when abs(cell__churn_probability) between 0.001e0 and 100000000000000e0 then cast(cast(cell__churn_probability as varchar) || 'e-2' as double)
        else cell__churn_probability / 100e0
      end <= 1 then case
        when abs(cell__churn_probability) between 0.001e0 and 100000000000000e0 then cast(cast(cell__churn_probability as varchar) || 'e-2' as double)
        else cell__churn_probability / 100e0
      end + 0e0
    end as input__churn_probability,
    case
      when abs(cell__effort_change_90d) <= 1.7976931348623157e+308 then cell__effort_change_90d + 0e0
    end as input__effort_change_90d,
    case
      when abs(cell__referrals_year) <= 1.7976931348623157e+308 and cell__referrals_year = floor(cell__referrals_year) and cell__referrals_year >= 0 then cell__referrals_year + 0e0
    end as input__referrals_year,
    case
      when abs(cell__csm_score) <= 1.7976931348623157e+308 and cell__csm_score >= 0 and cell__csm_score <= 100 then cell__csm_score + 0e0
    end as input__csm_score,
    cell__csm_until + 0e0 as input__csm_until,
    case
      when cell__csm_reason not in ['', 'n/a', '#n/a', '-', lower('–'), lower('—'), 'null'] then cell__csm_reason
    end as input__csm_reason,
    cast(null as varchar) as band_1,
    case
      when abs(cell__previous_score) <= 1.7976931348623157e+308 and cell__previous_score >= 0 and cell__previous_score <= 100 then cell__previous_score + 0e0
    end as input__previous_score,
    case
      when cell__unusual in ['true', 'yes', 'y', 't', '1', '1.0'] then true
      when cell__unusual in ['false', 'no', 'n', 'f', '0', '0.0'] then false
    end as input__unusual,
    case
      when abs(cell__churn_high) <= 1.7976931348623157e+308 and case
        when abs(cell__churn_high) between 0.001e0 and 100000000000000e0 then cast(cast(cell__churn_high as varchar) || 'e-2' as double)
        else cell__churn_high / 100e0
      end >= 0 and case
        when abs(cell__churn_high) between 0.001e0 and 100000000000000e0 then cast(cast(cell__churn_high as varchar) || 'e-2' as double)
        else cell__churn_high / 100e0
      end <= 1 then case
        when abs(cell__churn_high) between 0.001e0 and 100000000000000e0 then cast(cast(cell__churn_high as varchar) || 'e-2' as double)
        else cell__churn_high / 100e0
      end + 0e0
    end as input__churn_high,
    case
      when abs(cell__churn_low) <= 1.7976931348623157e+308 and case
        when abs(cell__churn_low) between 0.001e0 and 100000000000000e0 then cast(cast(cell__churn_low as varchar) || 'e-2' as double)
        else cell__churn_low / 100e0
      end >= 0 and case
        when abs(cell__churn_low) between 0.001e0 and 100000000000000e0 then cast(cast(cell__churn_low as varchar) || 'e-2' as double)
        else cell__churn_low / 100e0
      end <= 1 then case
        when abs(cell__churn_low) between 0.001e0 and 100000000000000e0 then cast(cast(cell__churn_low as varchar) || 'e-2' as double)
        else cell__churn_low / 100e0
      end + 0e0
    end as input__churn_low
  from cells
),
lets as (
  select
    *,
    case
      when input__active_users = 0e0 then 0e0
      when input__active_users = 0.8e0 then 100e0
      when input__active_users < 0e0 then 0e0
      when input__active_users < 0.8e0 then (0e0 + (((input__active_users - 0e0) * 100e0) / 0.8e0))
      when input__active_users is not null then 100e0
    end as usage__active_users__points,
    case
      when input__usage_change_90d >= 0 then 'healthy'
      when input__usage_change_90d >= (-0.2e0) then 'at_risk'
      when input__usage_change_90d is not null then 'critical'
    end as usage__usage_change_90d__band,
    case
      when input__usage_change_90d >= 0 then 100e0
      when input__usage_change_90d >= (-0.2e0) then 50e0
      when input__usage_change_90d is not null then 0e0
    end as usage__usage_change_90d__points,
    case
      when input__peer_rank >= 0.5e0 then 'healthy'
      when input__peer_rank >= 0.25e0 then 'at_risk'
      when input__peer_rank is not null then 'critical'
    end as usage__peer_rank__band,
    case
      when input__peer_rank >= 0.5e0 then 100e0
      when input__peer_rank >= 0.25e0 then 50e0
      when input__peer_rank is not null then 0e0
    end as usage__peer_rank__points,
    case
      when input__stakeholders_met >= 3 then 'healthy'
      when input__stakeholders_met >= 1 then 'at_risk'
      when input__stakeholders_met is not null then 'critical'
    end as engagement__stakeholders_met__band,
    case
      when input__stakeholders_met >= 3 then 100e0
      when input__stakeholders_met >= 1 then 50e0
      when input__stakeholders_met is not null then 0e0
    end as engagement__stakeholders_met__points,
    case
      when input__sponsor_contact > 90 then 'critical'
      when input__sponsor_contact > 45 then 'at_risk'
      when input__sponsor_contact is not null then 'healthy'
    end as engagement__sponsor_contact__band,
    case
      when input__sponsor_contact > 90 then 0e0
      when input__sponsor_contact > 45 then 50e0
      when input__sponsor_contact is not null then 100e0
    end as engagement__sponsor_contact__points,
    case
      when input__ticket_change_90d > 0.5e0 then 'critical'
      when input__ticket_change_90d > 0 then 'at_risk'
      when input__ticket_change_90d is not null then 'healthy'
    end as support__ticket_change_90d__band,
    case
      when input__ticket_change_90d > 0.5e0 then 0e0
      when input__ticket_change_90d > 0 then 50e0
      when input__ticket_change_90d is not null then 100e0
    end as support__ticket_change_90d__points,
    case
      when input__urgent_open >= 3 then 'critical'
      when input__urgent_open >= 1 then 'at_risk'
      when input__urgent_open is not null then 'healthy'
    end as support__urgent_open__band,
    case
      when input__urgent_open >= 3 then 0e0
      when input__urgent_open >= 1 then 50e0
      when input__urgent_open is not null then 100e0
    end as support__urgent_open__points,
    case
      when input__outcomes_reached >= 0.75e0 then 'healthy'
      when input__outcomes_reached >= 0.4e0 then 'at_risk'
      when input__outcomes_reached is not null then 'critical'
    end as outcomes__outcomes_reached__band,
    case
      when input__outcomes_reached >= 0.75e0 then 100e0
      when input__outcomes_reached >= 0.4e0 then 50e0
      when input__outcomes_reached is not null then 0e0
    end as outcomes__outcomes_reached__points,
    (input__seats_used >= 0.8e0) as figure__1,
    (input__products_used / nullif(input__products_offered, 0e0)) as let__product_share,
    case
      when input__churn_probability = 0e0 then 100e0
      when input__churn_probability = 0.4e0 then 0e0
      when input__churn_probability < 0e0 then 100e0
      when input__churn_probability < 0.4e0 then (100e0 + (((input__churn_probability - 0e0) * (-100e0)) / 0.4e0))
      when input__churn_probability is not null then 0e0
    end as prediction__churn_probability__points,
    case
      when input__effort_change_90d > 1 then 'critical'
      when input__effort_change_90d > 0 then 'at_risk'
      when input__effort_change_90d is not null then 'healthy'
    end as voice__effort_change_90d__band,
    case
      when input__effort_change_90d > 1 then 0e0
      when input__effort_change_90d > 0 then 50e0
      when input__effort_change_90d is not null then 100e0
    end as voice__effort_change_90d__points,
    case
      when input__referrals_year >= 2 then 'healthy'
      when input__referrals_year >= 1 then 'at_risk'
      when input__referrals_year is not null then 'critical'
    end as voice__referrals_year__band,
    case
      when input__referrals_year >= 2 then 100e0
      when input__referrals_year >= 1 then 50e0
      when input__referrals_year is not null then 0e0
    end as voice__referrals_year__points,
    (coalesce((not (input__csm_score is null)), false) and coalesce(input__csm_until >= 20269e0, true) and (input__csm_reason is not null)) as applies_1,
    (input__churn_high - input__churn_low) as result__churn_spread,
    coalesce(input__unusual, false) as risk__unusual_against_its_own_history
  from inputs
),
measures as (
  select
    *,
    case
      when usage__active_users__points >= 69.9999999e0 then 'healthy'
      when usage__active_users__points >= 39.9999999e0 then 'at_risk'
      when usage__active_users__points is not null then 'critical'
    end as usage__active_users__band,
    (40e0 * case when usage__active_users__points is not null then 1e0 else 0e0 end + 30e0 * case when usage__usage_change_90d__points is not null then 1e0 else 0e0 end + 30e0 * case when usage__peer_rank__points is not null then 1e0 else 0e0 end) / 100e0 as usage__coverage,
    (coalesce(40e0 * usage__active_users__points, 0e0) + coalesce(30e0 * usage__usage_change_90d__points, 0e0) + coalesce(30e0 * usage__peer_rank__points, 0e0))
      / nullif(case when usage__active_users__points is not null then 40e0 else 0e0 end + case when usage__usage_change_90d__points is not null then 30e0 else 0e0 end + case when usage__peer_rank__points is not null then 30e0 else 0e0 end, 0e0) as usage__score,
    (60e0 * case when engagement__stakeholders_met__points is not null then 1e0 else 0e0 end + 40e0 * case when engagement__sponsor_contact__points is not null then 1e0 else 0e0 end) / 100e0 as engagement__coverage,
    (coalesce(60e0 * engagement__stakeholders_met__points, 0e0) + coalesce(40e0 * engagement__sponsor_contact__points, 0e0))
      / nullif(case when engagement__stakeholders_met__points is not null then 60e0 else 0e0 end + case when engagement__sponsor_contact__points is not null then 40e0 else 0e0 end, 0e0) as engagement__score,
    (case when support__ticket_change_90d__points is not null then 1e0 else 0e0 end + case when support__urgent_open__points is not null then 1e0 else 0e0 end) / 2e0 as support__coverage,
    case
      when support__ticket_change_90d__points is not null and coalesce(support__ticket_change_90d__points <= support__urgent_open__points, true) then support__ticket_change_90d__points
      when support__urgent_open__points is not null and coalesce(support__urgent_open__points <= support__ticket_change_90d__points, true) then support__urgent_open__points
    end as support__score,
    (0e0 + case when figure__1 then 50e0 else 0e0 end + case when input__budget_confirmed then 50e0 else 0e0 end) as outcomes__readiness__points,
    case
      when let__product_share >= 0.599999999e0 then 'healthy'
      when let__product_share >= 0.249999999e0 then 'at_risk'
      when let__product_share is not null then 'critical'
    end as outcomes__product_share__band,
    case
      when let__product_share >= 0.599999999e0 then 100e0
      when let__product_share >= 0.249999999e0 then 50e0
      when let__product_share is not null then 0e0
    end as outcomes__product_share__points,
    case
      when prediction__churn_probability__points >= 69.9999999e0 then 'healthy'
      when prediction__churn_probability__points >= 39.9999999e0 then 'at_risk'
      when prediction__churn_probability__points is not null then 'critical'
    end as prediction__churn_probability__band,
    case when prediction__churn_probability__points is not null then 1e0 else 0e0 end as prediction__coverage,
    prediction__churn_probability__points as prediction__score,
    (50e0 * case when voice__effort_change_90d__points is not null then 1e0 else 0e0 end + 50e0 * case when voice__referrals_year__points is not null then 1e0 else 0e0 end) / 100e0 as voice__coverage,
    (coalesce(50e0 * voice__effort_change_90d__points, 0e0) + coalesce(50e0 * voice__referrals_year__points, 0e0))
      / nullif(case when voice__effort_change_90d__points is not null then 50e0 else 0e0 end + case when voice__referrals_year__points is not null then 50e0 else 0e0 end, 0e0) as voice__score,
    (applies_1 and input__csm_score is not null) as takes_1
  from lets
),
measures_2 as (
  select
    *,
    case
      when usage__score >= 69.9999999e0 then 'healthy'
      when usage__score >= 39.9999999e0 then 'at_risk'
      when usage__score is not null then 'critical'
    end as usage__band,
    case
      when engagement__score >= 69.9999999e0 then 'healthy'
      when engagement__score >= 39.9999999e0 then 'at_risk'
      when engagement__score is not null then 'critical'
    end as engagement__band,
    case
      when support__score >= 69.9999999e0 then 'healthy'
      when support__score >= 39.9999999e0 then 'at_risk'
      when support__score is not null then 'critical'
    end as support__band,
    case
      when outcomes__readiness__points >= 69.9999999e0 then 'healthy'
      when outcomes__readiness__points >= 39.9999999e0 then 'at_risk'
      when outcomes__readiness__points is not null then 'critical'
    end as outcomes__readiness__band,
    (50e0 * case when outcomes__outcomes_reached__points is not null then 1e0 else 0e0 end + 25e0 * case when outcomes__readiness__points is not null then 1e0 else 0e0 end + 25e0 * case when outcomes__product_share__points is not null then 1e0 else 0e0 end) / 100e0 as outcomes__coverage,
    (coalesce(50e0 * outcomes__outcomes_reached__points, 0e0) + coalesce(25e0 * outcomes__readiness__points, 0e0) + coalesce(25e0 * outcomes__product_share__points, 0e0))
      / nullif(case when outcomes__outcomes_reached__points is not null then 50e0 else 0e0 end + case when outcomes__readiness__points is not null then 25e0 else 0e0 end + case when outcomes__product_share__points is not null then 25e0 else 0e0 end, 0e0) as outcomes__score,
    case
      when prediction__score >= 69.9999999e0 then 'healthy'
      when prediction__score >= 39.9999999e0 then 'at_risk'
      when prediction__score is not null then 'critical'
    end as prediction__band,
    case
      when voice__score >= 69.9999999e0 then 'healthy'
      when voice__score >= 39.9999999e0 then 'at_risk'
      when voice__score is not null then 'critical'
    end as voice__band
  from measures
),
dimensions as (
  select
    *,
    case
      when outcomes__score >= 69.9999999e0 then 'healthy'
      when outcomes__score >= 39.9999999e0 then 'at_risk'
      when outcomes__score is not null then 'critical'
    end as outcomes__band,
    (25e0 * usage__coverage + 15e0 * engagement__coverage + 15e0 * support__coverage + 15e0 * outcomes__coverage + 20e0 * prediction__coverage + 10e0 * voice__coverage) / 100e0 as coverage
  from measures_2
),
score as (
  select
    *,
    case
      when coverage < 0.5e0 then null
      else (coalesce(25e0 * usage__score, 0e0) + coalesce(15e0 * engagement__score, 0e0) + coalesce(15e0 * support__score, 0e0) + coalesce(15e0 * outcomes__score, 0e0) + coalesce(20e0 * prediction__score, 0e0) + coalesce(10e0 * voice__score, 0e0))
        / nullif(case when usage__score is not null then 25e0 else 0e0 end + case when engagement__score is not null then 15e0 else 0e0 end + case when support__score is not null then 15e0 else 0e0 end + case when outcomes__score is not null then 15e0 else 0e0 end + case when prediction__score is not null then 20e0 else 0e0 end + case when voice__score is not null then 10e0 else 0e0 end, 0e0)
    end as step_1
  from dimensions
),
score_2 as (
  select
    *,
    case when takes_1 then input__csm_score else step_1 end as step_2
  from score
),
score_3 as (
  select
    *,
    case when step_2 < 0e0 then 0e0 when step_2 > 100e0 then 100e0 else step_2 end as score
  from score_2
),
score_4 as (
  select
    *,
    cast(cast((sign(score) * floor((abs(score) + 1.0000000000000001e-7) + 0.5e0) + 0e0) as decimal(18, 0)) as varchar) as shown,
    coalesce(band_1, case
      when score >= 69.9999999e0 then 'healthy'
      when score >= 39.9999999e0 then 'at_risk'
      when score is not null then 'critical'
    end) as band,
    coalesce(((70e0 - score > 1e-9 * greatest(1e0, abs(score), abs(70e0))) and (input__previous_score >= 70e0)), false) as risk__fell_below_healthy,
    coalesce(((40e0 - score > 1e-9 * greatest(1e0, abs(score), abs(40e0))) and (input__previous_score >= 40e0)), false) as risk__fell_to_critical,
    coalesce(((100e0 - outcomes__readiness__points <= 1e-9 * greatest(1e0, abs(outcomes__readiness__points), abs(100e0))) and (70e0 - score <= 1e-9 * greatest(1e0, abs(score), abs(70e0)))), false) as opportunity__ready_to_expand,
    coalesce(((input__churn_probability > 0.4e0) and (70e0 - score <= 1e-9 * greatest(1e0, abs(score), abs(70e0)))), false) as risk__prediction_and_score_disagree
  from score_3
)
select
  account,
  segment,
  score,
  shown,
  band,
  coverage,
  usage__score,
  usage__band,
  usage__active_users__points,
  usage__active_users__band,
  usage__usage_change_90d__points,
  usage__usage_change_90d__band,
  usage__peer_rank__points,
  usage__peer_rank__band,
  engagement__score,
  engagement__band,
  engagement__stakeholders_met__points,
  engagement__stakeholders_met__band,
  engagement__sponsor_contact__points,
  engagement__sponsor_contact__band,
  support__score,
  support__band,
  support__ticket_change_90d__points,
  support__ticket_change_90d__band,
  support__urgent_open__points,
  support__urgent_open__band,
  outcomes__score,
  outcomes__band,
  outcomes__outcomes_reached__points,
  outcomes__outcomes_reached__band,
  outcomes__readiness__points,
  outcomes__readiness__band,
  outcomes__product_share__points,
  outcomes__product_share__band,
  prediction__score,
  prediction__band,
  prediction__churn_probability__points,
  prediction__churn_probability__band,
  voice__score,
  voice__band,
  voice__effort_change_90d__points,
  voice__effort_change_90d__band,
  voice__referrals_year__points,
  voice__referrals_year__band,
  result__churn_spread,
  risk__fell_below_healthy,
  risk__fell_to_critical,
  opportunity__ready_to_expand,
  risk__prediction_and_score_disagree,
  risk__unusual_against_its_own_history
from score_4
