import type { Input } from '../../model/input.ts'
import { SIGNS, takesPercent } from '../../tables/values/number-reader.ts'
import { sqlText } from '../../tables/parquet/duckdb.ts'
import { BLANK, trimmed } from './blanks.ts'

const PLAIN = String.raw`(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:[eE][+-]?[0-9]+)?`
const GROUPED = [',', ' ', '_'].map((by) => String.raw`[1-9][0-9]{0,2}(?:${by}[0-9]{3})+(?:\.[0-9]*)?`).join('|')
const BEFORE = String.raw`[A-Z]{3}|(?:[A-Z]{1,2})?\$|[€£¥₹₩]`
const AFTER = '[A-Z]{3}|[$€£¥₹₩]'

/** A sign, a currency and a sign again, the number, and a percent sign or a currency; which of them may meet is asked afterwards. */
const PARTS = `^(?:([+-])${BLANK}?)?(?:(${BEFORE})${BLANK}?(?:([+-])${BLANK}?)?)?(${GROUPED}|${PLAIN})(?:(${BLANK}*%)|${BLANK}?(${AFTER}))?$`

/** Most numbers, which need no taking apart. */
const SIMPLE = String.raw`-?[0-9]{1,300}(?:\.[0-9]+)?`

/**
 * A number as people type it, as `number-text.ts` of the tables reads it: `{bare, value}`, the number as typed and on the
 * input's scale; null where it is none that the input takes. `cell` is a column of trimmed text.
 */
export function numberOfText(cell: string, input: Input): string {
  const simple = `{'bare': cast(${cell} as double), 'value': cast(${cell}${input.type === 'percent' ? " || 'e-2'" : ''} as double)}`
  const plain = `translate(${cell}, ${sqlText('\u00A0\u2009\u202F\u2212')}, '   -')`
  return `case
    when ${cell} is null then null
    when regexp_full_match(${cell}, '${SIMPLE}') then ${simple}
    else list_transform([${plain}], lambda t:
      list_transform([starts_with(t, '(') and ends_with(t, ')')], lambda negative:
        list_transform([case when negative then ${trimmed('substr(t, 2, length(t) - 2)')} else t end], lambda body:
          ${takenApart(input)})[1])[1])[1]
  end`
}

/** Of `body`, and whether brackets made it `negative`. */
function takenApart(input: Input): string {
  const digits = `(case when negative or p.sign = '-' or p.later = '-' then '-' else '' end) || regexp_replace(p.number, '[, _]', '', 'g')`
  return `list_transform([regexp_extract(body, ${sqlText(PARTS)}, ['sign', 'before', 'later', 'number', 'percent', 'after'])], lambda p:
            case
              when p.number = '' or (p.sign <> '' and p.later <> '') then null
              when p.before <> '' and (p.percent <> '' or p.after <> '') then null
              when negative and (p.sign <> '' or p.later <> '') then null
              when not ${currencyIsTaken('p.before || p.after', input)} then null
              else list_transform([${digits}], lambda digits: ${scaled(input)})[1]
            end)[1]`
}

function scaled(input: Input): string {
  const bare = 'try_cast(digits as double)'
  const shifted = `try_cast(case
                when contains(lower(digits), 'e')
                  then regexp_extract(digits, '^[^eE]*') || 'e' || (try_cast(regexp_extract(digits, '[eE](.*)$', 1) as bigint) - 2)
                else digits || 'e-2'
              end as double)`
  const marked = takesPercent(input.type) ? `{'bare': ${bare}, 'value': ${shifted}}` : 'null'
  const unmarked = `{'bare': ${bare}, 'value': ${input.type === 'percent' ? shifted : bare}}`
  return `case when p.percent <> '' then ${marked} else ${unmarked} end`
}

function currencyIsTaken(found: string, { type, currency }: Input): string {
  if (type !== 'money') return `(${found} = '')`
  const listed = (signs: readonly string[]): string => signs.map((sign) => sqlText(sign)).join(', ')
  if (currency === null) {
    return `(${found} in ('', ${listed([...SIGNS.keys()])}) or regexp_full_match(${found}, '[A-Z]{3}'))`
  }
  const own = currency.toUpperCase()
  const signs = [...SIGNS].filter(([, of]) => of.includes(own)).map(([sign]) => sign)
  return `(${found} in (${listed(['', own, ...signs])}))`
}
