with
cells as (
  select
    trim(cast(account as varchar), ' ' || chr(9) || chr(10) || chr(13) || chr(160)) as account,
    cast(files_downloaded as double) as cell__files_downloaded,
    cast(licenses_used as double) as cell__licenses_used
  from accounts
),
inputs as (
  select
    *,
    'default' as segment,
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
measures as (
  select
    *,
    case
      when input__files_downloaded > 5 then 'healthy'
      when input__files_downloaded >= 2 then 'concerning'
      when input__files_downloaded is not null then 'poor'
    end as files_downloaded__band,
    case
      when input__files_downloaded > 5 then 10::double
      when input__files_downloaded >= 2 then 5::double
      when input__files_downloaded is not null then 0::double
    end as files_downloaded__points,
    case
      when input__licenses_used > 0.5::double then 'healthy'
      when input__licenses_used >= 0.25::double then 'concerning'
      when input__licenses_used is not null then 'poor'
    end as licenses_used__band,
    case
      when input__licenses_used > 0.5::double then 10::double
      when input__licenses_used >= 0.25::double then 5::double
      when input__licenses_used is not null then 0::double
    end as licenses_used__points
  from inputs
),
score as (
  select
    *,
    (case when files_downloaded__points is not null then 1::double else 0::double end + case when licenses_used__points is not null then 1::double else 0::double end) / 2::double as coverage,
    (coalesce(files_downloaded__points, 0::double) + coalesce(licenses_used__points, 0::double))
      / nullif(case when files_downloaded__points is not null then 1::double else 0::double end + case when licenses_used__points is not null then 1::double else 0::double end, 0::double) as step_1
  from measures
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
  files_downloaded__points,
  files_downloaded__band,
  licenses_used__points,
  licenses_used__band
from score_3
