with
cells as (
  select
    trim(cast(`account` as string), ' \t\n\r\u00a0') as account,
    lower(trim(cast(`paying` as string), ' \t\n\r\u00a0')) as cell__paying,
    lower(trim(cast(`trialing` as string), ' \t\n\r\u00a0')) as cell__trialing,
    cast(`analytics_before` as float64) as cell__analytics_before,
    cast(`replay_before` as float64) as cell__replay_before,
    cast(`errors_before` as float64) as cell__errors_before,
    cast(`logs_before` as float64) as cell__logs_before,
    cast(`llm_before` as float64) as cell__llm_before,
    cast(`experiments_before` as float64) as cell__experiments_before,
    cast(`web_before` as float64) as cell__web_before,
    cast(`ai_before` as float64) as cell__ai_before,
    cast(`surveys_before` as float64) as cell__surveys_before,
    cast(`analytics_now` as float64) as cell__analytics_now,
    cast(`replay_now` as float64) as cell__replay_now,
    cast(`errors_now` as float64) as cell__errors_now,
    cast(`logs_now` as float64) as cell__logs_now,
    cast(`llm_now` as float64) as cell__llm_now,
    cast(`experiments_now` as float64) as cell__experiments_now,
    cast(`web_now` as float64) as cell__web_now,
    cast(`ai_now` as float64) as cell__ai_now,
    cast(`surveys_now` as float64) as cell__surveys_now,
    cast(`flags` as float64) as cell__flags,
    cast(`warehouse` as float64) as cell__warehouse,
    cast(`destinations` as float64) as cell__destinations,
    cast(`transformations` as float64) as cell__transformations,
    cast(`exports` as float64) as cell__exports
  from `accounts`
),
inputs as (
  select
    *,
    case
      when cell__paying in ('true', 'yes', 'y', 't', '1', '1.0') then true
      when cell__paying in ('false', 'no', 'n', 'f', '0', '0.0') then false
    end as input__paying,
    case
      when cell__trialing in ('true', 'yes', 'y', 't', '1', '1.0') then true
      when cell__trialing in ('false', 'no', 'n', 'f', '0', '0.0') then false
    end as input__trialing,
    case
      when abs(cell__analytics_before) <= 1.7976931348623157e+308 and cell__analytics_before >= 0 and cell__analytics_before <= 1000000000e0 then cell__analytics_before + 0e0
    end as input__analytics_before,
    case
      when abs(cell__replay_before) <= 1.7976931348623157e+308 and cell__replay_before >= 0 and cell__replay_before <= 1000000000e0 then cell__replay_before + 0e0
    end as input__replay_before,
    case
      when abs(cell__errors_before) <= 1.7976931348623157e+308 and cell__errors_before >= 0 and cell__errors_before <= 1000000000e0 then cell__errors_before + 0e0
    end as input__errors_before,
    case
      when abs(cell__logs_before) <= 1.7976931348623157e+308 and cell__logs_before >= 0 and cell__logs_before <= 1000000000e0 then cell__logs_before + 0e0
    end as input__logs_before,
    case
      when abs(cell__llm_before) <= 1.7976931348623157e+308 and cell__llm_before >= 0 and cell__llm_before <= 1000000000e0 then cell__llm_before + 0e0
    end as input__llm_before,
    case
      when abs(cell__experiments_before) <= 1.7976931348623157e+308 and cell__experiments_before >= 0 and cell__experiments_before <= 1000000000e0 then cell__experiments_before + 0e0
    end as input__experiments_before,
    case
      when abs(cell__web_before) <= 1.7976931348623157e+308 and cell__web_before >= 0 and cell__web_before <= 1000000000e0 then cell__web_before + 0e0
    end as input__web_before,
    case
      when abs(cell__ai_before) <= 1.7976931348623157e+308 and cell__ai_before >= 0 and cell__ai_before <= 1000000000e0 then cell__ai_before + 0e0
    end as input__ai_before,
    case
      when abs(cell__surveys_before) <= 1.7976931348623157e+308 and cell__surveys_before >= 0 and cell__surveys_before <= 1000000000e0 then cell__surveys_before + 0e0
    end as input__surveys_before,
    case
      when abs(cell__analytics_now) <= 1.7976931348623157e+308 and cell__analytics_now >= 0 and cell__analytics_now <= 1000000000e0 then cell__analytics_now + 0e0
    end as input__analytics_now,
    case
      when abs(cell__replay_now) <= 1.7976931348623157e+308 and cell__replay_now >= 0 and cell__replay_now <= 1000000000e0 then cell__replay_now + 0e0
    end as input__replay_now,
    case
      when abs(cell__errors_now) <= 1.7976931348623157e+308 and cell__errors_now >= 0 and cell__errors_now <= 1000000000e0 then cell__errors_now + 0e0
    end as input__errors_now,
    case
      when abs(cell__logs_now) <= 1.7976931348623157e+308 and cell__logs_now >= 0 and cell__logs_now <= 1000000000e0 then cell__logs_now + 0e0
    end as input__logs_now,
    case
      when abs(cell__llm_now) <= 1.7976931348623157e+308 and cell__llm_now >= 0 and cell__llm_now <= 1000000000e0 then cell__llm_now + 0e0
    end as input__llm_now,
    case
      when abs(cell__experiments_now) <= 1.7976931348623157e+308 and cell__experiments_now >= 0 and cell__experiments_now <= 1000000000e0 then cell__experiments_now + 0e0
    end as input__experiments_now,
    case
      when abs(cell__web_now) <= 1.7976931348623157e+308 and cell__web_now >= 0 and cell__web_now <= 1000000000e0 then cell__web_now + 0e0
    end as input__web_now,
    case
      when abs(cell__ai_now) <= 1.7976931348623157e+308 and cell__ai_now >= 0 and cell__ai_now <= 1000000000e0 then cell__ai_now + 0e0
    end as input__ai_now,
    case
      when abs(cell__surveys_now) <= 1.7976931348623157e+308 and cell__surveys_now >= 0 and cell__surveys_now <= 1000000000e0 then cell__surveys_now + 0e0
    end as input__surveys_now,
    case
      when abs(cell__flags) <= 1.7976931348623157e+308 and cell__flags = floor(cell__flags) and cell__flags >= 0 then cell__flags + 0e0
    end as input__flags,
    case
      when abs(cell__warehouse) <= 1.7976931348623157e+308 and cell__warehouse = floor(cell__warehouse) and cell__warehouse >= 0 then cell__warehouse + 0e0
    end as input__warehouse,
    case
      when abs(cell__destinations) <= 1.7976931348623157e+308 and cell__destinations = floor(cell__destinations) and cell__destinations >= 0 then cell__destinations + 0e0
    end as input__destinations,
    case
      when abs(cell__transformations) <= 1.7976931348623157e+308 and cell__transformations = floor(cell__transformations) and cell__transformations >= 0 then cell__transformations + 0e0
    end as input__transformations,
    case
      when abs(cell__exports) <= 1.7976931348623157e+308 and cell__exports = floor(cell__exports) and cell__exports >= 0 then cell__exports + 0e0
    end as input__exports
  from cells
),
lets as (
  select
    *,
    (((3e0 * (case when (input__analytics_before > 0e0) then 1e0 else 0e0 end)) + (2e0 * (case when (input__replay_before > 0e0) then 1e0 else 0e0 end + case when (input__errors_before > 0e0) then 1e0 else 0e0 end + case when (input__logs_before > 0e0) then 1e0 else 0e0 end + case when (input__llm_before > 0e0) then 1e0 else 0e0 end + case when (input__experiments_before > 0e0) then 1e0 else 0e0 end + case when (input__web_before > 0e0) then 1e0 else 0e0 end))) + (case when (input__ai_before > 0e0) then 1e0 else 0e0 end + case when (input__surveys_before > 0e0) then 1e0 else 0e0 end)) as let__products_in_use,
    safe_divide(safe_divide(coalesce(input__analytics_now, 0e0), input__analytics_before), 0.85e0) as figure__1,
    safe_divide(safe_divide(coalesce(input__replay_now, 0e0), input__replay_before), 0.85e0) as figure__2,
    safe_divide(safe_divide(coalesce(input__errors_now, 0e0), input__errors_before), 0.85e0) as figure__3,
    safe_divide(safe_divide(coalesce(input__logs_now, 0e0), input__logs_before), 0.85e0) as figure__4,
    safe_divide(safe_divide(coalesce(input__llm_now, 0e0), input__llm_before), 0.85e0) as figure__5,
    safe_divide(safe_divide(coalesce(input__experiments_now, 0e0), input__experiments_before), 0.85e0) as figure__6,
    safe_divide(safe_divide(coalesce(input__web_now, 0e0), input__web_before), 0.85e0) as figure__7,
    safe_divide(safe_divide(coalesce(input__ai_now, 0e0), input__ai_before), 0.85e0) as figure__8,
    safe_divide(safe_divide(coalesce(input__surveys_now, 0e0), input__surveys_before), 0.85e0) as figure__9,
    (input__flags / 20e0) as figure__10,
    (input__warehouse / 10e0) as figure__11,
    (input__destinations / 5e0) as figure__12,
    (input__transformations / 5e0) as figure__13,
    (input__exports / 3e0) as figure__14
  from inputs
),
lets_2 as (
  select
    *,
    case
      when ((input__paying or input__trialing) and (let__products_in_use - 0e0 > 1e-9 * greatest(1e0, abs(let__products_in_use), abs(0e0)))) then 'default'
    end as segment,
    case
      when (input__flags > 0e0) then (2e0 * (1e0 + case when figure__10 is not null and 1e0 is not null then least(figure__10, 1e0) end))
      else 0e0
    end as let__from_flags,
    case
      when (input__warehouse > 0e0) then (3e0 * (1e0 + case when figure__11 is not null and 1e0 is not null then least(figure__11, 1e0) end))
      else 0e0
    end as let__from_warehouse,
    case
      when (input__destinations > 0e0) then (3e0 * (1e0 + case when figure__12 is not null and 1e0 is not null then least(figure__12, 1e0) end))
      else 0e0
    end as let__from_destinations,
    case
      when (input__transformations > 0e0) then (2e0 * (1e0 + case when figure__13 is not null and 1e0 is not null then least(figure__13, 1e0) end))
      else 0e0
    end as let__from_transformations,
    case
      when (input__exports > 0e0) then (1e0 * (1e0 + case when figure__14 is not null and 1e0 is not null then least(figure__14, 1e0) end))
      else 0e0
    end as let__from_exports
  from lets
),
lets_3 as (
  select
    *,
    case
      when segment is not null then safe_multiply(10e0, case when figure__1 is not null and 1e0 is not null then least(figure__1, 1e0) end)
    end as engagement__analytics__points,
    case
      when segment is not null then safe_multiply(10e0, case when figure__2 is not null and 1e0 is not null then least(figure__2, 1e0) end)
    end as engagement__replay__points,
    case
      when segment is not null then safe_multiply(10e0, case when figure__3 is not null and 1e0 is not null then least(figure__3, 1e0) end)
    end as engagement__errors__points,
    case
      when segment is not null then safe_multiply(10e0, case when figure__4 is not null and 1e0 is not null then least(figure__4, 1e0) end)
    end as engagement__logs__points,
    case
      when segment is not null then safe_multiply(10e0, case when figure__5 is not null and 1e0 is not null then least(figure__5, 1e0) end)
    end as engagement__llm__points,
    case
      when segment is not null then safe_multiply(10e0, case when figure__6 is not null and 1e0 is not null then least(figure__6, 1e0) end)
    end as engagement__experiments__points,
    case
      when segment is not null then safe_multiply(10e0, case when figure__7 is not null and 1e0 is not null then least(figure__7, 1e0) end)
    end as engagement__web__points,
    case
      when segment is not null then safe_multiply(10e0, case when figure__8 is not null and 1e0 is not null then least(figure__8, 1e0) end)
    end as engagement__ai__points,
    case
      when segment is not null then safe_multiply(10e0, case when figure__9 is not null and 1e0 is not null then least(figure__9, 1e0) end)
    end as engagement__survey__points,
    safe_add(safe_add(safe_add(((let__products_in_use + let__from_flags) + let__from_warehouse), let__from_destinations), let__from_transformations), let__from_exports) as let__embedded
  from lets_2
),
measures as (
  select
    *,
    case
      when engagement__analytics__points >= 6.666666656666667e0 then 'healthy'
      when engagement__analytics__points >= 3.3333333233333335e0 then 'concerning'
      when engagement__analytics__points is not null then 'poor'
    end as engagement__analytics__band,
    case
      when engagement__replay__points >= 6.666666656666667e0 then 'healthy'
      when engagement__replay__points >= 3.3333333233333335e0 then 'concerning'
      when engagement__replay__points is not null then 'poor'
    end as engagement__replay__band,
    case
      when engagement__errors__points >= 6.666666656666667e0 then 'healthy'
      when engagement__errors__points >= 3.3333333233333335e0 then 'concerning'
      when engagement__errors__points is not null then 'poor'
    end as engagement__errors__band,
    case
      when engagement__logs__points >= 6.666666656666667e0 then 'healthy'
      when engagement__logs__points >= 3.3333333233333335e0 then 'concerning'
      when engagement__logs__points is not null then 'poor'
    end as engagement__logs__band,
    case
      when engagement__llm__points >= 6.666666656666667e0 then 'healthy'
      when engagement__llm__points >= 3.3333333233333335e0 then 'concerning'
      when engagement__llm__points is not null then 'poor'
    end as engagement__llm__band,
    case
      when engagement__experiments__points >= 6.666666656666667e0 then 'healthy'
      when engagement__experiments__points >= 3.3333333233333335e0 then 'concerning'
      when engagement__experiments__points is not null then 'poor'
    end as engagement__experiments__band,
    case
      when engagement__web__points >= 6.666666656666667e0 then 'healthy'
      when engagement__web__points >= 3.3333333233333335e0 then 'concerning'
      when engagement__web__points is not null then 'poor'
    end as engagement__web__band,
    case
      when engagement__ai__points >= 6.666666656666667e0 then 'healthy'
      when engagement__ai__points >= 3.3333333233333335e0 then 'concerning'
      when engagement__ai__points is not null then 'poor'
    end as engagement__ai__band,
    case
      when engagement__survey__points >= 6.666666656666667e0 then 'healthy'
      when engagement__survey__points >= 3.3333333233333335e0 then 'concerning'
      when engagement__survey__points is not null then 'poor'
    end as engagement__survey__band,
    case
      when segment is not null then (3e0 * case when engagement__analytics__points is not null then 1e0 else 0e0 end + 2e0 * case when engagement__replay__points is not null then 1e0 else 0e0 end + 2e0 * case when engagement__errors__points is not null then 1e0 else 0e0 end + 2e0 * case when engagement__logs__points is not null then 1e0 else 0e0 end + 2e0 * case when engagement__llm__points is not null then 1e0 else 0e0 end + 2e0 * case when engagement__experiments__points is not null then 1e0 else 0e0 end + 2e0 * case when engagement__web__points is not null then 1e0 else 0e0 end + case when engagement__ai__points is not null then 1e0 else 0e0 end + case when engagement__survey__points is not null then 1e0 else 0e0 end) / 17e0
    end as engagement__coverage,
    (safe_add(safe_add(safe_add(safe_add(safe_add(safe_add(safe_add(safe_add(case
      when engagement__analytics__points is null then 0e0
      else safe_multiply(3e0, engagement__analytics__points)
    end, case
      when engagement__replay__points is null then 0e0
      else safe_multiply(2e0, engagement__replay__points)
    end), case
      when engagement__errors__points is null then 0e0
      else safe_multiply(2e0, engagement__errors__points)
    end), case
      when engagement__logs__points is null then 0e0
      else safe_multiply(2e0, engagement__logs__points)
    end), case
      when engagement__llm__points is null then 0e0
      else safe_multiply(2e0, engagement__llm__points)
    end), case
      when engagement__experiments__points is null then 0e0
      else safe_multiply(2e0, engagement__experiments__points)
    end), case
      when engagement__web__points is null then 0e0
      else safe_multiply(2e0, engagement__web__points)
    end), case when engagement__ai__points is null then 0e0 else engagement__ai__points end), case when engagement__survey__points is null then 0e0 else engagement__survey__points end))
      / nullif(case when engagement__analytics__points is not null then 3e0 else 0e0 end + case when engagement__replay__points is not null then 2e0 else 0e0 end + case when engagement__errors__points is not null then 2e0 else 0e0 end + case when engagement__logs__points is not null then 2e0 else 0e0 end + case when engagement__llm__points is not null then 2e0 else 0e0 end + case when engagement__experiments__points is not null then 2e0 else 0e0 end + case when engagement__web__points is not null then 2e0 else 0e0 end + case when engagement__ai__points is not null then 1e0 else 0e0 end + case when engagement__survey__points is not null then 1e0 else 0e0 end, 0e0) as engagement__score,
    (let__embedded / 12e0) as figure__15
  from lets_3
),
measures_2 as (
  select
    *,
    case
      when engagement__score >= 6.666666656666667e0 then 'healthy'
      when engagement__score >= 3.3333333233333335e0 then 'concerning'
      when engagement__score is not null then 'poor'
    end as engagement__band,
    case
      when segment is not null then (10e0 * case when figure__15 is not null and 1e0 is not null then least(figure__15, 1e0) end)
    end as stickiness__stack__points
  from measures
),
measures_3 as (
  select
    *,
    case
      when stickiness__stack__points >= 6.666666656666667e0 then 'healthy'
      when stickiness__stack__points >= 3.3333333233333335e0 then 'concerning'
      when stickiness__stack__points is not null then 'poor'
    end as stickiness__stack__band,
    case
      when segment is not null then case when stickiness__stack__points is not null then 1e0 else 0e0 end
    end as stickiness__coverage,
    stickiness__stack__points as stickiness__score
  from measures_2
),
dimensions as (
  select
    *,
    case
      when stickiness__score >= 6.666666656666667e0 then 'healthy'
      when stickiness__score >= 3.3333333233333335e0 then 'concerning'
      when stickiness__score is not null then 'poor'
    end as stickiness__band,
    case
      when segment is not null then (615e0 * engagement__coverage + 385e0 * stickiness__coverage) / 1000e0
    end as coverage,
    case
      when segment is not null then (safe_add(case when engagement__score is null then 0e0 else safe_multiply(615e0, engagement__score) end, case when stickiness__score is null then 0e0 else safe_multiply(385e0, stickiness__score) end))
        / nullif(case when engagement__score is not null then 615e0 else 0e0 end + case when stickiness__score is not null then 385e0 else 0e0 end, 0e0)
    end as step_1
  from measures_3
),
score as (
  select
    *,
    case when step_1 < 0e0 then 0e0 when step_1 > 10e0 then 10e0 else step_1 end as score
  from dimensions
),
score_2 as (
  select
    *,
    format('%.1f', (sign(score) * floor((abs(score) + 1e-8) * 10e0 + 0.5e0) / 10e0 + 0e0)) as shown,
    case
      when score >= 6.666666656666667e0 then 'healthy'
      when score >= 3.3333333233333335e0 then 'concerning'
      when score is not null then 'poor'
    end as band
  from score
)
select
  account,
  segment,
  score,
  shown,
  band,
  coverage,
  engagement__score,
  engagement__band,
  engagement__analytics__points,
  engagement__analytics__band,
  engagement__replay__points,
  engagement__replay__band,
  engagement__errors__points,
  engagement__errors__band,
  engagement__logs__points,
  engagement__logs__band,
  engagement__llm__points,
  engagement__llm__band,
  engagement__experiments__points,
  engagement__experiments__band,
  engagement__web__points,
  engagement__web__band,
  engagement__ai__points,
  engagement__ai__band,
  engagement__survey__points,
  engagement__survey__band,
  stickiness__score,
  stickiness__band,
  stickiness__stack__points,
  stickiness__stack__band
from score_2
