/**
 * A finite double as JavaScript writes it, which is how scores stand in a csv: the shortest digits that read back as it,
 * without an exponent from 1e-6 to 1e21. DuckDB finds the same digits and lays them out otherwise.
 */
export function numberAsText(x: string): string {
  const own = `cast(${x} as varchar)`
  const digits = `replace(regexp_extract(${own}, '^-?([0-9.]+)', 1), '.', '')`
  const exponent = `cast(regexp_extract(${own}, 'e(.*)$', 1) as integer)`
  const sign = `case when ${x} < 0 then '-' else '' end`
  return `case
    when ${x} = trunc(${x}) and abs(${x}) < 1e15 then cast(cast(${x} as bigint) as varchar)
    when not contains(${own}, 'e') then regexp_replace(${own}, '\\.0$', '')
    when abs(${x}) >= 1e21 then ${own}
    when abs(${x}) >= 1 then ${sign} || rpad(${digits}, ${exponent} + 1, '0')
    when abs(${x}) >= 1e-6 then ${sign} || '0.' || repeat('0', -${exponent} - 1) || ${digits}
    else replace(${own}, 'e-0', 'e-')
  end`
}
