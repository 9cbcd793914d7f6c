with
cells as (
  select
    trim(cast("account" as varchar), ' ' || chr(9) || chr(10) || chr(13) || chr(160)) as account,
    lower(trim(cast("airgapped" as varchar), ' ' || chr(9) || chr(10) || chr(13) || chr(160))) as cell__airgapped,
    lower(trim(cast("onboarding" as varchar), ' ' || chr(9) || chr(10) || chr(13) || chr(160))) as cell__onboarding,
    lower(trim(cast("team" as varchar), ' ' || chr(9) || chr(10) || chr(13) || chr(160))) as cell__team,
    lower(trim(cast("sentiment" as varchar), ' ' || chr(9) || chr(10) || chr(13) || chr(160))) as cell__sentiment,
    lower(trim(cast("champion" as varchar), ' ' || chr(9) || chr(10) || chr(13) || chr(160))) as cell__champion,
    lower(trim(cast("buyer_access" as varchar), ' ' || chr(9) || chr(10) || chr(13) || chr(160))) as cell__buyer_access,
    cast("defects_90d" as double) as cell__defects_90d,
    cast("questions_90d" as double) as cell__questions_90d,
    cast("mau_per_seat" as double) as cell__mau_per_seat,
    cast("versions_behind" as double) as cell__versions_behind,
    cast("dau_per_mau" as double) as cell__dau_per_mau,
    cast("mau_per_tam" as double) as cell__mau_per_tam
  from "accounts"
),
inputs as (
  select
    *,
    case
      when cell__airgapped in ['true', 'yes', 'y', 't', '1', '1.0'] then true
      when cell__airgapped in ['false', 'no', 'n', 'f', '0', '0.0'] then false
    end as input__airgapped,
    case
      when cell__onboarding in ['true', 'yes', 'y', 't', '1', '1.0'] then true
      when cell__onboarding in ['false', 'no', 'n', 'f', '0', '0.0'] then false
    end as input__onboarding,
    case
      when cell__team not in ['', 'n/a', '#n/a', '-', lower('–'), lower('—'), 'null'] then cell__team
    end as input__team,
    case when cell__sentiment in ('poor', 'concerning', 'healthy') then cell__sentiment end as input__sentiment,
    case
      when cell__champion in ['true', 'yes', 'y', 't', '1', '1.0'] then true
      when cell__champion in ['false', 'no', 'n', 'f', '0', '0.0'] then false
    end as input__champion,
    case
      when cell__buyer_access in ['true', 'yes', 'y', 't', '1', '1.0'] then true
      when cell__buyer_access in ['false', 'no', 'n', 'f', '0', '0.0'] then false
    end as input__buyer_access,
    case
      when abs(cell__defects_90d) <= 1.7976931348623157e+308 and cell__defects_90d = floor(cell__defects_90d) and cell__defects_90d >= 0 then cell__defects_90d + 0e0
    end as input__defects_90d,
    case
      when abs(cell__questions_90d) <= 1.7976931348623157e+308 and cell__questions_90d = floor(cell__questions_90d) and cell__questions_90d >= 0 then cell__questions_90d + 0e0
    end as input__questions_90d,
    case
      when abs(cell__mau_per_seat) <= 1.7976931348623157e+308 then case
        when abs(cell__mau_per_seat) between 0.001e0 and 100000000000000e0 then cast(cast(cell__mau_per_seat as varchar) || 'e-2' as double)
        else cell__mau_per_seat / 100e0
      end + 0e0
    end as input__mau_per_seat,
    case
      when abs(cell__versions_behind) <= 1.7976931348623157e+308 and cell__versions_behind = floor(cell__versions_behind) and cell__versions_behind >= 0 then cell__versions_behind + 0e0
    end as input__versions_behind,
    case
      when abs(cell__dau_per_mau) <= 1.7976931348623157e+308 and cell__dau_per_mau >= 0 and cell__dau_per_mau <= 1 then cell__dau_per_mau + 0e0
    end as input__dau_per_mau,
    case
      when abs(cell__mau_per_tam) <= 1.7976931348623157e+308 then case
        when abs(cell__mau_per_tam) between 0.001e0 and 100000000000000e0 then cast(cast(cell__mau_per_tam as varchar) || 'e-2' as double)
        else cell__mau_per_tam / 100e0
      end + 0e0
    end as input__mau_per_tam
  from cells
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
        when input__sentiment = 'poor' then 0e0
        when input__sentiment = 'concerning' then 5e0
        when input__sentiment = 'healthy' then 10e0
      end
    end as pulse__sentiment__points,
    case
      when segment in ('airgapped', 'elas', 'default') then case when not input__champion then 'poor' when input__champion then 'healthy' end
    end as relationships__champion__band,
    case
      when segment in ('airgapped', 'elas', 'default') then case when not input__champion then 0e0 when input__champion then 10e0 end
    end as relationships__champion__points,
    case
      when segment in ('airgapped', 'elas', 'default') then case when not input__buyer_access then 'poor' when input__buyer_access then 'healthy' end
    end as relationships__buyer_access__band,
    case
      when segment in ('airgapped', 'elas', 'default') then case when not input__buyer_access then 0e0 when input__buyer_access then 10e0 end
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
      when segment = 'onboarding' then case when input__defects_90d >= 2 then 0e0 when input__defects_90d is not null then 10e0 end
      when segment = 'digital' then case when input__defects_90d >= 3 then 0e0 when input__defects_90d is not null then 10e0 end
      when segment in ('elas', 'default') then case
        when input__defects_90d >= 5 then 0e0
        when input__defects_90d >= 2 then 5e0
        when input__defects_90d is not null then 10e0
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
        when input__questions_90d >= 10 then 0e0
        when input__questions_90d >= 5 then 5e0
        when input__questions_90d is not null then 10e0
      end
      when segment = 'digital' then case when input__questions_90d >= 5 then 0e0 when input__questions_90d is not null then 5e0 end
      when segment in ('elas', 'default') then case
        when input__questions_90d >= 15 then 0e0
        when input__questions_90d >= 10 then 5e0
        when input__questions_90d is not null then 10e0
      end
    end as technical__questions_90d__points,
    case
      when segment = 'onboarding' then case
        when input__mau_per_seat >= 0.5e0 then 'healthy'
        when input__mau_per_seat is not null then 'poor'
      end
      when segment in ('digital', 'default') then case
        when input__mau_per_seat >= 0.8e0 then 'healthy'
        when input__mau_per_seat >= 0.5e0 then 'concerning'
        when input__mau_per_seat is not null then 'poor'
      end
    end as utilization__mau_per_seat__band,
    case
      when segment = 'onboarding' then case when input__mau_per_seat >= 0.5e0 then 10e0 when input__mau_per_seat is not null then 0e0 end
      when segment in ('digital', 'default') then case
        when input__mau_per_seat >= 0.8e0 then 10e0
        when input__mau_per_seat >= 0.5e0 then 5e0
        when input__mau_per_seat is not null then 0e0
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
        when input__versions_behind > 2 then 0e0
        when input__versions_behind > 0 then 5e0
        when input__versions_behind is not null then 10e0
      end
      when segment in ('elas', 'default') then case
        when input__versions_behind > 4 then 0e0
        when input__versions_behind > 2 then 5e0
        when input__versions_behind is not null then 10e0
      end
    end as technical__versions_behind__points,
    case
      when segment in ('digital', 'elas', 'default') then case
        when input__dau_per_mau >= 0.3e0 then 'healthy'
        when input__dau_per_mau >= 0.2e0 then 'concerning'
        when input__dau_per_mau is not null then 'poor'
      end
    end as utilization__dau_per_mau__band,
    case
      when segment in ('digital', 'elas', 'default') then case
        when input__dau_per_mau >= 0.3e0 then 10e0
        when input__dau_per_mau >= 0.2e0 then 5e0
        when input__dau_per_mau is not null then 0e0
      end
    end as utilization__dau_per_mau__points,
    case
      when segment = 'elas' then case
        when input__mau_per_tam >= 0.8e0 then 'healthy'
        when input__mau_per_tam >= 0.5e0 then 'concerning'
        when input__mau_per_tam is not null then 'poor'
      end
    end as utilization__mau_per_tam__band,
    case
      when segment = 'elas' then case
        when input__mau_per_tam >= 0.8e0 then 10e0
        when input__mau_per_tam >= 0.5e0 then 5e0
        when input__mau_per_tam is not null then 0e0
      end
    end as utilization__mau_per_tam__points
  from segments
),
dimensions as (
  select
    *,
    case
      when segment in ('airgapped', 'onboarding', 'elas', 'default') then case when pulse__sentiment__points is not null then 1e0 else 0e0 end
    end as pulse__coverage,
    pulse__sentiment__points as pulse__score,
    case
      when segment in ('airgapped', 'elas', 'default') then (case when relationships__champion__points is not null then 1e0 else 0e0 end + case when relationships__buyer_access__points is not null then 1e0 else 0e0 end) / 2e0
    end as relationships__coverage,
    (coalesce(relationships__champion__points, 0e0) + coalesce(relationships__buyer_access__points, 0e0))
      / nullif(case when relationships__champion__points is not null then 1e0 else 0e0 end + case when relationships__buyer_access__points is not null then 1e0 else 0e0 end, 0e0) as relationships__score,
    case
      when segment = 'onboarding' then (case when technical__defects_90d__points is not null then 1e0 else 0e0 end + case when technical__questions_90d__points is not null then 1e0 else 0e0 end) / 2e0
      when segment in ('digital', 'elas', 'default') then (case when technical__versions_behind__points is not null then 1e0 else 0e0 end + case when technical__defects_90d__points is not null then 1e0 else 0e0 end + case when technical__questions_90d__points is not null then 1e0 else 0e0 end) / 3e0
    end as technical__coverage,
    case
      when segment = 'onboarding' then (coalesce(technical__defects_90d__points, 0e0) + coalesce(technical__questions_90d__points, 0e0))
        / nullif(case when technical__defects_90d__points is not null then 1e0 else 0e0 end + case when technical__questions_90d__points is not null then 1e0 else 0e0 end, 0e0)
      when segment in ('digital', 'elas', 'default') then (coalesce(technical__versions_behind__points, 0e0) + coalesce(technical__defects_90d__points, 0e0) + coalesce(technical__questions_90d__points, 0e0))
        / nullif(case when technical__versions_behind__points is not null then 1e0 else 0e0 end + case when technical__defects_90d__points is not null then 1e0 else 0e0 end + case when technical__questions_90d__points is not null then 1e0 else 0e0 end, 0e0)
    end as technical__score,
    case
      when segment = 'onboarding' then case when utilization__mau_per_seat__points is not null then 1e0 else 0e0 end
      when segment in ('digital', 'default') then (case when utilization__mau_per_seat__points is not null then 1e0 else 0e0 end + case when utilization__dau_per_mau__points is not null then 1e0 else 0e0 end) / 2e0
      when segment = 'elas' then (case when utilization__dau_per_mau__points is not null then 1e0 else 0e0 end + case when utilization__mau_per_tam__points is not null then 1e0 else 0e0 end) / 2e0
    end as utilization__coverage,
    case
      when segment = 'onboarding' then utilization__mau_per_seat__points
      when segment in ('digital', 'default') then (coalesce(utilization__mau_per_seat__points, 0e0) + coalesce(utilization__dau_per_mau__points, 0e0))
        / nullif(case when utilization__mau_per_seat__points is not null then 1e0 else 0e0 end + case when utilization__dau_per_mau__points is not null then 1e0 else 0e0 end, 0e0)
      when segment = 'elas' then (coalesce(utilization__dau_per_mau__points, 0e0) + coalesce(utilization__mau_per_tam__points, 0e0))
        / nullif(case when utilization__dau_per_mau__points is not null then 1e0 else 0e0 end + case when utilization__mau_per_tam__points is not null then 1e0 else 0e0 end, 0e0)
    end as utilization__score
  from measures
),
dimensions_2 as (
  select
    *,
    case
      when pulse__score >= 6.666666656666667e0 then 'healthy'
      when pulse__score >= 3.3333333233333335e0 then 'concerning'
      when pulse__score is not null then 'poor'
    end as pulse__band,
    case
      when relationships__score >= 6.666666656666667e0 then 'healthy'
      when relationships__score >= 3.3333333233333335e0 then 'concerning'
      when relationships__score is not null then 'poor'
    end as relationships__band,
    case
      when segment = 'airgapped' then (50e0 * pulse__coverage + 50e0 * relationships__coverage) / 100e0
      when segment = 'onboarding' then (50e0 * pulse__coverage + 20e0 * technical__coverage + 30e0 * utilization__coverage) / 100e0
      when segment = 'digital' then (20e0 * technical__coverage + 80e0 * utilization__coverage) / 100e0
      when segment in ('elas', 'default') then (30e0 * pulse__coverage + 15e0 * technical__coverage + 55e0 * utilization__coverage) / 100e0
    end as coverage,
    case
      when segment = 'airgapped' then (coalesce(50e0 * pulse__score, 0e0) + coalesce(50e0 * relationships__score, 0e0))
        / nullif(case when pulse__score is not null then 50e0 else 0e0 end + case when relationships__score is not null then 50e0 else 0e0 end, 0e0)
      when segment = 'onboarding' then (coalesce(50e0 * pulse__score, 0e0) + coalesce(20e0 * technical__score, 0e0) + coalesce(30e0 * utilization__score, 0e0))
        / nullif(case when pulse__score is not null then 50e0 else 0e0 end + case when technical__score is not null then 20e0 else 0e0 end + case when utilization__score is not null then 30e0 else 0e0 end, 0e0)
      when segment = 'digital' then (coalesce(20e0 * technical__score, 0e0) + coalesce(80e0 * utilization__score, 0e0))
        / nullif(case when technical__score is not null then 20e0 else 0e0 end + case when utilization__score is not null then 80e0 else 0e0 end, 0e0)
      when segment in ('elas', 'default') then (coalesce(30e0 * pulse__score, 0e0) + coalesce(15e0 * technical__score, 0e0) + coalesce(55e0 * utilization__score, 0e0))
        / nullif(case when pulse__score is not null then 30e0 else 0e0 end + case when technical__score is not null then 15e0 else 0e0 end + case when utilization__score is not null then 55e0 else 0e0 end, 0e0)
    end as step_1,
    case
      when technical__score >= 6.666666656666667e0 then 'healthy'
      when technical__score >= 3.3333333233333335e0 then 'concerning'
      when technical__score is not null then 'poor'
    end as technical__band,
    case
      when utilization__score >= 6.666666656666667e0 then 'healthy'
      when utilization__score >= 3.3333333233333335e0 then 'concerning'
      when utilization__score is not null then 'poor'
    end as utilization__band
  from dimensions
),
score as (
  select
    *,
    case when step_1 < 0e0 then 0e0 when step_1 > 10e0 then 10e0 else step_1 end as score
  from dimensions_2
),
score_2 as (
  select
    *,
    cast(cast((sign(score) * floor((abs(score) + 1e-8) * 10e0 + 0.5e0) / 10e0 + 0e0) as decimal(18, 1)) as varchar) as shown,
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
from score_2
