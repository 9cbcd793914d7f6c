with
cells as (
  select
    trim(both ' ' || chr(9) || chr(10) || chr(13) || chr(160) from cast("account" as varchar)) as account,
    cast("feature_adoption" as double) as cell__feature_adoption,
    cast("last_meeting" as double) as cell__last_meeting,
    lower(trim(both ' ' || chr(9) || chr(10) || chr(13) || chr(160) from cast("ticket_sentiment" as varchar))) as cell__ticket_sentiment,
    lower(trim(both ' ' || chr(9) || chr(10) || chr(13) || chr(160) from cast("relationship" as varchar))) as cell__relationship,
    lower(trim(both ' ' || chr(9) || chr(10) || chr(13) || chr(160) from cast("contract" as varchar))) as cell__contract
  from "accounts"
),
inputs as (
  select
    *,
    'default' as segment,
    case
      when abs(cell__feature_adoption) <= 1.7976931348623157e+308 and case
        when abs(cell__feature_adoption) between 0.001e0 and 100000000000000e0 then cast(split_part(cast(cell__feature_adoption as varchar), 'E', 1) || 'E' || cast(coalesce(cast(nullif(split_part(cast(cell__feature_adoption as varchar), 'E', 2), '') as integer), 0) - 2 as varchar) as double)
        else cell__feature_adoption / 100e0
      end >= 0 and case
        when abs(cell__feature_adoption) between 0.001e0 and 100000000000000e0 then cast(split_part(cast(cell__feature_adoption as varchar), 'E', 1) || 'E' || cast(coalesce(cast(nullif(split_part(cast(cell__feature_adoption as varchar), 'E', 2), '') as integer), 0) - 2 as varchar) as double)
        else cell__feature_adoption / 100e0
      end <= 1 then case
        when abs(cell__feature_adoption) between 0.001e0 and 100000000000000e0 then cast(split_part(cast(cell__feature_adoption as varchar), 'E', 1) || 'E' || cast(coalesce(cast(nullif(split_part(cast(cell__feature_adoption as varchar), 'E', 2), '') as integer), 0) - 2 as varchar) as double)
        else cell__feature_adoption / 100e0
      end + 0e0
    end as input__feature_adoption,
    case
      when abs(cell__last_meeting) <= 1.7976931348623157e+308 and cell__last_meeting = floor(cell__last_meeting) and cell__last_meeting >= 0 then cell__last_meeting + 0e0
    end as input__last_meeting,
    case
      when cell__ticket_sentiment in ('negative', 'neutral', 'positive') then cell__ticket_sentiment
    end as input__ticket_sentiment,
    case when cell__relationship in ('weak', 'working', 'strong') then cell__relationship end as input__relationship,
    case when cell__contract in ('notice given', 'renewal open', 'renewed') then cell__contract end as input__contract
  from cells
),
measures as (
  select
    *,
    case
      when input__feature_adoption >= 0.6e0 then 'healthy'
      when input__feature_adoption >= 0.3e0 then 'at_risk'
      when input__feature_adoption is not null then 'critical'
    end as usage__feature_adoption__band,
    case
      when input__feature_adoption >= 0.6e0 then 100e0
      when input__feature_adoption >= 0.3e0 then 50e0
      when input__feature_adoption is not null then 0e0
    end as usage__feature_adoption__points,
    case
      when input__last_meeting > 60 then 'critical'
      when input__last_meeting > 30 then 'at_risk'
      when input__last_meeting is not null then 'healthy'
    end as engagement__last_meeting__band,
    case
      when input__last_meeting > 60 then 0e0
      when input__last_meeting > 30 then 50e0
      when input__last_meeting is not null then 100e0
    end as engagement__last_meeting__points,
    case
      when input__ticket_sentiment = 'negative' then 'critical'
      when input__ticket_sentiment = 'neutral' then 'at_risk'
      when input__ticket_sentiment = 'positive' then 'healthy'
    end as support__ticket_sentiment__band,
    case
      when input__ticket_sentiment = 'negative' then 0e0
      when input__ticket_sentiment = 'neutral' then 50e0
      when input__ticket_sentiment = 'positive' then 100e0
    end as support__ticket_sentiment__points,
    case
      when input__relationship = 'weak' then 'critical'
      when input__relationship = 'working' then 'at_risk'
      when input__relationship = 'strong' then 'healthy'
    end as stakeholders__relationship__band,
    case
      when input__relationship = 'weak' then 0e0
      when input__relationship = 'working' then 50e0
      when input__relationship = 'strong' then 100e0
    end as stakeholders__relationship__points,
    case
      when input__contract = 'notice given' then 'critical'
      when input__contract = 'renewal open' then 'at_risk'
      when input__contract = 'renewed' then 'healthy'
    end as renewal__contract__band,
    case
      when input__contract = 'notice given' then 0e0
      when input__contract = 'renewal open' then 50e0
      when input__contract = 'renewed' then 100e0
    end as renewal__contract__points
  from inputs
),
dimensions as (
  select
    *,
    case when usage__feature_adoption__points is not null then 1e0 else 0e0 end as usage__coverage,
    usage__feature_adoption__points as usage__score,
    case when engagement__last_meeting__points is not null then 1e0 else 0e0 end as engagement__coverage,
    engagement__last_meeting__points as engagement__score,
    case when support__ticket_sentiment__points is not null then 1e0 else 0e0 end as support__coverage,
    support__ticket_sentiment__points as support__score,
    case when stakeholders__relationship__points is not null then 1e0 else 0e0 end as stakeholders__coverage,
    stakeholders__relationship__points as stakeholders__score,
    case when renewal__contract__points is not null then 1e0 else 0e0 end as renewal__coverage,
    renewal__contract__points as renewal__score
  from measures
),
dimensions_2 as (
  select
    *,
    case
      when usage__score >= 69.9999999e0 then 'healthy'
      when usage__score >= 39.9999999e0 then 'at_risk'
      when usage__score is not null then 'critical'
    end as usage__band,
    case
      when engagement__score >= 69.9999999e0 then 'healthy'
      when engagement__score >= 39.9999999e0 then 'at_risk'
      when engagement__score is not null then 'critical'
    end as engagement__band,
    case
      when support__score >= 69.9999999e0 then 'healthy'
      when support__score >= 39.9999999e0 then 'at_risk'
      when support__score is not null then 'critical'
    end as support__band,
    case
      when stakeholders__score >= 69.9999999e0 then 'healthy'
      when stakeholders__score >= 39.9999999e0 then 'at_risk'
      when stakeholders__score is not null then 'critical'
    end as stakeholders__band,
    case
      when renewal__score >= 69.9999999e0 then 'healthy'
      when renewal__score >= 39.9999999e0 then 'at_risk'
      when renewal__score is not null then 'critical'
    end as renewal__band,
    (35e0 * usage__coverage + 25e0 * engagement__coverage + 20e0 * support__coverage + 10e0 * stakeholders__coverage + 10e0 * renewal__coverage) / 100e0 as coverage,
    (coalesce(35e0 * usage__score, 0e0) + coalesce(25e0 * engagement__score, 0e0) + coalesce(20e0 * support__score, 0e0) + coalesce(10e0 * stakeholders__score, 0e0) + coalesce(10e0 * renewal__score, 0e0))
      / nullif(case when usage__score is not null then 35e0 else 0e0 end + case when engagement__score is not null then 25e0 else 0e0 end + case when support__score is not null then 20e0 else 0e0 end + case when stakeholders__score is not null then 10e0 else 0e0 end + case when renewal__score is not null then 10e0 else 0e0 end, 0e0) as step_1
  from dimensions
),
score as (
  select
    *,
    case when step_1 < 0e0 then 0e0 when step_1 > 100e0 then 100e0 else step_1 end as score
  from dimensions_2
),
score_2 as (
  select
    *,
    case when (sign(score) * floor((abs(score) + 1.0000000000000001e-7) + 0.5e0) + 0e0) is not null then format('%.0f', (sign(score) * floor((abs(score) + 1.0000000000000001e-7) + 0.5e0) + 0e0)) end as shown,
    case
      when score >= 69.9999999e0 then 'healthy'
      when score >= 39.9999999e0 then 'at_risk'
      when score is not null then 'critical'
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
from score_2
