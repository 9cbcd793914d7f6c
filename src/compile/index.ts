import type { Finding } from '../findings/finding.ts'
import type { Span } from '../findings/span.ts'
import { MODEL_SCHEMA, type Model } from '../model/model.ts'
import { isAcross } from '../model/across.ts'
import { freezeModel } from '../model/freeze.ts'
import { hashModel } from '../model/hash.ts'
import type { Input } from '../model/input.ts'
import type { Path, PathWeightTree, SettingTree } from '../parser/tree.ts'
import { nearest, pathFix, renameFix, report, type Context } from './context.ts'
import { checkCycles } from './cycles.ts'
import { placesOf } from './dimensions.ts'
import { compileCondition } from './expressions.ts'
import { compileIndicator, compilePortfolioFigure, compileResult } from './figures.ts'
import { possibleLets } from './possible-lets.ts'
import { readSources, type Load, type Source } from './imports.ts'
import { checkTogether, compileInput } from './inputs.ts'
import { withFigures } from './log-figures.ts'
import { compileLog } from './logs.ts'
import { letCompiler } from './lets.ts'
import { gather, type Program, type ProgramReject } from './program.ts'
import { compileLadder } from './ladder.ts'
import { compileScale, titleOf } from './scales.ts'
import { compileSegment, DEFAULT, draftSegments, unionOfPlaces } from './segments.ts'
import { compileTests } from './tests.ts'

export type { Load } from './imports.ts'

/** A compiled model with everything that reading it had to say. With findings of level error it must not score. */
export interface Compilation {
  readonly model: Model
  readonly findings: readonly Finding[]
  /** Source texts by file, for rendering findings. */
  readonly texts: ReadonlyMap<string, string>
}

const nowhere: Load = () => null

/** Reads and compiles a model. Whatever the text, a model comes out, as whole as can be, and nothing is thrown. */
export function compile(text: string, file: string, load: Load = nowhere): Compilation {
  const findings: Finding[] = []
  const texts = new Map<string, string>()
  const source = readSources(text, file, load, texts, findings)
  const model = compileSource(source, texts, findings, new Map())
  return { model, findings: inOrder(findings), texts }
}

/** `done` holds the models compiled so far, so that one imported twice is compiled once. */
function compileSource(
  source: Source,
  texts: ReadonlyMap<string, string>,
  findings: Finding[],
  done: Map<Source, Model>,
): Model {
  const known = done.get(source)
  if (known) return known
  const name = nameOf(source)
  const uses = new Map([...usesOf(source)].map(([used, of]) => [used, compileSource(of, texts, findings, done)]))
  const reject = rejections(findings, texts, name)
  const program = programOf(source, texts, findings, reject)
  const model = freezeModel(compileProgram(program, name, uses, texts, findings, reject))
  done.set(source, model)
  return model
}

function nameOf(source: Source): string {
  return source.tree.header?.name?.text ?? fileName(source.file)
}

/** The imported models, save the one that is amended: it has become part of this one, with the models it uses. */
function usesOf(source: Source): Map<string, Source> {
  const amended = source.tree.header?.amends?.text
  const below = amended === undefined ? undefined : source.imports.get(amended)
  const own = [...source.imports].filter(([, imported]) => imported !== below)
  return new Map([...(below ? usesOf(below) : []), ...own])
}

/** A file's declarations on top of those of the file it amends. */
function programOf(
  source: Source,
  texts: ReadonlyMap<string, string>,
  findings: Finding[],
  reject: ProgramReject,
): Program {
  const name = nameOf(source)
  const amends = source.tree.header?.amends
  const below = amends ? source.imports.get(amends.text) : undefined
  if (amends && !below) {
    const suggestion = nearest(amends.text, source.imports.keys())
    const context = bareContext(findings, texts, name)
    report(context, 'import-unknown', { name: amends.text, nearest: suggestion }, amends.span, {
      ...renameFix(amends.span, suggestion),
      question: suggestion === null ? `which file holds it? Write \`import "…" as ${amends.text}\` first.` : null,
    })
  }
  return gather(source.tree, below ? programOf(below, texts, findings, reject) : null, name, reject)
}

