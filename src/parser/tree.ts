import type { Span } from '../findings/span.ts'
import type { Node, Name, Text, Numeral, DateLiteral, LiteralTree, ExpressionTree, Path } from './tree/expression.ts'

export type * from './tree/expression.ts'

export interface ModelTree extends Node {
  readonly imports: readonly ImportTree[]
  readonly header: HeaderTree | null
  readonly items: readonly ItemTree[]
  /** `// allow slug: reason`, each with the span of the comment. */
  readonly allows: readonly { readonly slug: string; readonly reason: string; readonly span: Span }[]
}

export interface ImportTree extends Node {
  readonly path: Text
  readonly as: Name | null
}

export interface HeaderTree extends Node {
  readonly name: Name | null
  readonly label: Text | null
  readonly doc: string | null
  readonly version: Numeral | null
  readonly effective: DateLiteral | null
  readonly amends: Name | null
}

export type ItemTree =
  | InputsTree
  | LetTree
  | LadderTree
  | SettingTree
  | ScoreTree
  | DimensionTree
  | MeasureTree
  | ModifierTree
  | PathWeightTree
  | SegmentTree
  | IndicatorTree
  | ResultTree
  | PortfolioTree
  | TestTree

export interface InputsTree extends Node {
  readonly kind: 'inputs'
  /** `inputs from events`: the grain. */
  readonly from: Name | null
  readonly inputs: readonly InputTree[]
}

export interface InputTree extends Node {
  readonly name: Name
  readonly doc: string | null
  /** As written: count, percent, `yes/no`, `one of`, …; null where recovery found none. */
  readonly type: { readonly text: string; readonly span: Span } | null
  readonly choices: readonly Text[]
  readonly labels: readonly Text[]
  readonly low: LiteralTree | null
  readonly high: LiteralTree | null
  /** `money in EUR` */
  readonly currency: Name | null
  readonly missingWhen: readonly LiteralTree[]
  readonly role: { readonly kind: 'key' | 'parent'; readonly span: Span } | null
  /** `date in "Europe/Berlin"`: where points in time become days. */
  readonly zone: Text | null
  /** `= count of events over 7 days` */
  readonly figure: FigureTree | null
}

/** `decrease of sum of amount of events where paid over 30 days missing as 0` */
export interface FigureTree extends Node {
  readonly against: { readonly kind: 'increase' | 'decrease' | 'change' | 'previous'; readonly span: Span } | null
  /** null where recovery found none. */
  readonly amount: AmountTree | null
  readonly log: Name | null
  readonly where: ExpressionTree | null
  readonly window:
    | { readonly kind: 'over'; readonly days: number | null; readonly span: Span }
    | { readonly kind: 'since'; readonly anchor: Name | null; readonly span: Span }
    | null
  readonly otherwise: Numeral | null
}

export type AmountTree =
  | { readonly kind: 'count'; readonly span: Span }
  | { readonly kind: 'distinct' | 'stickiness'; readonly of: Name | null; readonly span: Span }
  | {
      readonly kind: 'sum' | 'average' | 'min' | 'max' | 'first' | 'last' | 'share'
      readonly of: ExpressionTree
      readonly span: Span
    }
  | { readonly kind: 'days since'; readonly of: 'first' | 'last'; readonly span: Span }
  | {
      readonly kind: 'streak'
      readonly period: 'day' | 'week' | 'month'
      /** null: at least one. */
      readonly atLeast: Numeral | null
      readonly span: Span
    }

export interface LetTree extends Node {
  readonly kind: 'let'
  readonly name: Name | null
  readonly label: Text | null
  readonly doc: string | null
  readonly expression: ExpressionTree
  readonly as: { readonly text: string; readonly span: Span } | null
}

export interface LadderTree extends Node {
  readonly kind: 'ladder'
  /** Worst first. */
  readonly rungs: readonly {
    readonly name: Name
    readonly label: Text | null
    readonly points: Numeral | null
    readonly color: Text | null
    readonly span: Span
  }[]
}

