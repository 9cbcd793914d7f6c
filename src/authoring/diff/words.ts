import type { Member } from '../../model/group.ts'
import type { Model } from '../../model/model.ts'
import type { WordChange } from './changes.ts'

/** Labels, documentation, reasons and header labels that differ between parts both models have. */
export function wordChanges(before: Model, after: Model): readonly WordChange[] {
  const old = wordsOf(before)
  return [...wordsOf(after)].flatMap(([key, { path, what, text }]) => {
    const was = old.get(key)
    return was === undefined || was.text === text ? [] : [{ path, what, before: was.text, after: text }]
  })
}

interface Word {
  readonly path: string
  readonly what: string
  readonly text: string | null
}

/** By place and kind; the first segment that has a part speaks for it. */
function wordsOf(model: Model): ReadonlyMap<string, Word> {
  const words = new Map<string, Word>()
  const add = (path: string, what: string, text: string | null): void => {
    const key = `${what} of ${path}`
    if (!words.has(key)) words.set(key, { path, what, text })
  }
  add('', 'name', model.name)
  add('', 'label', model.label)
  add('', 'documentation', model.doc)
  add('', 'version', model.version === null ? null : String(model.version))
  for (const input of model.inputs) add(input.name, 'header labels', input.labels.join(' or ') || null)
  for (const band of model.ladder) {
    add(band.name, 'band label', band.label)
    add(band.name, 'colour', band.color)
  }
  for (const segment of model.segments) {
    add(segment.name, 'segment label', segment.label)
    for (const child of segment.root.children) addMember(child, add)
  }
  for (const one of model.indicators) {
    add(one.label, 'reason of the indicator', one.because)
    add(one.label, 'action of the indicator', one.action)
  }
  return words
}

function addMember(member: Member, add: (path: string, what: string, text: string | null) => void): void {
  add(member.path, 'label', member.label)
  add(member.path, 'documentation', member.doc)
  if (member.kind === 'dimension') for (const child of member.children) addMember(child, add)
  else add(member.path, 'reasons', reasonsOf(member.judge).join('; ') || null)
}

/** All texts under `because` and `action`, wherever they stand in a judge. */
function reasonsOf(part: unknown): readonly string[] {
  if (typeof part !== 'object' || part === null) return []
  return Object.entries(part).flatMap(([key, value]: [string, unknown]) =>
    (key === 'because' || key === 'action') && typeof value === 'string' ? [value] : reasonsOf(value),
  )
}
