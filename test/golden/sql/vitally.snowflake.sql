with
cells as (
  select
    trim(cast(account as varchar), ' ' || chr(9) || chr(10) || chr(13) || chr(160)) as account,
    cast(nps as double) as cell__nps,
    cast(csm_pulse as double) as cell__csm_pulse,
    cast(known_product_setup as double) as cell__known_product_setup,
    cast(teammates_invited as double) as cell__teammates_invited,
    lower(trim(cast(slack_integration as varchar), ' ' || chr(9) || chr(10) || chr(13) || chr(160))) as cell__slack_integration,
    cast(known_product_usage as double) as cell__known_product_usage,
    cast(files_downloaded as double) as cell__files_downloaded,
    cast(licenses_used as double) as cell__licenses_used
  from accounts
),
inputs as (
  select
    *,
    case
      when abs(cell__nps) <= '1.7976931348623157e+308'::double and cell__nps >= 0 and cell__nps <= 10 then cell__nps + 0::double
    end as input__nps,
    case
      when abs(cell__csm_pulse) <= '1.7976931348623157e+308'::double and cell__csm_pulse >= 0 and cell__csm_pulse <= 10 then cell__csm_pulse + 0::double
    end as input__csm_pulse,
    case
      when abs(cell__known_product_setup) <= '1.7976931348623157e+308'::double and cell__known_product_setup >= 0 and cell__known_product_setup <= 10 then cell__known_product_setup + 0::double
    end as input__known_product_setup,
    'default' as setup__segment,
    case
      when abs(cell__teammates_invited) <= '1.7976931348623157e+308'::double and cell__teammates_invited = floor(cell__teammates_invited) and cell__teammates_invited >= 0 then cell__teammates_invited + 0::double
    end as input__teammates_invited,
    case when cell__slack_integration in ('enabled', 'disabled') then cell__slack_integration end as input__slack_integration,
    case
      when abs(cell__known_product_usage) <= '1.7976931348623157e+308'::double and cell__known_product_usage >= 0 and cell__known_product_usage <= 10 then cell__known_product_usage + 0::double
    end as input__known_product_usage,
    'default' as usage__segment,
    case
      when abs(cell__files_downloaded) <= '1.7976931348623157e+308'::double and cell__files_downloaded = floor(cell__files_downloaded) and cell__files_downloaded >= 0 then cell__files_downloaded + 0::double
    end as input__files_downloaded,
    case
      when abs(cell__licenses_used) <= '1.7976931348623157e+308'::double then case
        when abs(cell__licenses_used) between 0.001::double and 100000000000000::double then case when abs(cell__licenses_used) < 1000000000::double and floor(abs(cell__licenses_used) * 1000000::double + 0.5::double) / 1000000::double = abs(cell__licenses_used) then sign(cell__licenses_used) * floor(abs(cell__licenses_used) * 1000000::double + 0.5::double) / 100000000::double else cell__licenses_used / 100::double end
        else cell__licenses_used / 100::double
      end + 0::double
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
      when input__teammates_invited > 5 then 10::double
      when input__teammates_invited >= 2 then 5::double
      when input__teammates_invited is not null then 0::double
    end as setup__teammates_invited__points,
    case
      when input__slack_integration = 'disabled' then 'poor'
      when input__slack_integration = 'enabled' then 'healthy'
    end as setup__slack_integration__band,
    case
      when input__slack_integration = 'disabled' then 0::double
      when input__slack_integration = 'enabled' then 10::double
    end as setup__slack_integration__points,
    case
      when input__files_downloaded > 5 then 'healthy'
      when input__files_downloaded >= 2 then 'concerning'
      when input__files_downloaded is not null then 'poor'
    end as usage__files_downloaded__band,
    case
      when input__files_downloaded > 5 then 10::double
      when input__files_downloaded >= 2 then 5::double
      when input__files_downloaded is not null then 0::double
    end as usage__files_downloaded__points,
    case
      when input__licenses_used > 0.5::double then 'healthy'
      when input__licenses_used >= 0.25::double then 'concerning'
      when input__licenses_used is not null then 'poor'
    end as usage__licenses_used__band,
    case
      when input__licenses_used > 0.5::double then 10::double
      when input__licenses_used >= 0.25::double then 5::double
      when input__licenses_used is not null then 0::double
    end as usage__licenses_used__points
  from inputs
),
measures as (
  select
    *,
    (case when setup__teammates_invited__points is not null then 1::double else 0::double end + case when setup__slack_integration__points is not null then 1::double else 0::double end) / 2::double as setup__coverage,
    (coalesce(setup__teammates_invited__points, 0::double) + coalesce(setup__slack_integration__points, 0::double))
      / nullif(case when setup__teammates_invited__points is not null then 1::double else 0::double end + case when setup__slack_integration__points is not null then 1::double else 0::double end, 0::double) as setup__step_1,
    (case when usage__files_downloaded__points is not null then 1::double else 0::double end + case when usage__licenses_used__points is not null then 1::double else 0::double end) / 2::double as usage__coverage,
    (coalesce(usage__files_downloaded__points, 0::double) + coalesce(usage__licenses_used__points, 0::double))
      / nullif(case when usage__files_downloaded__points is not null then 1::double else 0::double end + case when usage__licenses_used__points is not null then 1::double else 0::double end, 0::double) as usage__step_1,
    case when segment = 'surveyed' then input__nps end as nps__points,
    case when segment = 'surveyed' then input__csm_pulse end as csm_pulse__points
  from segments
),
measures_2 as (
  select
    *,
    case
      when setup__step_1 < 0::double then 0::double
      when setup__step_1 > 10::double then 10::double
      else setup__step_1
    end as setup__score,
    case
      when usage__step_1 < 0::double then 0::double
      when usage__step_1 > 10::double then 10::double
      else usage__step_1
    end as usage__score,
    case
      when nps__points >= '6.666666656666667'::double then 'healthy'
      when nps__points >= '3.3333333233333335'::double then 'concerning'
      when nps__points is not null then 'poor'
    end as nps__band,
    case
      when csm_pulse__points >= '6.666666656666667'::double then 'healthy'
      when csm_pulse__points >= '3.3333333233333335'::double then 'concerning'
      when csm_pulse__points is not null then 'poor'
    end as csm_pulse__band
  from measures
),
lets as (
  select
    *,
    cast(cast((sign(setup__score) * floor((abs(setup__score) + '1e-8'::double) * 10::double + 0.5::double) / 10::double + 0::double) as number(38, 1)) as varchar) as setup__shown,
    case
      when setup__score >= '6.666666656666667'::double then 'healthy'
      when setup__score >= '3.3333333233333335'::double then 'concerning'
      when setup__score is not null then 'poor'
    end as setup__band,
    coalesce(input__known_product_setup, setup__score) as let__product_setup,
    cast(cast((sign(usage__score) * floor((abs(usage__score) + '1e-8'::double) * 10::double + 0.5::double) / 10::double + 0::double) as number(38, 1)) as varchar) as usage__shown,
    case
      when usage__score >= '6.666666656666667'::double then 'healthy'
      when usage__score >= '3.3333333233333335'::double then 'concerning'
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
      when product_setup__points >= '6.666666656666667'::double then 'healthy'
      when product_setup__points >= '3.3333333233333335'::double then 'concerning'
      when product_setup__points is not null then 'poor'
    end as product_setup__band,
    case
      when product_usage__points >= '6.666666656666667'::double then 'healthy'
      when product_usage__points >= '3.3333333233333335'::double then 'concerning'
      when product_usage__points is not null then 'poor'
    end as product_usage__band,
    case
      when segment = 'surveyed' then (20::double * case when product_setup__points is not null then 1::double else 0::double end + 40::double * case when product_usage__points is not null then 1::double else 0::double end + 20::double * case when nps__points is not null then 1::double else 0::double end + 20::double * case when csm_pulse__points is not null then 1::double else 0::double end) / 100::double
      when segment = 'default' then (50::double * case when product_setup__points is not null then 1::double else 0::double end + 50::double * case when product_usage__points is not null then 1::double else 0::double end) / 100::double
    end as coverage,
    case
      when product_setup__points is null then 0::double
      else case
        when abs(product_setup__points) < '8.988465674311579e+306'::double then product_setup__points * 20::double
      end
    end as figure__1,
    case
      when product_usage__points is null then 0::double
      else case
        when abs(product_usage__points) < '4.4942328371557894e+306'::double then product_usage__points * 40::double
      end
    end as figure__2,
    case
      when product_setup__points is null then 0::double
      else case
        when abs(product_setup__points) < '3.595386269724631e+306'::double then product_setup__points * 50::double
      end
    end as figure__3,
    case
      when product_usage__points is null then 0::double
      else case
        when abs(product_usage__points) < '3.595386269724631e+306'::double then product_usage__points * 50::double
      end
    end as figure__4
  from measures_3
),
score as (
  select
    *,
    case
      when segment = 'surveyed' then (((case
        when sign(figure__1) <> sign(figure__2) or abs(figure__1) <= '1.7976931348623157e+308'::double - abs(figure__2) then figure__1 + figure__2
      end + case when nps__points is null then 0::double else (20::double * nps__points) end) + case when csm_pulse__points is null then 0::double else (20::double * csm_pulse__points) end))
        / nullif(case when product_setup__points is not null then 20::double else 0::double end + case when product_usage__points is not null then 40::double else 0::double end + case when nps__points is not null then 20::double else 0::double end + case when csm_pulse__points is not null then 20::double else 0::double end, 0::double)
      when segment = 'default' then (case
        when sign(figure__3) <> sign(figure__4) or abs(figure__3) <= '1.7976931348623157e+308'::double - abs(figure__4) then figure__3 + figure__4
      end)
        / nullif(case when product_setup__points is not null then 50::double else 0::double end + case when product_usage__points is not null then 50::double else 0::double end, 0::double)
    end as step_1
  from measures_4
),
score_2 as (
  select
    *,
    case when step_1 < 0::double then 0::double when step_1 > 10::double then 10::double else step_1 end as score
  from score
),
score_3 as (
  select
    *,
    cast(cast((sign(score) * floor((abs(score) + '1e-8'::double) * 10::double + 0.5::double) / 10::double + 0::double) as number(38, 1)) as varchar) as shown,
    case
      when score >= '6.666666656666667'::double then 'healthy'
      when score >= '3.3333333233333335'::double then 'concerning'
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
