with
cells as (
  select
    trim(cast(account as varchar), ' ' || chr(9) || chr(10) || chr(13) || chr(160)) as account,
    cast(feature_adoption as double) as cell__feature_adoption,
    cast(last_meeting as double) as cell__last_meeting,
    lower(trim(cast(ticket_sentiment as varchar), ' ' || chr(9) || chr(10) || chr(13) || chr(160))) as cell__ticket_sentiment,
    lower(trim(cast(relationship as varchar), ' ' || chr(9) || chr(10) || chr(13) || chr(160))) as cell__relationship,
    lower(trim(cast(contract as varchar), ' ' || chr(9) || chr(10) || chr(13) || chr(160))) as cell__contract
  from accounts
),
inputs as (
  select
    *,
    'default' as segment,
    case
      when abs(cell__feature_adoption) <= '1.7976931348623157e+308'::double and case
        when abs(cell__feature_adoption) between 0.001::double and 100000000000000::double then case when abs(cell__feature_adoption) < 1000000000::double and floor(abs(cell__feature_adoption) * 1000000::double + 0.5::double) / 1000000::double = abs(cell__feature_adoption) then sign(cell__feature_adoption) * floor(abs(cell__feature_adoption) * 1000000::double + 0.5::double) / 100000000::double else cell__feature_adoption / 100::double end
        else cell__feature_adoption / 100::double
      end >= 0 and case
        when abs(cell__feature_adoption) between 0.001::double and 100000000000000::double then case when abs(cell__feature_adoption) < 1000000000::double and floor(abs(cell__feature_adoption) * 1000000::double + 0.5::double) / 1000000::double = abs(cell__feature_adoption) then sign(cell__feature_adoption) * floor(abs(cell__feature_adoption) * 1000000::double + 0.5::double) / 100000000::double else cell__feature_adoption / 100::double end
        else cell__feature_adoption / 100::double
      end <= 1 then case
        when abs(cell__feature_adoption) between 0.001::double and 100000000000000::double then case when abs(cell__feature_adoption) < 1000000000::double and floor(abs(cell__feature_adoption) * 1000000::double + 0.5::double) / 1000000::double = abs(cell__feature_adoption) then sign(cell__feature_adoption) * floor(abs(cell__feature_adoption) * 1000000::double + 0.5::double) / 100000000::double else cell__feature_adoption / 100::double end
        else cell__feature_adoption / 100::double
      end + 0::double
    end as input__feature_adoption,
    case
      when abs(cell__last_meeting) <= '1.7976931348623157e+308'::double and cell__last_meeting = floor(cell__last_meeting) and cell__last_meeting >= 0 then cell__last_meeting + 0::double
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
      when input__feature_adoption >= 0.6::double then 'healthy'
      when input__feature_adoption >= 0.3::double then 'at_risk'
      when input__feature_adoption is not null then 'critical'
    end as usage__feature_adoption__band,
    case
      when input__feature_adoption >= 0.6::double then 100::double
      when input__feature_adoption >= 0.3::double then 50::double
      when input__feature_adoption is not null then 0::double
    end as usage__feature_adoption__points,
    case
      when input__last_meeting > 60 then 'critical'
      when input__last_meeting > 30 then 'at_risk'
      when input__last_meeting is not null then 'healthy'
    end as engagement__last_meeting__band,
    case
      when input__last_meeting > 60 then 0::double
      when input__last_meeting > 30 then 50::double
      when input__last_meeting is not null then 100::double
    end as engagement__last_meeting__points,
    case
      when input__ticket_sentiment = 'negative' then 'critical'
      when input__ticket_sentiment = 'neutral' then 'at_risk'
      when input__ticket_sentiment = 'positive' then 'healthy'
    end as support__ticket_sentiment__band,
    case
      when input__ticket_sentiment = 'negative' then 0::double
      when input__ticket_sentiment = 'neutral' then 50::double
      when input__ticket_sentiment = 'positive' then 100::double
    end as support__ticket_sentiment__points,
    case
      when input__relationship = 'weak' then 'critical'
      when input__relationship = 'working' then 'at_risk'
      when input__relationship = 'strong' then 'healthy'
    end as stakeholders__relationship__band,
    case
      when input__relationship = 'weak' then 0::double
      when input__relationship = 'working' then 50::double
      when input__relationship = 'strong' then 100::double
    end as stakeholders__relationship__points,
    case
      when input__contract = 'notice given' then 'critical'
      when input__contract = 'renewal open' then 'at_risk'
      when input__contract = 'renewed' then 'healthy'
    end as renewal__contract__band,
    case
      when input__contract = 'notice given' then 0::double
      when input__contract = 'renewal open' then 50::double
      when input__contract = 'renewed' then 100::double
    end as renewal__contract__points
  from inputs
),
dimensions as (
  select
    *,
    case when usage__feature_adoption__points is not null then 1::double else 0::double end as usage__coverage,
    usage__feature_adoption__points as usage__score,
    case when engagement__last_meeting__points is not null then 1::double else 0::double end as engagement__coverage,
    engagement__last_meeting__points as engagement__score,
    case when support__ticket_sentiment__points is not null then 1::double else 0::double end as support__coverage,
    support__ticket_sentiment__points as support__score,
    case when stakeholders__relationship__points is not null then 1::double else 0::double end as stakeholders__coverage,
    stakeholders__relationship__points as stakeholders__score,
    case when renewal__contract__points is not null then 1::double else 0::double end as renewal__coverage,
    renewal__contract__points as renewal__score
  from measures
),
dimensions_2 as (
  select
    *,
    case
      when usage__score >= 69.9999999::double then 'healthy'
      when usage__score >= 39.9999999::double then 'at_risk'
      when usage__score is not null then 'critical'
    end as usage__band,
    case
      when engagement__score >= 69.9999999::double then 'healthy'
      when engagement__score >= 39.9999999::double then 'at_risk'
      when engagement__score is not null then 'critical'
    end as engagement__band,
    case
      when support__score >= 69.9999999::double then 'healthy'
      when support__score >= 39.9999999::double then 'at_risk'
      when support__score is not null then 'critical'
    end as support__band,
    case
      when stakeholders__score >= 69.9999999::double then 'healthy'
      when stakeholders__score >= 39.9999999::double then 'at_risk'
      when stakeholders__score is not null then 'critical'
    end as stakeholders__band,
    case
      when renewal__score >= 69.9999999::double then 'healthy'
      when renewal__score >= 39.9999999::double then 'at_risk'
      when renewal__score is not null then 'critical'
    end as renewal__band,
    (35::double * usage__coverage + 25::double * engagement__coverage + 20::double * support__coverage + 10::double * stakeholders__coverage + 10::double * renewal__coverage) / 100::double as coverage,
    (coalesce(35::double * usage__score, 0::double) + coalesce(25::double * engagement__score, 0::double) + coalesce(20::double * support__score, 0::double) + coalesce(10::double * stakeholders__score, 0::double) + coalesce(10::double * renewal__score, 0::double))
      / nullif(case when usage__score is not null then 35::double else 0::double end + case when engagement__score is not null then 25::double else 0::double end + case when support__score is not null then 20::double else 0::double end + case when stakeholders__score is not null then 10::double else 0::double end + case when renewal__score is not null then 10::double else 0::double end, 0::double) as step_1
  from dimensions
),
score as (
  select
    *,
    case
      when step_1 < 0::double then 0::double
      when step_1 > 100::double then 100::double
      else step_1
    end as score
  from dimensions_2
),
score_2 as (
  select
    *,
    cast(cast((sign(score) * floor((abs(score) + '1.0000000000000001e-7'::double) + 0.5::double) + 0::double) as number(38, 0)) as varchar) as shown,
    case
      when score >= 69.9999999::double then 'healthy'
      when score >= 39.9999999::double then 'at_risk'
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
