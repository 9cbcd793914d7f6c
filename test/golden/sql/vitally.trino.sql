with
cells as (
  select
    trim(both ' ' || chr(9) || chr(10) || chr(13) || chr(160) from cast("account" as varchar)) as account,
    cast("nps" as double) as cell__nps,
    cast("csm_pulse" as double) as cell__csm_pulse,
    cast("known_product_setup" as double) as cell__known_product_setup,
    cast("teammates_invited" as double) as cell__teammates_invited,
    lower(trim(both ' ' || chr(9) || chr(10) || chr(13) || chr(160) from cast("slack_integration" as varchar))) as cell__slack_integration,
    cast("known_product_usage" as double) as cell__known_product_usage,
    cast("files_downloaded" as double) as cell__files_downloaded,
    cast("licenses_used" as double) as cell__licenses_used
  from "accounts"
),
inputs as (
  select
    *,
    case
      when abs(cell__nps) <= 1.7976931348623157e+308 and cell__nps >= 0 and cell__nps <= 10 then cell__nps + 0e0
    end as input__nps,
    case
      when abs(cell__csm_pulse) <= 1.7976931348623157e+308 and cell__csm_pulse >= 0 and cell__csm_pulse <= 10 then cell__csm_pulse + 0e0
    end as input__csm_pulse,
    case
      when abs(cell__known_product_setup) <= 1.7976931348623157e+308 and cell__known_product_setup >= 0 and cell__known_product_setup <= 10 then cell__known_product_setup + 0e0
    end as input__known_product_setup,
    'default' as setup__segment,
    case
      when abs(cell__teammates_invited) <= 1.7976931348623157e+308 and cell__teammates_invited = floor(cell__teammates_invited) and cell__teammates_invited >= 0 then cell__teammates_invited + 0e0
    end as input__teammates_invited,
    case when cell__slack_integration in ('enabled', 'disabled') then cell__slack_integration end as input__slack_integration,
    case
      when abs(cell__known_product_usage) <= 1.7976931348623157e+308 and cell__known_product_usage >= 0 and cell__known_product_usage <= 10 then cell__known_product_usage + 0e0
    end as input__known_product_usage,
    'default' as usage__segment,
    case
      when abs(cell__files_downloaded) <= 1.7976931348623157e+308 and cell__files_downloaded = floor(cell__files_downloaded) and cell__files_downloaded >= 0 then cell__files_downloaded + 0e0
    end as input__files_downloaded,
    case
      when abs(cell__licenses_used) <= 1.7976931348623157e+308 then case
        when abs(cell__licenses_used) between 0.001e0 and 100000000000000e0 then cast(split_part(cast(cell__licenses_used as varchar), 'E', 1) || 'E' || cast(coalesce(cast(nullif(split_part(cast(cell__licenses_used as varchar), 'E', 2), '') as integer), 0) - 2 as varchar) as double)
        else cell__licenses_used / 100e0
      end + 0e0
    end as input__licenses_used
  from cells
),
segments as (
  select
    *,
    case
      when ((not (input__nps is null)) or (not (input__csm_pulse is null))) then 'surveyed'
      else 'default'
    end as segment,
    case
      when input__teammates_invited > 5 then 'healthy'
      when input__teammates_invited >= 2 then 'concerning'
      when input__teammates_invited is not null then 'poor'
    end as setup__teammates_invited__band,
    case
      when input__teammates_invited > 5 then 10e0
      when input__teammates_invited >= 2 then 5e0
      when input__teammates_invited is not null then 0e0
    end as setup__teammates_invited__points,
    case
      when input__slack_integration = 'disabled' then 'poor'
      when input__slack_integration = 'enabled' then 'healthy'
    end as setup__slack_integration__band,
    case
      when input__slack_integration = 'disabled' then 0e0
      when input__slack_integration = 'enabled' then 10e0
    end as setup__slack_integration__points,
    case
      when input__files_downloaded > 5 then 'healthy'
      when input__files_downloaded >= 2 then 'concerning'
      when input__files_downloaded is not null then 'poor'
    end as usage__files_downloaded__band,
    case
      when input__files_downloaded > 5 then 10e0
      when input__files_downloaded >= 2 then 5e0
      when input__files_downloaded is not null then 0e0
    end as usage__files_downloaded__points,
    case
      when input__licenses_used > 0.5e0 then 'healthy'
      when input__licenses_used >= 0.25e0 then 'concerning'
      when input__licenses_used is not null then 'poor'
    end as usage__licenses_used__band,
    case
      when input__licenses_used > 0.5e0 then 10e0
      when input__licenses_used >= 0.25e0 then 5e0
      when input__licenses_used is not null then 0e0
    end as usage__licenses_used__points
  from inputs
),
measures as (
  select
    *,
    (case when setup__teammates_invited__points is not null then 1e0 else 0e0 end + case when setup__slack_integration__points is not null then 1e0 else 0e0 end) / 2e0 as setup__coverage,
    (coalesce(setup__teammates_invited__points, 0e0) + coalesce(setup__slack_integration__points, 0e0))
      / nullif(case when setup__teammates_invited__points is not null then 1e0 else 0e0 end + case when setup__slack_integration__points is not null then 1e0 else 0e0 end, 0e0) as setup__step_1,
    (case when usage__files_downloaded__points is not null then 1e0 else 0e0 end + case when usage__licenses_used__points is not null then 1e0 else 0e0 end) / 2e0 as usage__coverage,
    (coalesce(usage__files_downloaded__points, 0e0) + coalesce(usage__licenses_used__points, 0e0))
      / nullif(case when usage__files_downloaded__points is not null then 1e0 else 0e0 end + case when usage__licenses_used__points is not null then 1e0 else 0e0 end, 0e0) as usage__step_1,
    case when segment = 'surveyed' then input__nps end as nps__points,
    case when segment = 'surveyed' then input__csm_pulse end as csm_pulse__points
  from segments
),
measures_2 as (
  select
    *,
    case when setup__step_1 < 0e0 then 0e0 when setup__step_1 > 10e0 then 10e0 else setup__step_1 end as setup__score,
    case when usage__step_1 < 0e0 then 0e0 when usage__step_1 > 10e0 then 10e0 else usage__step_1 end as usage__score,
    case
      when nps__points >= 6.666666656666667e0 then 'healthy'
      when nps__points >= 3.3333333233333335e0 then 'concerning'
      when nps__points is not null then 'poor'
    end as nps__band,
    case
      when csm_pulse__points >= 6.666666656666667e0 then 'healthy'
      when csm_pulse__points >= 3.3333333233333335e0 then 'concerning'
      when csm_pulse__points is not null then 'poor'
    end as csm_pulse__band
  from measures
),
lets as (
  select
    *,
    case when (sign(setup__score) * floor((abs(setup__score) + 1e-8) * 10e0 + 0.5e0) / 10e0 + 0e0) is not null then format('%.1f', (sign(setup__score) * floor((abs(setup__score) + 1e-8) * 10e0 + 0.5e0) / 10e0 + 0e0)) end as setup__shown,
    case
      when setup__score >= 6.666666656666667e0 then 'healthy'
      when setup__score >= 3.3333333233333335e0 then 'concerning'
      when setup__score is not null then 'poor'
    end as setup__band,
    coalesce(input__known_product_setup, setup__score) as let__product_setup,
    case when (sign(usage__score) * floor((abs(usage__score) + 1e-8) * 10e0 + 0.5e0) / 10e0 + 0e0) is not null then format('%.1f', (sign(usage__score) * floor((abs(usage__score) + 1e-8) * 10e0 + 0.5e0) / 10e0 + 0e0)) end as usage__shown,
    case
      when usage__score >= 6.666666656666667e0 then 'healthy'
      when usage__score >= 3.3333333233333335e0 then 'concerning'
      when usage__score is not null then 'poor'
    end as usage__band,
    coalesce(input__known_product_usage, usage__score) as let__product_usage
  from measures_2
),
measures_3 as (
  select
    *,
    let__product_setup as product_setup__points,
    let__product_usage as product_usage__points
  from lets
),
measures_4 as (
  select
    *,
    case
      when product_setup__points >= 6.666666656666667e0 then 'healthy'
      when product_setup__points >= 3.3333333233333335e0 then 'concerning'
      when product_setup__points is not null then 'poor'
    end as product_setup__band,
    case
      when product_usage__points >= 6.666666656666667e0 then 'healthy'
      when product_usage__points >= 3.3333333233333335e0 then 'concerning'
      when product_usage__points is not null then 'poor'
    end as product_usage__band,
    case
      when segment = 'surveyed' then (20e0 * case when product_setup__points is not null then 1e0 else 0e0 end + 40e0 * case when product_usage__points is not null then 1e0 else 0e0 end + 20e0 * case when nps__points is not null then 1e0 else 0e0 end + 20e0 * case when csm_pulse__points is not null then 1e0 else 0e0 end) / 100e0
      when segment = 'default' then (50e0 * case when product_setup__points is not null then 1e0 else 0e0 end + 50e0 * case when product_usage__points is not null then 1e0 else 0e0 end) / 100e0
    end as coverage,
    (coalesce(20e0 * product_setup__points, 0e0) + coalesce(40e0 * product_usage__points, 0e0) + coalesce(20e0 * nps__points, 0e0) + coalesce(20e0 * csm_pulse__points, 0e0))
      / nullif(case when product_setup__points is not null then 20e0 else 0e0 end + case when product_usage__points is not null then 40e0 else 0e0 end + case when nps__points is not null then 20e0 else 0e0 end + case when csm_pulse__points is not null then 20e0 else 0e0 end, 0e0) as figure__1,
    (coalesce(50e0 * product_setup__points, 0e0) + coalesce(50e0 * product_usage__points, 0e0))
      / nullif(case when product_setup__points is not null then 50e0 else 0e0 end + case when product_usage__points is not null then 50e0 else 0e0 end, 0e0) as figure__2
  from measures_3
),
score as (
  select
    *,
    case
      when segment = 'surveyed' then case when abs(figure__1) <= 1.7976931348623157e+308 then figure__1 end
      when segment = 'default' then case when abs(figure__2) <= 1.7976931348623157e+308 then figure__2 end
    end as step_1
  from measures_4
),
score_2 as (
  select
    *,
    case when step_1 < 0e0 then 0e0 when step_1 > 10e0 then 10e0 else step_1 end as score
  from score
),
score_3 as (
  select
    *,
    case when (sign(score) * floor((abs(score) + 1e-8) * 10e0 + 0.5e0) / 10e0 + 0e0) is not null then format('%.1f', (sign(score) * floor((abs(score) + 1e-8) * 10e0 + 0.5e0) / 10e0 + 0e0)) end as shown,
    case
      when score >= 6.666666656666667e0 then 'healthy'
      when score >= 3.3333333233333335e0 then 'concerning'
      when score is not null then 'poor'
    end as band
  from score_2
)
select
  account,
  segment,
  score,
  shown,
  band,
  coverage,
  product_setup__points,
  product_setup__band,
  product_usage__points,
  product_usage__band,
  nps__points,
  nps__band,
  csm_pulse__points,
  csm_pulse__band
from score_3
