import {
  CstParser,
  EOF,
  type CstNode,
  type IParserErrorMessageProvider,
  type IToken,
  MismatchedTokenException,
  NoViableAltException,
  type TokenType,
  tokenMatcher,
} from 'chevrotain'
import * as t from '../tokens.ts'
import { beginsItem, beginsMeasureOption, word, words } from '../tokens.ts'

/** Errors carry in place of a message the name of what alone was expected; `mistakes` has the words. */
export const expectedNames: IParserErrorMessageProvider = {
  buildMismatchTokenMessage: ({ expected }) => expected.name,
  buildNotAllInputParsedMessage: () => EOF.name,
  buildNoViableAltMessage: () => '',
  buildEarlyExitMessage: () => '',
}

/** After this many errors a text is hardly a model, and the rest is passed over. */
export const mostErrors = 50

/**
 * Where reading goes on after an error: at the next sibling of what failed (the next item, input, row, option), or at the
 * brace that closes the block it stands in. Nothing is ever invented: pieces that are not there are left out.
 *
 * The library would look for any token that may follow, and here a name may follow nearly everything; so its choice of
 * place is replaced, and only that.
 */
export abstract class RecoveringParser extends CstParser {
  declare protected CST_STACK: CstNode[]
  declare protected getCurrRuleFullName: () => string
  declare protected SAVE_ERROR: (error: Error) => Error
  declare protected SKIP_TOKEN: () => IToken
  declare protected exportLexerState: () => number
  declare protected importLexerState: (state: number) => void

  /** Where one token is wrong none is put in or left out, and what could follow is not worked out for that. */
  protected consumeInternalRecovery(_expected: TokenType, _place: number, problem: Error): never {
    throw problem
  }

  protected findReSyncTokenType(): TokenType {
    return EOF
  }

  protected isInCurrentRuleReSyncSet(): boolean {
    return resumable.has(this.getCurrRuleFullName())
  }

  /** The library would work out all that could have stood here, for a message that nobody reads: most of the time a broken text takes. */
  protected raiseNoAltException(): never {
    throw this.SAVE_ERROR(new NoViableAltException('', this.LA(1), this.LA(0)))
  }

  /** Passes over what is left of the failed rule. */
  protected reSyncTo(): IToken[] {
    const passed: IToken[] = []
    const startsSibling = this.siblingTest()
    let depth = this.bracesOpenedHere()
    const hopeless = this.errors.length >= mostErrors
    // Without a step of its own the repetition around it would end here.
    if (this.start() === null && this.LA(1).tokenType !== t.RightBrace) passed.push(this.SKIP_TOKEN())
    while (!tokenMatcher(this.LA(1), EOF)) {
      const token = this.LA(1)
      if (!hopeless && depth === 0 && (token.tokenType === t.RightBrace || startsSibling((ahead) => this.LA(ahead))))
        break
      if (token.tokenType === t.LeftBrace) depth += 1
      if (token.tokenType === t.RightBrace) depth -= 1
      passed.push(token)
      this.SKIP_TOKEN()
    }
    return passed
  }

  /** A repetition has ended before something that cannot follow it: pass over that to the next repeat, or to the end. */
  protected tryInRepetitionRecovery(
    repeat: (...args: unknown[]) => unknown,
    args: unknown[],
    lookAhead: () => boolean,
    expected: TokenType,
  ): void {
    const state = this.exportLexerState()
    const error = new MismatchedTokenException(expected.name, this.LA(1), this.LA(0))
    const startsSibling = this.siblingTest()
    let depth = 0
    for (; !tokenMatcher(this.LA(1), EOF); this.SKIP_TOKEN()) {
      const token = this.LA(1)
      if (depth === 0 && tokenMatcher(token, expected)) break
      if (depth === 0 && startsSibling((ahead) => this.LA(ahead)) && lookAhead.call(this)) {
        this.SAVE_ERROR(error)
        repeat.apply(this, args)
        return
      }
      if (token.tokenType === t.LeftBrace) depth += 1
      if (token.tokenType === t.RightBrace) {
        if (depth === 0 && expected !== EOF) break
        depth = Math.max(0, depth - 1)
      }
      if (expected === t.LeftBrace && beginsItem(token)) break
    }
    if (tokenMatcher(this.LA(1), expected)) this.SAVE_ERROR(error)
    else this.importLexerState(state)
  }

