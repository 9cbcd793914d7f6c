with
cells as (
  select
    trim(cast(account as varchar), ' ' || chr(9) || chr(10) || chr(13) || chr(160)) as account,
    lower(trim(cast(paying as varchar), ' ' || chr(9) || chr(10) || chr(13) || chr(160))) as cell__paying,
    lower(trim(cast(trialing as varchar), ' ' || chr(9) || chr(10) || chr(13) || chr(160))) as cell__trialing,
    cast(analytics_before as double) as cell__analytics_before,
    cast(replay_before as double) as cell__replay_before,
    cast(errors_before as double) as cell__errors_before,
    cast(logs_before as double) as cell__logs_before,
    cast(llm_before as double) as cell__llm_before,
    cast(experiments_before as double) as cell__experiments_before,
    cast(web_before as double) as cell__web_before,
    cast(ai_before as double) as cell__ai_before,
    cast(surveys_before as double) as cell__surveys_before,
    cast(analytics_now as double) as cell__analytics_now,
    cast(replay_now as double) as cell__replay_now,
    cast(errors_now as double) as cell__errors_now,
    cast(logs_now as double) as cell__logs_now,
    cast(llm_now as double) as cell__llm_now,
    cast(experiments_now as double) as cell__experiments_now,
    cast(web_now as double) as cell__web_now,
    cast(ai_now as double) as cell__ai_now,
    cast(surveys_now as double) as cell__surveys_now,
    cast(flags as double) as cell__flags,
    cast(warehouse as double) as cell__warehouse,
    cast(destinations as double) as cell__destinations,
    cast(transformations as double) as cell__transformations,
    cast(exports as double) as cell__exports
  from accounts
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
      when abs(cell__analytics_before) <= '1.7976931348623157e+308'::double and cell__analytics_before >= 0 and cell__analytics_before <= 1000000000::double then cell__analytics_before + 0::double
    end as input__analytics_before,
    case
      when abs(cell__replay_before) <= '1.7976931348623157e+308'::double and cell__replay_before >= 0 and cell__replay_before <= 1000000000::double then cell__replay_before + 0::double
    end as input__replay_before,
    case
      when abs(cell__errors_before) <= '1.7976931348623157e+308'::double and cell__errors_before >= 0 and cell__errors_before <= 1000000000::double then cell__errors_before + 0::double
    end as input__errors_before,
    case
      when abs(cell__logs_before) <= '1.7976931348623157e+308'::double and cell__logs_before >= 0 and cell__logs_before <= 1000000000::double then cell__logs_before + 0::double
    end as input__logs_before,
    case
      when abs(cell__llm_before) <= '1.7976931348623157e+308'::double and cell__llm_before >= 0 and cell__llm_before <= 1000000000::double then cell__llm_before + 0::double
    end as input__llm_before,
    case
      when abs(cell__experiments_before) <= '1.7976931348623157e+308'::double and cell__experiments_before >= 0 and cell__experiments_before <= 1000000000::double then cell__experiments_before + 0::double
    end as input__experiments_before,
    case
      when abs(cell__web_before) <= '1.7976931348623157e+308'::double and cell__web_before >= 0 and cell__web_before <= 1000000000::double then cell__web_before + 0::double
    end as input__web_before,
    case
      when abs(cell__ai_before) <= '1.7976931348623157e+308'::double and cell__ai_before >= 0 and cell__ai_before <= 1000000000::double then cell__ai_before + 0::double
    end as input__ai_before,
    case
      when abs(cell__surveys_before) <= '1.7976931348623157e+308'::double and cell__surveys_before >= 0 and cell__surveys_before <= 1000000000::double then cell__surveys_before + 0::double
    end as input__surveys_before,
    case
      when abs(cell__analytics_now) <= '1.7976931348623157e+308'::double and cell__analytics_now >= 0 and cell__analytics_now <= 1000000000::double then cell__analytics_now + 0::double
    end as input__analytics_now,
    case
      when abs(cell__replay_now) <= '1.7976931348623157e+308'::double and cell__replay_now >= 0 and cell__replay_now <= 1000000000::double then cell__replay_now + 0::double
    end as input__replay_now,
    case
      when abs(cell__errors_now) <= '1.7976931348623157e+308'::double and cell__errors_now >= 0 and cell__errors_now <= 1000000000::double then cell__errors_now + 0::double
    end as input__errors_now,
    case
      when abs(cell__logs_now) <= '1.7976931348623157e+308'::double and cell__logs_now >= 0 and cell__logs_now <= 1000000000::double then cell__logs_now + 0::double
    end as input__logs_now,
    case
      when abs(cell__llm_now) <= '1.7976931348623157e+308'::double and cell__llm_now >= 0 and cell__llm_now <= 1000000000::double then cell__llm_now + 0::double
    end as input__llm_now,
    case
      when abs(cell__experiments_now) <= '1.7976931348623157e+308'::double and cell__experiments_now >= 0 and cell__experiments_now <= 1000000000::double then cell__experiments_now + 0::double
    end as input__experiments_now,
    case
      when abs(cell__web_now) <= '1.7976931348623157e+308'::double and cell__web_now >= 0 and cell__web_now <= 1000000000::double then cell__web_now + 0::double
    end as input__web_now,
    case
      when abs(cell__ai_now) <= '1.7976931348623157e+308'::double and cell__ai_now >= 0 and cell__ai_now <= 1000000000::double then cell__ai_now + 0::double
    end as input__ai_now,
    case
      when abs(cell__surveys_now) <= '1.7976931348623157e+308'::double and cell__surveys_now >= 0 and cell__surveys_now <= 1000000000::double then cell__surveys_now + 0::double
    end as input__surveys_now,
    case
      when abs(cell__flags) <= '1.7976931348623157e+308'::double and cell__flags = floor(cell__flags) and cell__flags >= 0 then cell__flags + 0::double
    end as input__flags,
    case
      when abs(cell__warehouse) <= '1.7976931348623157e+308'::double and cell__warehouse = floor(cell__warehouse) and cell__warehouse >= 0 then cell__warehouse + 0::double
    end as input__warehouse,
    case
      when abs(cell__destinations) <= '1.7976931348623157e+308'::double and cell__destinations = floor(cell__destinations) and cell__destinations >= 0 then cell__destinations + 0::double
    end as input__destinations,
    case
      when abs(cell__transformations) <= '1.7976931348623157e+308'::double and cell__transformations = floor(cell__transformations) and cell__transformations >= 0 then cell__transformations + 0::double
    end as input__transformations,
    case
      when abs(cell__exports) <= '1.7976931348623157e+308'::double and cell__exports = floor(cell__exports) and cell__exports >= 0 then cell__exports + 0::double
    end as input__exports
  from cells
),
lets as (
  select
    *,
    (((3::double * (case when (input__analytics_before > 0::double) then 1::double else 0::double end)) + (2::double * (case when (input__replay_before > 0::double) then 1::double else 0::double end + case when (input__errors_before > 0::double) then 1::double else 0::double end + case when (input__logs_before > 0::double) then 1::double else 0::double end + case when (input__llm_before > 0::double) then 1::double else 0::double end + case when (input__experiments_before > 0::double) then 1::double else 0::double end + case when (input__web_before > 0::double) then 1::double else 0::double end))) + (case when (input__ai_before > 0::double) then 1::double else 0::double end + case when (input__surveys_before > 0::double) then 1::double else 0::double end)) as let__products_in_use,
    coalesce(input__analytics_now, 0::double) as figure__1,
    coalesce(input__replay_now, 0::double) as figure__5,
    coalesce(input__errors_now, 0::double) as figure__9,
    coalesce(input__logs_now, 0::double) as figure__13,
    coalesce(input__llm_now, 0::double) as figure__17,
    coalesce(input__experiments_now, 0::double) as figure__21,
    coalesce(input__web_now, 0::double) as figure__25,
    coalesce(input__ai_now, 0::double) as figure__29,
    coalesce(input__surveys_now, 0::double) as figure__33,
    (input__flags / 20::double) as figure__53,
    (input__warehouse / 10::double) as figure__54,
    (input__destinations / 5::double) as figure__55,
    (input__transformations / 5::double) as figure__57,
    (input__exports / 3::double) as figure__59
  from inputs
),
lets_2 as (
  select
    *,
    case
      when ((input__paying or input__trialing) and (let__products_in_use - 0::double > '1e-9'::double * greatest(1::double, abs(let__products_in_use), abs(0::double)))) then 'default'
    end as segment,
    case
      when abs(figure__1) < '1.7976931348623157e+308'::double * least(1::double, abs(input__analytics_before)) then figure__1 / input__analytics_before
    end as figure__2,
    case
      when abs(figure__5) < '1.7976931348623157e+308'::double * least(1::double, abs(input__replay_before)) then figure__5 / input__replay_before
    end as figure__6,
    case
      when abs(figure__9) < '1.7976931348623157e+308'::double * least(1::double, abs(input__errors_before)) then figure__9 / input__errors_before
    end as figure__10,
    case
      when abs(figure__13) < '1.7976931348623157e+308'::double * least(1::double, abs(input__logs_before)) then figure__13 / input__logs_before
    end as figure__14,
    case
      when abs(figure__17) < '1.7976931348623157e+308'::double * least(1::double, abs(input__llm_before)) then figure__17 / input__llm_before
    end as figure__18,
    case
      when abs(figure__21) < '1.7976931348623157e+308'::double * least(1::double, abs(input__experiments_before)) then figure__21 / input__experiments_before
    end as figure__22,
    case
      when abs(figure__25) < '1.7976931348623157e+308'::double * least(1::double, abs(input__web_before)) then figure__25 / input__web_before
    end as figure__26,
    case
      when abs(figure__29) < '1.7976931348623157e+308'::double * least(1::double, abs(input__ai_before)) then figure__29 / input__ai_before
    end as figure__30,
    case
      when abs(figure__33) < '1.7976931348623157e+308'::double * least(1::double, abs(input__surveys_before)) then figure__33 / input__surveys_before
    end as figure__34,
    case
      when (input__flags > 0::double) then (2::double * (1::double + case when figure__53 is not null and 1::double is not null then least(figure__53, 1::double) end))
      else 0::double
    end as let__from_flags,
    case
      when (input__warehouse > 0::double) then (3::double * (1::double + case when figure__54 is not null and 1::double is not null then least(figure__54, 1::double) end))
      else 0::double
    end as let__from_warehouse,
    case
      when (input__destinations > 0::double) then (3::double * (1::double + case when figure__55 is not null and 1::double is not null then least(figure__55, 1::double) end))
      else 0::double
    end as let__from_destinations,
    case
      when (input__transformations > 0::double) then (2::double * (1::double + case when figure__57 is not null and 1::double is not null then least(figure__57, 1::double) end))
      else 0::double
    end as let__from_transformations,
    case
      when (input__exports > 0::double) then (1::double * (1::double + case when figure__59 is not null and 1::double is not null then least(figure__59, 1::double) end))
      else 0::double
    end as let__from_exports
  from lets
),
figures as (
  select
    *,
    case when abs(figure__2) < '1.5280391646329683e+308'::double then figure__2 / 0.85::double end as figure__3,
    case when abs(figure__6) < '1.5280391646329683e+308'::double then figure__6 / 0.85::double end as figure__7,
    case when abs(figure__10) < '1.5280391646329683e+308'::double then figure__10 / 0.85::double end as figure__11,
    case when abs(figure__14) < '1.5280391646329683e+308'::double then figure__14 / 0.85::double end as figure__15,
    case when abs(figure__18) < '1.5280391646329683e+308'::double then figure__18 / 0.85::double end as figure__19,
    case when abs(figure__22) < '1.5280391646329683e+308'::double then figure__22 / 0.85::double end as figure__23,
    case when abs(figure__26) < '1.5280391646329683e+308'::double then figure__26 / 0.85::double end as figure__27,
    case when abs(figure__30) < '1.5280391646329683e+308'::double then figure__30 / 0.85::double end as figure__31,
    case when abs(figure__34) < '1.5280391646329683e+308'::double then figure__34 / 0.85::double end as figure__35,
    ((let__products_in_use + let__from_flags) + let__from_warehouse) as figure__56
  from lets_2
),
figures_2 as (
  select
    *,
    case when figure__3 is not null and 1::double is not null then least(figure__3, 1::double) end as figure__4,
    case when figure__7 is not null and 1::double is not null then least(figure__7, 1::double) end as figure__8,
    case when figure__11 is not null and 1::double is not null then least(figure__11, 1::double) end as figure__12,
    case when figure__15 is not null and 1::double is not null then least(figure__15, 1::double) end as figure__16,
    case when figure__19 is not null and 1::double is not null then least(figure__19, 1::double) end as figure__20,
    case when figure__23 is not null and 1::double is not null then least(figure__23, 1::double) end as figure__24,
    case when figure__27 is not null and 1::double is not null then least(figure__27, 1::double) end as figure__28,
    case when figure__31 is not null and 1::double is not null then least(figure__31, 1::double) end as figure__32,
    case when figure__35 is not null and 1::double is not null then least(figure__35, 1::double) end as figure__36,
    case
      when sign(figure__56) <> sign(let__from_destinations) or abs(figure__56) <= '1.7976931348623157e+308'::double - abs(let__from_destinations) then figure__56 + let__from_destinations
    end as figure__58
  from figures
),
measures as (
  select
    *,
    case
      when segment is not null then case when abs(figure__4) < '1.7976931348623158e+307'::double then figure__4 * 10::double end
    end as engagement__analytics__points,
    case
      when segment is not null then case when abs(figure__8) < '1.7976931348623158e+307'::double then figure__8 * 10::double end
    end as engagement__replay__points,
    case
      when segment is not null then case when abs(figure__12) < '1.7976931348623158e+307'::double then figure__12 * 10::double end
    end as engagement__errors__points,
    case
      when segment is not null then case when abs(figure__16) < '1.7976931348623158e+307'::double then figure__16 * 10::double end
    end as engagement__logs__points,
    case
      when segment is not null then case when abs(figure__20) < '1.7976931348623158e+307'::double then figure__20 * 10::double end
    end as engagement__llm__points,
    case
      when segment is not null then case when abs(figure__24) < '1.7976931348623158e+307'::double then figure__24 * 10::double end
    end as engagement__experiments__points,
    case
      when segment is not null then case when abs(figure__28) < '1.7976931348623158e+307'::double then figure__28 * 10::double end
    end as engagement__web__points,
    case
      when segment is not null then case when abs(figure__32) < '1.7976931348623158e+307'::double then figure__32 * 10::double end
    end as engagement__ai__points,
    case
      when segment is not null then case when abs(figure__36) < '1.7976931348623158e+307'::double then figure__36 * 10::double end
    end as engagement__survey__points,
    case
      when sign(figure__58) <> sign(let__from_transformations) or abs(figure__58) <= '1.7976931348623157e+308'::double - abs(let__from_transformations) then figure__58 + let__from_transformations
    end as figure__60
  from figures_2
),
lets_3 as (
  select
    *,
    case
      when engagement__analytics__points >= '6.666666656666667'::double then 'healthy'
      when engagement__analytics__points >= '3.3333333233333335'::double then 'concerning'
      when engagement__analytics__points is not null then 'poor'
    end as engagement__analytics__band,
    case
      when engagement__replay__points >= '6.666666656666667'::double then 'healthy'
      when engagement__replay__points >= '3.3333333233333335'::double then 'concerning'
      when engagement__replay__points is not null then 'poor'
    end as engagement__replay__band,
    case
      when engagement__errors__points >= '6.666666656666667'::double then 'healthy'
      when engagement__errors__points >= '3.3333333233333335'::double then 'concerning'
      when engagement__errors__points is not null then 'poor'
    end as engagement__errors__band,
    case
      when engagement__logs__points >= '6.666666656666667'::double then 'healthy'
      when engagement__logs__points >= '3.3333333233333335'::double then 'concerning'
      when engagement__logs__points is not null then 'poor'
    end as engagement__logs__band,
    case
      when engagement__llm__points >= '6.666666656666667'::double then 'healthy'
      when engagement__llm__points >= '3.3333333233333335'::double then 'concerning'
      when engagement__llm__points is not null then 'poor'
    end as engagement__llm__band,
    case
      when engagement__experiments__points >= '6.666666656666667'::double then 'healthy'
      when engagement__experiments__points >= '3.3333333233333335'::double then 'concerning'
      when engagement__experiments__points is not null then 'poor'
    end as engagement__experiments__band,
    case
      when engagement__web__points >= '6.666666656666667'::double then 'healthy'
      when engagement__web__points >= '3.3333333233333335'::double then 'concerning'
      when engagement__web__points is not null then 'poor'
    end as engagement__web__band,
    case
      when engagement__ai__points >= '6.666666656666667'::double then 'healthy'
      when engagement__ai__points >= '3.3333333233333335'::double then 'concerning'
      when engagement__ai__points is not null then 'poor'
    end as engagement__ai__band,
    case
      when engagement__survey__points >= '6.666666656666667'::double then 'healthy'
      when engagement__survey__points >= '3.3333333233333335'::double then 'concerning'
      when engagement__survey__points is not null then 'poor'
    end as engagement__survey__band,
    case
      when segment is not null then (3::double * case when engagement__analytics__points is not null then 1::double else 0::double end + 2::double * case when engagement__replay__points is not null then 1::double else 0::double end + 2::double * case when engagement__errors__points is not null then 1::double else 0::double end + 2::double * case when engagement__logs__points is not null then 1::double else 0::double end + 2::double * case when engagement__llm__points is not null then 1::double else 0::double end + 2::double * case when engagement__experiments__points is not null then 1::double else 0::double end + 2::double * case when engagement__web__points is not null then 1::double else 0::double end + case when engagement__ai__points is not null then 1::double else 0::double end + case when engagement__survey__points is not null then 1::double else 0::double end) / 17::double
    end as engagement__coverage,
    case
      when engagement__analytics__points is null then 0::double
      else case
        when abs(engagement__analytics__points) < '5.992310449541053e+307'::double then engagement__analytics__points * 3::double
      end
    end as figure__37,
    case
      when engagement__replay__points is null then 0::double
      else case
        when abs(engagement__replay__points) < '8.988465674311579e+307'::double then engagement__replay__points * 2::double
      end
    end as figure__38,
    case
      when engagement__errors__points is null then 0::double
      else case
        when abs(engagement__errors__points) < '8.988465674311579e+307'::double then engagement__errors__points * 2::double
      end
    end as figure__40,
    case
      when engagement__logs__points is null then 0::double
      else case
        when abs(engagement__logs__points) < '8.988465674311579e+307'::double then engagement__logs__points * 2::double
      end
    end as figure__42,
    case
      when engagement__llm__points is null then 0::double
      else case
        when abs(engagement__llm__points) < '8.988465674311579e+307'::double then engagement__llm__points * 2::double
      end
    end as figure__44,
    case
      when engagement__experiments__points is null then 0::double
      else case
        when abs(engagement__experiments__points) < '8.988465674311579e+307'::double then engagement__experiments__points * 2::double
      end
    end as figure__46,
    case
      when engagement__web__points is null then 0::double
      else case
        when abs(engagement__web__points) < '8.988465674311579e+307'::double then engagement__web__points * 2::double
      end
    end as figure__48,
    case when engagement__ai__points is null then 0::double else engagement__ai__points end as figure__50,
    case when engagement__survey__points is null then 0::double else engagement__survey__points end as figure__52,
    case
      when sign(figure__60) <> sign(let__from_exports) or abs(figure__60) <= '1.7976931348623157e+308'::double - abs(let__from_exports) then figure__60 + let__from_exports
    end as let__embedded
  from measures
),
figures_3 as (
  select
    *,
    case
      when sign(figure__37) <> sign(figure__38) or abs(figure__37) <= '1.7976931348623157e+308'::double - abs(figure__38) then figure__37 + figure__38
    end as figure__39,
    (let__embedded / 12::double) as figure__61
  from lets_3
),
measures_2 as (
  select
    *,
    case
      when sign(figure__39) <> sign(figure__40) or abs(figure__39) <= '1.7976931348623157e+308'::double - abs(figure__40) then figure__39 + figure__40
    end as figure__41,
    case
      when segment is not null then (10::double * case when figure__61 is not null and 1::double is not null then least(figure__61, 1::double) end)
    end as stickiness__stack__points
  from figures_3
),
measures_3 as (
  select
    *,
    case
      when sign(figure__41) <> sign(figure__42) or abs(figure__41) <= '1.7976931348623157e+308'::double - abs(figure__42) then figure__41 + figure__42
    end as figure__43,
    case
      when stickiness__stack__points >= '6.666666656666667'::double then 'healthy'
      when stickiness__stack__points >= '3.3333333233333335'::double then 'concerning'
      when stickiness__stack__points is not null then 'poor'
    end as stickiness__stack__band,
    case
      when segment is not null then case when stickiness__stack__points is not null then 1::double else 0::double end
    end as stickiness__coverage,
    stickiness__stack__points as stickiness__score
  from measures_2
),
dimensions as (
  select
    *,
    case
      when sign(figure__43) <> sign(figure__44) or abs(figure__43) <= '1.7976931348623157e+308'::double - abs(figure__44) then figure__43 + figure__44
    end as figure__45,
    case
      when stickiness__score >= '6.666666656666667'::double then 'healthy'
      when stickiness__score >= '3.3333333233333335'::double then 'concerning'
      when stickiness__score is not null then 'poor'
    end as stickiness__band,
    case
      when segment is not null then (615::double * engagement__coverage + 385::double * stickiness__coverage) / 1000::double
    end as coverage,
    case
      when stickiness__score is null then 0::double
      else case
        when abs(stickiness__score) < '4.669332817824196e+305'::double then stickiness__score * 385::double
      end
    end as figure__63
  from measures_3
),
figures_4 as (
  select
    *,
    case
      when sign(figure__45) <> sign(figure__46) or abs(figure__45) <= '1.7976931348623157e+308'::double - abs(figure__46) then figure__45 + figure__46
    end as figure__47
  from dimensions
),
figures_5 as (
  select
    *,
    case
      when sign(figure__47) <> sign(figure__48) or abs(figure__47) <= '1.7976931348623157e+308'::double - abs(figure__48) then figure__47 + figure__48
    end as figure__49
  from figures_4
),
figures_6 as (
  select
    *,
    case
      when sign(figure__49) <> sign(figure__50) or abs(figure__49) <= '1.7976931348623157e+308'::double - abs(figure__50) then figure__49 + figure__50
    end as figure__51
  from figures_5
),
dimensions_2 as (
  select
    *,
    (case
      when sign(figure__51) <> sign(figure__52) or abs(figure__51) <= '1.7976931348623157e+308'::double - abs(figure__52) then figure__51 + figure__52
    end)
      / nullif(case when engagement__analytics__points is not null then 3::double else 0::double end + case when engagement__replay__points is not null then 2::double else 0::double end + case when engagement__errors__points is not null then 2::double else 0::double end + case when engagement__logs__points is not null then 2::double else 0::double end + case when engagement__llm__points is not null then 2::double else 0::double end + case when engagement__experiments__points is not null then 2::double else 0::double end + case when engagement__web__points is not null then 2::double else 0::double end + case when engagement__ai__points is not null then 1::double else 0::double end + case when engagement__survey__points is not null then 1::double else 0::double end, 0::double) as engagement__score
  from figures_6
),
dimensions_3 as (
  select
    *,
    case
      when engagement__score >= '6.666666656666667'::double then 'healthy'
      when engagement__score >= '3.3333333233333335'::double then 'concerning'
      when engagement__score is not null then 'poor'
    end as engagement__band,
    case
      when engagement__score is null then 0::double
      else case
        when abs(engagement__score) < '2.923078268068806e+305'::double then engagement__score * 615::double
      end
    end as figure__62
  from dimensions_2
),
score as (
  select
    *,
    case
      when segment is not null then (case
        when sign(figure__62) <> sign(figure__63) or abs(figure__62) <= '1.7976931348623157e+308'::double - abs(figure__63) then figure__62 + figure__63
      end)
        / nullif(case when engagement__score is not null then 615::double else 0::double end + case when stickiness__score is not null then 385::double else 0::double end, 0::double)
    end as step_1
  from dimensions_3
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
