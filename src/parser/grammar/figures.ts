import * as t from '../tokens.ts'
import { word } from '../tokens.ts'
import { ExpressionGrammar } from './expressions.ts'

/** Figures over the lines of a log: what an input is when it is not in the data. */
export abstract class FigureGrammar extends ExpressionGrammar {
  /** logfigure = against? amount 'of' lines window? ('missing' 'as' number)? */
  logFigure = this.RULE('logFigure', () => {
    this.OPTION(() => {
      this.OR([
        { ALT: () => this.CONSUME(word.increase, { LABEL: 'against' }) },
        { ALT: () => this.CONSUME(word.decrease, { LABEL: 'against' }) },
        { ALT: () => this.CONSUME(word.change, { LABEL: 'against' }) },
        { ALT: () => this.CONSUME(word.previous, { LABEL: 'against' }) },
      ])
      this.CONSUME(word.of)
    })
    this.SUBRULE(this.amount)
    this.CONSUME(t.Name, { LABEL: 'log' })
    this.OPTION2({
      GATE: () => this.sees(1, word.where),
      DEF: () => {
        this.CONSUME(word.where)
        this.SUBRULE(this.expr)
      },
    })
    this.OPTION3({ GATE: () => !this.startsInput(), DEF: () => this.SUBRULE(this.window) })
    this.OPTION4(() => {
      this.CONSUME(word.missing)
      this.CONSUME(word.as)
      this.SUBRULE(this.signed)
    })
  })

  /**
   * amount = 'count' 'of' | 'distinct' name 'of' | 'stickiness' 'of' name 'of' | 'days' 'since' ('first' | 'last')?
   *        | ('sum' | 'average' | 'min' | 'max' | 'first' | 'last' | 'share') 'of' expr 'of'
   *        | 'streak' 'of' ('days' | 'weeks' | 'months') ('with' number '+')? 'of'
   */
  amount = this.RULE('amount', () => {
    this.OR([
      {
        ALT: () => {
          this.CONSUME(word.count, { LABEL: 'figure' })
          this.CONSUME(word.of)
        },
      },
      {
        ALT: () => {
          this.CONSUME(word.distinct, { LABEL: 'figure' })
          this.CONSUME(t.Name, { LABEL: 'column' })
          this.CONSUME2(word.of)
        },
      },
      {
        ALT: () => {
          this.CONSUME(word.stickiness, { LABEL: 'figure' })
          this.CONSUME3(word.of)
          this.CONSUME2(t.Name, { LABEL: 'column' })
          this.CONSUME4(word.of)
        },
      },
      {
        ALT: () => {
          this.CONSUME(word.days, { LABEL: 'figure' })
          this.CONSUME(word.since)
          this.OPTION({
            GATE: () => !this.sees(1, word.last) || this.sees(2, t.Name),
            DEF: () =>
              this.OR2([
                { ALT: () => this.CONSUME(word.first, { LABEL: 'which' }) },
                { ALT: () => this.CONSUME(word.last, { LABEL: 'which' }) },
              ]),
          })
        },
      },
      {
        ALT: () => {
          this.CONSUME(word.streak, { LABEL: 'figure' })
          this.CONSUME5(word.of)
          this.OR3([
            { ALT: () => this.CONSUME2(word.days, { LABEL: 'period' }) },
            { ALT: () => this.CONSUME(word.weeks, { LABEL: 'period' }) },
            { ALT: () => this.CONSUME(word.months, { LABEL: 'period' }) },
          ])
          this.OPTION2(() => {
            this.CONSUME(word.with)
            this.CONSUME(t.NumberText)
            this.CONSUME(t.Plus)
          })
          this.CONSUME6(word.of)
        },
      },
      { ALT: () => this.SUBRULE(this.amountOf) },
    ])
  })

  /** ('sum' | 'average' | 'min' | 'max' | 'first' | 'last' | 'share') 'of' expr 'of' */
  amountOf = this.RULE('amountOf', () => {
    this.OR([
      { ALT: () => this.CONSUME(word.sum, { LABEL: 'figure' }) },
      { ALT: () => this.CONSUME(word.average, { LABEL: 'figure' }) },
      { ALT: () => this.CONSUME(word.min, { LABEL: 'figure' }) },
      { ALT: () => this.CONSUME(word.max, { LABEL: 'figure' }) },
      { ALT: () => this.CONSUME(word.first, { LABEL: 'figure' }) },
      { ALT: () => this.CONSUME(word.last, { LABEL: 'figure' }) },
      { ALT: () => this.CONSUME(word.share, { LABEL: 'figure' }) },
    ])
    this.CONSUME(word.of)
    this.SUBRULE(this.expr)
    this.CONSUME2(word.of)
  })

  /** window = 'over' number duration | 'since' name */
  window = this.RULE('window', () => {
    this.OR([
      {
        ALT: () => {
          this.CONSUME(word.over)
          this.CONSUME(t.NumberText)
          this.SUBRULE(this.duration)
        },
      },
      {
        ALT: () => {
          this.CONSUME(word.since)
          this.CONSUME(t.Name, { LABEL: 'anchor' })
        },
      },
    ])
  })
}
