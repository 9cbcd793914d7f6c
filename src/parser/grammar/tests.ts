import * as t from '../tokens.ts'
import { word } from '../tokens.ts'
import { GroupGrammar } from './groups.ts'

/** Tests of a model. */
export abstract class TestGrammar extends GroupGrammar {
  /** test = 'test' string ('in' name)? ('as' 'of' date)? '{' testline* '}' */
  test = this.RULE('test', () => {
    this.CONSUME(word.test)
    this.CONSUME(t.Text)
    this.OPTION(() => {
      this.CONSUME(word.in)
      this.CONSUME(t.Name)
    })
    this.OPTION2(() => {
      this.CONSUME(word.as)
      this.CONSUME(word.of)
      this.CONSUME(t.DateText)
    })
    this.CONSUME(t.LeftBrace)
    this.MANY(() => this.SUBRULE(this.testLine))
    this.CONSUME(t.RightBrace)
  })

  /** testline = 'given' pairs | 'expect' expectations | 'case' pairs '=>' expectations */
  testLine = this.RULE('testLine', () => {
    this.OR([
      {
        ALT: () => {
          this.CONSUME(word.given)
          this.SUBRULE(this.pairs)
        },
      },
      {
        ALT: () => {
          this.CONSUME(word.expect)
          this.SUBRULE(this.expectations)
        },
      },
      {
        ALT: () => {
          this.CONSUME(word.case)
          this.SUBRULE2(this.pairs)
          this.CONSUME(t.Arrow)
          this.SUBRULE2(this.expectations)
        },
      },
    ])
  })

  /** pairs = pair (',' pair)* */
  pairs = this.RULE('pairs', () => {
    this.SUBRULE(this.pair)
    this.MANY(() => {
      this.CONSUME(t.Comma)
      this.SUBRULE2(this.pair)
    })
  })

  /** pair = name literal */
  pair = this.RULE('pair', () => {
    this.CONSUME(t.Name)
    this.SUBRULE(this.literal)
  })

  /** expectations = expectation (',' expectation)* */
  expectations = this.RULE('expectations', () => {
    this.SUBRULE(this.expectation)
    this.MANY(() => {
      this.CONSUME(t.Comma)
      this.SUBRULE2(this.expectation)
    })
  })

  /**
   * expectation = 'no' ('score' | 'indicator' string) | 'score' ('shown' (number | string) | outcome)
   *             | 'indicator' string | 'result' name literal within? | path? outcome
   *
   * `segment x` and `coverage 60%` read as a path and its outcome; the tree tells them apart.
   */
  expectation = this.RULE('expectation', () => {
    this.OR([
      {
        ALT: () => {
          this.CONSUME(word.no)
          this.OR2([
            { ALT: () => this.CONSUME(word.score) },
            {
              ALT: () => {
                this.CONSUME(word.indicator)
                this.CONSUME(t.Text)
              },
            },
          ])
        },
      },
      {
        ALT: () => {
          this.CONSUME2(word.score)
          this.OR3([{ ALT: () => this.SUBRULE(this.shown) }, { ALT: () => this.SUBRULE(this.outcome) }])
        },
      },
      {
        ALT: () => {
          this.CONSUME2(word.indicator)
          this.CONSUME2(t.Text)
        },
      },
      {
        GATE: () => this.sees(1, word.result) && this.sees(2, t.Name) && !this.endsExpectation(3),
        ALT: () => {
          this.CONSUME(word.result)
          this.CONSUME(t.Name)
          this.SUBRULE(this.literal)
          this.OPTION(() => this.SUBRULE(this.within))
        },
      },
      {
        GATE: () => !this.endsExpectation(2),
        ALT: () => {
          this.SUBRULE(this.path)
          this.SUBRULE2(this.outcome)
        },
      },
      { ALT: () => this.SUBRULE3(this.outcome) },
    ])
  })

  /** 'shown' (number | string) */
  shown = this.RULE('shown', () => {
    this.CONSUME(word.shown)
    this.OR([{ ALT: () => this.SUBRULE(this.signed) }, { ALT: () => this.CONSUME(t.Text) }])
  })

  /** outcome = number within? | name | 'missing' | 'off' | 'unscored' */
  outcome = this.RULE('outcome', () => {
    this.OR([
      {
        ALT: () => {
          this.SUBRULE(this.signed)
          this.OPTION(() => this.SUBRULE(this.within))
        },
      },
      { ALT: () => this.CONSUME(t.Band, { LABEL: 'state' }) },
      { ALT: () => this.CONSUME(word.off, { LABEL: 'state' }) },
      { ALT: () => this.CONSUME(word.missing, { LABEL: 'state' }) },
    ])
  })

  /** within = 'within' number */
  within = this.RULE('within', () => {
    this.CONSUME(word.within)
    this.CONSUME(t.NumberText)
  })
}
