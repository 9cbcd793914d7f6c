/* oxlint-disable max-lines */
// Written by scripts/write-cst-types.ts from the grammar.
import type { CstNode, IToken } from 'chevrotain'

export interface FormulaCstNode extends CstNode {
  name: 'formula'
  children: FormulaCstChildren
}

export type FormulaCstChildren = {
  expr?: ExprCstNode[]
  asWord?: IToken[]
  unit?: UnitCstNode[]
}

export interface ExprCstNode extends CstNode {
  name: 'expr'
  children: ExprCstChildren
}

export type ExprCstChildren = {
  conj?: ConjCstNode[]
  orWord?: IToken[]
}

export interface ConjCstNode extends CstNode {
  name: 'conj'
  children: ConjCstChildren
}

export type ConjCstChildren = {
  neg?: NegCstNode[]
  andWord?: IToken[]
}

export interface NegCstNode extends CstNode {
  name: 'neg'
  children: NegCstChildren
}

export type NegCstChildren = {
  notWord?: IToken[]
  neg?: NegCstNode[]
  comparison?: ComparisonCstNode[]
}

export interface ComparisonCstNode extends CstNode {
  name: 'comparison'
  children: ComparisonCstChildren
}

export type ComparisonCstChildren = {
  sum?: SumCstNode[]
  Comparator?: IToken[]
  isWord?: IToken[]
  notWord?: IToken[]
  oneWord?: IToken[]
  ofWord?: IToken[]
  args?: ArgsCstNode[]
}

export interface SumCstNode extends CstNode {
  name: 'sum'
  children: SumCstChildren
}

export type SumCstChildren = {
  product?: ProductCstNode[]
  operator?: IToken[]
}

export interface ProductCstNode extends CstNode {
  name: 'product'
  children: ProductCstChildren
}

export type ProductCstChildren = {
  unary?: UnaryCstNode[]
  operator?: IToken[]
}

export interface UnaryCstNode extends CstNode {
  name: 'unary'
  children: UnaryCstChildren
}

export type UnaryCstChildren = {
  Minus?: IToken[]
  unary?: UnaryCstNode[]
  power?: PowerCstNode[]
}

export interface PowerCstNode extends CstNode {
  name: 'power'
  children: PowerCstChildren
}

export type PowerCstChildren = {
  primary?: PrimaryCstNode[]
  Power?: IToken[]
  unary?: UnaryCstNode[]
}

export interface PrimaryCstNode extends CstNode {
  name: 'primary'
  children: PrimaryCstChildren
}

export type PrimaryCstChildren = {
  NumberText?: IToken[]
  duration?: DurationCstNode[]
  Text?: IToken[]
  DateText?: IToken[]
  yesWord?: IToken[]
  noWord?: IToken[]
  missingWord?: IToken[]
  as_ofWord?: IToken[]
  unscoredWord?: IToken[]
  figureOf?: FigureOfCstNode[]
  Name?: IToken[]
  call?: CallCstNode[]
  LeftParenthesis?: IToken[]
  expr?: ExprCstNode[]
  RightParenthesis?: IToken[]
  conditional?: ConditionalCstNode[]
  Hole?: IToken[]
}

export interface FigureOfCstNode extends CstNode {
  name: 'figureOf'
  children: FigureOfCstChildren
}

export type FigureOfCstChildren = {
  figure?: IToken[]
  ofWord?: IToken[]
  path?: PathCstNode[]
}

export interface ConditionalCstNode extends CstNode {
  name: 'conditional'
  children: ConditionalCstChildren
}

export type ConditionalCstChildren = {
  ifWord?: IToken[]
  condition?: ExprCstNode[]
  thenWord?: IToken[]
  consequence?: ExprCstNode[]
  elseWord?: IToken[]
  alternative?: ExprCstNode[]
}

export interface CallCstNode extends CstNode {
  name: 'call'
  children: CallCstChildren
}

export type CallCstChildren = {
  args?: ArgsCstNode[]
  sinceWord?: IToken[]
  anchor?: IToken[]
  withinWord?: IToken[]
  cohort?: IToken[]
  children?: ChildrenCstNode[]
}

