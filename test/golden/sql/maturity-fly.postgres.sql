with
cells as (
  select
    btrim(cast("account" as varchar), ' ' || chr(9) || chr(10) || chr(13) || chr(160)) as account,
    cast("active_users" as double precision) as cell__active_users,
    cast("usage_change_90d" as double precision) as cell__usage_change_90d,
    cast("peer_rank" as double precision) as cell__peer_rank,
    cast("stakeholders_met" as double precision) as cell__stakeholders_met,
    cast("sponsor_contact" as double precision) as cell__sponsor_contact,
    cast("ticket_change_90d" as double precision) as cell__ticket_change_90d,
    cast("urgent_open" as double precision) as cell__urgent_open,
    cast("outcomes_reached" as double precision) as cell__outcomes_reached,
    cast("seats_used" as double precision) as cell__seats_used,
    lower(btrim(cast("budget_confirmed" as varchar), ' ' || chr(9) || chr(10) || chr(13) || chr(160))) as cell__budget_confirmed,
    cast("products_used" as double precision) as cell__products_used,
    cast("products_offered" as double precision) as cell__products_offered,
    cast("churn_probability" as double precision) as cell__churn_probability,
    cast("effort_change_90d" as double precision) as cell__effort_change_90d,
    cast("referrals_year" as double precision) as cell__referrals_year,
    cast("csm_score" as double precision) as cell__csm_score,
    cast(cast("csm_until" as date) - date '1970-01-01' as double precision) as cell__csm_until,
    lower(btrim(cast("csm_reason" as varchar), ' ' || chr(9) || chr(10) || chr(13) || chr(160))) as cell__csm_reason,
    cast("previous_score" as double precision) as cell__previous_score,
    lower(btrim(cast("unusual" as varchar), ' ' || chr(9) || chr(10) || chr(13) || chr(160))) as cell__unusual,
    cast("churn_high" as double precision) as cell__churn_high,
    cast("churn_low" as double precision) as cell__churn_low
  from "accounts"
  offset 0
),
inputs as (
  select
    *,
    'default' as segment,
    case
      when abs(cell__active_users) <= '1.7976931348623157e+308'::float8 and case
        when abs(cell__active_users) between 0.001::float8 and 100000000000000::float8 then cast(cast(cell__active_users as varchar) || 'e-2' as double precision)
        when abs(cell__active_users) < '1e-100'::float8 then 0::float8
        else cell__active_users / 100::float8
      end >= 0 and case
        when abs(cell__active_users) between 0.001::float8 and 100000000000000::float8 then cast(cast(cell__active_users as varchar) || 'e-2' as double precision)
        when abs(cell__active_users) < '1e-100'::float8 then 0::float8
        else cell__active_users / 100::float8
      end <= 1 then case
        when abs(cell__active_users) between 0.001::float8 and 100000000000000::float8 then cast(cast(cell__active_users as varchar) || 'e-2' as double precision)
        when abs(cell__active_users) < '1e-100'::float8 then 0::float8
        else cell__active_users / 100::float8
      end + 0::float8
    end as input__active_users,
    case
      when abs(cell__usage_change_90d) <= '1.7976931348623157e+308'::float8 then case
        when abs(cell__usage_change_90d) between 0.001::float8 and 100000000000000::float8 then cast(cast(cell__usage_change_90d as varchar) || 'e-2' as double precision)
        when abs(cell__usage_change_90d) < '1e-100'::float8 then 0::float8
        else cell__usage_change_90d / 100::float8
      end + 0::float8
    end as input__usage_change_90d,
    case
      when abs(cell__peer_rank) <= '1.7976931348623157e+308'::float8 and case
        when abs(cell__peer_rank) between 0.001::float8 and 100000000000000::float8 then cast(cast(cell__peer_rank as varchar) || 'e-2' as double precision)
        when abs(cell__peer_rank) < '1e-100'::float8 then 0::float8
        else cell__peer_rank / 100::float8
      end >= 0 and case
        when abs(cell__peer_rank) between 0.001::float8 and 100000000000000::float8 then cast(cast(cell__peer_rank as varchar) || 'e-2' as double precision)
        when abs(cell__peer_rank) < '1e-100'::float8 then 0::float8
        else cell__peer_rank / 100::float8
      end <= 1 then case
        when abs(cell__peer_rank) between 0.001::float8 and 100000000000000::float8 then cast(cast(cell__peer_rank as varchar) || 'e-2' as double precision)
        when abs(cell__peer_rank) < '1e-100'::float8 then 0::float8
        else cell__peer_rank / 100::float8
      end + 0::float8
    end as input__peer_rank,
    case
      when abs(cell__stakeholders_met) <= '1.7976931348623157e+308'::float8 and cell__stakeholders_met = floor(cell__stakeholders_met) and cell__stakeholders_met >= 0 then cell__stakeholders_met + 0::float8
    end as input__stakeholders_met,
    case
      when abs(cell__sponsor_contact) <= '1.7976931348623157e+308'::float8 and cell__sponsor_contact = floor(cell__sponsor_contact) and cell__sponsor_contact >= 0 then cell__sponsor_contact + 0::float8
    end as input__sponsor_contact,
    case
      when abs(cell__ticket_change_90d) <= '1.7976931348623157e+308'::float8 then case
        when abs(cell__ticket_change_90d) between 0.001::float8 and 100000000000000::float8 then cast(cast(cell__ticket_change_90d as varchar) || 'e-2' as double precision)
        when abs(cell__ticket_change_90d) < '1e-100'::float8 then 0::float8
        else cell__ticket_change_90d / 100::float8
      end + 0::float8
    end as input__ticket_change_90d,
    case
      when abs(cell__urgent_open) <= '1.7976931348623157e+308'::float8 and cell__urgent_open = floor(cell__urgent_open) and cell__urgent_open >= 0 then cell__urgent_open + 0::float8
    end as input__urgent_open,
    case
      when abs(cell__outcomes_reached) <= '1.7976931348623157e+308'::float8 and case
        when abs(cell__outcomes_reached) between 0.001::float8 and 100000000000000::float8 then cast(cast(cell__outcomes_reached as varchar) || 'e-2' as double precision)
        when abs(cell__outcomes_reached) < '1e-100'::float8 then 0::float8
        else cell__outcomes_reached / 100::float8
      end >= 0 and case
        when abs(cell__outcomes_reached) between 0.001::float8 and 100000000000000::float8 then cast(cast(cell__outcomes_reached as varchar) || 'e-2' as double precision)
        when abs(cell__outcomes_reached) < '1e-100'::float8 then 0::float8
        else cell__outcomes_reached / 100::float8
      end <= 1 then case
        when abs(cell__outcomes_reached) between 0.001::float8 and 100000000000000::float8 then cast(cast(cell__outcomes_reached as varchar) || 'e-2' as double precision)
        when abs(cell__outcomes_reached) < '1e-100'::float8 then 0::float8
        else cell__outcomes_reached / 100::float8
      end + 0::float8
    end as input__outcomes_reached,
    case
      when abs(cell__seats_used) <= '1.7976931348623157e+308'::float8 then case
        when abs(cell__seats_used) between 0.001::float8 and 100000000000000::float8 then cast(cast(cell__seats_used as varchar) || 'e-2' as double precision)
        when abs(cell__seats_used) < '1e-100'::float8 then 0::float8
        else cell__seats_used / 100::float8
      end + 0::float8
    end as input__seats_used,
    case
      when cell__budget_confirmed in ('true', 'yes', 'y', 't', '1', '1.0') then true
      when cell__budget_confirmed in ('false', 'no', 'n', 'f', '0', '0.0') then false
    end as input__budget_confirmed,
    case
      when abs(cell__products_used) <= '1.7976931348623157e+308'::float8 and cell__products_used = floor(cell__products_used) and cell__products_used >= 0 then cell__products_used + 0::float8
    end as input__products_used,
    case
      when abs(cell__products_offered) <= '1.7976931348623157e+308'::float8 and cell__products_offered = floor(cell__products_offered) and cell__products_offered >= 0 then cell__products_offered + 0::float8
    end as input__products_offered,
    case
      when abs(cell__churn_probability) <= '1.7976931348623157e+308'::float8 and case
        when abs(cell__churn_probability) between 0.001::float8 and 100000000000000::float8 then cast(cast(cell__churn_probability as varchar) || 'e-2' as double precision)
        when abs(cell__churn_probability) < '1e-100'::float8 then 0::float8
        else cell__churn_probability / 100::float8
      end >= 0 and case
        when abs(cell__churn_probability) between 0.001::float8 and 100000000000000::float8 then cast(cast(cell__churn_probability as varchar) || 'e-2' as double precision)
        when abs(cell__churn_probability) < '1e-100'::float8 then 0::float8
        else cell__churn_probability / 100::float8
      end <= 1 then case
        when abs(cell__churn_probability) between 0.001::float8 and 100000000000000::float8 then cast(cast(cell__churn_probability as varchar) || 'e-2' as double precision)
        when abs(cell__churn_probability) < '1e-100'::float8 then 0::float8
        else cell__churn_probability / 100::float8
      end + 0::float8
    end as input__churn_probability,
    case
      when abs(cell__effort_change_90d) <= '1.7976931348623157e+308'::float8 then case
        when abs(cell__effort_change_90d) < '1e-100'::float8 then 0::float8
        else cell__effort_change_90d
      end
    end as input__effort_change_90d,
    case
      when abs(cell__referrals_year) <= '1.7976931348623157e+308'::float8 and cell__referrals_year = floor(cell__referrals_year) and cell__referrals_year >= 0 then cell__referrals_year + 0::float8
    end as input__referrals_year,
    case
      when abs(cell__csm_score) <= '1.7976931348623157e+308'::float8 and cell__csm_score >= 0 and cell__csm_score <= 100 then case when abs(cell__csm_score) < '1e-100'::float8 then 0::float8 else cell__csm_score end
    end as input__csm_score,
    cell__csm_until + 0::float8 as input__csm_until,
    case
      when cell__csm_reason not in ('', 'n/a', '#n/a', '-', lower('–'), lower('—'), 'null') then cell__csm_reason
    end as input__csm_reason,
    cast(null as varchar) as band_1,
    case
      when abs(cell__previous_score) <= '1.7976931348623157e+308'::float8 and cell__previous_score >= 0 and cell__previous_score <= 100 then case when abs(cell__previous_score) < '1e-100'::float8 then 0::float8 else cell__previous_score end
    end as input__previous_score,
    case
      when cell__unusual in ('true', 'yes', 'y', 't', '1', '1.0') then true
      when cell__unusual in ('false', 'no', 'n', 'f', '0', '0.0') then false
    end as input__unusual,
    case
      when abs(cell__churn_high) <= '1.7976931348623157e+308'::float8 and case
        when abs(cell__churn_high) between 0.001::float8 and 100000000000000::float8 then cast(cast(cell__churn_high as varchar) || 'e-2' as double precision)
        when abs(cell__churn_high) < '1e-100'::float8 then 0::float8
        else cell__churn_high / 100::float8
      end >= 0 and case
        when abs(cell__churn_high) between 0.001::float8 and 100000000000000::float8 then cast(cast(cell__churn_high as varchar) || 'e-2' as double precision)
        when abs(cell__churn_high) < '1e-100'::float8 then 0::float8
        else cell__churn_high / 100::float8
      end <= 1 then case
        when abs(cell__churn_high) between 0.001::float8 and 100000000000000::float8 then cast(cast(cell__churn_high as varchar) || 'e-2' as double precision)
        when abs(cell__churn_high) < '1e-100'::float8 then 0::float8
        else cell__churn_high / 100::float8
      end + 0::float8
    end as input__churn_high,
    case
      when abs(cell__churn_low) <= '1.7976931348623157e+308'::float8 and case
        when abs(cell__churn_low) between 0.001::float8 and 100000000000000::float8 then cast(cast(cell__churn_low as varchar) || 'e-2' as double precision)
        when abs(cell__churn_low) < '1e-100'::float8 then 0::float8
        else cell__churn_low / 100::float8
      end >= 0 and case
        when abs(cell__churn_low) between 0.001::float8 and 100000000000000::float8 then cast(cast(cell__churn_low as varchar) || 'e-2' as double precision)
        when abs(cell__churn_low) < '1e-100'::float8 then 0::float8
        else cell__churn_low / 100::float8
      end <= 1 then case
        when abs(cell__churn_low) between 0.001::float8 and 100000000000000::float8 then cast(cast(cell__churn_low as varchar) || 'e-2' as double precision)
        when abs(cell__churn_low) < '1e-100'::float8 then 0::float8
        else cell__churn_low / 100::float8
      end + 0::float8
    end as input__churn_low
  from cells
  offset 0
),
lets as (
  select
    *,
    case
      when input__active_users = 0::float8 then 0::float8
      when input__active_users = 0.8::float8 then 100::float8
      when input__active_users < 0::float8 then 0::float8
      when input__active_users < 0.8::float8 then (0::float8 + (((input__active_users - 0::float8) * 100::float8) / 0.8::float8))
      when input__active_users is not null then 100::float8
    end as figure__1,
    case
      when input__usage_change_90d >= 0 then 'healthy'
      when input__usage_change_90d >= (-0.2::float8) then 'at_risk'
      when input__usage_change_90d is not null then 'critical'
    end as usage__usage_change_90d__band,
    case
      when input__usage_change_90d >= 0 then 100::float8
      when input__usage_change_90d >= (-0.2::float8) then 50::float8
      when input__usage_change_90d is not null then 0::float8
    end as usage__usage_change_90d__points,
    case
      when input__peer_rank >= 0.5::float8 then 'healthy'
      when input__peer_rank >= 0.25::float8 then 'at_risk'
      when input__peer_rank is not null then 'critical'
    end as usage__peer_rank__band,
    case
      when input__peer_rank >= 0.5::float8 then 100::float8
      when input__peer_rank >= 0.25::float8 then 50::float8
      when input__peer_rank is not null then 0::float8
    end as usage__peer_rank__points,
    case
      when input__stakeholders_met >= 3 then 'healthy'
      when input__stakeholders_met >= 1 then 'at_risk'
      when input__stakeholders_met is not null then 'critical'
    end as engagement__stakeholders_met__band,
    case
      when input__stakeholders_met >= 3 then 100::float8
      when input__stakeholders_met >= 1 then 50::float8
      when input__stakeholders_met is not null then 0::float8
    end as engagement__stakeholders_met__points,
    case
      when input__sponsor_contact > 90 then 'critical'
      when input__sponsor_contact > 45 then 'at_risk'
      when input__sponsor_contact is not null then 'healthy'
    end as engagement__sponsor_contact__band,
    case
      when input__sponsor_contact > 90 then 0::float8
      when input__sponsor_contact > 45 then 50::float8
      when input__sponsor_contact is not null then 100::float8
    end as engagement__sponsor_contact__points,
    case
      when input__ticket_change_90d > 0.5::float8 then 'critical'
      when input__ticket_change_90d > 0 then 'at_risk'
      when input__ticket_change_90d is not null then 'healthy'
    end as support__ticket_change_90d__band,
    case
      when input__ticket_change_90d > 0.5::float8 then 0::float8
      when input__ticket_change_90d > 0 then 50::float8
      when input__ticket_change_90d is not null then 100::float8
    end as support__ticket_change_90d__points,
    case
      when input__urgent_open >= 3 then 'critical'
      when input__urgent_open >= 1 then 'at_risk'
      when input__urgent_open is not null then 'healthy'
    end as support__urgent_open__band,
    case
      when input__urgent_open >= 3 then 0::float8
      when input__urgent_open >= 1 then 50::float8
      when input__urgent_open is not null then 100::float8
    end as support__urgent_open__points,
    case
      when input__outcomes_reached >= 0.75::float8 then 'healthy'
      when input__outcomes_reached >= 0.4::float8 then 'at_risk'
      when input__outcomes_reached is not null then 'critical'
    end as outcomes__outcomes_reached__band,
    case
      when input__outcomes_reached >= 0.75::float8 then 100::float8
      when input__outcomes_reached >= 0.4::float8 then 50::float8
      when input__outcomes_reached is not null then 0::float8
    end as outcomes__outcomes_reached__points,
    (input__seats_used >= 0.8::float8) as figure__4,
    (input__products_used / nullif(input__products_offered, 0::float8)) as let__product_share,
    case
      when input__churn_probability = 0::float8 then 100::float8
      when input__churn_probability = 0.4::float8 then 0::float8
      when input__churn_probability < 0::float8 then 100::float8
      when input__churn_probability < 0.4::float8 then (100::float8 + (((input__churn_probability - 0::float8) * (-100::float8)) / 0.4::float8))
      when input__churn_probability is not null then 0::float8
    end as figure__6,
    case
      when input__effort_change_90d > 1 then 'critical'
      when input__effort_change_90d > 0 then 'at_risk'
      when input__effort_change_90d is not null then 'healthy'
    end as voice__effort_change_90d__band,
    case
      when input__effort_change_90d > 1 then 0::float8
      when input__effort_change_90d > 0 then 50::float8
      when input__effort_change_90d is not null then 100::float8
    end as voice__effort_change_90d__points,
    case
      when input__referrals_year >= 2 then 'healthy'
      when input__referrals_year >= 1 then 'at_risk'
      when input__referrals_year is not null then 'critical'
    end as voice__referrals_year__band,
    case
      when input__referrals_year >= 2 then 100::float8
      when input__referrals_year >= 1 then 50::float8
      when input__referrals_year is not null then 0::float8
    end as voice__referrals_year__points,
    (coalesce((not (input__csm_score is null)), false) and coalesce(input__csm_until >= 20269::float8, true) and (input__csm_reason is not null)) as applies_1,
    (input__churn_high - input__churn_low) as result__churn_spread,
    coalesce(input__unusual, false) as risk__unusual_against_its_own_history
  from inputs
  offset 0
),
measures as (
  select
    *,
    case when abs(figure__1) < '1e-150'::float8 then 0::float8 else figure__1 end as usage__active_users__points,
    (60::float8 * case when engagement__stakeholders_met__points is not null then 1::float8 else 0::float8 end + 40::float8 * case when engagement__sponsor_contact__points is not null then 1::float8 else 0::float8 end) / 100::float8 as engagement__coverage,
    (coalesce(60::float8 * engagement__stakeholders_met__points, 0::float8) + coalesce(40::float8 * engagement__sponsor_contact__points, 0::float8))
      / nullif(case when engagement__stakeholders_met__points is not null then 60::float8 else 0::float8 end + case when engagement__sponsor_contact__points is not null then 40::float8 else 0::float8 end, 0::float8) as figure__3,
    (case when support__ticket_change_90d__points is not null then 1::float8 else 0::float8 end + case when support__urgent_open__points is not null then 1::float8 else 0::float8 end) / 2::float8 as support__coverage,
    case
      when support__ticket_change_90d__points is not null and coalesce(support__ticket_change_90d__points <= support__urgent_open__points, true) then support__ticket_change_90d__points
      when support__urgent_open__points is not null and coalesce(support__urgent_open__points <= support__ticket_change_90d__points, true) then support__urgent_open__points
    end as support__score,
    (0::float8 + case when figure__4 then 50::float8 else 0::float8 end + case when input__budget_confirmed then 50::float8 else 0::float8 end) as outcomes__readiness__points,
    case
      when let__product_share >= 0.599999999::float8 then 'healthy'
      when let__product_share >= 0.249999999::float8 then 'at_risk'
      when let__product_share is not null then 'critical'
    end as outcomes__product_share__band,
    case
      when let__product_share >= 0.599999999::float8 then 100::float8
      when let__product_share >= 0.249999999::float8 then 50::float8
      when let__product_share is not null then 0::float8
    end as outcomes__product_share__points,
    case when abs(figure__6) < '1e-150'::float8 then 0::float8 else figure__6 end as prediction__churn_probability__points,
    (50::float8 * case when voice__effort_change_90d__points is not null then 1::float8 else 0::float8 end + 50::float8 * case when voice__referrals_year__points is not null then 1::float8 else 0::float8 end) / 100::float8 as voice__coverage,
    (coalesce(50::float8 * voice__effort_change_90d__points, 0::float8) + coalesce(50::float8 * voice__referrals_year__points, 0::float8))
      / nullif(case when voice__effort_change_90d__points is not null then 50::float8 else 0::float8 end + case when voice__referrals_year__points is not null then 50::float8 else 0::float8 end, 0::float8) as figure__7,
    (applies_1 and input__csm_score is not null) as takes_1
  from lets
  offset 0
),
measures_2 as (
  select
    *,
    case
      when usage__active_users__points >= 69.9999999::float8 then 'healthy'
      when usage__active_users__points >= 39.9999999::float8 then 'at_risk'
      when usage__active_users__points is not null then 'critical'
    end as usage__active_users__band,
    (40::float8 * case when usage__active_users__points is not null then 1::float8 else 0::float8 end + 30::float8 * case when usage__usage_change_90d__points is not null then 1::float8 else 0::float8 end + 30::float8 * case when usage__peer_rank__points is not null then 1::float8 else 0::float8 end) / 100::float8 as usage__coverage,
    (coalesce(40::float8 * usage__active_users__points, 0::float8) + coalesce(30::float8 * usage__usage_change_90d__points, 0::float8) + coalesce(30::float8 * usage__peer_rank__points, 0::float8))
      / nullif(case when usage__active_users__points is not null then 40::float8 else 0::float8 end + case when usage__usage_change_90d__points is not null then 30::float8 else 0::float8 end + case when usage__peer_rank__points is not null then 30::float8 else 0::float8 end, 0::float8) as figure__2,
    case when abs(figure__3) < '1e-150'::float8 then 0::float8 else figure__3 end as engagement__score,
    case
      when support__score >= 69.9999999::float8 then 'healthy'
      when support__score >= 39.9999999::float8 then 'at_risk'
      when support__score is not null then 'critical'
    end as support__band,
    case
      when outcomes__readiness__points >= 69.9999999::float8 then 'healthy'
      when outcomes__readiness__points >= 39.9999999::float8 then 'at_risk'
      when outcomes__readiness__points is not null then 'critical'
    end as outcomes__readiness__band,
    (50::float8 * case when outcomes__outcomes_reached__points is not null then 1::float8 else 0::float8 end + 25::float8 * case when outcomes__readiness__points is not null then 1::float8 else 0::float8 end + 25::float8 * case when outcomes__product_share__points is not null then 1::float8 else 0::float8 end) / 100::float8 as outcomes__coverage,
    (coalesce(50::float8 * outcomes__outcomes_reached__points, 0::float8) + coalesce(25::float8 * outcomes__readiness__points, 0::float8) + coalesce(25::float8 * outcomes__product_share__points, 0::float8))
      / nullif(case when outcomes__outcomes_reached__points is not null then 50::float8 else 0::float8 end + case when outcomes__readiness__points is not null then 25::float8 else 0::float8 end + case when outcomes__product_share__points is not null then 25::float8 else 0::float8 end, 0::float8) as figure__5,
    case
      when prediction__churn_probability__points >= 69.9999999::float8 then 'healthy'
      when prediction__churn_probability__points >= 39.9999999::float8 then 'at_risk'
      when prediction__churn_probability__points is not null then 'critical'
    end as prediction__churn_probability__band,
    case when prediction__churn_probability__points is not null then 1::float8 else 0::float8 end as prediction__coverage,
    prediction__churn_probability__points as prediction__score,
    case when abs(figure__7) < '1e-150'::float8 then 0::float8 else figure__7 end as voice__score
  from measures
  offset 0
),
dimensions as (
  select
    *,
    case when abs(figure__2) < '1e-150'::float8 then 0::float8 else figure__2 end as usage__score,
    case
      when engagement__score >= 69.9999999::float8 then 'healthy'
      when engagement__score >= 39.9999999::float8 then 'at_risk'
      when engagement__score is not null then 'critical'
    end as engagement__band,
    case when abs(figure__5) < '1e-150'::float8 then 0::float8 else figure__5 end as outcomes__score,
    case
      when prediction__score >= 69.9999999::float8 then 'healthy'
      when prediction__score >= 39.9999999::float8 then 'at_risk'
      when prediction__score is not null then 'critical'
    end as prediction__band,
    case
      when voice__score >= 69.9999999::float8 then 'healthy'
      when voice__score >= 39.9999999::float8 then 'at_risk'
      when voice__score is not null then 'critical'
    end as voice__band,
    (25::float8 * usage__coverage + 15::float8 * engagement__coverage + 15::float8 * support__coverage + 15::float8 * outcomes__coverage + 20::float8 * prediction__coverage + 10::float8 * voice__coverage) / 100::float8 as coverage
  from measures_2
  offset 0
),
dimensions_2 as (
  select
    *,
    case
      when usage__score >= 69.9999999::float8 then 'healthy'
      when usage__score >= 39.9999999::float8 then 'at_risk'
      when usage__score is not null then 'critical'
    end as usage__band,
    case
      when outcomes__score >= 69.9999999::float8 then 'healthy'
      when outcomes__score >= 39.9999999::float8 then 'at_risk'
      when outcomes__score is not null then 'critical'
    end as outcomes__band,
    (coalesce(25::float8 * usage__score, 0::float8) + coalesce(15::float8 * engagement__score, 0::float8) + coalesce(15::float8 * support__score, 0::float8) + coalesce(15::float8 * outcomes__score, 0::float8) + coalesce(20::float8 * prediction__score, 0::float8) + coalesce(10::float8 * voice__score, 0::float8))
      / nullif(case when usage__score is not null then 25::float8 else 0::float8 end + case when engagement__score is not null then 15::float8 else 0::float8 end + case when support__score is not null then 15::float8 else 0::float8 end + case when outcomes__score is not null then 15::float8 else 0::float8 end + case when prediction__score is not null then 20::float8 else 0::float8 end + case when voice__score is not null then 10::float8 else 0::float8 end, 0::float8) as figure__8
  from dimensions
  offset 0
),
score as (
  select
    *,
    case
      when coverage < 0.5::float8 then null
      else case when abs(figure__8) < '1e-150'::float8 then 0::float8 else figure__8 end
    end as step_1
  from dimensions_2
  offset 0
),
score_2 as (
  select
    *,
    case when takes_1 then input__csm_score else step_1 end as step_2
  from score
  offset 0
),
score_3 as (
  select
    *,
    case
      when step_2 < 0::float8 then 0::float8
      when step_2 > 100::float8 then 100::float8
      else step_2
    end as score
  from score_2
  offset 0
),
score_4 as (
  select
    *,
    cast(cast(cast((sign(score) * floor((abs(score) + '1.0000000000000001e-7'::float8) + 0.5::float8) + 0::float8) as varchar) as numeric(38, 0)) as varchar) as shown,
    coalesce(band_1, case
      when score >= 69.9999999::float8 then 'healthy'
      when score >= 39.9999999::float8 then 'at_risk'
      when score is not null then 'critical'
    end) as band,
    coalesce(((70::float8 - score > '1e-9'::float8 * greatest(1::float8, abs(score), abs(70::float8))) and (input__previous_score >= 70::float8)), false) as risk__fell_below_healthy,
    coalesce(((40::float8 - score > '1e-9'::float8 * greatest(1::float8, abs(score), abs(40::float8))) and (input__previous_score >= 40::float8)), false) as risk__fell_to_critical,
    coalesce(((100::float8 - outcomes__readiness__points <= '1e-9'::float8 * greatest(1::float8, abs(outcomes__readiness__points), abs(100::float8))) and (70::float8 - score <= '1e-9'::float8 * greatest(1::float8, abs(score), abs(70::float8)))), false) as opportunity__ready_to_expand,
    coalesce(((input__churn_probability > 0.4::float8) and (70::float8 - score <= '1e-9'::float8 * greatest(1::float8, abs(score), abs(70::float8)))), false) as risk__prediction_and_score_disagree
  from score_3
  offset 0
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
