with
cells as (
  select
    trim(cast(`account` as string), ' \t\n\r\u00a0') as account,
    cast(`files_downloaded` as float64) as cell__files_downloaded,
    cast(`licenses_used` as float64) as cell__licenses_used
  from `accounts`
),
inputs as (
  select
    *,
    'default' as segment,
    case
      when abs(cell__files_downloaded) <= 1.7976931348623157e+308 and cell__files_downloaded = floor(cell__files_downloaded) and cell__files_downloaded >= 0 then cell__files_downloaded + 0e0
    end as input__files_downloaded,
    case
      when abs(cell__licenses_used) <= 1.7976931348623157e+308 then case
        when abs(cell__licenses_used) between 0.001e0 and 100000000000000e0 then case when abs(cell__licenses_used) < 1000000000e0 and floor(abs(cell__licenses_used) * 1000000e0 + 0.5e0) / 1000000e0 = abs(cell__licenses_used) then sign(cell__licenses_used) * floor(abs(cell__licenses_used) * 1000000e0 + 0.5e0) / 100000000e0 else cell__licenses_used / 100e0 end
        else cell__licenses_used / 100e0
      end + 0e0
    end as input__licenses_used
  from cells
),
measures as (
  select
    *,
    case
      when input__files_downloaded > 5 then 'healthy'
      when input__files_downloaded >= 2 then 'concerning'
      when input__files_downloaded is not null then 'poor'
    end as files_downloaded__band,
    case
      when input__files_downloaded > 5 then 10e0
      when input__files_downloaded >= 2 then 5e0
      when input__files_downloaded is not null then 0e0
    end as files_downloaded__points,
    case
      when input__licenses_used > 0.5e0 then 'healthy'
      when input__licenses_used >= 0.25e0 then 'concerning'
      when input__licenses_used is not null then 'poor'
    end as licenses_used__band,
    case
      when input__licenses_used > 0.5e0 then 10e0
      when input__licenses_used >= 0.25e0 then 5e0
      when input__licenses_used is not null then 0e0
    end as licenses_used__points
  from inputs
),
score as (
  select
    *,
    (case when files_downloaded__points is not null then 1e0 else 0e0 end + case when licenses_used__points is not null then 1e0 else 0e0 end) / 2e0 as coverage,
    (coalesce(files_downloaded__points, 0e0) + coalesce(licenses_used__points, 0e0))
      / nullif(case when files_downloaded__points is not null then 1e0 else 0e0 end + case when licenses_used__points is not null then 1e0 else 0e0 end, 0e0) as step_1
  from measures
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
    format('%.1f', (sign(score) * floor((abs(score) + 1e-8) * 10e0 + 0.5e0) / 10e0 + 0e0)) as shown,
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
  files_downloaded__points,
  files_downloaded__band,
  licenses_used__points,
  licenses_used__band
from score_3