export interface ArgsCstNode extends CstNode {
  name: 'args'
  children: ArgsCstChildren
}

export type ArgsCstChildren = {
  LeftParenthesis?: IToken[]
  expr?: ExprCstNode[]
  Comma?: IToken[]
  RightParenthesis?: IToken[]
}

export interface ChildrenCstNode extends CstNode {
  name: 'children'
  children: ChildrenCstChildren
}

export type ChildrenCstChildren = {
  ofWord?: IToken[]
  childrenWord?: IToken[]
  weightedWord?: IToken[]
  byWord?: IToken[]
  Name?: IToken[]
  whereWord?: IToken[]
  filter?: ExprCstNode[]
  includingWord?: IToken[]
  parentWord?: IToken[]
  otherwiseWord?: IToken[]
  fallback?: ExprCstNode[]
}

export interface PathCstNode extends CstNode {
  name: 'path'
  children: PathCstChildren
}

export type PathCstChildren = {
  Name?: IToken[]
  Dot?: IToken[]
}

export interface UnitCstNode extends CstNode {
  name: 'unit'
  children: UnitCstChildren
}

export type UnitCstChildren = {
  TypeWord?: IToken[]
  yesWord?: IToken[]
  Over?: IToken[]
  noWord?: IToken[]
}

export interface DurationCstNode extends CstNode {
  name: 'duration'
  children: DurationCstChildren
}

export type DurationCstChildren = {
  daysWord?: IToken[]
  dayWord?: IToken[]
  weeksWord?: IToken[]
  weekWord?: IToken[]
}

export interface RangeCstNode extends CstNode {
  name: 'range'
  children: RangeCstChildren
}

export type RangeCstChildren = {
  bound?: BoundCstNode[]
  toWord?: IToken[]
}

export interface LiteralCstNode extends CstNode {
  name: 'literal'
  children: LiteralCstChildren
}

export type LiteralCstChildren = {
  value?: ValueCstNode[]
  missingWord?: IToken[]
}

export interface ValueCstNode extends CstNode {
  name: 'value'
  children: ValueCstChildren
}

export type ValueCstChildren = {
  bound?: BoundCstNode[]
  Text?: IToken[]
  Name?: IToken[]
  yesWord?: IToken[]
  noWord?: IToken[]
}

export interface BoundCstNode extends CstNode {
  name: 'bound'
  children: BoundCstChildren
}

export type BoundCstChildren = {
  signed?: SignedCstNode[]
  DateText?: IToken[]
}

export interface SignedCstNode extends CstNode {
  name: 'signed'
  children: SignedCstChildren
}

export type SignedCstChildren = {
  Minus?: IToken[]
  NumberText?: IToken[]
}

export interface LogFigureCstNode extends CstNode {
  name: 'logFigure'
  children: LogFigureCstChildren
}

export type LogFigureCstChildren = {
  against?: IToken[]
  ofWord?: IToken[]
  amount?: AmountCstNode[]
  log?: IToken[]
  whereWord?: IToken[]
  expr?: ExprCstNode[]
  window?: WindowCstNode[]
  missingWord?: IToken[]
  asWord?: IToken[]
  signed?: SignedCstNode[]
}

export interface AmountCstNode extends CstNode {
  name: 'amount'
  children: AmountCstChildren
}

export type AmountCstChildren = {
  figure?: IToken[]
  ofWord?: IToken[]
  column?: IToken[]
  sinceWord?: IToken[]
  which?: IToken[]
  period?: IToken[]
  withWord?: IToken[]
  NumberText?: IToken[]
  Plus?: IToken[]
  amountOf?: AmountOfCstNode[]
}

export interface AmountOfCstNode extends CstNode {
  name: 'amountOf'
  children: AmountOfCstChildren
}

export type AmountOfCstChildren = {
  figure?: IToken[]
  ofWord?: IToken[]
  expr?: ExprCstNode[]
}

