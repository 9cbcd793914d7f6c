/** The Default model in SQL as one would write it by hand for DuckDB, over a table with the handbook's headers. */
export function handWritten(source: string): string {
  const judged = {
    sentiment: `case "Account - TA Sentiment" when 'Poor' then 0 when 'Concerning' then 5 when 'Healthy' then 10 end`,
    versions: falling('Versions Behind', '<= 2', '<= 4'),
    defects: falling('Last 90 Days Defect Tickets', '< 2', '< 5'),
    questions: falling('Last 90 Days Question Tickets', '< 10', '< 15'),
    champion: yesNo('Active Champion?'),
    buyer: yesNo('Access to Buyer?'),
    mau: falling('Last month MAU / Seats', '>= 80', '>= 50'),
    dau: falling('Last 4 Wk DAU / MAU', '>= 0.3', '>= 0.2'),
  }
  const measures = Object.entries(judged).map(([name, sql]) => `${sql} as ${name}`)
  return `
    with measures as (select "Account" as account, ${measures.join(', ')} from ${source}),
    dimensions as (
      select account, sentiment::double as pulse,
        ${mean('versions', 'defects', 'questions')} as technical,
        ${mean('champion', 'buyer')} as relationships,
        ${mean('mau', 'dau')} as utilization
      from measures),
    scores as (
      select *, (coalesce(30 * pulse, 0) + coalesce(15 * technical, 0) + coalesce(55 * utilization, 0))
        / nullif((pulse is not null)::int * 30 + (technical is not null)::int * 15 + (utilization is not null)::int * 55, 0) as score
      from dimensions)
    select account, score, round(score, 1) as shown,
      case when score >= 20 / 3 - 1e-8 then 'healthy' when score >= 10 / 3 - 1e-8 then 'concerning'
        when score is not null then 'poor' end as band,
      pulse, technical, relationships, utilization
    from scores`
}

function falling(column: string, healthy: string, concerning: string): string {
  return `case when "${column}" ${healthy} then 10 when "${column}" ${concerning} then 5 when "${column}" is not null then 0 end`
}

function yesNo(column: string): string {
  return `case lower("${column}"::text) when 'yes' then 10 when 'no' then 0 when 'true' then 10 when 'false' then 0 end`
}

function mean(...of: string[]): string {
  const total = of.map((one) => `coalesce(${one}, 0)`).join(' + ')
  const count = of.map((one) => `(${one} is not null)::int`).join(' + ')
  return `(${total})::double / nullif(${count}, 0)`
}
