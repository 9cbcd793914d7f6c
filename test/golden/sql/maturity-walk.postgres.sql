with
cells as (
  select
    btrim(cast("account" as varchar), ' ' || chr(9) || chr(10) || chr(13) || chr(160)) as account,
    cast("feature_adoption" as double precision) as cell__feature_adoption,
    cast("last_meeting" as double precision) as cell__last_meeting,
    lower(btrim(cast("ticket_sentiment" as varchar), ' ' || chr(9) || chr(10) || chr(13) || chr(160))) as cell__ticket_sentiment,
    lower(btrim(cast("relationship" as varchar), ' ' || chr(9) || chr(10) || chr(13) || chr(160))) as cell__relationship,
    lower(btrim(cast("contract" as varchar), ' ' || chr(9) || chr(10) || chr(13) || chr(160))) as cell__contract
  from "accounts"
  offset 0
),
inputs as (
  select
    *,
    'default' as segment,
    case
      when abs(cell__feature_adoption) <= '1.7976931348623157e+308'::float8 and case
        when abs(cell__feature_adoption) between 0.001::float8 and 100000000000000::float8 then cast(cast(cell__feature_adoption as varchar) || 'e-2' as double precision)
        when abs(cell__feature_adoption) < '1e-100'::float8 then 0::float8
        else cell__feature_adoption / 100::float8
      end >= 0 and case
        when abs(cell__feature_adoption) between 0.001::float8 and 100000000000000::float8 then cast(cast(cell__feature_adoption as varchar) || 'e-2' as double precision)
        when abs(cell__feature_adoption) < '1e-100'::float8 then 0::float8
        else cell__feature_adoption / 100::float8
      end <= 1 then case
        when abs(cell__feature_adoption) between 0.001::float8 and 100000000000000::float8 then cast(cast(cell__feature_adoption as varchar) || 'e-2' as double precision)
        when abs(cell__feature_adoption) < '1e-100'::float8 then 0::float8
        else cell__feature_adoption / 100::float8
      end + 0::float8
    end as input__feature_adoption,
    case
      when abs(cell__last_meeting) <= '1.7976931348623157e+308'::float8 and cell__last_meeting = floor(cell__last_meeting) and cell__last_meeting >= 0 then cell__last_meeting + 0::float8
    end as input__last_meeting,
    case
      when cell__ticket_sentiment in ('negative', 'neutral', 'positive') then cell__ticket_sentiment
    end as input__ticket_sentiment,
    case when cell__relationship in ('weak', 'working', 'strong') then cell__relationship end as input__relationship,
    case when cell__contract in ('notice given', 'renewal open', 'renewed') then cell__contract end as input__contract
  from cells
  offset 0
),
measures as (
  select
    *,
    case
      when input__feature_adoption >= 0.6::float8 then 'healthy'
      when input__feature_adoption >= 0.3::float8 then 'at_risk'
      when input__feature_adoption is not null then 'critical'
    end as usage__feature_adoption__band,
    case
      when input__feature_adoption >= 0.6::float8 then 100::float8
      when input__feature_adoption >= 0.3::float8 then 50::float8
      when input__feature_adoption is not null then 0::float8
    end as usage__feature_adoption__points,
    case
      when input__last_meeting > 60 then 'critical'
      when input__last_meeting > 30 then 'at_risk'
      when input__last_meeting is not null then 'healthy'
    end as engagement__last_meeting__band,
    case
      when input__last_meeting > 60 then 0::float8
      when input__last_meeting > 30 then 50::float8
      when input__last_meeting is not null then 100::float8
    end as engagement__last_meeting__points,
    case
      when input__ticket_sentiment = 'negative' then 'critical'
      when input__ticket_sentiment = 'neutral' then 'at_risk'
      when input__ticket_sentiment = 'positive' then 'healthy'
    end as support__ticket_sentiment__band,
    case
      when input__ticket_sentiment = 'negative' then 0::float8
      when input__ticket_sentiment = 'neutral' then 50::float8
      when input__ticket_sentiment = 'positive' then 100::float8
    end as support__ticket_sentiment__points,
    case
      when input__relationship = 'weak' then 'critical'
      when input__relationship = 'working' then 'at_risk'
      when input__relationship = 'strong' then 'healthy'
    end as stakeholders__relationship__band,
    case
      when input__relationship = 'weak' then 0::float8
      when input__relationship = 'working' then 50::float8
      when input__relationship = 'strong' then 100::float8
    end as stakeholders__relationship__points,
    case
      when input__contract = 'notice given' then 'critical'
      when input__contract = 'renewal open' then 'at_risk'
      when input__contract = 'renewed' then 'healthy'
    end as renewal__contract__band,
    case
      when input__contract = 'notice given' then 0::float8
      when input__contract = 'renewal open' then 50::float8
      when input__contract = 'renewed' then 100::float8
    end as renewal__contract__points
  from inputs
  offset 0
),
dimensions as (
  select
    *,
    case when usage__feature_adoption__points is not null then 1::float8 else 0::float8 end as usage__coverage,
    usage__feature_adoption__points as usage__score,
    case when engagement__last_meeting__points is not null then 1::float8 else 0::float8 end as engagement__coverage,
    engagement__last_meeting__points as engagement__score,
    case when support__ticket_sentiment__points is not null then 1::float8 else 0::float8 end as support__coverage,
    support__ticket_sentiment__points as support__score,
    case when stakeholders__relationship__points is not null then 1::float8 else 0::float8 end as stakeholders__coverage,
    stakeholders__relationship__points as stakeholders__score,
    case when renewal__contract__points is not null then 1::float8 else 0::float8 end as renewal__coverage,
    renewal__contract__points as renewal__score
  from measures
  offset 0
),
dimensions_2 as (
  select
    *,
    case
      when usage__score >= 69.9999999::float8 then 'healthy'
      when usage__score >= 39.9999999::float8 then 'at_risk'
      when usage__score is not null then 'critical'
    end as usage__band,
    case
      when engagement__score >= 69.9999999::float8 then 'healthy'
      when engagement__score >= 39.9999999::float8 then 'at_risk'
      when engagement__score is not null then 'critical'
    end as engagement__band,
    case
      when support__score >= 69.9999999::float8 then 'healthy'
      when support__score >= 39.9999999::float8 then 'at_risk'
      when support__score is not null then 'critical'
    end as support__band,
    case
      when stakeholders__score >= 69.9999999::float8 then 'healthy'
      when stakeholders__score >= 39.9999999::float8 then 'at_risk'
      when stakeholders__score is not null then 'critical'
    end as stakeholders__band,
    case
      when renewal__score >= 69.9999999::float8 then 'healthy'
      when renewal__score >= 39.9999999::float8 then 'at_risk'
      when renewal__score is not null then 'critical'
    end as renewal__band,
    (35::float8 * usage__coverage + 25::float8 * engagement__coverage + 20::float8 * support__coverage + 10::float8 * stakeholders__coverage + 10::float8 * renewal__coverage) / 100::float8 as coverage,
    (coalesce(35::float8 * usage__score, 0::float8) + coalesce(25::float8 * engagement__score, 0::float8) + coalesce(20::float8 * support__score, 0::float8) + coalesce(10::float8 * stakeholders__score, 0::float8) + coalesce(10::float8 * renewal__score, 0::float8))
      / nullif(case when usage__score is not null then 35::float8 else 0::float8 end + case when engagement__score is not null then 25::float8 else 0::float8 end + case when support__score is not null then 20::float8 else 0::float8 end + case when stakeholders__score is not null then 10::float8 else 0::float8 end + case when renewal__score is not null then 10::float8 else 0::float8 end, 0::float8) as figure__1
  from dimensions
  offset 0
),
score as (
  select
    *,
    case when abs(figure__1) < '1e-150'::float8 then 0::float8 else figure__1 end as step_1
  from dimensions_2
  offset 0
),
score_2 as (
  select
    *,
    case
      when step_1 < 0::float8 then 0::float8
      when step_1 > 100::float8 then 100::float8
      else step_1
    end as score
  from score
  offset 0
),
score_3 as (
  select
    *,
    cast(cast(cast((sign(score) * floor((abs(score) + '1.0000000000000001e-7'::float8) + 0.5::float8) + 0::float8) as varchar) as numeric(38, 0)) as varchar) as shown,
    case
      when score >= 69.9999999::float8 then 'healthy'
      when score >= 39.9999999::float8 then 'at_risk'
      when score is not null then 'critical'
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
  usage__score,
  usage__band,
  usage__feature_adoption__points,
  usage__feature_adoption__band,
  engagement__score,
  engagement__band,
  engagement__last_meeting__points,
  engagement__last_meeting__band,
  support__score,
  support__band,
  support__ticket_sentiment__points,
  support__ticket_sentiment__band,
  stakeholders__score,
  stakeholders__band,
  stakeholders__relationship__points,
  stakeholders__relationship__band,
  renewal__score,
  renewal__band,
  renewal__contract__points,
  renewal__contract__band
from score_3