export interface WindowCstNode extends CstNode {
  name: 'window'
  children: WindowCstChildren
}

export type WindowCstChildren = {
  overWord?: IToken[]
  NumberText?: IToken[]
  duration?: DurationCstNode[]
  sinceWord?: IToken[]
  anchor?: IToken[]
}

export interface ChainCstNode extends CstNode {
  name: 'chain'
  children: ChainCstChildren
}

export type ChainCstChildren = {
  Band?: IToken[]
  edge?: EdgeCstNode[]
}

export interface EdgeCstNode extends CstNode {
  name: 'edge'
  children: EdgeCstChildren
}

export type EdgeCstChildren = {
  Sign?: IToken[]
  value?: ValueCstNode[]
  Band?: IToken[]
}

export interface ChoicesCstNode extends CstNode {
  name: 'choices'
  children: ChoicesCstChildren
}

export type ChoicesCstChildren = {
  choiceRow?: ChoiceRowCstNode[]
  Comma?: IToken[]
  otherwiseWord?: IToken[]
  Band?: IToken[]
}

export interface ChoiceRowCstNode extends CstNode {
  name: 'choiceRow'
  children: ChoiceRowCstChildren
}

export type ChoiceRowCstChildren = {
  Band?: IToken[]
  Equal?: IToken[]
  value?: ValueCstNode[]
  orWord?: IToken[]
}

export interface BlockCstNode extends CstNode {
  name: 'block'
  children: BlockCstChildren
}

export type BlockCstChildren = {
  firstWord?: IToken[]
  allWord?: IToken[]
  fromWord?: IToken[]
  signed?: SignedCstNode[]
  LeftBrace?: IToken[]
  caseRow?: CaseRowCstNode[]
  row?: RowCstNode[]
  otherwiseRow?: OtherwiseRowCstNode[]
  RightBrace?: IToken[]
}

export interface CaseRowCstNode extends CstNode {
  name: 'caseRow'
  children: CaseRowCstChildren
}

export type CaseRowCstChildren = {
  whenWord?: IToken[]
  expr?: ExprCstNode[]
  thenWord?: IToken[]
  rowOption?: RowOptionCstNode[]
}

export interface RowCstNode extends CstNode {
  name: 'row'
  children: RowCstChildren
}

export type RowCstChildren = {
  Band?: IToken[]
  claims?: ClaimsCstNode[]
  rowOption?: RowOptionCstNode[]
  Comma?: IToken[]
}

export interface OtherwiseRowCstNode extends CstNode {
  name: 'otherwiseRow'
  children: OtherwiseRowCstChildren
}

export type OtherwiseRowCstChildren = {
  otherwiseWord?: IToken[]
  expr?: ExprCstNode[]
  rowOption?: RowOptionCstNode[]
}

export interface RowOptionCstNode extends CstNode {
  name: 'rowOption'
  children: RowOptionCstChildren
}

export type RowOptionCstChildren = {
  signed?: SignedCstNode[]
  pointsWord?: IToken[]
  reason?: ReasonCstNode[]
}

export interface ReasonCstNode extends CstNode {
  name: 'reason'
  children: ReasonCstChildren
}

export type ReasonCstChildren = {
  becauseWord?: IToken[]
  doWord?: IToken[]
  Text?: IToken[]
}

export interface ClaimsCstNode extends CstNode {
  name: 'claims'
  children: ClaimsCstChildren
}

export type ClaimsCstChildren = {
  claim?: ClaimCstNode[]
  orWord?: IToken[]
}

export interface ClaimCstNode extends CstNode {
  name: 'claim'
  children: ClaimCstChildren
}

export type ClaimCstChildren = {
  Sign?: IToken[]
  value?: ValueCstNode[]
  aboveWord?: IToken[]
  low?: ValueCstNode[]
  toWord?: IToken[]
  underWord?: IToken[]
  high?: ValueCstNode[]
  Plus?: IToken[]
}

export interface LineCstNode extends CstNode {
  name: 'line'
  children: LineCstChildren
}

