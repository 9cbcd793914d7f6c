with
cells as (
  select
    trim(cast(account as varchar), ' ' || chr(9) || chr(10) || chr(13) || chr(160)) as account,
    cast(logins_30d as double) as cell__logins_30d,
    cast(tickets_30d as double) as cell__tickets_30d,
    lower(trim(cast(csm_sentiment as varchar), ' ' || chr(9) || chr(10) || chr(13) || chr(160))) as cell__csm_sentiment,
    cast(datediff('day', date '1970-01-01', cast(sentiment_date as date)) as double) as cell__sentiment_date
  from accounts
),
inputs as (
  select
    *,
    'default' as segment,
    case
      when abs(cell__logins_30d) <= '1.7976931348623157e+308'::double and cell__logins_30d = floor(cell__logins_30d) and cell__logins_30d >= 0 then cell__logins_30d + 0::double
    end as input__logins_30d,
    case
      when abs(cell__tickets_30d) <= '1.7976931348623157e+308'::double and cell__tickets_30d = floor(cell__tickets_30d) and cell__tickets_30d >= 0 then cell__tickets_30d + 0::double
    end as input__tickets_30d,
    case when cell__csm_sentiment in ('red', 'amber', 'green') then cell__csm_sentiment end as input__csm_sentiment,
    cell__sentiment_date + 0::double as input__sentiment_date
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
      when input__logins_30d >= 12 then 10::double
      when input__logins_30d >= 4 then 5::double
      when input__logins_30d is not null then 0::double
    end as logins_30d__points,
    case
      when input__tickets_30d >= 8 then 'red'
      when input__tickets_30d >= 3 then 'amber'
      when input__tickets_30d is not null then 'green'
    end as tickets_30d__band,
    case
      when input__tickets_30d >= 8 then 0::double
      when input__tickets_30d >= 3 then 5::double
      when input__tickets_30d is not null then 10::double
    end as tickets_30d__points,
    case
      when 20269::double - input__sentiment_date <= 31 then case
        when input__csm_sentiment = 'red' then 'red'
        when input__csm_sentiment = 'amber' then 'amber'
        when input__csm_sentiment = 'green' then 'green'
      end
    end as csm_sentiment__band,
    case
      when 20269::double - input__sentiment_date <= 31 then case
        when input__csm_sentiment = 'red' then 0::double
        when input__csm_sentiment = 'amber' then 5::double
        when input__csm_sentiment = 'green' then 10::double
      end
    end as csm_sentiment__points
  from inputs
),
score as (
  select
    *,
    (case when logins_30d__points is not null then 1::double else 0::double end + case when tickets_30d__points is not null then 1::double else 0::double end + case when csm_sentiment__points is not null then 1::double else 0::double end) / 3::double as coverage,
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
    case when step_1 < 0::double then 0::double when step_1 > 10::double then 10::double else step_1 end as score
  from score
),
score_3 as (
  select
    *,
    cast(cast((sign(score) * floor((abs(score) + '1e-8'::double) + 0.5::double) + 0::double) as number(38, 0)) as varchar) as shown,
    case
      when score >= '6.666666656666667'::double then 'green'
      when score >= '3.3333333233333335'::double then 'amber'
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