/** Settings of a file, a score or a dimension; which are allowed where is for the compiler to say. */
export type SettingTree =
  | { readonly kind: 'missing'; readonly rule: MissingTree; readonly span: Span }
  | { readonly kind: 'weights as given'; readonly span: Span }
  | { readonly kind: 'applies'; readonly when: ExpressionTree; readonly span: Span }
  | { readonly kind: 'otherwise no score'; readonly span: Span }
  | { readonly kind: 'exclusive segments'; readonly span: Span }
  | { readonly kind: 'scale'; readonly low: Numeral | null; readonly high: Numeral | null; readonly span: Span }
  | { readonly kind: 'show'; readonly decimals: Numeral | null; readonly span: Span }
  | { readonly kind: 'bands'; readonly bands: 'even' | ChainTree; readonly span: Span }
  | { readonly kind: 'higher is worse'; readonly worse: boolean; readonly span: Span }
  | { readonly kind: 'judge'; readonly shown: boolean; readonly span: Span }
  | {
      readonly kind: 'combine'
      readonly operator: 'mean' | 'sum' | 'min' | 'max' | 'worst' | 'best' | 'product' | null
      readonly from: Numeral | null
      readonly rescaled: boolean
      readonly span: Span
    }
  | RoundTree
  | { readonly kind: 'withhold below'; readonly coverage: Numeral | null; readonly span: Span }

export interface RoundTree extends Node {
  readonly kind: 'round'
  readonly direction: 'nearest' | 'up' | 'down'
  readonly places: Numeral | null
}

export type MissingTree =
  | { readonly kind: 'skip' | 'withhold'; readonly span: Span }
  | { readonly kind: 'band'; readonly name: Name; readonly span: Span }
  | { readonly kind: 'points'; readonly points: Numeral; readonly span: Span }

/** `score { … }`: settings, measures, dimensions and modifiers of the whole. */
export interface ScoreTree extends Node {
  readonly kind: 'score'
  readonly items: readonly GroupItemTree[]
}

export type GroupItemTree = MeasureTree | DimensionTree | ModifierTree | SettingTree

export interface WeightTree extends Node {
  readonly number: Numeral
}

export interface DimensionTree extends Node {
  readonly kind: 'dimension'
  readonly name: Name | null
  readonly label: Text | null
  readonly doc: string | null
  readonly weight: WeightTree | null
  readonly off: Span | null
  readonly applies: ExpressionTree | null
  readonly missing: MissingTree | null
  readonly items: readonly GroupItemTree[]
}

export interface MeasureTree extends Node {
  readonly kind: 'measure'
  readonly name: Name | null
  readonly label: Text | null
  readonly doc: string | null
  /** `measure name = formula`; null: the input or `let` of that name. */
  readonly value: ExpressionTree | null
  readonly as: { readonly text: string; readonly span: Span } | null
  /** null: none written (an amendment may leave it as it is). */
  readonly judge: JudgeTree | null
  /** A second judge is a finding of the compiler's. */
  readonly extraJudges: readonly JudgeTree[]
  readonly weight: WeightTree | null
  readonly off: Span | null
  readonly applies: ExpressionTree | null
  readonly missing: MissingTree | null
  readonly stale: {
    readonly days: Numeral | null
    readonly by: Name | null
    readonly asMissing: boolean
    readonly span: Span
  } | null
  readonly round: RoundTree | null
  readonly modifiers: readonly ModifierTree[]
  readonly because: readonly { readonly band: Name; readonly text: Text; readonly span: Span }[]
  readonly actions: readonly { readonly band: Name; readonly text: Text; readonly span: Span }[]
  /** `scoring poor 0, healthy 8` */
  readonly scoring: readonly { readonly band: Name; readonly points: Numeral; readonly span: Span }[]
}

export type JudgeTree = ChainTree | ChoicesTree | TableTree | LineTree | CasesTree | GridTree | PointsTree | EvenTree

/** `poor < 50% <= concerning < 80% <= healthy`: bands.length is edges.length + 1. The band `unscored` scores nothing. */
export interface ChainTree extends Node {
  readonly kind: 'chain'
  readonly bands: readonly Name[]
  readonly edges: readonly {
    /** The signs as written on the left and the right of the number; null where recovery found none. */
    readonly left: '<' | '<=' | '>' | '>=' | null
    readonly at: LiteralTree | null
    readonly right: '<' | '<=' | '>' | '>=' | null
    readonly span: Span
  }[]
}