export type LineCstChildren = {
  lineWord?: IToken[]
  knot?: KnotCstNode[]
  Comma?: IToken[]
  belowWord?: IToken[]
  below?: LineEndCstNode[]
  aboveWord?: IToken[]
  above?: LineEndCstNode[]
}

export interface KnotCstNode extends CstNode {
  name: 'knot'
  children: KnotCstChildren
}

export type KnotCstChildren = {
  bound?: BoundCstNode[]
  Equal?: IToken[]
  signed?: SignedCstNode[]
  thenWord?: IToken[]
  afterWord?: IToken[]
  jump?: SignedCstNode[]
}

export interface LineEndCstNode extends CstNode {
  name: 'lineEnd'
  children: LineEndCstChildren
}

export type LineEndCstChildren = {
  holdWord?: IToken[]
  extendWord?: IToken[]
  unscoredWord?: IToken[]
  signed?: SignedCstNode[]
  pointsWord?: IToken[]
}

export interface GridCstNode extends CstNode {
  name: 'grid'
  children: GridCstChildren
}

export type GridCstChildren = {
  gridWord?: IToken[]
  down?: ExprCstNode[]
  byWord?: IToken[]
  sideways?: ExprCstNode[]
  LeftBrace?: IToken[]
  acrossWord?: IToken[]
  key?: KeyCstNode[]
  Comma?: IToken[]
  gridRow?: GridRowCstNode[]
  RightBrace?: IToken[]
}

export interface GridRowCstNode extends CstNode {
  name: 'gridRow'
  children: GridRowCstChildren
}

export type GridRowCstChildren = {
  rowWord?: IToken[]
  key?: KeyCstNode[]
  Colon?: IToken[]
  cell?: CellCstNode[]
  Comma?: IToken[]
}

export interface KeyCstNode extends CstNode {
  name: 'key'
  children: KeyCstChildren
}

export type KeyCstChildren = {
  claims?: ClaimsCstNode[]
  missingWord?: IToken[]
  otherwiseWord?: IToken[]
}

export interface CellCstNode extends CstNode {
  name: 'cell'
  children: CellCstChildren
}

export type CellCstChildren = {
  signed?: SignedCstNode[]
  Band?: IToken[]
}

export interface BandPointsCstNode extends CstNode {
  name: 'bandPoints'
  children: BandPointsCstChildren
}

export type BandPointsCstChildren = {
  Band?: IToken[]
  signed?: SignedCstNode[]
}

export interface ScoreCstNode extends CstNode {
  name: 'score'
  children: ScoreCstChildren
}

export type ScoreCstChildren = {
  scoreWord?: IToken[]
  LeftBrace?: IToken[]
  groupItem?: GroupItemCstNode[]
  RightBrace?: IToken[]
}

export interface GroupItemCstNode extends CstNode {
  name: 'groupItem'
  children: GroupItemCstChildren
}

export type GroupItemCstChildren = {
  measure?: MeasureCstNode[]
  dimension?: DimensionCstNode[]
  modifier?: ModifierCstNode[]
  setting?: SettingCstNode[]
}

export interface DimensionCstNode extends CstNode {
  name: 'dimension'
  children: DimensionCstChildren
}

export type DimensionCstChildren = {
  dimensionWord?: IToken[]
  Name?: IToken[]
  Text?: IToken[]
  dimensionOption?: DimensionOptionCstNode[]
  LeftBrace?: IToken[]
  groupItem?: GroupItemCstNode[]
  RightBrace?: IToken[]
}

export interface DimensionOptionCstNode extends CstNode {
  name: 'dimensionOption'
  children: DimensionOptionCstChildren
}

export type DimensionOptionCstChildren = {
  weightWord?: IToken[]
  NumberText?: IToken[]
  offWord?: IToken[]
  applies?: AppliesCstNode[]
  absent?: AbsentCstNode[]
}

export interface MeasureCstNode extends CstNode {
  name: 'measure'
  children: MeasureCstChildren
}