  private siblingTest(): SiblingTest {
    return siblings[this.getCurrRuleFullName()] ?? startsItem
  }

  /** Of the first token the failed rule has taken; null before it has taken one. */
  private start(): number | null {
    const offset = this.CST_STACK.at(-1)?.location?.startOffset ?? -1
    return offset >= 0 ? offset : null
  }

  /** Braces of the failed rule that are still open. */
  private bracesOpenedHere(): number {
    const from = this.start()
    if (from === null) return 0
    let depth = 0
    for (let back = 0; ; back -= 1) {
      const token = this.LA(back)
      if (tokenMatcher(token, EOF) || !(token.startOffset >= from)) return Math.max(0, depth)
      if (token.tokenType === t.LeftBrace) depth += 1
      if (token.tokenType === t.RightBrace) depth -= 1
    }
  }
}

type LookAhead = (ahead: number) => IToken
type SiblingTest = (at: LookAhead) => boolean

const is = (token: IToken, ...types: TokenType[]): boolean => types.some((type) => tokenMatcher(token, type))

/** What stands directly behind the words that begin items; behind the others anything that is no operator. */
const seconds = new Map<TokenType, readonly TokenType[]>([
  [word.score, [t.LeftBrace]],
  [word.inputs, [t.LeftBrace, word.from]],
  [word.test, [t.Text]],
  [word.missing, [t.Name, t.NumberText]],
  [word.otherwise, [word.no]],
  [word.weights, [word.as]],
  [word.applies, [word.when]],
  [word.exclusive, [word.segments]],
  [word.higher, [word.is]],
  [word.judge, [word.shown, word.exact]],
  [word.withhold, [word.below]],
])
const operators = [t.Comparator, t.Comma, t.RightBrace, t.RightParenthesis, t.Dot, word.and, word.or, EOF]

/** An item by its first two words, so that a name that happens to be a keyword does not pass for one. */
const startsItem: SiblingTest = (at) => {
  const first = at(1)
  if (!beginsItem(first) && !is(first, word.model, word.import)) return false
  const next = seconds.get(first.tokenType)
  return next === undefined ? !is(at(2), ...operators) : is(at(2), ...next)
}

const startsInput: SiblingTest = (at) => is(at(1), t.Name) && is(at(2), t.TypeWord, word.yes, word.one)

const startsAmendment: SiblingTest = (at) =>
  startsItem(at) || is(at(1), word.weight) || (is(at(1), t.Name) && is(at(2), word.off, word.on))

const startsItemOfFile: SiblingTest = (at) => startsItem(at) || (is(at(1), word.weight) && is(at(2), t.Name))

const startsTestLine: SiblingTest = (at) =>
  is(at(1), word.given, word.expect, word.case) && is(at(2), t.Name, word.no, word.score)

const startsRow: SiblingTest = (at) =>
  is(at(1), word.when, word.otherwise) || (is(at(1), t.Band) && is(at(2), t.Sign, t.NumberText, t.Minus, t.DateText))

const startsGridRow: SiblingTest = (at) => is(at(1), word.row)

const startsMeasureOption: SiblingTest = (at) =>
  startsItem(at) || ((beginsMeasureOption(at(1)) || is(at(1), word.off)) && !is(at(2), t.Comparator, t.Comma))

/** For the rules that repeat and the rules they repeat: what the next repeat begins with. */
const siblings: Readonly<Record<string, SiblingTest>> = {
  file: startsItemOfFile,
  item: startsItemOfFile,
  inputs: startsInput,
  inputLine: startsInput,
  segment: startsAmendment,
  amendment: startsAmendment,
  test: startsTestLine,
  testLine: startsTestLine,
  block: startsRow,
  row: startsRow,
  caseRow: startsRow,
  otherwiseRow: startsRow,
  grid: startsGridRow,
  gridRow: startsGridRow,
  measureOption: startsMeasureOption,
}

/** The rules after whose failure reading goes on behind them. */
const resumable: ReadonlySet<string> = new Set(
  words(
    'file importLine header item groupItem amendment inputLine measureOption testLine row caseRow otherwiseRow gridRow',
  ),
)
