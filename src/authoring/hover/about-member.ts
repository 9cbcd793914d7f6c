import { bandsPlaces, numberLineOf, type BandsPlace } from '../../checks/bands-of.ts'
import { drawNumberLine } from '../../findings/render/number-line.ts'
import type { Measure, Member } from '../../model/group.ts'
import type { Model, Segment } from '../../model/model.ts'
import { writtenNumber } from '../../model/written.ts'
import { fenced, weightOf } from './about.ts'
import { numbersOf } from './numbers.ts'
import { nominalShares } from './shares.ts'

/** A measure with its bands, or a dimension with its members, and what share of the whole it carries in each segment. */
export function aboutMember(model: Model, path: string): string | null {
  const found = model.segments.flatMap((segment) => {
    const member = memberAt(segment.root, path)
    return member === null ? [] : [{ segment, member }]
  })
  // What segments change is said after what holds without one.
  const first = found.find(({ segment }) => segment.amends === null) ?? found[0]
  if (first === undefined) return null
  const { member } = first
  const head = `**${member.label}**, ${member.kind === 'measure' ? 'a measure' : 'a dimension'}`
  const body = member.kind === 'measure' ? bandsOf(model, found) : [members(member)]
  return [head, ...(member.doc === null ? [] : [member.doc]), sharesIn(found), ...body].join('\n\n')
}

interface Found {
  readonly segment: Segment
  readonly member: Member
}

function memberAt(member: Member, path: string): Member | null {
  if (member.path === path) return member
  if (member.kind === 'measure') return null
  for (const child of member.children) {
    const found = memberAt(child, path)
    if (found !== null) return found
  }
  return null
}

/** `13.3% of the score; in Digital 40%, in Airgapped off`. */
function sharesIn(found: readonly Found[]): string {
  const shares = found.map(({ segment, member }) => {
    const share = nominalShares(segment.root).get(member.path) ?? null
    if (member.off || share === 0) return { segment, text: member.off ? 'off' : 'not counted' }
    return { segment, text: share === null ? `weight ${weightOf(member)}` : `${percent(share)} of the score` }
  })
  const byText = Map.groupBy(shares, ({ text }) => text)
  if (byText.size === 1) return `${[...byText.keys()][0]}`
  return [...byText]
    .map(([text, all]) => `${text} in ${all.map(({ segment }) => segment.label).join(', ')}`)
    .join(' · ')
}

/** The judge of each segment that has one of its own. */
function bandsOf(model: Model, found: readonly Found[]): readonly string[] {
  const drawn = bandsPlaces(model)
  const texts = found.flatMap(({ segment, member }) => {
    if (member.kind !== 'measure' || member.off) return []
    const place = drawn.find((one) => one.place.member.judge === member.judge || sameJudge(one, member))
    return [
      {
        segment,
        text: place === undefined ? judgeText(member) : fenced(drawNumberLine(numberLineOf(place, () => false))),
      },
    ]
  })
  const byText = Map.groupBy(texts, ({ text }) => text)
  return [...byText].flatMap(([text, all]) =>
    text === ''
      ? []
      : byText.size === 1
        ? [text]
        : [`${all.map(({ segment }) => segment.label).join(', ')}:\n\n${text}`],
  )
}

function sameJudge({ place: { member } }: BandsPlace, { path, judge }: Measure): boolean {
  const [a, b] = [member.judge.span, judge.span]
  return member.path === path && a !== null && b !== null && a.file === b.file && a.start === b.start
}

function judgeText({ judge }: Measure): string {
  switch (judge.kind) {
    case 'ranges':
      return fenced(numbersOf(judge.banding))
    case 'choices':
      return judge.rows
        .map(({ values, outcome }) => `${values.join(' or ')}: ${outcome.band ?? 'unscored'}`)
        .join(' · ')
    case 'line':
      return judge.knots.map(({ text, after }) => `${text} gives ${writtenNumber(after, null)} points`).join(' · ')
    case 'cases':
      return judge.cases
        .map(
          ({ when, result }) =>
            `- \`${when.text}\`: ${result.kind === 'band' ? result.band : result.kind === 'points' ? result.formula.text : 'unscored'}`,
        )
        .join('\n')
    case 'grid':
      return `${judge.down.value.text} by ${judge.across.value.text}`
    case 'points':
      return `\`${judge.formula.text}\``
  }
}

function members(member: Member): string {
  return member.kind === 'measure'
    ? ''
    : member.children.map((child) => `${child.label} ${weightOf(child)}`).join(' · ')
}

function percent(share: number): string {
  return `${Number((share * 100).toFixed(1))}%`
}