export type MeasureCstChildren = {
  measureWord?: IToken[]
  Name?: IToken[]
  Text?: IToken[]
  Equal?: IToken[]
  formula?: FormulaCstNode[]
  measureOption?: MeasureOptionCstNode[]
}

export interface MeasureOptionCstNode extends CstNode {
  name: 'measureOption'
  children: MeasureOptionCstChildren
}

export type MeasureOptionCstChildren = {
  chain?: ChainCstNode[]
  choices?: ChoicesCstNode[]
  block?: BlockCstNode[]
  line?: LineCstNode[]
  grid?: GridCstNode[]
  pointsWord?: IToken[]
  expr?: ExprCstNode[]
  evenWord?: IToken[]
  range?: RangeCstNode[]
  weightWord?: IToken[]
  NumberText?: IToken[]
  offWord?: IToken[]
  applies?: AppliesCstNode[]
  absent?: AbsentCstNode[]
  stale?: StaleCstNode[]
  round?: RoundCstNode[]
  modifier?: ModifierCstNode[]
  bandText?: BandTextCstNode[]
  scoring?: ScoringCstNode[]
}

export interface BandTextCstNode extends CstNode {
  name: 'bandText'
  children: BandTextCstChildren
}

export type BandTextCstChildren = {
  becauseWord?: IToken[]
  doWord?: IToken[]
  Band?: IToken[]
  Text?: IToken[]
}

export interface ScoringCstNode extends CstNode {
  name: 'scoring'
  children: ScoringCstChildren
}

export type ScoringCstChildren = {
  scoringWord?: IToken[]
  bandPoints?: BandPointsCstNode[]
  Comma?: IToken[]
}

export interface StaleCstNode extends CstNode {
  name: 'stale'
  children: StaleCstChildren
}

export type StaleCstChildren = {
  staleWord?: IToken[]
  afterWord?: IToken[]
  NumberText?: IToken[]
  duration?: DurationCstNode[]
  byWord?: IToken[]
  Name?: IToken[]
  asWord?: IToken[]
  missingWord?: IToken[]
}

export interface ModifierCstNode extends CstNode {
  name: 'modifier'
  children: ModifierCstChildren
}

export type ModifierCstChildren = {
  bonusWord?: IToken[]
  penaltyWord?: IToken[]
  expr?: ExprCstNode[]
  multiplyWord?: IToken[]
  byWord?: IToken[]
  capWord?: IToken[]
  floorWord?: IToken[]
  atWord?: IToken[]
  overrideWord?: IToken[]
  toWord?: IToken[]
  bandWord?: IToken[]
  bandExpr?: ExprCstNode[]
  modifierOption?: ModifierOptionCstNode[]
}

export interface ModifierOptionCstNode extends CstNode {
  name: 'modifierOption'
  children: ModifierOptionCstChildren
}

export type ModifierOptionCstChildren = {
  whenWord?: IToken[]
  expr?: ExprCstNode[]
  becauseWord?: IToken[]
  Text?: IToken[]
  ofWord?: IToken[]
  Name?: IToken[]
  untilWord?: IToken[]
  reasonWord?: IToken[]
  requiredWord?: IToken[]
}

export interface SettingCstNode extends CstNode {
  name: 'setting'
  children: SettingCstChildren
}

export type SettingCstChildren = {
  absent?: AbsentCstNode[]
  weightsWord?: IToken[]
  asWord?: IToken[]
  givenWord?: IToken[]
  applies?: AppliesCstNode[]
  otherwiseWord?: IToken[]
  noWord?: IToken[]
  scoreWord?: IToken[]
  exclusiveWord?: IToken[]
  segmentsWord?: IToken[]
  scaleWord?: IToken[]
  signed?: SignedCstNode[]
  toWord?: IToken[]
  showWord?: IToken[]
  decimals?: DecimalsCstNode[]
  bandsWord?: IToken[]
  chain?: ChainCstNode[]
  evenWord?: IToken[]
  higherWord?: IToken[]
  isWord?: IToken[]
  worseWord?: IToken[]
  betterWord?: IToken[]
  judgeWord?: IToken[]
  shownWord?: IToken[]
  exactWord?: IToken[]
  combine?: CombineCstNode[]
  round?: RoundCstNode[]
  withholdWord?: IToken[]
  belowWord?: IToken[]
  NumberText?: IToken[]
  coverageWord?: IToken[]
}

