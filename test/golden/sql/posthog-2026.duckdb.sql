with
cells as (
  select
    trim(cast("account" as varchar), ' ' || chr(9) || chr(10) || chr(13) || chr(160)) as account,
    lower(trim(cast("paying" as varchar), ' ' || chr(9) || chr(10) || chr(13) || chr(160))) as cell__paying,
    lower(trim(cast("trialing" as varchar), ' ' || chr(9) || chr(10) || chr(13) || chr(160))) as cell__trialing,
    cast("analytics_before" as double) as cell__analytics_before,
    cast("replay_before" as double) as cell__replay_before,
    cast("errors_before" as double) as cell__errors_before,
    cast("logs_before" as double) as cell__logs_before,
    cast("llm_before" as double) as cell__llm_before,
    cast("experiments_before" as double) as cell__experiments_before,
    cast("web_before" as double) as cell__web_before,
    cast("ai_before" as double) as cell__ai_before,
    cast("surveys_before" as double) as cell__surveys_before,
    cast("analytics_now" as double) as cell__analytics_now,
    cast("replay_now" as double) as cell__replay_now,
    cast("errors_now" as double) as cell__errors_now,
    cast("logs_now" as double) as cell__logs_now,
    cast("llm_now" as double) as cell__llm_now,
    cast("experiments_now" as double) as cell__experiments_now,
    cast("web_now" as double) as cell__web_now,
    cast("ai_now" as double) as cell__ai_now,
    cast("surveys_now" as double) as cell__surveys_now,
    cast("flags" as double) as cell__flags,
    cast("warehouse" as double) as cell__warehouse,
    cast("destinations" as double) as cell__destinations,
    cast("transformations" as double) as cell__transformations,
    cast("exports" as double) as cell__exports
  from "accounts"
),
inputs as (
  select
    *,
    case
      when cell__paying in ['true', 'yes', 'y', 't', '1', '1.0'] then true
      when cell__paying in ['false', 'no', 'n', 'f', '0', '0.0'] then false
    end as input__paying,
    case
      when cell__trialing in ['true', 'yes', 'y', 't', '1', '1.0'] then true
      when cell__trialing in ['false', 'no', 'n', 'f', '0', '0.0'] then false
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
    ((coalesce(input__analytics_now, 0e0) / nullif(input__analytics_before, 0e0)) / 0.85e0) as figure__1,
    ((coalesce(input__replay_now, 0e0) / nullif(input__replay_before, 0e0)) / 0.85e0) as figure__4,
    ((coalesce(input__errors_now, 0e0) / nullif(input__errors_before, 0e0)) / 0.85e0) as figure__7,
    ((coalesce(input__logs_now, 0e0) / nullif(input__logs_before, 0e0)) / 0.85e0) as figure__10,
    ((coalesce(input__llm_now, 0e0) / nullif(input__llm_before, 0e0)) / 0.85e0) as figure__13,
    ((coalesce(input__experiments_now, 0e0) / nullif(input__experiments_before, 0e0)) / 0.85e0) as figure__16,
    ((coalesce(input__web_now, 0e0) / nullif(input__web_before, 0e0)) / 0.85e0) as figure__19,
    ((coalesce(input__ai_now, 0e0) / nullif(input__ai_before, 0e0)) / 0.85e0) as figure__22,
    ((coalesce(input__surveys_now, 0e0) / nullif(input__surveys_before, 0e0)) / 0.85e0) as figure__25,
    (input__flags / 20e0) as figure__29,
    (input__warehouse / 10e0) as figure__30,
    (input__destinations / 5e0) as figure__31,
    (input__transformations / 5e0) as figure__32,
    (input__exports / 3e0) as figure__33
  from inputs
),
lets_2 as (
  select
    *,
    case
      when ((input__paying or input__trialing) and (let__products_in_use - 0e0 > 1e-9 * greatest(1e0, abs(let__products_in_use), abs(0e0)))) then 'default'
    end as segment,
    case when abs(figure__1) <= 1.7976931348623157e+308 then figure__1 end as figure__2,
    case when abs(figure__4) <= 1.7976931348623157e+308 then figure__4 end as figure__5,
    case when abs(figure__7) <= 1.7976931348623157e+308 then figure__7 end as figure__8,
    case when abs(figure__10) <= 1.7976931348623157e+308 then figure__10 end as figure__11,
    case when abs(figure__13) <= 1.7976931348623157e+308 then figure__13 end as figure__14,
    case when abs(figure__16) <= 1.7976931348623157e+308 then figure__16 end as figure__17,
    case when abs(figure__19) <= 1.7976931348623157e+308 then figure__19 end as figure__20,
    case when abs(figure__22) <= 1.7976931348623157e+308 then figure__22 end as figure__23,
    case when abs(figure__25) <= 1.7976931348623157e+308 then figure__25 end as figure__26,
    case
      when (input__flags > 0e0) then (2e0 * (1e0 + case when figure__29 is not null and 1e0 is not null then least(figure__29, 1e0) end))
      else 0e0
    end as let__from_flags,
    case
      when (input__warehouse > 0e0) then (3e0 * (1e0 + case when figure__30 is not null and 1e0 is not null then least(figure__30, 1e0) end))
      else 0e0
    end as let__from_warehouse,
    case
      when (input__destinations > 0e0) then (3e0 * (1e0 + case when figure__31 is not null and 1e0 is not null then least(figure__31, 1e0) end))
      else 0e0
    end as let__from_destinations,
    case
      when (input__transformations > 0e0) then (2e0 * (1e0 + case when figure__32 is not null and 1e0 is not null then least(figure__32, 1e0) end))
      else 0e0
    end as let__from_transformations,
    case
      when (input__exports > 0e0) then (1e0 * (1e0 + case when figure__33 is not null and 1e0 is not null then least(figure__33, 1e0) end))
      else 0e0
    end as let__from_exports
  from lets
),
figures as (
  select
    *,
    (10e0 * case when figure__2 is not null and 1e0 is not null then least(figure__2, 1e0) end) as figure__3,
    (10e0 * case when figure__5 is not null and 1e0 is not null then least(figure__5, 1e0) end) as figure__6,
    (10e0 * case when figure__8 is not null and 1e0 is not null then least(figure__8, 1e0) end) as figure__9,
    (10e0 * case when figure__11 is not null and 1e0 is not null then least(figure__11, 1e0) end) as figure__12,
    (10e0 * case when figure__14 is not null and 1e0 is not null then least(figure__14, 1e0) end) as figure__15,
    (10e0 * case when figure__17 is not null and 1e0 is not null then least(figure__17, 1e0) end) as figure__18,
    (10e0 * case when figure__20 is not null and 1e0 is not null then least(figure__20, 1e0) end) as figure__21,
    (10e0 * case when figure__23 is not null and 1e0 is not null then least(figure__23, 1e0) end) as figure__24,
    (10e0 * case when figure__26 is not null and 1e0 is not null then least(figure__26, 1e0) end) as figure__27,
    (((((let__products_in_use + let__from_flags) + let__from_warehouse) + let__from_destinations) + let__from_transformations) + let__from_exports) as figure__34
  from lets_2
),
lets_3 as (
  select
    *,
    case
      when segment is not null then case when abs(figure__3) <= 1.7976931348623157e+308 then figure__3 end
    end as engagement__analytics__points,
    case
      when segment is not null then case when abs(figure__6) <= 1.7976931348623157e+308 then figure__6 end
    end as engagement__replay__points,
    case
      when segment is not null then case when abs(figure__9) <= 1.7976931348623157e+308 then figure__9 end
    end as engagement__errors__points,
    case
      when segment is not null then case when abs(figure__12) <= 1.7976931348623157e+308 then figure__12 end
    end as engagement__logs__points,
    case
      when segment is not null then case when abs(figure__15) <= 1.7976931348623157e+308 then figure__15 end
    end as engagement__llm__points,
    case
      when segment is not null then case when abs(figure__18) <= 1.7976931348623157e+308 then figure__18 end
    end as engagement__experiments__points,
    case
      when segment is not null then case when abs(figure__21) <= 1.7976931348623157e+308 then figure__21 end
    end as engagement__web__points,
    case
      when segment is not null then case when abs(figure__24) <= 1.7976931348623157e+308 then figure__24 end
    end as engagement__ai__points,
    case
      when segment is not null then case when abs(figure__27) <= 1.7976931348623157e+308 then figure__27 end
    end as engagement__survey__points,
    case when abs(figure__34) <= 1.7976931348623157e+308 then figure__34 end as let__embedded
  from figures
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
    (coalesce(3e0 * engagement__analytics__points, 0e0) + coalesce(2e0 * engagement__replay__points, 0e0) + coalesce(2e0 * engagement__errors__points, 0e0) + coalesce(2e0 * engagement__logs__points, 0e0) + coalesce(2e0 * engagement__llm__points, 0e0) + coalesce(2e0 * engagement__experiments__points, 0e0) + coalesce(2e0 * engagement__web__points, 0e0) + coalesce(engagement__ai__points, 0e0) + coalesce(engagement__survey__points, 0e0))
      / nullif(case when engagement__analytics__points is not null then 3e0 else 0e0 end + case when engagement__replay__points is not null then 2e0 else 0e0 end + case when engagement__errors__points is not null then 2e0 else 0e0 end + case when engagement__logs__points is not null then 2e0 else 0e0 end + case when engagement__llm__points is not null then 2e0 else 0e0 end + case when engagement__experiments__points is not null then 2e0 else 0e0 end + case when engagement__web__points is not null then 2e0 else 0e0 end + case when engagement__ai__points is not null then 1e0 else 0e0 end + case when engagement__survey__points is not null then 1e0 else 0e0 end, 0e0) as figure__28,
    (let__embedded / 12e0) as figure__35
  from lets_3
),
measures_2 as (
  select
    *,
    case when abs(figure__28) <= 1.7976931348623157e+308 then figure__28 end as engagement__score,
    case
      when segment is not null then (10e0 * case when figure__35 is not null and 1e0 is not null then least(figure__35, 1e0) end)
    end as stickiness__stack__points
  from measures
),
measures_3 as (
  select
    *,
    case
      when engagement__score >= 6.666666656666667e0 then 'healthy'
      when engagement__score >= 3.3333333233333335e0 then 'concerning'
      when engagement__score is not null then 'poor'
    end as engagement__band,
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
    (coalesce(615e0 * engagement__score, 0e0) + coalesce(385e0 * stickiness__score, 0e0))
      / nullif(case when engagement__score is not null then 615e0 else 0e0 end + case when stickiness__score is not null then 385e0 else 0e0 end, 0e0) as figure__36
  from measures_3
),
score as (
  select
    *,
    case
      when segment is not null then case when abs(figure__36) <= 1.7976931348623157e+308 then figure__36 end
    end as step_1
  from dimensions
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
from score_3
