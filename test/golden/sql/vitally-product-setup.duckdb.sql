with
cells as (
  select
    trim(cast("account" as varchar), ' ' || chr(9) || chr(10) || chr(13) || chr(160)) as account,
    cast("teammates_invited" as double) as cell__teammates_invited,
    lower(trim(cast("slack_integration" as varchar), ' ' || chr(9) || chr(10) || chr(13) || chr(160))) as cell__slack_integration
  from "accounts"
),
inputs as (
  select
    *,
    'default' as segment,
    case
      when abs(cell__teammates_invited) <= 1.7976931348623157e+308 and cell__teammates_invited = floor(cell__teammates_invited) and cell__teammates_invited >= 0 then cell__teammates_invited + 0e0
    end as input__teammates_invited,
    case when cell__slack_integration in ('enabled', 'disabled') then cell__slack_integration end as input__slack_integration
  from cells
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
      when input__teammates_invited > 5 then 10e0
      when input__teammates_invited >= 2 then 5e0
      when input__teammates_invited is not null then 0e0
    end as teammates_invited__points,
    case
      when input__slack_integration = 'disabled' then 'poor'
      when input__slack_integration = 'enabled' then 'healthy'
    end as slack_integration__band,
    case
      when input__slack_integration = 'disabled' then 0e0
      when input__slack_integration = 'enabled' then 10e0
    end as slack_integration__points
  from inputs
),
score as (
  select
    *,
    (case when teammates_invited__points is not null then 1e0 else 0e0 end + case when slack_integration__points is not null then 1e0 else 0e0 end) / 2e0 as coverage,
    (coalesce(teammates_invited__points, 0e0) + coalesce(slack_integration__points, 0e0))
      / nullif(case when teammates_invited__points is not null then 1e0 else 0e0 end + case when slack_integration__points is not null then 1e0 else 0e0 end, 0e0) as step_1
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
    cast(cast((sign(score) * floor((abs(score) + 1e-8) * 10e0 + 0.5e0) / 10e0 + 0e0) as decimal(18, 1)) as varchar) as shown,
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
  teammates_invited__points,
  teammates_invited__band,
  slack_integration__points,
  slack_integration__band
from score_3