export interface CombineCstNode extends CstNode {
  name: 'combine'
  children: CombineCstChildren
}

export type CombineCstChildren = {
  combineWord?: IToken[]
  operator?: IToken[]
  fromWord?: IToken[]
  signed?: SignedCstNode[]
  rescaledWord?: IToken[]
}

export interface AppliesCstNode extends CstNode {
  name: 'applies'
  children: AppliesCstChildren
}

export type AppliesCstChildren = {
  appliesWord?: IToken[]
  whenWord?: IToken[]
  expr?: ExprCstNode[]
}

export interface AbsentCstNode extends CstNode {
  name: 'absent'
  children: AbsentCstChildren
}

export type AbsentCstChildren = {
  missingWord?: IToken[]
  Name?: IToken[]
  signed?: SignedCstNode[]
  pointsWord?: IToken[]
}

export interface RoundCstNode extends CstNode {
  name: 'round'
  children: RoundCstChildren
}

export type RoundCstChildren = {
  roundWord?: IToken[]
  upWord?: IToken[]
  downWord?: IToken[]
  toWord?: IToken[]
  decimals?: DecimalsCstNode[]
}

export interface DecimalsCstNode extends CstNode {
  name: 'decimals'
  children: DecimalsCstChildren
}

export type DecimalsCstChildren = {
  NumberText?: IToken[]
  decimalWord?: IToken[]
  decimalsWord?: IToken[]
}

export interface TestCstNode extends CstNode {
  name: 'test'
  children: TestCstChildren
}

export type TestCstChildren = {
  testWord?: IToken[]
  Text?: IToken[]
  inWord?: IToken[]
  Name?: IToken[]
  asWord?: IToken[]
  ofWord?: IToken[]
  DateText?: IToken[]
  LeftBrace?: IToken[]
  testLine?: TestLineCstNode[]
  RightBrace?: IToken[]
}

export interface TestLineCstNode extends CstNode {
  name: 'testLine'
  children: TestLineCstChildren
}

export type TestLineCstChildren = {
  givenWord?: IToken[]
  pairs?: PairsCstNode[]
  expectWord?: IToken[]
  expectations?: ExpectationsCstNode[]
  caseWord?: IToken[]
  Arrow?: IToken[]
}

export interface PairsCstNode extends CstNode {
  name: 'pairs'
  children: PairsCstChildren
}

export type PairsCstChildren = {
  pair?: PairCstNode[]
  Comma?: IToken[]
}

export interface PairCstNode extends CstNode {
  name: 'pair'
  children: PairCstChildren
}

export type PairCstChildren = {
  Name?: IToken[]
  literal?: LiteralCstNode[]
}

export interface ExpectationsCstNode extends CstNode {
  name: 'expectations'
  children: ExpectationsCstChildren
}

export type ExpectationsCstChildren = {
  expectation?: ExpectationCstNode[]
  Comma?: IToken[]
}

export interface ExpectationCstNode extends CstNode {
  name: 'expectation'
  children: ExpectationCstChildren
}

export type ExpectationCstChildren = {
  noWord?: IToken[]
  scoreWord?: IToken[]
  indicatorWord?: IToken[]
  Text?: IToken[]
  shown?: ShownCstNode[]
  outcome?: OutcomeCstNode[]
  resultWord?: IToken[]
  Name?: IToken[]
  literal?: LiteralCstNode[]
  within?: WithinCstNode[]
  path?: PathCstNode[]
}

export interface ShownCstNode extends CstNode {
  name: 'shown'
  children: ShownCstChildren
}

export type ShownCstChildren = {
  shownWord?: IToken[]
  signed?: SignedCstNode[]
  Text?: IToken[]
}

export interface OutcomeCstNode extends CstNode {
  name: 'outcome'
  children: OutcomeCstChildren
}

