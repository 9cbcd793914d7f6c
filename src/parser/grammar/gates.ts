import { type IToken, type TokenType, tokenMatcher } from 'chevrotain'
import { RecoveringParser } from '../recover/recovery.ts'
import * as t from '../tokens.ts'
import { word } from '../tokens.ts'

/** Where a word may be a keyword or a name: each gate looks ahead and says which. */
export abstract class Gates extends RecoveringParser {
  protected sees(ahead: number, type: TokenType): boolean {
    return tokenMatcher(this.LA(ahead), type)
  }

  /** `name off`, `name on` or `a.b` can only be a switch of a segment: `off` and `on` are reserved. */
  protected startsSwitch(): boolean {
    return this.sees(1, t.Name) && (this.sees(2, word.off) || this.sees(2, word.on) || this.sees(2, t.Dot))
  }

  /** A name begins an option of a measure only as a band before its sign, or as an option's keyword; `weight a 5%` is none. */
  protected startsMeasureOption(): boolean {
    if (!this.sees(1, t.Name) || this.sees(2, t.Sign) || this.sees(2, t.Equal)) return true
    if (this.sees(1, word.weight) && this.startsPathWeight(2)) return false
    return t.beginsMeasureOption(this.LA(1)) && !this.startsSwitch()
  }

  /** Whether a word such as `key` is the next input's name: then an odd run of type words follows it. */
  protected startsInput(): boolean {
    if (!this.sees(1, t.Name)) return false
    let ahead = 2
    while (this.isType(this.LA(ahead))) ahead += 1
    return ahead % 2 === 1
  }

  protected isType(token: IToken): boolean {
    return [t.TypeWord, word.yes, word.one].some((type) => tokenMatcher(token, type))
  }

  protected startsBound(ahead: number): boolean {
    return this.sees(ahead, t.NumberText) || this.sees(ahead, t.Minus) || this.sees(ahead, t.DateText)
  }

  protected startsPathWeight(ahead: number): boolean {
    if (!this.sees(ahead, t.Name)) return false
    let next = ahead + 1
    while (this.sees(next, t.Dot) && this.sees(next + 1, t.Name)) next += 2
    return this.sees(next, t.NumberText)
  }

  /** `because` and `do` begin a row option only before a text; before anything else they name a band. */
  protected startsRowOption(): boolean {
    return this.sees(1, word.because) || this.sees(1, word.do) ? this.sees(2, t.Text) : true
  }

  /** In a measure `because poor "…"` is the measure's, `because "…"` its modifier's. */
  protected startsModifierOption(): boolean {
    if (this.sees(1, word.because)) return this.sees(2, t.Text) || (this.sees(2, word.of) && !this.sees(3, t.Text))
    return !this.startsSwitch()
  }

  /** After a lone band in a test comes a comma, the end, or the next line; anything else makes it a path. */
  protected endsExpectation(ahead: number): boolean {
    const ends = [t.Comma, t.RightBrace, word.given, word.expect, word.case, word.within]
    return this.LA(ahead).tokenType.name === 'EOF' || ends.some((type) => this.sees(ahead, type))
  }
}
