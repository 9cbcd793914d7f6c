import type { Expression, Formula, Unit, ValueType } from '../model/expression.ts'
import type { ExpressionTree, Name, Path } from '../parser/tree.ts'
import {
  findPlace,
  isPlace,
  lookUp,
  nearest,
  quote,
  renameFix,
  report,
  writeFix,
  type Context,
  type Place,
} from './context.ts'
import { placesOfModel } from './imported.ts'
import { compileCall } from './calls.ts'
import { compileComparison, compileOneOf } from './comparisons.ts'
import { isDeeper } from './needs.ts'
import { demand, unknown, yesNo, type Typed } from './typed.ts'
import { unitOf, valueTypeOf } from './types.ts'

/** A formula with its text; `needed` reports a result of another type. */
export function compileFormula(
  context: Context,
  tree: ExpressionTree,
  needed: ValueType | null = null,
  unit: Unit | null = null,
): Formula {
  const typed = isDeeper(tree, DEEPEST) ? tooDeep(context, tree) : compileExpression(context, tree)
  if (needed !== null) demand(context, typed, needed, tree)
  return {
    expression: typed.expression,
    type: typed.type ?? needed ?? 'number',
    unit: unit ?? typed.unit,
    computed: typed.computed,
    text: quote(context, tree.span),
    span: tree.span,
  }
}

/** Deeper than anyone writes, shallow enough for every reader of the model to walk it. */
const DEEPEST = 200

function tooDeep(context: Context, tree: ExpressionTree): Typed {
  report(context, 'formula-deep', { levels: DEEPEST }, tree.span, {
    question: 'which part of it can have a name of its own, with `let`?',
  })
  return unknown
}

/** A condition: yes or no. */
export function compileCondition(context: Context, tree: ExpressionTree): Formula {
  return compileFormula(context, tree, 'yes/no')
}

function compileExpression(context: Context, tree: ExpressionTree): Typed {
  switch (tree.kind) {
    case 'number':
      return literal({ kind: 'number', value: tree.number.value }, 'number', tree.number.percent ? 'percent' : null)
    case 'duration':
      return literal({ kind: 'number', value: tree.days }, 'number', 'days')
    case 'text':
      return literal({ kind: 'text', value: tree.text }, 'text')
    case 'yes/no':
      return literal({ kind: 'yes/no', value: tree.value }, 'yes/no')
    case 'date':
      if (tree.date.days === null) {
        report(context, 'date-unknown', { text: tree.date.written }, tree.span, { question: 'which day is meant?' })
        return unknown
      }
      return literal({ kind: 'date', value: tree.date.days }, 'date')
    case 'missing':
      return { ...unknown, computed: false }
    case 'as of':
      return literal({ kind: 'as of' }, 'date')
    case 'name':
      return compileName(context, tree.name)
    case 'of':
      return compileOf(context, tree)
    case 'binary':
      return tree.operator === '+' ||
        tree.operator === '-' ||
        tree.operator === '*' ||
        tree.operator === '/' ||
        tree.operator === '^'
        ? compileArithmetic(context, tree.operator, tree.left, tree.right)
        : compileComparison(context, tree.operator, tree.left, tree.right, compileExpression)
    case 'one of':
      return compileOneOf(context, tree, compileExpression)
    case 'and':
    case 'or': {
      const of = tree.of.map((part) => compileCondition(context, part).expression)
      return { expression: { kind: tree.kind, of }, type: 'yes/no', unit: null, computed: true }
    }
    case 'not':
      return yesNo({ kind: 'not', of: compileCondition(context, tree.of).expression })
    case 'negate': {
      const typed = compileExpression(context, tree.of)
      demand(context, typed, 'number', tree.of)
      if (typed.expression.kind === 'number') {
        return { ...typed, expression: { kind: 'number', value: -typed.expression.value } }
      }
      return { ...typed, expression: { kind: 'negate', of: typed.expression }, computed: true }
    }
    case 'is missing': {
      const test: Expression = { kind: 'is missing', of: compileExpression(context, tree.of).expression }
      return yesNo(tree.negated ? { kind: 'not', of: test } : test)
    }
    case 'if':
      return compileIf(context, tree)
    case 'call':
      return compileCall(context, tree, compileExpression)
    case 'hole':
      return unknown
  }
}

function literal(expression: Expression, type: ValueType, unit: Unit | null = null): Typed {
  return { expression, type, unit, computed: false }
}

function compileName(context: Context, name: Name): Typed {
  const input = context.inputs.get(name.text)
  if (input) return literal({ kind: 'input', name: input.name }, valueTypeOf(input.type), unitOf(input.type))
  const found = context.resolveLet(name.text)
  if (found) {
    const { type, unit, computed } = found.formula
    return { expression: { kind: 'let', name: found.name }, type, unit, computed }
  }
  if (context.letNames.has(name.text)) return unknown // a cycle or an error of its own, already reported
  const suggestion =
    elsewhere.get(name.text.toLowerCase()) ??
    nearest(name.text, [...context.inputs.keys(), ...context.letNames, 'missing', 'yes', 'no', 'as_of'])
  report(context, 'input-unknown', { name: name.text, nearest: suggestion }, name.span, {
    ...(suggestion !== null && isWord(suggestion) ? writeFix(name.span, suggestion) : renameFix(name.span, suggestion)),
    question: suggestion === null ? questionOf(context, name.text) : null,
  })
  return unknown
}