export type OutcomeCstChildren = {
  signed?: SignedCstNode[]
  within?: WithinCstNode[]
  state?: IToken[]
}

export interface WithinCstNode extends CstNode {
  name: 'within'
  children: WithinCstChildren
}

export type WithinCstChildren = {
  withinWord?: IToken[]
  NumberText?: IToken[]
}

export interface FileCstNode extends CstNode {
  name: 'file'
  children: FileCstChildren
}

export type FileCstChildren = {
  importLine?: ImportLineCstNode[]
  header?: HeaderCstNode[]
  item?: ItemCstNode[]
}

export interface ImportLineCstNode extends CstNode {
  name: 'importLine'
  children: ImportLineCstChildren
}

export type ImportLineCstChildren = {
  importWord?: IToken[]
  Text?: IToken[]
  asWord?: IToken[]
  Name?: IToken[]
}

export interface HeaderCstNode extends CstNode {
  name: 'header'
  children: HeaderCstChildren
}

export type HeaderCstChildren = {
  modelWord?: IToken[]
  Name?: IToken[]
  Text?: IToken[]
  headerOption?: HeaderOptionCstNode[]
}

export interface HeaderOptionCstNode extends CstNode {
  name: 'headerOption'
  children: HeaderOptionCstChildren
}

export type HeaderOptionCstChildren = {
  versionWord?: IToken[]
  NumberText?: IToken[]
  effectiveWord?: IToken[]
  DateText?: IToken[]
  amendsWord?: IToken[]
  Name?: IToken[]
}

export interface ItemCstNode extends CstNode {
  name: 'item'
  children: ItemCstChildren
}

export type ItemCstChildren = {
  inputs?: InputsCstNode[]
  letItem?: LetItemCstNode[]
  ladder?: LadderCstNode[]
  segment?: SegmentCstNode[]
  indicator?: IndicatorCstNode[]
  result?: ResultCstNode[]
  portfolio?: PortfolioCstNode[]
  test?: TestCstNode[]
  score?: ScoreCstNode[]
  pathWeights?: PathWeightsCstNode[]
  groupItem?: GroupItemCstNode[]
}

export interface InputsCstNode extends CstNode {
  name: 'inputs'
  children: InputsCstChildren
}

export type InputsCstChildren = {
  inputsWord?: IToken[]
  fromWord?: IToken[]
  Name?: IToken[]
  LeftBrace?: IToken[]
  inputLine?: InputLineCstNode[]
  RightBrace?: IToken[]
}

export interface InputLineCstNode extends CstNode {
  name: 'inputLine'
  children: InputLineCstChildren
}

export type InputLineCstChildren = {
  Name?: IToken[]
  inputType?: InputTypeCstNode[]
  inputOption?: InputOptionCstNode[]
  Equal?: IToken[]
  logFigure?: LogFigureCstNode[]
}

export interface InputTypeCstNode extends CstNode {
  name: 'inputType'
  children: InputTypeCstChildren
}

export type InputTypeCstChildren = {
  unit?: UnitCstNode[]
  oneWord?: IToken[]
  ofWord?: IToken[]
  choice?: ChoiceCstNode[]
  Comma?: IToken[]
}

export interface ChoiceCstNode extends CstNode {
  name: 'choice'
  children: ChoiceCstChildren
}

export type ChoiceCstChildren = {
  Name?: IToken[]
  Text?: IToken[]
}

export interface InputOptionCstNode extends CstNode {
  name: 'inputOption'
  children: InputOptionCstChildren
}

export type InputOptionCstChildren = {
  Text?: IToken[]
  orWord?: IToken[]
  inWord?: IToken[]
  range?: RangeCstNode[]
  Name?: IToken[]
  zone?: IToken[]
  missingWord?: IToken[]
  whenWord?: IToken[]
  value?: ValueCstNode[]
  Comma?: IToken[]
  keyWord?: IToken[]
  parentWord?: IToken[]
}

export interface LetItemCstNode extends CstNode {
  name: 'letItem'
  children: LetItemCstChildren
}

