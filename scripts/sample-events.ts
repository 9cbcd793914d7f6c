/**
 * Makes what models/posthog.salus is scored from when nothing has been prepared: events of accounts, the figures of each of
 * their days, and the list of the accounts. The same seed makes the same files.
 *
 *     node scripts/sample-events.ts [folder] [accounts] [seed]
 *
 * Without arguments it writes samples/events: a dozen accounts as of 2025-06-30.
 */
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { isoDay } from '../src/tables/values/day.ts'

export interface SampleEvents {
  readonly accounts: string
  readonly events: string
  readonly daily: string
}

/** 2025-06-30 */
export const SAMPLE_DAY = 20_269

/** How an account's use goes, so that every band and every indicator comes up. */
const COURSES = ['steady', 'growing', 'fading', 'silent', 'young', 'bare'] as const

/** The three files as text. `accounts` are called Account 001 and so on; the last of them has no events at all. */
export function sampleEvents(accounts: number, seed: number): SampleEvents {
  const random = mulberry(seed)
  const events: string[] = []
  const daily: string[] = []
  const names = Array.from({ length: accounts }, (_, n) => `Account ${String(n + 1).padStart(3, '0')}`)
  for (const [n, name] of names.slice(0, -1).entries()) {
    const course = COURSES[n % COURSES.length]!
    events.push(...eventsOf(name, course, random))
    daily.push(...daysOf(name, course, random))
  }
  const file = (header: string, lines: readonly string[]): string => `${[header, ...lines].join('\n')}\n`
  return {
    accounts: file('Account', names),
    events: file('account,at,event,user,role,detail,value', shuffled(events, random)),
    daily: file('account,day,events,replays,flag_requests,rows_synced,mrr,forecasted_mrr', daily),
  }
}

type Course = (typeof COURSES)[number]
type Random = () => number

/** What people do, and about how often in 30 days of steady use. */
const HABITS: readonly (readonly [event: string, often: number])[] = [
  ['insight analyzed', 9],
  ['dashboard analyzed', 6],
  ['recording analyzed', 6],
  ['experiment viewed', 4],
  ['survey viewed', 3],
  ['insight created', 0.7],
  ['feature flag created', 0.4],
  ['survey created', 0.3],
  ['team member invited', 0.5],
  ['billing page viewed', 4],
  ['query run', 12],
  ['query failed', 0.8],
]

function eventsOf(account: string, course: Course, random: Random): string[] {
  const age = course === 'young' ? 20 + Math.floor(random() * 60) : 100 + Math.floor(random() * 40)
  const created = SAMPLE_DAY - age
  const line = (
    day: number,
    event: string,
    more: Partial<Record<'role' | 'detail' | 'value', string>> = {},
  ): string => {
    const role = more.role ?? (random() < 0.2 ? 'owner' : 'member')
    const user = `user ${1 + Math.floor(random() * 6)}`
    return [account, momentOf(day, random), event, user, role, more.detail ?? '', more.value ?? ''].join(',')
  }
  const lines = [line(created, 'organization created', { role: 'owner' })]
  // Some go on until the scoring date itself, which is not looked at.
  for (let day = created; day <= SAMPLE_DAY; day++)
    for (const [event, often] of HABITS) if (random() < (often / 30) * vigour(course, day)) lines.push(line(day, event))
  const sometime = (within: number): number => SAMPLE_DAY - Math.floor(random() * Math.min(within, age))
  const about = (chance: number, make: () => string): void => {
    if (random() < chance) lines.push(make())
  }
  about(0.8, () => line(sometime(60), 'nps answered', { value: String(Math.floor(random() * 11)) }))
  about(0.3, () => line(sometime(60), 'nps answered', { value: String(Math.floor(random() * 11)) }))
  about(0.7, () => line(sometime(60), 'payment succeeded'))
  about(0.4, () => line(sometime(60), 'payment failed'))
  about(0.5, () => line(sometime(100), 'plan changed', { detail: random() < 0.5 ? 'startup' : 'scale' }))
  about(0.4, () => line(sometime(30), 'role removed', { detail: random() < 0.8 ? 'owner' : 'admin' }))
  about(0.4, () => line(sometime(30), 'role added', { detail: random() < 0.8 ? 'owner' : 'admin' }))
  return lines
}

/** How lively an account is on a day, against steady use. */
function vigour(course: Course, day: number): number {
  const ago = SAMPLE_DAY - day
  switch (course) {
    case 'growing':
      return ago < 30 ? 1.4 : 0.8
    case 'fading':
      return ago < 20 ? 0.5 : 1.3
    case 'silent':
      return ago < 12 ? 0 : 1
    case 'bare':
      return 0.15
    case 'steady':
    case 'young':
      return 1
  }
}

function daysOf(account: string, course: Course, random: Random): string[] {
  if (course === 'bare') return []
  const mrr = 500 + Math.floor(random() * 80) * 25
  const forecast = Math.round(mrr * (0.8 + random() * 0.4) * 100) / 100
  const lines: string[] = []
  for (let day = SAMPLE_DAY - 75; day <= SAMPLE_DAY; day++) {
    if (random() < 0.05) continue
    const amount = (usual: number): number => Math.floor(usual * vigour(course, day) * (0.8 + random() * 0.4))
    const figures = [amount(4000), amount(150), amount(9000), amount(700), mrr, random() < 0.1 ? '' : forecast]
    lines.push([account, isoDay(day), ...figures].join(','))
  }
  return lines
}

/** A time of day, often with the offset of somewhere else: the day in UTC is then another. */
function momentOf(day: number, random: Random): string {
  const two = (n: number): string => String(Math.floor(n)).padStart(2, '0')
  const time = `${two(random() * 24)}:${two(random() * 60)}:${two(random() * 60)}`
  const zones = ['Z', 'Z', '+02:00', '-07:00']
  return `${isoDay(day)}T${time}${zones[Math.floor(random() * zones.length)]}`
}

function shuffled(lines: readonly string[], random: Random): string[] {
  const keyed = lines.map((text) => ({ text, key: random() }))
  return keyed.toSorted((a, b) => a.key - b.key).map(({ text }) => text)
}

function mulberry(seed: number): Random {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

if (import.meta.main) {
  const [folder = 'samples/events', accounts = '12', seed = '20250630'] = process.argv.slice(2)
  mkdirSync(folder, { recursive: true })
  const made = sampleEvents(Number(accounts), Number(seed))
  for (const [name, text] of Object.entries(made)) writeFileSync(join(folder, `${name}.csv`), text)
}
