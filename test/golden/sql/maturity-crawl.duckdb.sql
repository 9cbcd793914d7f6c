with
cells as (
  select
    trim(cast("account" as varchar), ' ' || chr(9) || chr(10) || chr(13) || chr(160)) as account,
    cast("logins_30d" as double) as cell__logins_30d,
    cast("tickets_30d" as double) as cell__tickets_30d,
    lower(trim(cast("csm_sentiment" as varchar), ' ' || chr(9) || chr(10) || chr(13) || chr(160))) as cell__csm_sentiment,
    cast(date_diff('day', date '1970-01-01', cast("sentiment_date" as date)) as double) as cell__sentiment_date
  from "accounts"
),
inputs as (
  select
    *,
    'default' as segment,
    case
      when abs(cell__logins_30d) <= 1.7976931348623157e+308 and cell__logins_30d = floor(cell__logins_30d) and cell__logins_30d >= 0 then cell__logins_30d + 0e0
    end as input__logins_30d,
    case
      when abs(cell__tickets_30d) <= 1.7976931348623157e+308 and cell__tickets_30d = floor(cell__tickets_30d) and cell__tickets_30d >= 0 then cell__tickets_30d + 0e0
    end as input__tickets_30d,
    case when cell__csm_sentiment in ('red', 'amber', 'green') then cell__csm_sentiment end as input__csm_sentiment,
    cell__sentiment_date + 0e0 as input__sentiment_date
  from cells
),
measures as (
  select
    *,
    case
      when input__logins_30d >= 12 then 'green'
      when input__logins_30d >= 4 then 'amber'
      when input__logins_30d is not null then 'red'
    end as logins_30d__band,
    case
      when input__logins_30d >= 12 then 10e0
      when input__logins_30d >= 4 then 5e0
      when input__logins_30d is not null then 0e0
    end as logins_30d__points,
    case
      when input__tickets_30d >= 8 then 'red'
      when input__tickets_30d >= 3 then 'amber'
      when input__tickets_30d is not null then 'green'
    end as tickets_30d__band,
    case
      when input__tickets_30d >= 8 then 0e0
      when input__tickets_30d >= 3 then 5e0
      when input__tickets_30d is not null then 10e0
    end as tickets_30d__points,
    case
      when 20269e0 - input__sentiment_date <= 31 then case
        when input__csm_sentiment = 'red' then 'red'
        when input__csm_sentiment = 'amber' then 'amber'
        when input__csm_sentiment = 'green' then 'green'
      end
    end as csm_sentiment__band,
    case
      when 20269e0 - input__sentiment_date <= 31 then case
        when input__csm_sentiment = 'red' then 0e0
        when input__csm_sentiment = 'amber' then 5e0
        when input__csm_sentiment = 'green' then 10e0
      end
    end as csm_sentiment__points
  from inputs
),
score as (
  select
    *,
    (case when logins_30d__points is not null then 1e0 else 0e0 end + case when tickets_30d__points is not null then 1e0 else 0e0 end + case when csm_sentiment__points is not null then 1e0 else 0e0 end) / 3e0 as coverage,
    case
      when logins_30d__points is not null and coalesce(logins_30d__points <= tickets_30d__points, true) and coalesce(logins_30d__points <= csm_sentiment__points, true) then logins_30d__points
      when tickets_30d__points is not null and coalesce(tickets_30d__points <= logins_30d__points, true) and coalesce(tickets_30d__points <= csm_sentiment__points, true) then tickets_30d__points
      when csm_sentiment__points is not null and coalesce(csm_sentiment__points <= logins_30d__points, true) and coalesce(csm_sentiment__points <= tickets_30d__points, true) then csm_sentiment__points
    end as step_1
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
    cast(cast((sign(score) * floor((abs(score) + 1e-8) + 0.5e0) + 0e0) as decimal(18, 0)) as varchar) as shown,
    case
      when score >= 6.666666656666667e0 then 'green'
      when score >= 3.3333333233333335e0 then 'amber'
      when score is not null then 'red'
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
  logins_30d__points,
  logins_30d__band,
  tickets_30d__points,
  tickets_30d__band,
  csm_sentiment__points,
  csm_sentiment__band
from score_3