export type LetItemCstChildren = {
  letWord?: IToken[]
  Name?: IToken[]
  Text?: IToken[]
  Equal?: IToken[]
  formula?: FormulaCstNode[]
}

export interface LadderCstNode extends CstNode {
  name: 'ladder'
  children: LadderCstChildren
}

export type LadderCstChildren = {
  ladderWord?: IToken[]
  rung?: RungCstNode[]
  Comma?: IToken[]
}

export interface RungCstNode extends CstNode {
  name: 'rung'
  children: RungCstChildren
}

export type RungCstChildren = {
  Name?: IToken[]
  Text?: IToken[]
  Equal?: IToken[]
  signed?: SignedCstNode[]
  color?: IToken[]
}

export interface SegmentCstNode extends CstNode {
  name: 'segment'
  children: SegmentCstChildren
}

export type SegmentCstChildren = {
  segmentWord?: IToken[]
  Name?: IToken[]
  Text?: IToken[]
  whenWord?: IToken[]
  expr?: ExprCstNode[]
  amendsWord?: IToken[]
  amended?: IToken[]
  LeftBrace?: IToken[]
  amendment?: AmendmentCstNode[]
  Comma?: IToken[]
  RightBrace?: IToken[]
}

export interface AmendmentCstNode extends CstNode {
  name: 'amendment'
  children: AmendmentCstChildren
}

export type AmendmentCstChildren = {
  switch?: SwitchCstNode[]
  pathWeights?: PathWeightsCstNode[]
  score?: ScoreCstNode[]
  groupItem?: GroupItemCstNode[]
}

export interface SwitchCstNode extends CstNode {
  name: 'switch'
  children: SwitchCstChildren
}

export type SwitchCstChildren = {
  path?: PathCstNode[]
  offWord?: IToken[]
  onWord?: IToken[]
}

export interface PathWeightsCstNode extends CstNode {
  name: 'pathWeights'
  children: PathWeightsCstChildren
}

export type PathWeightsCstChildren = {
  weightWord?: IToken[]
  pathWeight?: PathWeightCstNode[]
  Comma?: IToken[]
}

export interface PathWeightCstNode extends CstNode {
  name: 'pathWeight'
  children: PathWeightCstChildren
}

export type PathWeightCstChildren = {
  path?: PathCstNode[]
  NumberText?: IToken[]
}

export interface IndicatorCstNode extends CstNode {
  name: 'indicator'
  children: IndicatorCstChildren
}

export type IndicatorCstChildren = {
  indicatorWord?: IToken[]
  riskWord?: IToken[]
  opportunityWord?: IToken[]
  Text?: IToken[]
  whenWord?: IToken[]
  expr?: ExprCstNode[]
  reason?: ReasonCstNode[]
}

export interface ResultCstNode extends CstNode {
  name: 'result'
  children: ResultCstChildren
}

export type ResultCstChildren = {
  resultWord?: IToken[]
  Name?: IToken[]
  Text?: IToken[]
  Equal?: IToken[]
  formula?: FormulaCstNode[]
}

export interface PortfolioCstNode extends CstNode {
  name: 'portfolio'
  children: PortfolioCstChildren
}

export type PortfolioCstChildren = {
  portfolioWord?: IToken[]
  Name?: IToken[]
  Text?: IToken[]
  Equal?: IToken[]
  figure?: FigureCstNode[]
  weightedWord?: IToken[]
  byWord?: IToken[]
  weights?: IToken[]
  whereWord?: IToken[]
  expr?: ExprCstNode[]
}

export interface FigureCstNode extends CstNode {
  name: 'figure'
  children: FigureCstChildren
}

export type FigureCstChildren = {
  shareWord?: IToken[]
  ofWord?: IToken[]
  Name?: IToken[]
  inWord?: IToken[]
  Band?: IToken[]
  orWord?: IToken[]
  meanWord?: IToken[]
  expr?: ExprCstNode[]
  indexWord?: IToken[]
  bandPoints?: BandPointsCstNode[]
  Comma?: IToken[]
}
