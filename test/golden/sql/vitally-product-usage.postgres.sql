with
cells as (
  select
    btrim(cast("account" as varchar), ' ' || chr(9) || chr(10) || chr(13) || chr(160)) as account,
    cast("files_downloaded" as double precision) as cell__files_downloaded,
    cast("licenses_used" as double precision) as cell__licenses_used
  from "accounts"
  offset 0
),
inputs as (
  select
    *,
    'default' as segment,
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
measures as (
  select
    *,
    case
      when input__files_downloaded > 5 then 'healthy'
      when input__files_downloaded >= 2 then 'concerning'
      when input__files_downloaded is not null then 'poor'
    end as files_downloaded__band,
    case
      when input__files_downloaded > 5 then 10::float8
      when input__files_downloaded >= 2 then 5::float8
      when input__files_downloaded is not null then 0::float8
    end as files_downloaded__points,
    case
      when input__licenses_used > 0.5::float8 then 'healthy'
      when input__licenses_used >= 0.25::float8 then 'concerning'
      when input__licenses_used is not null then 'poor'
    end as licenses_used__band,
    case
      when input__licenses_used > 0.5::float8 then 10::float8
      when input__licenses_used >= 0.25::float8 then 5::float8
      when input__licenses_used is not null then 0::float8
    end as licenses_used__points
  from inputs
  offset 0
),
score as (
  select
    *,
    (case when files_downloaded__points is not null then 1::float8 else 0::float8 end + case when licenses_used__points is not null then 1::float8 else 0::float8 end) / 2::float8 as coverage,
    (coalesce(files_downloaded__points, 0::float8) + coalesce(licenses_used__points, 0::float8))
      / nullif(case when files_downloaded__points is not null then 1::float8 else 0::float8 end + case when licenses_used__points is not null then 1::float8 else 0::float8 end, 0::float8) as figure__1
  from measures
  offset 0
),
score_2 as (
  select
    *,
    case when abs(figure__1) < '1e-150'::float8 then 0::float8 else figure__1 end as step_1
  from score
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
  files_downloaded__points,
  files_downloaded__band,
  licenses_used__points,
  licenses_used__band
from score_4