function bareContext(findings: Finding[], texts: ReadonlyMap<string, string>, name: string): Context {
  const nothing = new Map<string, never>()
  return {
    findings,
    texts,
    inputs: nothing,
    letNames: new Set(),
    hoisted: new Map(),
    resolveLet: () => null,
    possibleLets: nothing,
    ladder: [],
    places: nothing,
    uses: nothing,
    trail: [name],
  }
}

function compileProgram(
  program: Program,
  name: string,
  uses: ReadonlyMap<string, Model>,
  texts: ReadonlyMap<string, string>,
  findings: Finding[],
  reject: ProgramReject,
): Model {
  const bare = { ...bareContext(findings, texts, name), uses }
  const trees = program.inputs.map(({ tree }) => tree)
  const logs = new Map([...program.logs].map(([log, draft]) => [log, compileLog(bare, draft)]))
  const declared = program.inputs.map(({ tree, grain }) => compileInput(bare, tree, grain))
  const inputs = new Map(withFigures(bare, declared, trees, logs).map(byName))
  checkTogether(bare, trees)
  for (const tree of program.lets) {
    const input = tree.name && inputs.get(tree.name.text)
    if (tree.name && input?.span) reject.repeated(tree.name, 'an input', input.span)
  }
  const ladder = compileLadder(bare, program.ladder, compileScale(program.root.settings, null))
  const named = { ...bare, inputs, ladder, letNames: new Set(program.lets.flatMap((tree) => tree.name?.text ?? [])) }
  const drafts = draftSegments(named, program.root, program.segments, reject)
  const lets = letCompiler(program.lets)
  const naming: Context = { ...named, places: unionOfPlaces(named, drafts), resolveLet: lets.resolve }
  const orderedLets = lets.compileAll(naming)
  const context: Context = { ...naming, possibleLets: possibleLets(orderedLets, inputs) }
  const label = program.header?.label?.text ?? titleOf(name)
  const segments = drafts.map((draft) => compileSegment(context, draft, label, program.root.applies))
  const fallback = segments.pop()!
  const hasDefault = !program.otherwiseNoScore && fallback.root.children.length > 0
  const { applies } = program.root
  const compiled = {
    appliesWhen: applies ? compileCondition(context, applies) : null,
    indicators: program.indicators.map((tree) => compileIndicator(context, tree)),
    results: program.results.map((tree) => compileResult(context, tree)),
    portfolio: program.portfolio.flatMap((tree) => compilePortfolioFigure(context, tree, fallback.root.bands) ?? []),
  }
  const all = [...inputs.values(), ...context.hoisted.values()]
  // A test may give what only an imported model reads.
  const testing: Context = { ...context, inputs: new Map([...usedInputs(uses), ...all.map(byName)]) }
  const tested = {
    placesBySegment: new Map(drafts.map((draft) => [draft.name, placesOf(context, draft.root)])),
    indicators: program.indicators.flatMap((tree) => tree.label?.text ?? []),
    results: program.results.flatMap((tree) => tree.name?.text ?? []),
  }
  const model: Model = {
    salus: MODEL_SCHEMA,
    name,
    label,
    doc: program.header?.doc ?? null,
    version: program.header?.version?.value ?? null,
    effective: program.header?.effective?.days ?? null,
    hash: '',
    ladder,
    inputs: all,
    logs: [...logs.values()].filter((log) => log !== null),
    lets: orderedLets,
    uses: [...uses].map(([used, imported]) => ({ name: used, model: imported })),
    ...compiled,
    segments: hasDefault ? [...segments, fallback] : segments,
    exclusiveSegments: program.exclusiveSegments,
    otherwiseNoScore: program.otherwiseNoScore,
    tests: program.tests.flatMap((tree) => compileTests(testing, tree, tested)),
    allows: program.allows,
    written: program.written,
    span: program.header?.name?.span ?? null,
  }
  checkCycles(context, model)
  checkFigures(context, uses, program.span)
  return { ...model, hash: hashModel(model) }
}

