with
cells as (
  select
    btrim(cast("account" as varchar), ' ' || chr(9) || chr(10) || chr(13) || chr(160)) as account,
    cast("teammates_invited" as double precision) as cell__teammates_invited,
    lower(btrim(cast("slack_integration" as varchar), ' ' || chr(9) || chr(10) || chr(13) || chr(160))) as cell__slack_integration
  from "accounts"
  offset 0
),
inputs as (
  select
    *,
    'default' as segment,
    case
      when abs(cell__teammates_invited) <= '1.7976931348623157e+308'::float8 and cell__teammates_invited = floor(cell__teammates_invited) and cell__teammates_invited >= 0 then cell__teammates_invited + 0::float8
    end as input__teammates_invited,
    case when cell__slack_integration in ('enabled', 'disabled') then cell__slack_integration end as input__slack_integration
  from cells
  offset 0
),
measures as (
  select
    *,
    case
      when input__teammates_invited > 5 then 'healthy'
      when input__teammates_invited >= 2 then 'concerning'
      when input__teammates_invited is not null then 'poor'
    end as teammates_invited__band,
    case
      when input__teammates_invited > 5 then 10::float8
      when input__teammates_invited >= 2 then 5::float8
      when input__teammates_invited is not null then 0::float8
    end as teammates_invited__points,
    case
      when input__slack_integration = 'disabled' then 'poor'
      when input__slack_integration = 'enabled' then 'healthy'
    end as slack_integration__band,
    case
      when input__slack_integration = 'disabled' then 0::float8
      when input__slack_integration = 'enabled' then 10::float8
    end as slack_integration__points
  from inputs
  offset 0
),
score as (
  select
    *,
    (case when teammates_invited__points is not null then 1::float8 else 0::float8 end + case when slack_integration__points is not null then 1::float8 else 0::float8 end) / 2::float8 as coverage,
    (coalesce(teammates_invited__points, 0::float8) + coalesce(slack_integration__points, 0::float8))
      / nullif(case when teammates_invited__points is not null then 1::float8 else 0::float8 end + case when slack_integration__points is not null then 1::float8 else 0::float8 end, 0::float8) as figure__1
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
  teammates_invited__points,
  teammates_invited__band,
  slack_integration__points,
  slack_integration__band
from score_4
