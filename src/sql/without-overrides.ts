import type { Member } from '../model/group.ts'
import type { Model, Segment } from '../model/model.ts'
import { prefixed, type Naming } from './said-model.ts'

/** A model as if nobody had overridden anything, and its columns: where nothing can differ they are those of the model itself. */
export interface WithoutOverrides {
  readonly model: Model
  readonly called: Naming
}

/** Null where there can be no override. `reaches`: what people may override. */
export function withoutOverrides(model: Model, reaches: (path: string) => boolean): WithoutOverrides | null {
  const touched = touchedOf(model, reaches)
  if (touched.paths.size === 0) return null
  const own = prefixed('')
  const before = prefixed('before |')
  return {
    model: { ...model, segments: model.segments.map((one) => ({ ...one, root: bare(one.root) })) },
    called: {
      ...own,
      member: (path, what) => (touched.paths.has(path) ? before : own).member(path, what),
      isSaid: (path) => !touched.paths.has(path),
      let: (name) => (touched.lets.has(name) ? before : own).let(name),
    },
  }
}

function bare<M extends Member>(member: M): M {
  const modifiers = member.modifiers.filter(({ kind }) => kind !== 'override')
  if (member.kind === 'measure') return { ...member, modifiers }
  return { ...member, modifiers, children: member.children.map(bare) }
}

interface Touched {
  readonly paths: Set<string>
  readonly lets: Set<string>
}

/** Members that an override may change, or that stand above or read one. */
function touchedOf(model: Model, reaches: (path: string) => boolean): Touched {
  const touched: Touched = { paths: new Set(), lets: new Set() }
  const members = model.segments.flatMap(({ root }) => membersBelow(root))
  for (const { path, modifiers } of members) {
    if (reaches(path) || modifiers.some(({ kind }) => kind === 'override')) touched.paths.add(path)
  }
  for (let size = -1; size !== touched.paths.size + touched.lets.size;) {
    size = touched.paths.size + touched.lets.size
    for (const { name, formula } of model.lets) if (reads(formula, touched)) touched.lets.add(name)
    for (const member of members) {
      const { children, ...own } = { children: [], ...member }
      if (children.some(({ path }) => touched.paths.has(path)) || reads(own, touched)) touched.paths.add(member.path)
    }
  }
  return touched
}

function membersBelow(member: Segment['root'] | Member): readonly Member[] {
  return [member, ...(member.kind === 'dimension' ? member.children.flatMap(membersBelow) : [])]
}

/** Looks anywhere in plain data for an expression that reads what is touched. */
function reads(value: unknown, touched: Touched): boolean {
  if (Array.isArray(value)) return value.some((one) => reads(one, touched))
  if (typeof value !== 'object' || value === null) return false
  if ('kind' in value) {
    if (value.kind === 'let' && 'name' in value) return touched.lets.has(String(value.name))
    if ('path' in value && 'model' in value && value.model === null && touched.paths.has(String(value.path)))
      return true
  }
  return Object.values(value).some((one) => reads(one, touched))
}
