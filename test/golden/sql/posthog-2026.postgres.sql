with
cells as (
  select
    btrim(cast("account" as varchar), ' ' || chr(9) || chr(10) || chr(13) || chr(160)) as account,
    lower(btrim(cast("paying" as varchar), ' ' || chr(9) || chr(10) || chr(13) || chr(160))) as cell__paying,
    lower(btrim(cast("trialing" as varchar), ' ' || chr(9) || chr(10) || chr(13) || chr(160))) as cell__trialing,
    cast("analytics_before" as double precision) as cell__analytics_before,
    cast("replay_before" as double precision) as cell__replay_before,
    cast("errors_before" as double precision) as cell__errors_before,
    cast("logs_before" as double precision) as cell__logs_before,
    cast("llm_before" as double precision) as cell__llm_before,
    cast("experiments_before" as double precision) as cell__experiments_before,
    cast("web_before" as double precision) as cell__web_before,
    cast("ai_before" as double precision) as cell__ai_before,
    cast("surveys_before" as double precision) as cell__surveys_before,
    cast("analytics_now" as double precision) as cell__analytics_now,
    cast("replay_now" as double precision) as cell__replay_now,
    cast("errors_now" as double precision) as cell__errors_now,
    cast("logs_now" as double precision) as cell__logs_now,
    cast("llm_now" as double precision) as cell__llm_now,
    cast("experiments_now" as double precision) as cell__experiments_now,
    cast("web_now" as double precision) as cell__web_now,
    cast("ai_now" as double precision) as cell__ai_now,
    cast("surveys_now" as double precision) as cell__surveys_now,
    cast("flags" as double precision) as cell__flags,
    cast("warehouse" as double precision) as cell__warehouse,
    cast("destinations" as double precision) as cell__destinations,
    cast("transformations" as double precision) as cell__transformations,
    cast("exports" as double precision) as cell__exports
  from "accounts"
  offset 0
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
      when abs(cell__analytics_before) <= '1.7976931348623157e+308'::float8 and cell__analytics_before >= 0 and cell__analytics_before <= 1000000000::float8 then case
        when abs(cell__analytics_before) < '1e-100'::float8 then 0::float8
        else cell__analytics_before
      end
    end as input__analytics_before,
    case
      when abs(cell__replay_before) <= '1.7976931348623157e+308'::float8 and cell__replay_before >= 0 and cell__replay_before <= 1000000000::float8 then case when abs(cell__replay_before) < '1e-100'::float8 then 0::float8 else cell__replay_before end
    end as input__replay_before,
    case
      when abs(cell__errors_before) <= '1.7976931348623157e+308'::float8 and cell__errors_before >= 0 and cell__errors_before <= 1000000000::float8 then case when abs(cell__errors_before) < '1e-100'::float8 then 0::float8 else cell__errors_before end
    end as input__errors_before,
    case
      when abs(cell__logs_before) <= '1.7976931348623157e+308'::float8 and cell__logs_before >= 0 and cell__logs_before <= 1000000000::float8 then case when abs(cell__logs_before) < '1e-100'::float8 then 0::float8 else cell__logs_before end
    end as input__logs_before,
    case
      when abs(cell__llm_before) <= '1.7976931348623157e+308'::float8 and cell__llm_before >= 0 and cell__llm_before <= 1000000000::float8 then case when abs(cell__llm_before) < '1e-100'::float8 then 0::float8 else cell__llm_before end
    end as input__llm_before,
    case
      when abs(cell__experiments_before) <= '1.7976931348623157e+308'::float8 and cell__experiments_before >= 0 and cell__experiments_before <= 1000000000::float8 then case
        when abs(cell__experiments_before) < '1e-100'::float8 then 0::float8
        else cell__experiments_before
      end
    end as input__experiments_before,
    case
      when abs(cell__web_before) <= '1.7976931348623157e+308'::float8 and cell__web_before >= 0 and cell__web_before <= 1000000000::float8 then case when abs(cell__web_before) < '1e-100'::float8 then 0::float8 else cell__web_before end
    end as input__web_before,
    case
      when abs(cell__ai_before) <= '1.7976931348623157e+308'::float8 and cell__ai_before >= 0 and cell__ai_before <= 1000000000::float8 then case when abs(cell__ai_before) < '1e-100'::float8 then 0::float8 else cell__ai_before end
    end as input__ai_before,
    case
      when abs(cell__surveys_before) <= '1.7976931348623157e+308'::float8 and cell__surveys_before >= 0 and cell__surveys_before <= 1000000000::float8 then case when abs(cell__surveys_before) < '1e-100'::float8 then 0::float8 else cell__surveys_before end
    end as input__surveys_before,
    case
      when abs(cell__analytics_now) <= '1.7976931348623157e+308'::float8 and cell__analytics_now >= 0 and cell__analytics_now <= 1000000000::float8 then case when abs(cell__analytics_now) < '1e-100'::float8 then 0::float8 else cell__analytics_now end
    end as input__analytics_now,
    case
      when abs(cell__replay_now) <= '1.7976931348623157e+308'::float8 and cell__replay_now >= 0 and cell__replay_now <= 1000000000::float8 then case when abs(cell__replay_now) < '1e-100'::float8 then 0::float8 else cell__replay_now end
    end as input__replay_now,
    case
      when abs(cell__errors_now) <= '1.7976931348623157e+308'::float8 and cell__errors_now >= 0 and cell__errors_now <= 1000000000::float8 then case when abs(cell__errors_now) < '1e-100'::float8 then 0::float8 else cell__errors_now end
    end as input__errors_now,
    case
      when abs(cell__logs_now) <= '1.7976931348623157e+308'::float8 and cell__logs_now >= 0 and cell__logs_now <= 1000000000::float8 then case when abs(cell__logs_now) < '1e-100'::float8 then 0::float8 else cell__logs_now end
    end as input__logs_now,
    case
      when abs(cell__llm_now) <= '1.7976931348623157e+308'::float8 and cell__llm_now >= 0 and cell__llm_now <= 1000000000::float8 then case when abs(cell__llm_now) < '1e-100'::float8 then 0::float8 else cell__llm_now end
    end as input__llm_now,
    case
      when abs(cell__experiments_now) <= '1.7976931348623157e+308'::float8 and cell__experiments_now >= 0 and cell__experiments_now <= 1000000000::float8 then case
        when abs(cell__experiments_now) < '1e-100'::float8 then 0::float8
        else cell__experiments_now
      end
    end as input__experiments_now,
    case
      when abs(cell__web_now) <= '1.7976931348623157e+308'::float8 and cell__web_now >= 0 and cell__web_now <= 1000000000::float8 then case when abs(cell__web_now) < '1e-100'::float8 then 0::float8 else cell__web_now end
    end as input__web_now,
    case
      when abs(cell__ai_now) <= '1.7976931348623157e+308'::float8 and cell__ai_now >= 0 and cell__ai_now <= 1000000000::float8 then case when abs(cell__ai_now) < '1e-100'::float8 then 0::float8 else cell__ai_now end
    end as input__ai_now,
    case
      when abs(cell__surveys_now) <= '1.7976931348623157e+308'::float8 and cell__surveys_now >= 0 and cell__surveys_now <= 1000000000::float8 then case when abs(cell__surveys_now) < '1e-100'::float8 then 0::float8 else cell__surveys_now end
    end as input__surveys_now,
    case
      when abs(cell__flags) <= '1.7976931348623157e+308'::float8 and cell__flags = floor(cell__flags) and cell__flags >= 0 then cell__flags + 0::float8
    end as input__flags,
    case
      when abs(cell__warehouse) <= '1.7976931348623157e+308'::float8 and cell__warehouse = floor(cell__warehouse) and cell__warehouse >= 0 then cell__warehouse + 0::float8
    end as input__warehouse,
    case
      when abs(cell__destinations) <= '1.7976931348623157e+308'::float8 and cell__destinations = floor(cell__destinations) and cell__destinations >= 0 then cell__destinations + 0::float8
    end as input__destinations,
    case
      when abs(cell__transformations) <= '1.7976931348623157e+308'::float8 and cell__transformations = floor(cell__transformations) and cell__transformations >= 0 then cell__transformations + 0::float8
    end as input__transformations,
    case
      when abs(cell__exports) <= '1.7976931348623157e+308'::float8 and cell__exports = floor(cell__exports) and cell__exports >= 0 then cell__exports + 0::float8
    end as input__exports
  from cells
  offset 0
),
lets as (
  select
    *,
    (((3::float8 * (case when (input__analytics_before > 0::float8) then 1::float8 else 0::float8 end)) + (2::float8 * (case when (input__replay_before > 0::float8) then 1::float8 else 0::float8 end + case when (input__errors_before > 0::float8) then 1::float8 else 0::float8 end + case when (input__logs_before > 0::float8) then 1::float8 else 0::float8 end + case when (input__llm_before > 0::float8) then 1::float8 else 0::float8 end + case when (input__experiments_before > 0::float8) then 1::float8 else 0::float8 end + case when (input__web_before > 0::float8) then 1::float8 else 0::float8 end))) + (case when (input__ai_before > 0::float8) then 1::float8 else 0::float8 end + case when (input__surveys_before > 0::float8) then 1::float8 else 0::float8 end)) as let__products_in_use,
    ((coalesce(input__analytics_now, 0::float8) / nullif(input__analytics_before, 0::float8)) / 0.85::float8) as figure__1,
    ((coalesce(input__replay_now, 0::float8) / nullif(input__replay_before, 0::float8)) / 0.85::float8) as figure__2,
    ((coalesce(input__errors_now, 0::float8) / nullif(input__errors_before, 0::float8)) / 0.85::float8) as figure__3,
    ((coalesce(input__logs_now, 0::float8) / nullif(input__logs_before, 0::float8)) / 0.85::float8) as figure__4,
    ((coalesce(input__llm_now, 0::float8) / nullif(input__llm_before, 0::float8)) / 0.85::float8) as figure__5,
    ((coalesce(input__experiments_now, 0::float8) / nullif(input__experiments_before, 0::float8)) / 0.85::float8) as figure__6,
    ((coalesce(input__web_now, 0::float8) / nullif(input__web_before, 0::float8)) / 0.85::float8) as figure__7,
    ((coalesce(input__ai_now, 0::float8) / nullif(input__ai_before, 0::float8)) / 0.85::float8) as figure__8,
    ((coalesce(input__surveys_now, 0::float8) / nullif(input__surveys_before, 0::float8)) / 0.85::float8) as figure__9,
    (input__flags / 20::float8) as figure__11,
    (input__warehouse / 10::float8) as figure__12,
    (input__destinations / 5::float8) as figure__13,
    (input__transformations / 5::float8) as figure__15,
    (input__exports / 3::float8) as figure__17
  from inputs
  offset 0
),
lets_2 as (
  select
    *,
    case
      when ((input__paying or input__trialing) and (let__products_in_use - 0::float8 > '1e-9'::float8 * greatest(1::float8, abs(let__products_in_use), abs(0::float8)))) then 'default'
    end as segment,
    case
      when (input__flags > 0::float8) then (2::float8 * (1::float8 + case when figure__11 is not null and 1::float8 is not null then least(figure__11, 1::float8) end))
      else 0::float8
    end as let__from_flags,
    case
      when (input__warehouse > 0::float8) then (3::float8 * (1::float8 + case when figure__12 is not null and 1::float8 is not null then least(figure__12, 1::float8) end))
      else 0::float8
    end as let__from_warehouse,
    case
      when (input__destinations > 0::float8) then (3::float8 * (1::float8 + case when figure__13 is not null and 1::float8 is not null then least(figure__13, 1::float8) end))
      else 0::float8
    end as let__from_destinations,
    case
      when (input__transformations > 0::float8) then (2::float8 * (1::float8 + case when figure__15 is not null and 1::float8 is not null then least(figure__15, 1::float8) end))
      else 0::float8
    end as let__from_transformations,
    case
      when (input__exports > 0::float8) then (1::float8 * (1::float8 + case when figure__17 is not null and 1::float8 is not null then least(figure__17, 1::float8) end))
      else 0::float8
    end as let__from_exports
  from lets
  offset 0
),
measures as (
  select
    *,
    case
      when segment is not null then (10::float8 * case when figure__1 is not null and 1::float8 is not null then least(figure__1, 1::float8) end)
    end as engagement__analytics__points,
    case
      when segment is not null then (10::float8 * case when figure__2 is not null and 1::float8 is not null then least(figure__2, 1::float8) end)
    end as engagement__replay__points,
    case
      when segment is not null then (10::float8 * case when figure__3 is not null and 1::float8 is not null then least(figure__3, 1::float8) end)
    end as engagement__errors__points,
    case
      when segment is not null then (10::float8 * case when figure__4 is not null and 1::float8 is not null then least(figure__4, 1::float8) end)
    end as engagement__logs__points,
    case
      when segment is not null then (10::float8 * case when figure__5 is not null and 1::float8 is not null then least(figure__5, 1::float8) end)
    end as engagement__llm__points,
    case
      when segment is not null then (10::float8 * case when figure__6 is not null and 1::float8 is not null then least(figure__6, 1::float8) end)
    end as engagement__experiments__points,
    case
      when segment is not null then (10::float8 * case when figure__7 is not null and 1::float8 is not null then least(figure__7, 1::float8) end)
    end as engagement__web__points,
    case
      when segment is not null then (10::float8 * case when figure__8 is not null and 1::float8 is not null then least(figure__8, 1::float8) end)
    end as engagement__ai__points,
    case
      when segment is not null then (10::float8 * case when figure__9 is not null and 1::float8 is not null then least(figure__9, 1::float8) end)
    end as engagement__survey__points,
    ((let__products_in_use + let__from_flags) + let__from_warehouse) as figure__14
  from lets_2
  offset 0
),
measures_2 as (
  select
    *,
    case
      when engagement__analytics__points >= 6.666666656666667::float8 then 'healthy'
      when engagement__analytics__points >= 3.3333333233333335::float8 then 'concerning'
      when engagement__analytics__points is not null then 'poor'
    end as engagement__analytics__band,
    case
      when engagement__replay__points >= 6.666666656666667::float8 then 'healthy'
      when engagement__replay__points >= 3.3333333233333335::float8 then 'concerning'
      when engagement__replay__points is not null then 'poor'
    end as engagement__replay__band,
    case
      when engagement__errors__points >= 6.666666656666667::float8 then 'healthy'
      when engagement__errors__points >= 3.3333333233333335::float8 then 'concerning'
      when engagement__errors__points is not null then 'poor'
    end as engagement__errors__band,
    case
      when engagement__logs__points >= 6.666666656666667::float8 then 'healthy'
      when engagement__logs__points >= 3.3333333233333335::float8 then 'concerning'
      when engagement__logs__points is not null then 'poor'
    end as engagement__logs__band,
    case
      when engagement__llm__points >= 6.666666656666667::float8 then 'healthy'
      when engagement__llm__points >= 3.3333333233333335::float8 then 'concerning'
      when engagement__llm__points is not null then 'poor'
    end as engagement__llm__band,
    case
      when engagement__experiments__points >= 6.666666656666667::float8 then 'healthy'
      when engagement__experiments__points >= 3.3333333233333335::float8 then 'concerning'
      when engagement__experiments__points is not null then 'poor'
    end as engagement__experiments__band,
    case
      when engagement__web__points >= 6.666666656666667::float8 then 'healthy'
      when engagement__web__points >= 3.3333333233333335::float8 then 'concerning'
      when engagement__web__points is not null then 'poor'
    end as engagement__web__band,
    case
      when engagement__ai__points >= 6.666666656666667::float8 then 'healthy'
      when engagement__ai__points >= 3.3333333233333335::float8 then 'concerning'
      when engagement__ai__points is not null then 'poor'
    end as engagement__ai__band,
    case
      when engagement__survey__points >= 6.666666656666667::float8 then 'healthy'
      when engagement__survey__points >= 3.3333333233333335::float8 then 'concerning'
      when engagement__survey__points is not null then 'poor'
    end as engagement__survey__band,
    case
      when segment is not null then (3::float8 * case when engagement__analytics__points is not null then 1::float8 else 0::float8 end + 2::float8 * case when engagement__replay__points is not null then 1::float8 else 0::float8 end + 2::float8 * case when engagement__errors__points is not null then 1::float8 else 0::float8 end + 2::float8 * case when engagement__logs__points is not null then 1::float8 else 0::float8 end + 2::float8 * case when engagement__llm__points is not null then 1::float8 else 0::float8 end + 2::float8 * case when engagement__experiments__points is not null then 1::float8 else 0::float8 end + 2::float8 * case when engagement__web__points is not null then 1::float8 else 0::float8 end + case when engagement__ai__points is not null then 1::float8 else 0::float8 end + case when engagement__survey__points is not null then 1::float8 else 0::float8 end) / 17::float8
    end as engagement__coverage,
    (coalesce(3::float8 * engagement__analytics__points, 0::float8) + coalesce(2::float8 * engagement__replay__points, 0::float8) + coalesce(2::float8 * engagement__errors__points, 0::float8) + coalesce(2::float8 * engagement__logs__points, 0::float8) + coalesce(2::float8 * engagement__llm__points, 0::float8) + coalesce(2::float8 * engagement__experiments__points, 0::float8) + coalesce(2::float8 * engagement__web__points, 0::float8) + coalesce(engagement__ai__points, 0::float8) + coalesce(engagement__survey__points, 0::float8))
      / nullif(case when engagement__analytics__points is not null then 3::float8 else 0::float8 end + case when engagement__replay__points is not null then 2::float8 else 0::float8 end + case when engagement__errors__points is not null then 2::float8 else 0::float8 end + case when engagement__logs__points is not null then 2::float8 else 0::float8 end + case when engagement__llm__points is not null then 2::float8 else 0::float8 end + case when engagement__experiments__points is not null then 2::float8 else 0::float8 end + case when engagement__web__points is not null then 2::float8 else 0::float8 end + case when engagement__ai__points is not null then 1::float8 else 0::float8 end + case when engagement__survey__points is not null then 1::float8 else 0::float8 end, 0::float8) as figure__10,
    case
      when sign(figure__14) <> sign(let__from_destinations) or abs(figure__14) <= '1.7976931348623157e+308'::float8 - abs(let__from_destinations) then figure__14 + let__from_destinations
    end as figure__16
  from measures
  offset 0
),
dimensions as (
  select
    *,
    case when abs(figure__10) < '1e-150'::float8 then 0::float8 else figure__10 end as engagement__score,
    case
      when sign(figure__16) <> sign(let__from_transformations) or abs(figure__16) <= '1.7976931348623157e+308'::float8 - abs(let__from_transformations) then figure__16 + let__from_transformations
    end as figure__18
  from measures_2
  offset 0
),
lets_3 as (
  select
    *,
    case
      when engagement__score >= 6.666666656666667::float8 then 'healthy'
      when engagement__score >= 3.3333333233333335::float8 then 'concerning'
      when engagement__score is not null then 'poor'
    end as engagement__band,
    case
      when sign(figure__18) <> sign(let__from_exports) or abs(figure__18) <= '1.7976931348623157e+308'::float8 - abs(let__from_exports) then figure__18 + let__from_exports
    end as let__embedded
  from dimensions
  offset 0
),
figures as (
  select
    *,
    (let__embedded / 12::float8) as figure__19
  from lets_3
  offset 0
),
measures_3 as (
  select
    *,
    case
      when segment is not null then (10::float8 * case when figure__19 is not null and 1::float8 is not null then least(figure__19, 1::float8) end)
    end as stickiness__stack__points
  from figures
  offset 0
),
measures_4 as (
  select
    *,
    case
      when stickiness__stack__points >= 6.666666656666667::float8 then 'healthy'
      when stickiness__stack__points >= 3.3333333233333335::float8 then 'concerning'
      when stickiness__stack__points is not null then 'poor'
    end as stickiness__stack__band,
    case
      when segment is not null then case when stickiness__stack__points is not null then 1::float8 else 0::float8 end
    end as stickiness__coverage,
    stickiness__stack__points as stickiness__score
  from measures_3
  offset 0
),
dimensions_2 as (
  select
    *,
    case
      when stickiness__score >= 6.666666656666667::float8 then 'healthy'
      when stickiness__score >= 3.3333333233333335::float8 then 'concerning'
      when stickiness__score is not null then 'poor'
    end as stickiness__band,
    case
      when segment is not null then (615::float8 * engagement__coverage + 385::float8 * stickiness__coverage) / 1000::float8
    end as coverage,
    (coalesce(615::float8 * engagement__score, 0::float8) + coalesce(case
      when abs(stickiness__score) < '4.669332817824196e+305'::float8 then stickiness__score * 385::float8
    end, 0::float8))
      / nullif(case when engagement__score is not null then 615::float8 else 0::float8 end + case when stickiness__score is not null then 385::float8 else 0::float8 end, 0::float8) as figure__20
  from measures_4
  offset 0
),
score as (
  select
    *,
    case
      when segment is not null then case when abs(figure__20) < '1e-150'::float8 then 0::float8 else figure__20 end
    end as step_1
  from dimensions_2
  offset 0
),
score_2 as (
  select
    *,
    case when step_1 < 0::float8 then 0::float8 when step_1 > 10::float8 then 10::float8 else step_1 end as score
  from score
  offset 0
),
score_3 as (
  select
    *,
    cast(cast(cast((sign(score) * floor((abs(score) + '1e-8'::float8) * 10::float8 + 0.5::float8) / 10::float8 + 0::float8) as varchar) as numeric(38, 1)) as varchar) as shown,
    case
      when score >= 6.666666656666667::float8 then 'healthy'
      when score >= 3.3333333233333335::float8 then 'concerning'
      when score is not null then 'poor'
    end as band
  from score_2
  offset 0
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
