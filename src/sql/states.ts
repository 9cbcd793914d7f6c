import type { Member, Stale } from '../model/group.ts'
import type { Part, Place } from './place.ts'
import { cases, sql, type Sql } from './sql.ts'

/** What became of a member that is not off nor below something off. `applies`: where its own condition and those above hold; null: always. */
export function stateOf(member: Member, part: Part | null, applies: Sql | null, place: Place): Sql {
  const say = (state: string): Sql => sql`${place.sheet.dialect.text(state)}`
  if (part === null) return say('notApplicable')
  const rows: [Sql, Sql][] = part.active === null ? [] : [[sql`not ${part.active}`, say('notApplicable')]]
  if (part.active === null && applies !== null) rows.push([sql`not ${applies}`, say('notApplicable')])
  if (member.kind === 'dimension') {
    rows.push([sql`${part.points} is null`, say('missing')])
    return cases(rows, say('scored'))
  }
  const lacking: [Sql, Sql][] = part.missing === null ? [] : [[part.missing, say('missing')]]
  const { stale } = member
  if (stale === null) return cases([...rows, ...lacking], say('scored'))
  const old: [Sql, Sql] = [isStale(stale, place), say('stale')]
  return cases([...rows, ...(stale.treat === 'missing' ? [old, ...lacking] : [...lacking, old])], say('scored'))
}

/** The state of a member that is off, and of all below it: a dimension above that does not apply comes first. */
export function offWhere(applies: Sql | null, { sheet: { dialect } }: Place): Sql {
  const off = sql`${dialect.text('off')}`
  return applies === null ? off : cases([[applies, off]], sql`${dialect.text('notApplicable')}`)
}

/** A date that is missing, or that cannot be compared for want of a scoring date, is stale. */
function isStale({ by, after }: Stale, { reader, sheet }: Place): Sql {
  const date = reader.input(by)
  if (reader.asOf === null || date.kind !== 'number') return sql`true`
  return sql`coalesce(${reader.asOf} - ${date.sql} > ${sheet.plainNumber(after)}, true)`
}
