with
cells as (
  select
    trim(cast(account as varchar), ' ' || chr(9) || chr(10) || chr(13) || chr(160)) as account,
    cast(active_users as double) as cell__active_users,
    cast(usage_change_90d as double) as cell__usage_change_90d,
    cast(peer_rank as double) as cell__peer_rank,
    cast(stakeholders_met as double) as cell__stakeholders_met,
    cast(sponsor_contact as double) as cell__sponsor_contact,
    cast(ticket_change_90d as double) as cell__ticket_change_90d,
    cast(urgent_open as double) as cell__urgent_open,
    cast(outcomes_reached as double) as cell__outcomes_reached,
    cast(seats_used as double) as cell__seats_used,
    lower(trim(cast(budget_confirmed as varchar), ' ' || chr(9) || chr(10) || chr(13) || chr(160))) as cell__budget_confirmed,
    cast(products_used as double) as cell__products_used,
    cast(products_offered as double) as cell__products_offered,
    cast(churn_probability as double) as cell__churn_probability,
    cast(effort_change_90d as double) as cell__effort_change_90d,
    cast(referrals_year as double) as cell__referrals_year,
    cast(csm_score as double) as cell__csm_score,
    cast(datediff('day', date '1970-01-01', cast(csm_until as date)) as double) as cell__csm_until,
    lower(trim(cast(csm_reason as varchar), ' ' || chr(9) || chr(10) || chr(13) || chr(160))) as cell__csm_reason,
    cast(previous_score as double) as cell__previous_score,
    lower(trim(cast(unusual as varchar), ' ' || chr(9) || chr(10) || chr(13) || chr(160))) as cell__unusual,
    cast(churn_high as double) as cell__churn_high,
    cast(churn_low as double) as cell__churn_low
  from accounts
),
inputs as (
  select
    *,
    'default' as segment,
    case
      when abs(cell__active_users) <= '1.7976931348623157e+308'::double and case
        when abs(cell__active_users) between 0.001::double and 100000000000000::double then case when abs(cell__active_users) < 1000000000::double and floor(abs(cell__active_users) * 1000000::double + 0.5::double) / 1000000::double = abs(cell__active_users) then sign(cell__active_users) * floor(abs(cell__active_users) * 1000000::double + 0.5::double) / 100000000::double else cell__active_users / 100::double end
        else cell__active_users / 100::double
      end >= 0 and case
        when abs(cell__active_users) between 0.001::double and 100000000000000::double then case when abs(cell__active_users) < 1000000000::double and floor(abs(cell__active_users) * 1000000::double + 0.5::double) / 1000000::double = abs(cell__active_users) then sign(cell__active_users) * floor(abs(cell__active_users) * 1000000::double + 0.5::double) / 100000000::double else cell__active_users / 100::double end
        else cell__active_users / 100::double
      end <= 1 then case
        when abs(cell__active_users) between 0.001::double and 100000000000000::double then case when abs(cell__active_users) < 1000000000::double and floor(abs(cell__active_users) * 1000000::double + 0.5::double) / 1000000::double = abs(cell__active_users) then sign(cell__active_users) * floor(abs(cell__active_users) * 1000000::double + 0.5::double) / 100000000::double else cell__active_users / 100::double end
        else cell__active_users / 100::double
      end + 0::double
    end as input__active_users,
    case
      when abs(cell__usage_change_90d) <= '1.7976931348623157e+308'::double then case
        when abs(cell__usage_change_90d) between 0.001::double and 100000000000000::double then case when abs(cell__usage_change_90d) < 1000000000::double and floor(abs(cell__usage_change_90d) * 1000000::double + 0.5::double) / 1000000::double = abs(cell__usage_change_90d) then sign(cell__usage_change_90d) * floor(abs(cell__usage_change_90d) * 1000000::double + 0.5::double) / 100000000::double else cell__usage_change_90d / 100::double end
        else cell__usage_change_90d / 100::double
      end + 0::double
    end as input__usage_change_90d,
    case
      when abs(cell__peer_rank) <= '1.7976931348623157e+308'::double and case
        when abs(cell__peer_rank) between 0.001::double and 100000000000000::double then case when abs(cell__peer_rank) < 1000000000::double and floor(abs(cell__peer_rank) * 1000000::double + 0.5::double) / 1000000::double = abs(cell__peer_rank) then sign(cell__peer_rank) * floor(abs(cell__peer_rank) * 1000000::double + 0.5::double) / 100000000::double else cell__peer_rank / 100::double end
        else cell__peer_rank / 100::double
      end >= 0 and case
        when abs(cell__peer_rank) between 0.001::double and 100000000000000::double then case when abs(cell__peer_rank) < 1000000000::double and floor(abs(cell__peer_rank) * 1000000::double + 0.5::double) / 1000000::double = abs(cell__peer_rank) then sign(cell__peer_rank) * floor(abs(cell__peer_rank) * 1000000::double + 0.5::double) / 100000000::double else cell__peer_rank / 100::double end
        else cell__peer_rank / 100::double
      end <= 1 then case
        when abs(cell__peer_rank) between 0.001::double and 100000000000000::double then case when abs(cell__peer_rank) < 1000000000::double and floor(abs(cell__peer_rank) * 1000000::double + 0.5::double) / 1000000::double = abs(cell__peer_rank) then sign(cell__peer_rank) * floor(abs(cell__peer_rank) * 1000000::double + 0.5::double) / 100000000::double else cell__peer_rank / 100::double end
        else cell__peer_rank / 100::double
      end + 0::double
    end as input__peer_rank,
    case
      when abs(cell__stakeholders_met) <= '1.7976931348623157e+308'::double and cell__stakeholders_met = floor(cell__stakeholders_met) and cell__stakeholders_met >= 0 then cell__stakeholders_met + 0::double
    end as input__stakeholders_met,
    case
      when abs(cell__sponsor_contact) <= '1.7976931348623157e+308'::double and cell__sponsor_contact = floor(cell__sponsor_contact) and cell__sponsor_contact >= 0 then cell__sponsor_contact + 0::double
    end as input__sponsor_contact,
    case
      when abs(cell__ticket_change_90d) <= '1.7976931348623157e+308'::double then case
        when abs(cell__ticket_change_90d) between 0.001::double and 100000000000000::double then case when abs(cell__ticket_change_90d) < 1000000000::double and floor(abs(cell__ticket_change_90d) * 1000000::double + 0.5::double) / 1000000::double = abs(cell__ticket_change_90d) then sign(cell__ticket_change_90d) * floor(abs(cell__ticket_change_90d) * 1000000::double + 0.5::double) / 100000000::double else cell__ticket_change_90d / 100::double end
        else cell__ticket_change_90d / 100::double
      end + 0::double
    end as input__ticket_change_90d,
    case
      when abs(cell__urgent_open) <= '1.7976931348623157e+308'::double and cell__urgent_open = floor(cell__urgent_open) and cell__urgent_open >= 0 then cell__urgent_open + 0::double
    end as input__urgent_open,
    case
      when abs(cell__outcomes_reached) <= '1.7976931348623157e+308'::double and case
        when abs(cell__outcomes_reached) between 0.001::double and 100000000000000::double then case when abs(cell__outcomes_reached) < 1000000000::double and floor(abs(cell__outcomes_reached) * 1000000::double + 0.5::double) / 1000000::double = abs(cell__outcomes_reached) then sign(cell__outcomes_reached) * floor(abs(cell__outcomes_reached) * 1000000::double + 0.5::double) / 100000000::double else cell__outcomes_reached / 100::double end
        else cell__outcomes_reached / 100::double
      end >= 0 and case
        when abs(cell__outcomes_reached) between 0.001::double and 100000000000000::double then case when abs(cell__outcomes_reached) < 1000000000::double and floor(abs(cell__outcomes_reached) * 1000000::double + 0.5::double) / 1000000::double = abs(cell__outcomes_reached) then sign(cell__outcomes_reached) * floor(abs(cell__outcomes_reached) * 1000000::double + 0.5::double) / 100000000::double else cell__outcomes_reached / 100::double end
        else cell__outcomes_reached / 100::double
      end <= 1 then case
        when abs(cell__outcomes_reached) between 0.001::double and 100000000000000::double then case when abs(cell__outcomes_reached) < 1000000000::double and floor(abs(cell__outcomes_reached) * 1000000::double + 0.5::double) / 1000000::double = abs(cell__outcomes_reached) then sign(cell__outcomes_reached) * floor(abs(cell__outcomes_reached) * 1000000::double + 0.5::double) / 100000000::double else cell__outcomes_reached / 100::double end
        else cell__outcomes_reached / 100::double
      end + 0::double
    end as input__outcomes_reached,
    case
      when abs(cell__seats_used) <= '1.7976931348623157e+308'::double then case
        when abs(cell__seats_used) between 0.001::double and 100000000000000::double then case when abs(cell__seats_used) < 1000000000::double and floor(abs(cell__seats_used) * 1000000::double + 0.5::double) / 1000000::double = abs(cell__seats_used) then sign(cell__seats_used) * floor(abs(cell__seats_used) * 1000000::double + 0.5::double) / 100000000::double else cell__seats_used / 100::double end
        else cell__seats_used / 100::double
      end + 0::double
    end as input__seats_used,
    case
      when cell__budget_confirmed in ('true', 'yes', 'y', 't', '1', '1.0') then true
      when cell__budget_confirmed in ('false', 'no', 'n', 'f', '0', '0.0') then false
    end as input__budget_confirmed,
    case
      when abs(cell__products_used) <= '1.7976931348623157e+308'::double and cell__products_used = floor(cell__products_used) and cell__products_used >= 0 then cell__products_used + 0::double
    end as input__products_used,
    case
      when abs(cell__products_offered) <= '1.7976931348623157e+308'::double and cell__products_offered = floor(cell__products_offered) and cell__products_offered >= 0 then cell__products_offered + 0::double
    end as input__products_offered,
    case
      when abs(cell__churn_probability) <= '1.7976931348623157e+308'::double and case
        when abs(cell__churn_probability) between 0.001::double and 100000000000000::double then case when abs(cell__churn_probability) < 1000000000::double and floor(abs(cell__churn_probability) * 1000000::double + 0.5::double) / 1000000::double = abs(cell__churn_probability) then sign(cell__churn_probability) * floor(abs(cell__churn_probability) * 1000000::double + 0.5::double) / 100000000::double else cell__churn_probability / 100::double end
        else cell__churn_probability / 100::double
      end >= 0 and case
        when abs(cell__churn_probability) between 0.001::double and 100000000000000::double then case when abs(cell__churn_probability) < 1000000000::double and floor(abs(cell__churn_probability) * 1000000::double + 0.5::double) / 1000000::double = abs(cell__churn_probability) then sign(cell__churn_probability) * floor(abs(cell__churn_probability) * 1000000::double + 0.5::double) / 100000000::double else cell__churn_probability / 100::double end
        else cell__churn_probability / 100::double
      end <= 1 then case
        when abs(cell__churn_probability) between 0.001::double and 100000000000000::double then case when abs(cell__churn_probability) < 1000000000::double and floor(abs(cell__churn_probability) * 1000000::double + 0.5::double) / 1000000::double = abs(cell__churn_probability) then sign(cell__churn_probability) * floor(abs(cell__churn_probability) * 1000000::double + 0.5::double) / 100000000::double else cell__churn_probability / 100::double end
        else cell__churn_probability / 100::double
      end + 0::double
    end as input__churn_probability,
    case
      when abs(cell__effort_change_90d) <= '1.7976931348623157e+308'::double then cell__effort_change_90d + 0::double
    end as input__effort_change_90d,
    case
      when abs(cell__referrals_year) <= '1.7976931348623157e+308'::double and cell__referrals_year = floor(cell__referrals_year) and cell__referrals_year >= 0 then cell__referrals_year + 0::double
    end as input__referrals_year,
    case
      when abs(cell__csm_score) <= '1.7976931348623157e+308'::double and cell__csm_score >= 0 and cell__csm_score <= 100 then cell__csm_score + 0::double
    end as input__csm_score,
    cell__csm_until + 0::double as input__csm_until,
    case
      when cell__csm_reason not in ('', 'n/a', '#n/a', '-', lower('–'), lower('—'), 'null') then cell__csm_reason
    end as input__csm_reason,
    cast(null as varchar) as band_1,
    case
      when abs(cell__previous_score) <= '1.7976931348623157e+308'::double and cell__previous_score >= 0 and cell__previous_score <= 100 then cell__previous_score + 0::double
    end as input__previous_score,
    case
      when cell__unusual in ('true', 'yes', 'y', 't', '1', '1.0') then true
      when cell__unusual in ('false', 'no', 'n', 'f', '0', '0.0') then false
    end as input__unusual,
    case
      when abs(cell__churn_high) <= '1.7976931348623157e+308'::double and case
        when abs(cell__churn_high) between 0.001::double and 100000000000000::double then case when abs(cell__churn_high) < 1000000000::double and floor(abs(cell__churn_high) * 1000000::double + 0.5::double) / 1000000::double = abs(cell__churn_high) then sign(cell__churn_high) * floor(abs(cell__churn_high) * 1000000::double + 0.5::double) / 100000000::double else cell__churn_high / 100::double end
        else cell__churn_high / 100::double
      end >= 0 and case
        when abs(cell__churn_high) between 0.001::double and 100000000000000::double then case when abs(cell__churn_high) < 1000000000::double and floor(abs(cell__churn_high) * 1000000::double + 0.5::double) / 1000000::double = abs(cell__churn_high) then sign(cell__churn_high) * floor(abs(cell__churn_high) * 1000000::double + 0.5::double) / 100000000::double else cell__churn_high / 100::double end
        else cell__churn_high / 100::double
      end <= 1 then case
        when abs(cell__churn_high) between 0.001::double and 100000000000000::double then case when abs(cell__churn_high) < 1000000000::double and floor(abs(cell__churn_high) * 1000000::double + 0.5::double) / 1000000::double = abs(cell__churn_high) then sign(cell__churn_high) * floor(abs(cell__churn_high) * 1000000::double + 0.5::double) / 100000000::double else cell__churn_high / 100::double end
        else cell__churn_high / 100::double
      end + 0::double
    end as input__churn_high,
    case
      when abs(cell__churn_low) <= '1.7976931348623157e+308'::double and case
        when abs(cell__churn_low) between 0.001::double and 100000000000000::double then case when abs(cell__churn_low) < 1000000000::double and floor(abs(cell__churn_low) * 1000000::double + 0.5::double) / 1000000::double = abs(cell__churn_low) then sign(cell__churn_low) * floor(abs(cell__churn_low) * 1000000::double + 0.5::double) / 100000000::double else cell__churn_low / 100::double end
        else cell__churn_low / 100::double
      end >= 0 and case
        when abs(cell__churn_low) between 0.001::double and 100000000000000::double then case when abs(cell__churn_low) < 1000000000::double and floor(abs(cell__churn_low) * 1000000::double + 0.5::double) / 1000000::double = abs(cell__churn_low) then sign(cell__churn_low) * floor(abs(cell__churn_low) * 1000000::double + 0.5::double) / 100000000::double else cell__churn_low / 100::double end
        else cell__churn_low / 100::double
      end <= 1 then case
        when abs(cell__churn_low) between 0.001::double and 100000000000000::double then case when abs(cell__churn_low) < 1000000000::double and floor(abs(cell__churn_low) * 1000000::double + 0.5::double) / 1000000::double = abs(cell__churn_low) then sign(cell__churn_low) * floor(abs(cell__churn_low) * 1000000::double + 0.5::double) / 100000000::double else cell__churn_low / 100::double end
        else cell__churn_low / 100::double
      end + 0::double
    end as input__churn_low
  from cells
),
lets as (
  select
    *,
    case
      when input__active_users = 0::double then 0::double
      when input__active_users = 0.8::double then 100::double
      when input__active_users < 0::double then 0::double
      when input__active_users < 0.8::double then (0::double + (((input__active_users - 0::double) * 100::double) / 0.8::double))
      when input__active_users is not null then 100::double
    end as usage__active_users__points,
    case
      when input__usage_change_90d >= 0 then 'healthy'
      when input__usage_change_90d >= (-0.2::double) then 'at_risk'
      when input__usage_change_90d is not null then 'critical'
    end as usage__usage_change_90d__band,
    case
      when input__usage_change_90d >= 0 then 100::double
      when input__usage_change_90d >= (-0.2::double) then 50::double
      when input__usage_change_90d is not null then 0::double
    end as usage__usage_change_90d__points,
    case
      when input__peer_rank >= 0.5::double then 'healthy'
      when input__peer_rank >= 0.25::double then 'at_risk'
      when input__peer_rank is not null then 'critical'
    end as usage__peer_rank__band,
    case
      when input__peer_rank >= 0.5::double then 100::double
      when input__peer_rank >= 0.25::double then 50::double
      when input__peer_rank is not null then 0::double
    end as usage__peer_rank__points,
    case
      when input__stakeholders_met >= 3 then 'healthy'
      when input__stakeholders_met >= 1 then 'at_risk'
      when input__stakeholders_met is not null then 'critical'
    end as engagement__stakeholders_met__band,
    case
      when input__stakeholders_met >= 3 then 100::double
      when input__stakeholders_met >= 1 then 50::double
      when input__stakeholders_met is not null then 0::double
    end as engagement__stakeholders_met__points,
    case
      when input__sponsor_contact > 90 then 'critical'
      when input__sponsor_contact > 45 then 'at_risk'
      when input__sponsor_contact is not null then 'healthy'
    end as engagement__sponsor_contact__band,
    case
      when input__sponsor_contact > 90 then 0::double
      when input__sponsor_contact > 45 then 50::double
      when input__sponsor_contact is not null then 100::double
    end as engagement__sponsor_contact__points,
    case
      when input__ticket_change_90d > 0.5::double then 'critical'
      when input__ticket_change_90d > 0 then 'at_risk'
      when input__ticket_change_90d is not null then 'healthy'
    end as support__ticket_change_90d__band,
    case
      when input__ticket_change_90d > 0.5::double then 0::double
      when input__ticket_change_90d > 0 then 50::double
      when input__ticket_change_90d is not null then 100::double
    end as support__ticket_change_90d__points,
    case
      when input__urgent_open >= 3 then 'critical'
      when input__urgent_open >= 1 then 'at_risk'
      when input__urgent_open is not null then 'healthy'
    end as support__urgent_open__band,
    case
      when input__urgent_open >= 3 then 0::double
      when input__urgent_open >= 1 then 50::double
      when input__urgent_open is not null then 100::double
    end as support__urgent_open__points,
    case
      when input__outcomes_reached >= 0.75::double then 'healthy'
      when input__outcomes_reached >= 0.4::double then 'at_risk'
      when input__outcomes_reached is not null then 'critical'
    end as outcomes__outcomes_reached__band,
    case
      when input__outcomes_reached >= 0.75::double then 100::double
      when input__outcomes_reached >= 0.4::double then 50::double
      when input__outcomes_reached is not null then 0::double
    end as outcomes__outcomes_reached__points,
    (input__seats_used >= 0.8::double) as figure__1,
    (input__products_used / nullif(input__products_offered, 0::double)) as let__product_share,
    case
      when input__churn_probability = 0::double then 100::double
      when input__churn_probability = 0.4::double then 0::double
      when input__churn_probability < 0::double then 100::double
      when input__churn_probability < 0.4::double then (100::double + (((input__churn_probability - 0::double) * (-100::double)) / 0.4::double))
      when input__churn_probability is not null then 0::double
    end as prediction__churn_probability__points,
    case
      when input__effort_change_90d > 1 then 'critical'
      when input__effort_change_90d > 0 then 'at_risk'
      when input__effort_change_90d is not null then 'healthy'
    end as voice__effort_change_90d__band,
    case
      when input__effort_change_90d > 1 then 0::double
      when input__effort_change_90d > 0 then 50::double
      when input__effort_change_90d is not null then 100::double
    end as voice__effort_change_90d__points,
    case
      when input__referrals_year >= 2 then 'healthy'
      when input__referrals_year >= 1 then 'at_risk'
      when input__referrals_year is not null then 'critical'
    end as voice__referrals_year__band,
    case
      when input__referrals_year >= 2 then 100::double
      when input__referrals_year >= 1 then 50::double
      when input__referrals_year is not null then 0::double
    end as voice__referrals_year__points,
    (coalesce((not (input__csm_score is null)), false) and coalesce(input__csm_until >= 20269::double, true) and (input__csm_reason is not null)) as applies_1,
    (input__churn_high - input__churn_low) as result__churn_spread,
    coalesce(input__unusual, false) as risk__unusual_against_its_own_history
  from inputs
),
measures as (
  select
    *,
    case
      when usage__active_users__points >= 69.9999999::double then 'healthy'
      when usage__active_users__points >= 39.9999999::double then 'at_risk'
      when usage__active_users__points is not null then 'critical'
    end as usage__active_users__band,
    (40::double * case when usage__active_users__points is not null then 1::double else 0::double end + 30::double * case when usage__usage_change_90d__points is not null then 1::double else 0::double end + 30::double * case when usage__peer_rank__points is not null then 1::double else 0::double end) / 100::double as usage__coverage,
    (coalesce(40::double * usage__active_users__points, 0::double) + coalesce(30::double * usage__usage_change_90d__points, 0::double) + coalesce(30::double * usage__peer_rank__points, 0::double))
      / nullif(case when usage__active_users__points is not null then 40::double else 0::double end + case when usage__usage_change_90d__points is not null then 30::double else 0::double end + case when usage__peer_rank__points is not null then 30::double else 0::double end, 0::double) as usage__score,
    (60::double * case when engagement__stakeholders_met__points is not null then 1::double else 0::double end + 40::double * case when engagement__sponsor_contact__points is not null then 1::double else 0::double end) / 100::double as engagement__coverage,
    (coalesce(60::double * engagement__stakeholders_met__points, 0::double) + coalesce(40::double * engagement__sponsor_contact__points, 0::double))
      / nullif(case when engagement__stakeholders_met__points is not null then 60::double else 0::double end + case when engagement__sponsor_contact__points is not null then 40::double else 0::double end, 0::double) as engagement__score,
    (case when support__ticket_change_90d__points is not null then 1::double else 0::double end + case when support__urgent_open__points is not null then 1::double else 0::double end) / 2::double as support__coverage,
    case
      when support__ticket_change_90d__points is not null and coalesce(support__ticket_change_90d__points <= support__urgent_open__points, true) then support__ticket_change_90d__points
      when support__urgent_open__points is not null and coalesce(support__urgent_open__points <= support__ticket_change_90d__points, true) then support__urgent_open__points
    end as support__score,
    (0::double + case when figure__1 then 50::double else 0::double end + case when input__budget_confirmed then 50::double else 0::double end) as outcomes__readiness__points,
    case
      when let__product_share >= 0.599999999::double then 'healthy'
      when let__product_share >= 0.249999999::double then 'at_risk'
      when let__product_share is not null then 'critical'
    end as outcomes__product_share__band,
    case
      when let__product_share >= 0.599999999::double then 100::double
      when let__product_share >= 0.249999999::double then 50::double
      when let__product_share is not null then 0::double
    end as outcomes__product_share__points,
    case
      when prediction__churn_probability__points >= 69.9999999::double then 'healthy'
      when prediction__churn_probability__points >= 39.9999999::double then 'at_risk'
      when prediction__churn_probability__points is not null then 'critical'
    end as prediction__churn_probability__band,
    case when prediction__churn_probability__points is not null then 1::double else 0::double end as prediction__coverage,
    prediction__churn_probability__points as prediction__score,
    (50::double * case when voice__effort_change_90d__points is not null then 1::double else 0::double end + 50::double * case when voice__referrals_year__points is not null then 1::double else 0::double end) / 100::double as voice__coverage,
    (coalesce(50::double * voice__effort_change_90d__points, 0::double) + coalesce(50::double * voice__referrals_year__points, 0::double))
      / nullif(case when voice__effort_change_90d__points is not null then 50::double else 0::double end + case when voice__referrals_year__points is not null then 50::double else 0::double end, 0::double) as voice__score,
    (applies_1 and input__csm_score is not null) as takes_1
  from lets
),
measures_2 as (
  select
    *,
    case
      when usage__score >= 69.9999999::double then 'healthy'
      when usage__score >= 39.9999999::double then 'at_risk'
      when usage__score is not null then 'critical'
    end as usage__band,
    case
      when engagement__score >= 69.9999999::double then 'healthy'
      when engagement__score >= 39.9999999::double then 'at_risk'
      when engagement__score is not null then 'critical'
    end as engagement__band,
    case
      when support__score >= 69.9999999::double then 'healthy'
      when support__score >= 39.9999999::double then 'at_risk'
      when support__score is not null then 'critical'
    end as support__band,
    case
      when outcomes__readiness__points >= 69.9999999::double then 'healthy'
      when outcomes__readiness__points >= 39.9999999::double then 'at_risk'
      when outcomes__readiness__points is not null then 'critical'
    end as outcomes__readiness__band,
    (50::double * case when outcomes__outcomes_reached__points is not null then 1::double else 0::double end + 25::double * case when outcomes__readiness__points is not null then 1::double else 0::double end + 25::double * case when outcomes__product_share__points is not null then 1::double else 0::double end) / 100::double as outcomes__coverage,
    (coalesce(50::double * outcomes__outcomes_reached__points, 0::double) + coalesce(25::double * outcomes__readiness__points, 0::double) + coalesce(25::double * outcomes__product_share__points, 0::double))
      / nullif(case when outcomes__outcomes_reached__points is not null then 50::double else 0::double end + case when outcomes__readiness__points is not null then 25::double else 0::double end + case when outcomes__product_share__points is not null then 25::double else 0::double end, 0::double) as outcomes__score,
    case
      when prediction__score >= 69.9999999::double then 'healthy'
      when prediction__score >= 39.9999999::double then 'at_risk'
      when prediction__score is not null then 'critical'
    end as prediction__band,
    case
      when voice__score >= 69.9999999::double then 'healthy'
      when voice__score >= 39.9999999::double then 'at_risk'
      when voice__score is not null then 'critical'
    end as voice__band
  from measures
),
dimensions as (
  select
    *,
    case
      when outcomes__score >= 69.9999999::double then 'healthy'
      when outcomes__score >= 39.9999999::double then 'at_risk'
      when outcomes__score is not null then 'critical'
    end as outcomes__band,
    (25::double * usage__coverage + 15::double * engagement__coverage + 15::double * support__coverage + 15::double * outcomes__coverage + 20::double * prediction__coverage + 10::double * voice__coverage) / 100::double as coverage
  from measures_2
),
score as (
  select
    *,
    case
      when coverage < 0.5::double then null
      else (coalesce(25::double * usage__score, 0::double) + coalesce(15::double * engagement__score, 0::double) + coalesce(15::double * support__score, 0::double) + coalesce(15::double * outcomes__score, 0::double) + coalesce(20::double * prediction__score, 0::double) + coalesce(10::double * voice__score, 0::double))
        / nullif(case when usage__score is not null then 25::double else 0::double end + case when engagement__score is not null then 15::double else 0::double end + case when support__score is not null then 15::double else 0::double end + case when outcomes__score is not null then 15::double else 0::double end + case when prediction__score is not null then 20::double else 0::double end + case when voice__score is not null then 10::double else 0::double end, 0::double)
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
    case
      when step_2 < 0::double then 0::double
      when step_2 > 100::double then 100::double
      else step_2
    end as score
  from score_2
),
score_4 as (
  select
    *,
    cast(cast((sign(score) * floor((abs(score) + '1.0000000000000001e-7'::double) + 0.5::double) + 0::double) as number(38, 0)) as varchar) as shown,
    coalesce(band_1, case
      when score >= 69.9999999::double then 'healthy'
      when score >= 39.9999999::double then 'at_risk'
      when score is not null then 'critical'
    end) as band,
    coalesce(((70::double - score > '1e-9'::double * greatest(1::double, abs(score), abs(70::double))) and (input__previous_score >= 70::double)), false) as risk__fell_below_healthy,
    coalesce(((40::double - score > '1e-9'::double * greatest(1::double, abs(score), abs(40::double))) and (input__previous_score >= 40::double)), false) as risk__fell_to_critical,
    coalesce(((100::double - outcomes__readiness__points <= '1e-9'::double * greatest(1::double, abs(outcomes__readiness__points), abs(100::double))) and (70::double - score <= '1e-9'::double * greatest(1::double, abs(score), abs(70::double)))), false) as opportunity__ready_to_expand,
    coalesce(((input__churn_probability > 0.4::double) and (70::double - score <= '1e-9'::double * greatest(1::double, abs(score), abs(70::double)))), false) as risk__prediction_and_score_disagree
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
