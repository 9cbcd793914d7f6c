with
cells as (
  select
    btrim(cast("account" as varchar), ' ' || chr(9) || chr(10) || chr(13) || chr(160)) as account,
    lower(btrim(cast("airgapped" as varchar), ' ' || chr(9) || chr(10) || chr(13) || chr(160))) as cell__airgapped,
    lower(btrim(cast("onboarding" as varchar), ' ' || chr(9) || chr(10) || chr(13) || chr(160))) as cell__onboarding,
    lower(btrim(cast("team" as varchar), ' ' || chr(9) || chr(10) || chr(13) || chr(160))) as cell__team,
    lower(btrim(cast("sentiment" as varchar), ' ' || chr(9) || chr(10) || chr(13) || chr(160))) as cell__sentiment,
    lower(btrim(cast("champion" as varchar), ' ' || chr(9) || chr(10) || chr(13) || chr(160))) as cell__champion,
    lower(btrim(cast("buyer_access" as varchar), ' ' || chr(9) || chr(10) || chr(13) || chr(160))) as cell__buyer_access,
    cast("defects_90d" as double precision) as cell__defects_90d,
    cast("questions_90d" as double precision) as cell__questions_90d,
    cast("mau_per_seat" as double precision) as cell__mau_per_seat,
    cast("versions_behind" as double precision) as cell__versions_behind,
    cast("dau_per_mau" as double precision) as cell__dau_per_mau,
    cast("mau_per_tam" as double precision) as cell__mau_per_tam
  from "accounts"
  offset 0
),
inputs as (
  select
    *,
    case
      when cell__airgapped in ('true', 'yes', 'y', 't', '1', '1.0') then true
      when cell__airgapped in ('false', 'no', 'n', 'f', '0', '0.0') then false
    end as input__airgapped,
    case
      when cell__onboarding in ('true', 'yes', 'y', 't', '1', '1.0') then true
      when cell__onboarding in ('false', 'no', 'n', 'f', '0', '0.0') then false
    end as input__onboarding,
    case
      when cell__team not in ('', 'n/a', '#n/a', '-', lower('–'), lower('—'), 'null') then cell__team
    end as input__team,
    case when cell__sentiment in ('poor', 'concerning', 'healthy') then cell__sentiment end as input__sentiment,
    case
      when cell__champion in ('true', 'yes', 'y', 't', '1', '1.0') then true
      when cell__champion in ('false', 'no', 'n', 'f', '0', '0.0') then false
    end as input__champion,
    case
      when cell__buyer_access in ('true', 'yes', 'y', 't', '1', '1.0') then true
      when cell__buyer_access in ('false', 'no', 'n', 'f', '0', '0.0') then false
    end as input__buyer_access,
    case
      when abs(cell__defects_90d) <= '1.7976931348623157e+308'::float8 and cell__defects_90d = floor(cell__defects_90d) and cell__defects_90d >= 0 then cell__defects_90d + 0::float8
    end as input__defects_90d,
    case
      when abs(cell__questions_90d) <= '1.7976931348623157e+308'::float8 and cell__questions_90d = floor(cell__questions_90d) and cell__questions_90d >= 0 then cell__questions_90d + 0::float8
    end as input__questions_90d,
    case
      when abs(cell__mau_per_seat) <= '1.7976931348623157e+308'::float8 then case
        when abs(cell__mau_per_seat) between 0.001::float8 and 100000000000000::float8 then cast(cast(cell__mau_per_seat as varchar) || 'e-2' as double precision)
        when abs(cell__mau_per_seat) < '1e-100'::float8 then 0::float8
        else cell__mau_per_seat / 100::float8
      end + 0::float8
    end as input__mau_per_seat,
    case
      when abs(cell__versions_behind) <= '1.7976931348623157e+308'::float8 and cell__versions_behind = floor(cell__versions_behind) and cell__versions_behind >= 0 then cell__versions_behind + 0::float8
    end as input__versions_behind,
    case
      when abs(cell__dau_per_mau) <= '1.7976931348623157e+308'::float8 and cell__dau_per_mau >= 0 and cell__dau_per_mau <= 1 then case when abs(cell__dau_per_mau) < '1e-100'::float8 then 0::float8 else cell__dau_per_mau end
    end as input__dau_per_mau,
    case
      when abs(cell__mau_per_tam) <= '1.7976931348623157e+308'::float8 then case
        when abs(cell__mau_per_tam) between 0.001::float8 and 100000000000000::float8 then cast(cast(cell__mau_per_tam as varchar) || 'e-2' as double precision)
        when abs(cell__mau_per_tam) < '1e-100'::float8 then 0::float8
        else cell__mau_per_tam / 100::float8
      end + 0::float8
    end as input__mau_per_tam
  from cells
  offset 0
),
segments as (
  select
    *,
    case
      when input__airgapped then 'airgapped'
      when input__onboarding then 'onboarding'
      when (input__team in ('digital', 'digital team')) then 'digital'
      when (input__team in ('ela', 'elas')) then 'elas'
      else 'default'
    end as segment
  from inputs
  offset 0
),
measures as (
  select
    *,
    case
      when segment in ('airgapped', 'onboarding', 'elas', 'default') then case
        when input__sentiment = 'poor' then 'poor'
        when input__sentiment = 'concerning' then 'concerning'
        when input__sentiment = 'healthy' then 'healthy'
      end
    end as pulse__sentiment__band,
    case
      when segment in ('airgapped', 'onboarding', 'elas', 'default') then case
        when input__sentiment = 'poor' then 0::float8
        when input__sentiment = 'concerning' then 5::float8
        when input__sentiment = 'healthy' then 10::float8
      end
    end as pulse__sentiment__points,
    case
      when segment in ('airgapped', 'elas', 'default') then case when not input__champion then 'poor' when input__champion then 'healthy' end
    end as relationships__champion__band,
    case
      when segment in ('airgapped', 'elas', 'default') then case when not input__champion then 0::float8 when input__champion then 10::float8 end
    end as relationships__champion__points,
    case
      when segment in ('airgapped', 'elas', 'default') then case when not input__buyer_access then 'poor' when input__buyer_access then 'healthy' end
    end as relationships__buyer_access__band,
    case
      when segment in ('airgapped', 'elas', 'default') then case when not input__buyer_access then 0::float8 when input__buyer_access then 10::float8 end
    end as relationships__buyer_access__points,
    case
      when segment = 'onboarding' then case when input__defects_90d >= 2 then 'poor' when input__defects_90d is not null then 'healthy' end
      when segment = 'digital' then case when input__defects_90d >= 3 then 'poor' when input__defects_90d is not null then 'healthy' end
      when segment in ('elas', 'default') then case
        when input__defects_90d >= 5 then 'poor'
        when input__defects_90d >= 2 then 'concerning'
        when input__defects_90d is not null then 'healthy'
      end
    end as technical__defects_90d__band,
    case
      when segment = 'onboarding' then case
        when input__defects_90d >= 2 then 0::float8
        when input__defects_90d is not null then 10::float8
      end
      when segment = 'digital' then case
        when input__defects_90d >= 3 then 0::float8
        when input__defects_90d is not null then 10::float8
      end
      when segment in ('elas', 'default') then case
        when input__defects_90d >= 5 then 0::float8
        when input__defects_90d >= 2 then 5::float8
        when input__defects_90d is not null then 10::float8
      end
    end as technical__defects_90d__points,
    case
      when segment = 'onboarding' then case
        when input__questions_90d >= 10 then 'poor'
        when input__questions_90d >= 5 then 'concerning'
        when input__questions_90d is not null then 'healthy'
      end
      when segment = 'digital' then case
        when input__questions_90d >= 5 then 'poor'
        when input__questions_90d is not null then 'concerning'
      end
      when segment in ('elas', 'default') then case
        when input__questions_90d >= 15 then 'poor'
        when input__questions_90d >= 10 then 'concerning'
        when input__questions_90d is not null then 'healthy'
      end
    end as technical__questions_90d__band,
    case
      when segment = 'onboarding' then case
        when input__questions_90d >= 10 then 0::float8
        when input__questions_90d >= 5 then 5::float8
        when input__questions_90d is not null then 10::float8
      end
      when segment = 'digital' then case
        when input__questions_90d >= 5 then 0::float8
        when input__questions_90d is not null then 5::float8
      end
      when segment in ('elas', 'default') then case
        when input__questions_90d >= 15 then 0::float8
        when input__questions_90d >= 10 then 5::float8
        when input__questions_90d is not null then 10::float8
      end
    end as technical__questions_90d__points,
    case
      when segment = 'onboarding' then case
        when input__mau_per_seat >= 0.5::float8 then 'healthy'
        when input__mau_per_seat is not null then 'poor'
      end
      when segment in ('digital', 'default') then case
        when input__mau_per_seat >= 0.8::float8 then 'healthy'
        when input__mau_per_seat >= 0.5::float8 then 'concerning'
        when input__mau_per_seat is not null then 'poor'
      end
    end as utilization__mau_per_seat__band,
    case
      when segment = 'onboarding' then case
        when input__mau_per_seat >= 0.5::float8 then 10::float8
        when input__mau_per_seat is not null then 0::float8
      end
      when segment in ('digital', 'default') then case
        when input__mau_per_seat >= 0.8::float8 then 10::float8
        when input__mau_per_seat >= 0.5::float8 then 5::float8
        when input__mau_per_seat is not null then 0::float8
      end
    end as utilization__mau_per_seat__points,
    case
      when segment = 'digital' then case
        when input__versions_behind > 2 then 'poor'
        when input__versions_behind > 0 then 'concerning'
        when input__versions_behind is not null then 'healthy'
      end
      when segment in ('elas', 'default') then case
        when input__versions_behind > 4 then 'poor'
        when input__versions_behind > 2 then 'concerning'
        when input__versions_behind is not null then 'healthy'
      end
    end as technical__versions_behind__band,
    case
      when segment = 'digital' then case
        when input__versions_behind > 2 then 0::float8
        when input__versions_behind > 0 then 5::float8
        when input__versions_behind is not null then 10::float8
      end
      when segment in ('elas', 'default') then case
        when input__versions_behind > 4 then 0::float8
        when input__versions_behind > 2 then 5::float8
        when input__versions_behind is not null then 10::float8
      end
    end as technical__versions_behind__points,
    case
      when segment in ('digital', 'elas', 'default') then case
        when input__dau_per_mau >= 0.3::float8 then 'healthy'
        when input__dau_per_mau >= 0.2::float8 then 'concerning'
        when input__dau_per_mau is not null then 'poor'
      end
    end as utilization__dau_per_mau__band,
    case
      when segment in ('digital', 'elas', 'default') then case
        when input__dau_per_mau >= 0.3::float8 then 10::float8
        when input__dau_per_mau >= 0.2::float8 then 5::float8
        when input__dau_per_mau is not null then 0::float8
      end
    end as utilization__dau_per_mau__points,
    case
      when segment = 'elas' then case
        when input__mau_per_tam >= 0.8::float8 then 'healthy'
        when input__mau_per_tam >= 0.5::float8 then 'concerning'
        when input__mau_per_tam is not null then 'poor'
      end
    end as utilization__mau_per_tam__band,
    case
      when segment = 'elas' then case
        when input__mau_per_tam >= 0.8::float8 then 10::float8
        when input__mau_per_tam >= 0.5::float8 then 5::float8
        when input__mau_per_tam is not null then 0::float8
      end
    end as utilization__mau_per_tam__points
  from segments
  offset 0
),
dimensions as (
  select
    *,
    case
      when segment in ('airgapped', 'onboarding', 'elas', 'default') then case when pulse__sentiment__points is not null then 1::float8 else 0::float8 end
    end as pulse__coverage,
    pulse__sentiment__points as pulse__score,
    case
      when segment in ('airgapped', 'elas', 'default') then (case when relationships__champion__points is not null then 1::float8 else 0::float8 end + case when relationships__buyer_access__points is not null then 1::float8 else 0::float8 end) / 2::float8
    end as relationships__coverage,
    (coalesce(relationships__champion__points, 0::float8) + coalesce(relationships__buyer_access__points, 0::float8))
      / nullif(case when relationships__champion__points is not null then 1::float8 else 0::float8 end + case when relationships__buyer_access__points is not null then 1::float8 else 0::float8 end, 0::float8) as figure__1,
    case
      when segment = 'onboarding' then (case when technical__defects_90d__points is not null then 1::float8 else 0::float8 end + case when technical__questions_90d__points is not null then 1::float8 else 0::float8 end) / 2::float8
      when segment in ('digital', 'elas', 'default') then (case when technical__versions_behind__points is not null then 1::float8 else 0::float8 end + case when technical__defects_90d__points is not null then 1::float8 else 0::float8 end + case when technical__questions_90d__points is not null then 1::float8 else 0::float8 end) / 3::float8
    end as technical__coverage,
    (coalesce(technical__defects_90d__points, 0::float8) + coalesce(technical__questions_90d__points, 0::float8))
      / nullif(case when technical__defects_90d__points is not null then 1::float8 else 0::float8 end + case when technical__questions_90d__points is not null then 1::float8 else 0::float8 end, 0::float8) as figure__3,
    case
      when segment = 'onboarding' then case when utilization__mau_per_seat__points is not null then 1::float8 else 0::float8 end
      when segment in ('digital', 'default') then (case when utilization__mau_per_seat__points is not null then 1::float8 else 0::float8 end + case when utilization__dau_per_mau__points is not null then 1::float8 else 0::float8 end) / 2::float8
      when segment = 'elas' then (case when utilization__dau_per_mau__points is not null then 1::float8 else 0::float8 end + case when utilization__mau_per_tam__points is not null then 1::float8 else 0::float8 end) / 2::float8
    end as utilization__coverage,
    (coalesce(technical__versions_behind__points, 0::float8) + coalesce(technical__defects_90d__points, 0::float8) + coalesce(technical__questions_90d__points, 0::float8))
      / nullif(case when technical__versions_behind__points is not null then 1::float8 else 0::float8 end + case when technical__defects_90d__points is not null then 1::float8 else 0::float8 end + case when technical__questions_90d__points is not null then 1::float8 else 0::float8 end, 0::float8) as figure__5,
    (coalesce(utilization__mau_per_seat__points, 0::float8) + coalesce(utilization__dau_per_mau__points, 0::float8))
      / nullif(case when utilization__mau_per_seat__points is not null then 1::float8 else 0::float8 end + case when utilization__dau_per_mau__points is not null then 1::float8 else 0::float8 end, 0::float8) as figure__6,
    (coalesce(utilization__dau_per_mau__points, 0::float8) + coalesce(utilization__mau_per_tam__points, 0::float8))
      / nullif(case when utilization__dau_per_mau__points is not null then 1::float8 else 0::float8 end + case when utilization__mau_per_tam__points is not null then 1::float8 else 0::float8 end, 0::float8) as figure__8
  from measures
  offset 0
),
dimensions_2 as (
  select
    *,
    case
      when pulse__score >= 6.666666656666667::float8 then 'healthy'
      when pulse__score >= 3.3333333233333335::float8 then 'concerning'
      when pulse__score is not null then 'poor'
    end as pulse__band,
    case when abs(figure__1) < '1e-150'::float8 then 0::float8 else figure__1 end as relationships__score,
    case
      when segment = 'airgapped' then (50::float8 * pulse__coverage + 50::float8 * relationships__coverage) / 100::float8
      when segment = 'onboarding' then (50::float8 * pulse__coverage + 20::float8 * technical__coverage + 30::float8 * utilization__coverage) / 100::float8
      when segment = 'digital' then (20::float8 * technical__coverage + 80::float8 * utilization__coverage) / 100::float8
      when segment in ('elas', 'default') then (30::float8 * pulse__coverage + 15::float8 * technical__coverage + 55::float8 * utilization__coverage) / 100::float8
    end as coverage,
    case
      when segment = 'onboarding' then case when abs(figure__3) < '1e-150'::float8 then 0::float8 else figure__3 end
      when segment in ('digital', 'elas', 'default') then case when abs(figure__5) < '1e-150'::float8 then 0::float8 else figure__5 end
    end as technical__score,
    case
      when segment = 'onboarding' then utilization__mau_per_seat__points
      when segment in ('digital', 'default') then case when abs(figure__6) < '1e-150'::float8 then 0::float8 else figure__6 end
      when segment = 'elas' then case when abs(figure__8) < '1e-150'::float8 then 0::float8 else figure__8 end
    end as utilization__score
  from dimensions
  offset 0
),
dimensions_3 as (
  select
    *,
    case
      when relationships__score >= 6.666666656666667::float8 then 'healthy'
      when relationships__score >= 3.3333333233333335::float8 then 'concerning'
      when relationships__score is not null then 'poor'
    end as relationships__band,
    (coalesce(50::float8 * pulse__score, 0::float8) + coalesce(50::float8 * relationships__score, 0::float8))
      / nullif(case when pulse__score is not null then 50::float8 else 0::float8 end + case when relationships__score is not null then 50::float8 else 0::float8 end, 0::float8) as figure__2,
    case
      when technical__score >= 6.666666656666667::float8 then 'healthy'
      when technical__score >= 3.3333333233333335::float8 then 'concerning'
      when technical__score is not null then 'poor'
    end as technical__band,
    case
      when utilization__score >= 6.666666656666667::float8 then 'healthy'
      when utilization__score >= 3.3333333233333335::float8 then 'concerning'
      when utilization__score is not null then 'poor'
    end as utilization__band,
    (coalesce(50::float8 * pulse__score, 0::float8) + coalesce(20::float8 * technical__score, 0::float8) + coalesce(30::float8 * utilization__score, 0::float8))
      / nullif(case when pulse__score is not null then 50::float8 else 0::float8 end + case when technical__score is not null then 20::float8 else 0::float8 end + case when utilization__score is not null then 30::float8 else 0::float8 end, 0::float8) as figure__4,
    (coalesce(20::float8 * technical__score, 0::float8) + coalesce(80::float8 * utilization__score, 0::float8))
      / nullif(case when technical__score is not null then 20::float8 else 0::float8 end + case when utilization__score is not null then 80::float8 else 0::float8 end, 0::float8) as figure__7,
    (coalesce(30::float8 * pulse__score, 0::float8) + coalesce(15::float8 * technical__score, 0::float8) + coalesce(55::float8 * utilization__score, 0::float8))
      / nullif(case when pulse__score is not null then 30::float8 else 0::float8 end + case when technical__score is not null then 15::float8 else 0::float8 end + case when utilization__score is not null then 55::float8 else 0::float8 end, 0::float8) as figure__9
  from dimensions_2
  offset 0
),
score as (
  select
    *,
    case
      when segment = 'airgapped' then case when abs(figure__2) < '1e-150'::float8 then 0::float8 else figure__2 end
      when segment = 'onboarding' then case when abs(figure__4) < '1e-150'::float8 then 0::float8 else figure__4 end
      when segment = 'digital' then case when abs(figure__7) < '1e-150'::float8 then 0::float8 else figure__7 end
      when segment in ('elas', 'default') then case when abs(figure__9) < '1e-150'::float8 then 0::float8 else figure__9 end
    end as step_1
  from dimensions_3
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
  pulse__score,
  pulse__band,
  pulse__sentiment__points,
  pulse__sentiment__band,
  technical__score,
  technical__band,
  technical__versions_behind__points,
  technical__versions_behind__band,
  technical__defects_90d__points,
  technical__defects_90d__band,
  technical__questions_90d__points,
  technical__questions_90d__band,
  relationships__score,
  relationships__band,
  relationships__champion__points,
  relationships__champion__band,
  relationships__buyer_access__points,
  relationships__buyer_access__band,
  utilization__score,
  utilization__band,
  utilization__mau_per_seat__points,
  utilization__mau_per_seat__band,
  utilization__dau_per_mau__points,
  utilization__dau_per_mau__band,
  utilization__mau_per_tam__points,
  utilization__mau_per_tam__band
from score_3