/** `poor = Poor or Bad, healthy = Good, otherwise concerning` */
export interface ChoicesTree extends Node {
  readonly kind: 'choices'
  readonly rows: readonly { readonly band: Name; readonly values: readonly LiteralTree[]; readonly span: Span }[]
  readonly otherwise: Name | null
}

/** `{ poor >= 5 because "…"  concerning 2 to under 5  healthy < 2 or 99  otherwise unscored }` */
export interface TableTree extends Node {
  readonly kind: 'table'
  readonly first: boolean
  readonly rows: readonly TableRowTree[]
  readonly otherwise: TableRowTree | null
}

export interface TableRowTree extends Node {
  readonly band: Name
  readonly claims: readonly ClaimTree[]
  readonly points: Numeral | null
  readonly because: Text | null
  readonly action: Text | null
}

export type ClaimTree =
  | { readonly kind: 'sign'; readonly sign: '<' | '<=' | '>' | '>='; readonly at: LiteralTree; readonly span: Span }
  /** `2 to 5` closed at both ends, `2 to under 5` half open, `above 2 to 5` open below. */
  | {
      readonly kind: 'between'
      readonly low: LiteralTree
      readonly high: LiteralTree
      readonly above: boolean
      readonly under: boolean
      readonly span: Span
    }
  /** `3+` */
  | { readonly kind: 'and more'; readonly low: LiteralTree; readonly span: Span }
  | { readonly kind: 'value'; readonly value: LiteralTree; readonly span: Span }

/** `line 0% = 0, 50% = 4 then 6, 100% = 10 below unscored above 10 points` */
export interface LineTree extends Node {
  readonly kind: 'line'
  /** `then`: from the knot on; `after`: only past the knot. */
  readonly knots: readonly {
    readonly at: LiteralTree
    readonly points: Numeral
    readonly jump: { readonly kind: 'then' | 'after'; readonly points: Numeral } | null
    readonly span: Span
  }[]
  readonly below: LineEndTree | null
  readonly above: LineEndTree | null
}
export type LineEndTree =
  | { readonly kind: 'hold' | 'extend' | 'unscored'; readonly span: Span }
  | { readonly kind: 'points'; readonly points: Numeral; readonly span: Span }

/** `first { when tickets > 9 then poor because "…"  otherwise healthy }`, `all from 5 { when champion then 2 }` */
export interface CasesTree extends Node {
  readonly kind: 'cases'
  readonly hit: 'first' | 'all'
  readonly from: Numeral | null
  readonly cases: readonly {
    readonly when: ExpressionTree
    /** A bare name that is a rung (or `unscored`) is that band. */
    readonly then: ExpressionTree
    readonly because: Text | null
    readonly action: Text | null
    readonly span: Span
  }[]
  readonly otherwise: ExpressionTree | null
}

/** `grid tenure by usage { across < 30%, 30% to under 70%, >= 70%  row < 6: 2, 5, 8  row missing: … }` */
export interface GridTree extends Node {
  readonly kind: 'grid'
  readonly down: ExpressionTree
  readonly across: ExpressionTree
  readonly columns: readonly GridKeyTree[]
  readonly rows: readonly {
    readonly key: GridKeyTree
    readonly cells: readonly (
      { readonly kind: 'points'; readonly points: Numeral } | { readonly kind: 'band'; readonly name: Name }
    )[]
    readonly span: Span
  }[]
}
export type GridKeyTree =
  | { readonly kind: 'claims'; readonly claims: readonly ClaimTree[]; readonly span: Span }
  | { readonly kind: 'missing' | 'otherwise'; readonly span: Span }

/** `points min(w / 12, 1) * 10` */
export interface PointsTree extends Node {
  readonly kind: 'points'
  readonly expression: ExpressionTree
}

/** `even 0 to 100` cuts the stretch into as many equal parts as the ladder has rungs; without bounds, the input's own. */
export interface EvenTree extends Node {
  readonly kind: 'even'
  readonly low: LiteralTree | null
  readonly high: LiteralTree | null
}

