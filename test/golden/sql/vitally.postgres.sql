with
cells as (
  select
    btrim(cast("account" as varchar), ' ' || chr(9) || chr(10) || chr(13) || chr(160)) as account,
    cast("nps" as double precision) as cell__nps,
    cast("csm_pulse" as double precision) as cell__csm_pulse,
    cast("known_product_setup" as double precision) as cell__known_product_setup,
    cast("teammates_invited" as double precision) as cell__teammates_invited,
    lower(btrim(cast("slack_integration" as varchar), ' ' || chr(9) || chr(10) || chr(13) || chr(160))) as cell__slack_integration,
    cast("known_product_usage" as double precision) as cell__known_product_usage,
    cast("files_downloaded" as double precision) as cell__files_downloaded,
    cast("licenses_used" as double precision) as cell__licenses_used
  from "accounts"
  offset 0
),
inputs as (
  select
    *,
    case
      when abs(cell__nps) <= '1.7976931348623157e+308'::float8 and cell__nps >= 0 and cell__nps <= 10 then case when abs(cell__nps) < '1e-100'::float8 then 0::float8 else cell__nps end
    end as input__nps,
    case
      when abs(cell__csm_pulse) <= '1.7976931348623157e+308'::float8 and cell__csm_pulse >= 0 and cell__csm_pulse <= 10 then case when abs(cell__csm_pulse) < '1e-100'::float8 then 0::float8 else cell__csm_pulse end
    end as input__csm_pulse,
    case
      when abs(cell__known_product_setup) <= '1.7976931348623157e+308'::float8 and cell__known_product_setup >= 0 and cell__known_product_setup <= 10 then case
        when abs(cell__known_product_setup) < '1e-100'::float8 then 0::float8
        else cell__known_product_setup
      end
    end as input__known_product_setup,
    'default' as setup__segment,
    case
      when abs(cell__teammates_invited) <= '1.7976931348623157e+308'::float8 and cell__teammates_invited = floor(cell__teammates_invited) and cell__teammates_invited >= 0 then cell__teammates_invited + 0::float8
    end as input__teammates_invited,
    case when cell__slack_integration in ('enabled', 'disabled') then cell__slack_integration end as input__slack_integration,
    case
      when abs(cell__known_product_usage) <= '1.7976931348623157e+308'::float8 and cell__known_product_usage >= 0 and cell__known_product_usage <= 10 then case
        when abs(cell__known_product_usage) < '1e-100'::float8 then 0::float8
        else cell__known_product_usage
      end
    end as input__known_product_usage,
    'default' as usage__segment,
    case
      when abs(cell__files_downloaded) <= '1.7976931348623157e+308'::float8 and cell__files_downloaded = floor(cell__files_downloaded) and cell__files_downloaded >= 0 then cell__files_downloaded + 0::float8
    end as input__files_downloaded,
    case
      when abs(cell__licenses_used) <= '1.7976931348623157e+308'::float8 then case
        when abs(cell__licenses_used) between 0.001::float8 and 100000000000000::float8 then cast(cast(cell__licenses_used as varchar) || 'e-2' as double precision)
        when abs(cell__licenses_used) < '1e-100'::float8 then 0::float8
        else cell__licenses_used / 100::float8
      end + 0::float8
    end as input__licenses_used
  from cells
  offset 0
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
      when input__teammates_invited > 5 then 10::float8
      when input__teammates_invited >= 2 then 5::float8
      when input__teammates_invited is not null then 0::float8
    end as setup__teammates_invited__points,
    case
      when input__slack_integration = 'disabled' then 'poor'
      when input__slack_integration = 'enabled' then 'healthy'
    end as setup__slack_integration__band,
    case
      when input__slack_integration = 'disabled' then 0::float8
      when input__slack_integration = 'enabled' then 10::float8
    end as setup__slack_integration__points,
    case
      when input__files_downloaded > 5 then 'healthy'
      when input__files_downloaded >= 2 then 'concerning'
      when input__files_downloaded is not null then 'poor'
    end as usage__files_downloaded__band,
    case
      when input__files_downloaded > 5 then 10::float8
      when input__files_downloaded >= 2 then 5::float8
      when input__files_downloaded is not null then 0::float8
    end as usage__files_downloaded__points,
    case
      when input__licenses_used > 0.5::float8 then 'healthy'
      when input__licenses_used >= 0.25::float8 then 'concerning'
      when input__licenses_used is not null then 'poor'
    end as usage__licenses_used__band,
    case
      when input__licenses_used > 0.5::float8 then 10::float8
      when input__licenses_used >= 0.25::float8 then 5::float8
      when input__licenses_used is not null then 0::float8
    end as usage__licenses_used__points
  from inputs
  offset 0
),
measures as (
  select
    *,
    (case when setup__teammates_invited__points is not null then 1::float8 else 0::float8 end + case when setup__slack_integration__points is not null then 1::float8 else 0::float8 end) / 2::float8 as setup__coverage,
    (coalesce(setup__teammates_invited__points, 0::float8) + coalesce(setup__slack_integration__points, 0::float8))
      / nullif(case when setup__teammates_invited__points is not null then 1::float8 else 0::float8 end + case when setup__slack_integration__points is not null then 1::float8 else 0::float8 end, 0::float8) as figure__1,
    (case when usage__files_downloaded__points is not null then 1::float8 else 0::float8 end + case when usage__licenses_used__points is not null then 1::float8 else 0::float8 end) / 2::float8 as usage__coverage,
    (coalesce(usage__files_downloaded__points, 0::float8) + coalesce(usage__licenses_used__points, 0::float8))
      / nullif(case when usage__files_downloaded__points is not null then 1::float8 else 0::float8 end + case when usage__licenses_used__points is not null then 1::float8 else 0::float8 end, 0::float8) as figure__2,
    case when segment = 'surveyed' then input__nps end as nps__points,
    case when segment = 'surveyed' then input__csm_pulse end as csm_pulse__points
  from segments
  offset 0
),
measures_2 as (
  select
    *,
    case when abs(figure__1) < '1e-150'::float8 then 0::float8 else figure__1 end as setup__step_1,
    case when abs(figure__2) < '1e-150'::float8 then 0::float8 else figure__2 end as usage__step_1,
    case
      when nps__points >= 6.666666656666667::float8 then 'healthy'
      when nps__points >= 3.3333333233333335::float8 then 'concerning'
      when nps__points is not null then 'poor'
    end as nps__band,
    case
      when csm_pulse__points >= 6.666666656666667::float8 then 'healthy'
      when csm_pulse__points >= 3.3333333233333335::float8 then 'concerning'
      when csm_pulse__points is not null then 'poor'
    end as csm_pulse__band
  from measures
  offset 0
),
score as (
  select
    *,
    case
      when setup__step_1 < 0::float8 then 0::float8
      when setup__step_1 > 10::float8 then 10::float8
      else setup__step_1
    end as setup__score,
    case
      when usage__step_1 < 0::float8 then 0::float8
      when usage__step_1 > 10::float8 then 10::float8
      else usage__step_1
    end as usage__score
  from measures_2
  offset 0
),
lets as (
  select
    *,
    cast(cast(cast((sign(setup__score) * floor((abs(setup__score) + '1e-8'::float8) * 10::float8 + 0.5::float8) / 10::float8 + 0::float8) as varchar) as numeric(38, 1)) as varchar) as setup__shown,
    case
      when setup__score >= 6.666666656666667::float8 then 'healthy'
      when setup__score >= 3.3333333233333335::float8 then 'concerning'
      when setup__score is not null then 'poor'
    end as setup__band,
    coalesce(input__known_product_setup, setup__score) as let__product_setup,
    cast(cast(cast((sign(usage__score) * floor((abs(usage__score) + '1e-8'::float8) * 10::float8 + 0.5::float8) / 10::float8 + 0::float8) as varchar) as numeric(38, 1)) as varchar) as usage__shown,
    case
      when usage__score >= 6.666666656666667::float8 then 'healthy'
      when usage__score >= 3.3333333233333335::float8 then 'concerning'
      when usage__score is not null then 'poor'
    end as usage__band,
    coalesce(input__known_product_usage, usage__score) as let__product_usage
  from score
  offset 0
),
measures_3 as (
  select
    *,
    let__product_setup as product_setup__points,
    let__product_usage as product_usage__points
  from lets
  offset 0
),
measures_4 as (
  select
    *,
    case
      when product_setup__points >= 6.666666656666667::float8 then 'healthy'
      when product_setup__points >= 3.3333333233333335::float8 then 'concerning'
      when product_setup__points is not null then 'poor'
    end as product_setup__band,
    case
      when product_usage__points >= 6.666666656666667::float8 then 'healthy'
      when product_usage__points >= 3.3333333233333335::float8 then 'concerning'
      when product_usage__points is not null then 'poor'
    end as product_usage__band,
    case
      when segment = 'surveyed' then (20::float8 * case when product_setup__points is not null then 1::float8 else 0::float8 end + 40::float8 * case when product_usage__points is not null then 1::float8 else 0::float8 end + 20::float8 * case when nps__points is not null then 1::float8 else 0::float8 end + 20::float8 * case when csm_pulse__points is not null then 1::float8 else 0::float8 end) / 100::float8
      when segment = 'default' then (50::float8 * case when product_setup__points is not null then 1::float8 else 0::float8 end + 50::float8 * case when product_usage__points is not null then 1::float8 else 0::float8 end) / 100::float8
    end as coverage,
    case
      when product_setup__points is null then 0::float8
      else case
        when abs(product_setup__points) < '8.988465674311579e+306'::float8 then product_setup__points * 20::float8
      end
    end as figure__3,
    case
      when product_usage__points is null then 0::float8
      else case
        when abs(product_usage__points) < '4.4942328371557894e+306'::float8 then product_usage__points * 40::float8
      end
    end as figure__4,
    case
      when product_setup__points is null then 0::float8
      else case
        when abs(product_setup__points) < '3.595386269724631e+306'::float8 then product_setup__points * 50::float8
      end
    end as figure__6,
    case
      when product_usage__points is null then 0::float8
      else case
        when abs(product_usage__points) < '3.595386269724631e+306'::float8 then product_usage__points * 50::float8
      end
    end as figure__7
  from measures_3
  offset 0
),
figures as (
  select
    *,
    (((case
      when sign(figure__3) <> sign(figure__4) or abs(figure__3) <= '1.7976931348623157e+308'::float8 - abs(figure__4) then figure__3 + figure__4
    end + case when nps__points is null then 0::float8 else (20::float8 * nps__points) end) + case when csm_pulse__points is null then 0::float8 else (20::float8 * csm_pulse__points) end))
      / nullif(case when product_setup__points is not null then 20::float8 else 0::float8 end + case when product_usage__points is not null then 40::float8 else 0::float8 end + case when nps__points is not null then 20::float8 else 0::float8 end + case when csm_pulse__points is not null then 20::float8 else 0::float8 end, 0::float8) as figure__5,
    (case
      when sign(figure__6) <> sign(figure__7) or abs(figure__6) <= '1.7976931348623157e+308'::float8 - abs(figure__7) then figure__6 + figure__7
    end)
      / nullif(case when product_setup__points is not null then 50::float8 else 0::float8 end + case when product_usage__points is not null then 50::float8 else 0::float8 end, 0::float8) as figure__8
  from measures_4
  offset 0
),
score_2 as (
  select
    *,
    case
      when segment = 'surveyed' then case when abs(figure__5) < '1e-150'::float8 then 0::float8 else figure__5 end
      when segment = 'default' then case when abs(figure__8) < '1e-150'::float8 then 0::float8 else figure__8 end
    end as step_1
  from figures
  offset 0
),
score_3 as (
  select
    *,
    case when step_1 < 0::float8 then 0::float8 when step_1 > 10::float8 then 10::float8 else step_1 end as score
  from score_2
  offset 0
),
score_4 as (
  select
    *,
    cast(cast(cast((sign(score) * floor((abs(score) + '1e-8'::float8) * 10::float8 + 0.5::float8) / 10::float8 + 0::float8) as varchar) as numeric(38, 1)) as varchar) as shown,
    case
      when score >= 6.666666656666667::float8 then 'healthy'
      when score >= 3.3333333233333335::float8 then 'concerning'
      when score is not null then 'poor'
    end as band
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
  product_setup__points,
  product_setup__band,
  product_usage__points,
  product_usage__band,
  nps__points,
  nps__band,
  csm_pulse__points,
  csm_pulse__band
from score_4
