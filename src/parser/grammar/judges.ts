import * as t from '../tokens.ts'
import { word } from '../tokens.ts'
import { FigureGrammar } from './figures.ts'

/** How a value becomes a band or points. */
export abstract class JudgeGrammar extends FigureGrammar {
  /** chain = band (sign value sign band)+ */
  chain = this.RULE('chain', () => {
    this.CONSUME(t.Band)
    this.AT_LEAST_ONE(() => this.SUBRULE(this.edge))
  })

  edge = this.RULE('edge', () => {
    this.CONSUME(t.Sign)
    this.SUBRULE(this.value)
    this.CONSUME2(t.Sign)
    this.CONSUME(t.Band)
  })

  /** choices = choicerow (',' choicerow)* (',' 'otherwise' band)? */
  choices = this.RULE('choices', () => {
    this.SUBRULE(this.choiceRow)
    this.MANY({
      GATE: () => this.sees(2, t.Band) && this.sees(3, t.Equal),
      DEF: () => {
        this.CONSUME(t.Comma)
        this.SUBRULE2(this.choiceRow)
      },
    })
    this.OPTION({
      GATE: () => this.sees(2, word.otherwise),
      DEF: () => {
        this.CONSUME2(t.Comma)
        this.CONSUME(word.otherwise)
        this.CONSUME(t.Band)
      },
    })
  })

  /** choicerow = band '=' value ('or' value)* */
  choiceRow = this.RULE('choiceRow', () => {
    this.CONSUME(t.Band)
    this.CONSUME(t.Equal)
    this.SUBRULE(this.value)
    this.MANY(() => {
      this.CONSUME(word.or)
      this.SUBRULE2(this.value)
    })
  })

  /**
   * block = ('first' | 'all' ('from' number)?)? '{' (case+ | row*) ('otherwise' expr rowoption*)? '}'
   *
   * A table holds rows, cases hold conditions.
   */
  block = this.RULE('block', () => {
    this.OPTION(() =>
      this.OR([
        { ALT: () => this.CONSUME(word.first) },
        {
          ALT: () => {
            this.CONSUME(word.all)
            this.OPTION2(() => {
              this.CONSUME(word.from)
              this.SUBRULE(this.signed)
            })
          },
        },
      ]),
    )
    this.CONSUME(t.LeftBrace)
    this.MANY(() => this.OR2([{ ALT: () => this.SUBRULE(this.caseRow) }, { ALT: () => this.SUBRULE(this.row) }]))
    this.OPTION3(() => this.SUBRULE(this.otherwiseRow))
    this.CONSUME(t.RightBrace)
  })

  /** case = 'when' expr 'then' expr rowoption* */
  caseRow = this.RULE('caseRow', () => {
    this.CONSUME(word.when)
    this.SUBRULE(this.expr)
    this.CONSUME(word.then)
    this.SUBRULE2(this.expr)
    this.MANY({ GATE: () => this.startsRowOption(), DEF: () => this.SUBRULE(this.rowOption) })
  })

  /** row = band claim ('or' claim)* rowoption* ','? */
  row = this.RULE('row', () => {
    this.CONSUME(t.Band)
    this.SUBRULE(this.claims)
    this.MANY({ GATE: () => this.startsRowOption(), DEF: () => this.SUBRULE(this.rowOption) })
    this.OPTION(() => this.CONSUME(t.Comma))
  })

  otherwiseRow = this.RULE('otherwiseRow', () => {
    this.CONSUME(word.otherwise)
    this.SUBRULE(this.expr)
    this.MANY({ GATE: () => this.startsRowOption(), DEF: () => this.SUBRULE(this.rowOption) })
  })

  /** rowoption = number 'points' | 'because' string | 'do' string */
  rowOption = this.RULE('rowOption', () => {
    this.OR([
      {
        ALT: () => {
          this.SUBRULE(this.signed)
          this.CONSUME(word.points)
        },
      },
      { ALT: () => this.SUBRULE(this.reason) },
    ])
  })

  /** reason = 'because' string | 'do' string */
  reason = this.RULE('reason', () => {
    this.OR([{ ALT: () => this.CONSUME(word.because) }, { ALT: () => this.CONSUME(word.do) }])
    this.CONSUME(t.Text)
  })

  /** claims = claim ('or' claim)* */
  claims = this.RULE('claims', () => {
    this.SUBRULE(this.claim)
    this.MANY(() => {
      this.CONSUME(word.or)
      this.SUBRULE2(this.claim)
    })
  })