export interface ModifierTree extends Node {
  readonly kind: 'modifier'
  readonly modifier: 'bonus' | 'penalty' | 'multiply' | 'cap' | 'floor' | 'override'
  /** The number or formula; a bare name that is a rung is that band. */
  readonly amount: ExpressionTree
  /** `override to 3 band poor` */
  readonly band: ExpressionTree | null
  readonly when: ExpressionTree | null
  /** `because "text"`, or `because of column`. */
  readonly because: Text | null
  readonly becauseOf: Name | null
  readonly until: ExpressionTree | null
  readonly reasonRequired: boolean
}

export interface SegmentTree extends Node {
  readonly kind: 'segment'
  readonly name: Name | null
  readonly label: Text | null
  readonly doc: string | null
  readonly when: ExpressionTree | null
  /** `default` or another segment; null where not written (then `default`). */
  readonly amends: Name | null
  readonly items: readonly AmendmentTree[]
}

/** `weight technical 20%`: of what is declared elsewhere. */
export interface PathWeightTree extends Node {
  readonly kind: 'weight'
  readonly path: Path
  readonly weight: WeightTree
}

export type AmendmentTree =
  | GroupItemTree
  | ScoreTree
  | PathWeightTree
  | { readonly kind: 'switch'; readonly path: Path; readonly on: boolean; readonly span: Span }

export interface IndicatorTree extends Node {
  readonly kind: 'indicator'
  readonly risk: boolean
  readonly label: Text | null
  readonly doc: string | null
  readonly when: ExpressionTree
  readonly because: Text | null
  readonly action: Text | null
}

export interface ResultTree extends Node {
  readonly kind: 'result'
  readonly name: Name | null
  readonly label: Text | null
  readonly doc: string | null
  readonly expression: ExpressionTree
  readonly as: { readonly text: string; readonly span: Span } | null
}

export interface PortfolioTree extends Node {
  readonly kind: 'portfolio'
  readonly name: Name | null
  readonly label: Text | null
  readonly figure:
    /** `share of accounts in healthy or concerning`, `share of acv in healthy` (of null: accounts) */
    | { readonly kind: 'share'; readonly of: Name | null; readonly bands: readonly Name[] }
    | { readonly kind: 'mean'; readonly of: ExpressionTree }
    | { readonly kind: 'index'; readonly points: readonly { readonly band: Name; readonly points: Numeral }[] }
    | null
  readonly weightedBy: Name | null
  readonly where: ExpressionTree | null
}

export interface TestTree extends Node {
  readonly kind: 'test'
  readonly name: Text | null
  readonly segment: Name | null
  readonly asOf: DateLiteral | null
  readonly lines: readonly TestLineTree[]
}

export type TestLineTree =
  | { readonly kind: 'given'; readonly pairs: readonly PairTree[]; readonly span: Span }
  | { readonly kind: 'expect'; readonly expect: readonly ExpectationTree[]; readonly span: Span }
  | {
      readonly kind: 'case'
      readonly pairs: readonly PairTree[]
      readonly expect: readonly ExpectationTree[]
      readonly span: Span
    }

export interface PairTree extends Node {
  readonly name: Name
  readonly value: LiteralTree
}

export type ExpectationTree =
  | { readonly kind: 'no score'; readonly span: Span }
  | { readonly kind: 'shown'; readonly text: string; readonly span: Span }
  /** null: `segment none` */
  | { readonly kind: 'segment'; readonly name: Name | null; readonly span: Span }
  | { readonly kind: 'coverage'; readonly value: Numeral; readonly within: Numeral | null; readonly span: Span }
  | { readonly kind: 'indicator'; readonly label: Text; readonly holds: boolean; readonly span: Span }
  | {
      readonly kind: 'result'
      readonly name: Name
      readonly value: LiteralTree
      readonly within: Numeral | null
      readonly span: Span
    }
  /** `of` null: the whole (`score …`) or, in a `case`, what its first pair names. `value` is a number, a band, or a state word. */
  | {
      readonly kind: 'of'
      readonly of: Path | 'score' | null
      readonly value: LiteralTree
      readonly within: Numeral | null
      readonly span: Span
    }