/** What other languages call it. */
const elsewhere: ReadonlyMap<string, string> = new Map([
  ['true', 'yes'],
  ['false', 'no'],
  ['today', 'as_of'],
])

function isWord(name: string): boolean {
  return name === 'missing' || name === 'yes' || name === 'no' || name === 'as_of'
}

function questionOf(context: Context, name: string): string {
  const found = lookUp(context.places, name)
  if (!isPlace(found)) return `should \`${name}\` be declared in \`inputs { }\`?`
  return `\`${name}\` is a ${found.kind}: is \`${found.kind === 'measure' ? 'points' : 'score'} of ${name}\` meant?`
}

function compileOf(context: Context, tree: Extract<ExpressionTree, { kind: 'of' }>): Typed {
  const kind = tree.figure === 'points' ? 'points of' : tree.figure === 'score' ? 'score of' : 'band of'
  const type: ValueType = tree.figure === 'band' ? 'band' : 'number'
  if (tree.path === null) return { expression: { kind, path: '', model: null }, type, unit: null, computed: true }
  const target = findTarget(context, tree.path)
  if (target === null) return unknown
  const wanted = tree.figure === 'points' ? 'measure' : tree.figure === 'score' ? 'dimension' : target.place.kind
  if (wanted !== target.place.kind) {
    reportFigure(context, tree.path, target.place)
    return unknown
  }
  return { expression: { kind, path: target.place.path, model: target.model }, type, unit: null, computed: true }
}

/** Measures have points, dimensions and models a score. */
function reportFigure(context: Context, path: Path, place: Place): void {
  const written = quote(context, path.span)
  const wantsMeasure = place.kind === 'dimension'
  const figure = wantsMeasure ? 'score' : 'points'
  report(
    context,
    'type-mismatch',
    { what: `\`${written}\``, is: `a ${place.kind}`, needed: wantsMeasure ? 'a measure' : 'a dimension' },
    path.span,
    { question: `is \`${figure} of ${written}\` meant?` },
  )
}

/** What a path stands for: a place of this model, or of an imported one that its first name says. */
function findTarget(context: Context, path: Path): { place: Place; model: string | null } | null {
  const [head = '', ...rest] = path.names.map((name) => name.text)
  const own = [head, ...rest].join('.')
  const used = context.uses.get(head)
  if (used === undefined) {
    const place = findPlace(context, own, path.span)
    return place && { place, model: null }
  }
  const local = lookUp(context.places, own)
  if (isPlace(local)) {
    report(context, 'name-ambiguous', { name: own, paths: [local.path, `import … as ${head}`] }, path.span, {
      question: `which is meant? \`import "…" as other\` gives the imported model another name.`,
    })
    return null
  }
  const place = findPlace(context, rest.join('.'), path.span, placesOfModel(used), `${head}.`)
  return place && { place, model: head }
}

function compileArithmetic(
  context: Context,
  operator: '+' | '-' | '*' | '/' | '^',
  leftTree: ExpressionTree,
  rightTree: ExpressionTree,
): Typed {
  const left = compileExpression(context, leftTree)
  const right = compileExpression(context, rightTree)
  if (left.type === 'date' || right.type === 'date')
    return compileDates(context, operator, left, right, leftTree, rightTree)
  demand(context, left, 'number', leftTree)
  demand(context, right, 'number', rightTree)
  const unit = operator === '+' || operator === '-' ? (left.unit === right.unit ? left.unit : null) : null
  return {
    expression: { kind: 'arithmetic', operator, left: left.expression, right: right.expression },
    type: 'number',
    unit,
    computed: true,
  }
}

/** A date and a number of days is a date; two dates differ by days. */
function compileDates(
  context: Context,
  operator: '+' | '-' | '*' | '/' | '^',
  left: Typed,
  right: Typed,
  leftTree: ExpressionTree,
  rightTree: ExpressionTree,
): Typed {
  const bothDates = left.type === 'date' && right.type === 'date'
  if (operator === '-' && bothDates) {
    const expression: Expression = { kind: 'days between', from: right.expression, to: left.expression }
    return { expression, type: 'number', unit: 'days', computed: true }
  }
  const shift = operator === '+' || (operator === '-' && left.type === 'date')
  if (!shift || bothDates) {
    demand(context, left, 'number', leftTree)
    demand(context, right, 'number', rightTree)
    return unknown
  }
  const days = left.type === 'date' ? right : left
  demand(context, days, 'number', left.type === 'date' ? rightTree : leftTree)
  const expression: Expression = { kind: 'arithmetic', operator, left: left.expression, right: right.expression }
  return { expression, type: 'date', unit: null, computed: true }
}

function compileIf(context: Context, tree: Extract<ExpressionTree, { kind: 'if' }>): Typed {
  const when = compileCondition(context, tree.when).expression
  const then = compileExpression(context, tree.then)
  const otherwise = compileExpression(context, tree.else)
  const type = then.type ?? otherwise.type
  if (then.type !== null && otherwise.type !== null) demand(context, otherwise, then.type, tree.else)
  return {
    expression: { kind: 'if', when, then: then.expression, else: otherwise.expression },
    type,
    unit: then.unit ?? otherwise.unit,
    computed: true,
  }
}