/** Two imported models that call different figures by one name would read each other's. */
function checkFigures(context: Context, uses: ReadonlyMap<string, Model>, span: Span): void {
  const owners = new Map<string, string>()
  for (const model of [...uses.values()].flatMap(modelsIn)) {
    for (const { name, labels } of model.inputs.filter(isAcross)) {
      const first = owners.get(name) ?? model.hash
      owners.set(name, first)
      if (first === model.hash) continue
      const what = 'a figure of another imported model'
      report(context, 'name-taken', { name: labels[0] ?? name, what }, span, {
        question: 'can one of the two models be without it, or have it under other words?',
      })
    }
  }
}

function modelsIn(model: Model): readonly Model[] {
  return [...model.uses.flatMap((use) => modelsIn(use.model)), model]
}

function usedInputs(uses: ReadonlyMap<string, Model>): [string, Input][] {
  return [...uses.values()].flatMap((model) => [
    ...usedInputs(new Map(model.uses.map((use) => [use.name, use.model]))),
    ...model.inputs.map(byName),
  ])
}

function byName(input: Input): [string, Input] {
  return [input.name, input]
}

/** How amendments and repeated names are reported. */
function rejections(findings: Finding[], texts: ReadonlyMap<string, string>, name: string): ProgramReject {
  const context = bareContext(findings, texts, name)
  return {
    repeated: ({ text, span }, what, first) =>
      report(context, 'name-taken', { name: text, what }, span, {
        related: [{ span: first, label: `the first \`${text}\`` }],
        question: `what should the second \`${text}\` be called?`,
      }),
    unamended: ({ path, span }: PathWeightTree) => {
      const setting = `weight ${path.names.map(({ text }) => text).join('.')}`
      report(context, 'setting-misplaced', { setting, place: 'a segment, or a file that amends another' }, span, {
        question: 'should the weight stand behind the name, where that is declared?',
      })
    },
    misplaced: (setting: SettingTree, place: string) =>
      report(context, 'setting-misplaced', { setting: setting.kind, place }, setting.span, {
        fixes: [{ title: 'take it out', edits: [{ span: setting.span, text: '' }] }],
      }),
    taken: (taken, first) =>
      report(context, 'name-taken', { name: taken.text, what: `a ${first.kind}` }, taken.span, {
        related: first.nameSpan ? [{ span: first.nameSpan, label: `the first \`${taken.text}\`` }] : [],
        question: `what should the second \`${taken.text}\` be called?`,
      }),
    unknownPath: (path: Path, known: readonly string[]) => {
      const written = path.names.map((part) => part.text).join('.')
      const suggestion = nearest(written, known)
      report(context, 'path-unknown', { name: written, nearest: suggestion }, path.span, {
        ...pathFix(path.span, suggestion),
        question: suggestion === null ? 'which measure or dimension is meant?' : null,
      })
    },
    ambiguous: (ambiguous, paths) =>
      report(context, 'name-ambiguous', { name: ambiguous.text, paths }, ambiguous.span, {
        question: 'which of them is meant? Write it inside its dimension.',
      }),
  }
}

function fileName(file: string): string {
  const last = file.slice(file.lastIndexOf('/') + 1)
  return last.replace(/\.salus(\.md)?$/, '')
}

/** By place, each finding once: an amended segment repeats what its default says. */
function inOrder(findings: readonly Finding[]): Finding[] {
  const seen = new Set<string>()
  return findings
    .filter((found) => {
      const key = `${found.slug} ${found.span?.file} ${found.span?.start} ${found.span?.end}`
      if (seen.has(key)) return false
      seen.add(key)
      return true
    })
    .toSorted((a, b) => (a.span?.start ?? 0) - (b.span?.start ?? 0))
}

export { DEFAULT }