  /** claim = sign value | 'above'? value ('to' 'under'? value)? | value '+' */
  claim = this.RULE('claim', () => {
    this.OR([
      {
        ALT: () => {
          this.CONSUME(t.Sign)
          this.SUBRULE(this.value)
        },
      },
      {
        ALT: () => {
          this.OPTION({ GATE: () => this.startsBound(2), DEF: () => this.CONSUME(word.above) })
          this.SUBRULE2(this.value, { LABEL: 'low' })
          this.OPTION2(() =>
            this.OR2([
              {
                ALT: () => {
                  this.CONSUME(word.to)
                  this.OPTION3({ GATE: () => this.startsBound(2), DEF: () => this.CONSUME(word.under) })
                  this.SUBRULE3(this.value, { LABEL: 'high' })
                },
              },
              { ALT: () => this.CONSUME(t.Plus) },
            ]),
          )
        },
      },
    ])
  })

  /** line = 'line' knot (',' knot)* ('below' end)? ('above' end)? */
  line = this.RULE('line', () => {
    this.CONSUME(word.line)
    this.SUBRULE(this.knot)
    this.MANY({
      GATE: () => this.startsBound(2),
      DEF: () => {
        this.CONSUME(t.Comma)
        this.SUBRULE2(this.knot)
      },
    })
    this.OPTION({
      GATE: () => !this.startsSwitch(),
      DEF: () => {
        this.CONSUME(word.below)
        this.SUBRULE(this.lineEnd, { LABEL: 'below' })
      },
    })
    this.OPTION2({
      GATE: () => !this.startsSwitch(),
      DEF: () => {
        this.CONSUME(word.above)
        this.SUBRULE2(this.lineEnd, { LABEL: 'above' })
      },
    })
  })

  /** knot = bound '=' number (('then' | 'after') number)? */
  knot = this.RULE('knot', () => {
    this.SUBRULE(this.bound)
    this.CONSUME(t.Equal)
    this.SUBRULE(this.signed)
    this.OPTION({
      GATE: () => !this.startsSwitch(),
      DEF: () => {
        this.OR([{ ALT: () => this.CONSUME(word.then) }, { ALT: () => this.CONSUME(word.after) }])
        this.SUBRULE2(this.signed, { LABEL: 'jump' })
      },
    })
  })

  /** end = 'hold' | 'extend' | 'unscored' | number 'points' */
  lineEnd = this.RULE('lineEnd', () => {
    this.OR([
      { ALT: () => this.CONSUME(word.hold) },
      { ALT: () => this.CONSUME(word.extend) },
      { ALT: () => this.CONSUME(word.unscored) },
      {
        ALT: () => {
          this.SUBRULE(this.signed)
          this.CONSUME(word.points)
        },
      },
    ])
  })

  /** grid = 'grid' expr 'by' expr '{' 'across' key (',' key)* gridrow+ '}' */
  grid = this.RULE('grid', () => {
    this.CONSUME(word.grid)
    this.SUBRULE(this.expr, { LABEL: 'down' })
    this.CONSUME(word.by)
    this.SUBRULE2(this.expr, { LABEL: 'sideways' })
    this.CONSUME(t.LeftBrace)
    this.CONSUME(word.across)
    this.SUBRULE(this.key)
    this.MANY(() => {
      this.CONSUME(t.Comma)
      this.SUBRULE2(this.key)
    })
    this.AT_LEAST_ONE(() => this.SUBRULE(this.gridRow))
    this.CONSUME(t.RightBrace)
  })

  /** gridrow = 'row' key ':' cell (',' cell)* */
  gridRow = this.RULE('gridRow', () => {
    this.CONSUME(word.row)
    this.SUBRULE(this.key)
    this.CONSUME(t.Colon)
    this.SUBRULE(this.cell)
    this.MANY(() => {
      this.CONSUME(t.Comma)
      this.SUBRULE2(this.cell)
    })
  })

  /** key = claims | 'missing' | 'otherwise' */
  key = this.RULE('key', () => {
    this.OR([
      { ALT: () => this.SUBRULE(this.claims) },
      { ALT: () => this.CONSUME(word.missing) },
      { ALT: () => this.CONSUME(word.otherwise) },
    ])
  })

  /** cell = number | band */
  cell = this.RULE('cell', () => {
    this.OR([{ ALT: () => this.SUBRULE(this.signed) }, { ALT: () => this.CONSUME(t.Band) }])
  })

  /** bandpoints = band number */
  bandPoints = this.RULE('bandPoints', () => {
    this.CONSUME(t.Band)
    this.SUBRULE(this.signed)
  })
}
