import * as t from '../tokens.ts'
import { word } from '../tokens.ts'
import { Gates } from './gates.ts'

/** Formulas, conditions and the literals they are made of. */
export abstract class ExpressionGrammar extends Gates {
  /** formula = expr ('as' unit)? */
  formula = this.RULE('formula', () => {
    this.SUBRULE(this.expr)
    this.OPTION(() => {
      this.CONSUME(word.as)
      this.SUBRULE(this.unit)
    })
  })

  /** expr = conj ('or' conj)* */
  expr = this.RULE('expr', () => {
    this.SUBRULE(this.conj)
    this.MANY(() => {
      this.CONSUME(word.or)
      this.SUBRULE2(this.conj)
    })
  })

  /** conj = neg ('and' neg)* */
  conj = this.RULE('conj', () => {
    this.SUBRULE(this.neg)
    this.MANY(() => {
      this.CONSUME(word.and)
      this.SUBRULE2(this.neg)
    })
  })

  /** neg = 'not' neg | comparison */
  neg = this.RULE('neg', () => {
    this.OR([
      {
        ALT: () => {
          this.CONSUME(word.not)
          this.SUBRULE(this.neg)
        },
      },
      { ALT: () => this.SUBRULE(this.comparison) },
    ])
  })

  /**
   * comparison = sum (('=' | '!=' | '<' | '<=' | '>' | '>=') sum | 'is' 'not'? ('one' 'of' arguments | sum))?
   *
   * `is missing` is `is` before the sum `missing`; the tree tells them apart.
   */
  comparison = this.RULE('comparison', () => {
    this.SUBRULE(this.sum)
    this.OPTION(() =>
      this.OR([
        {
          ALT: () => {
            this.CONSUME(t.Comparator)
            this.SUBRULE2(this.sum)
          },
        },
        {
          ALT: () => {
            this.CONSUME(word.is)
            this.OPTION2(() => this.CONSUME(word.not))
            this.OR2([
              {
                ALT: () => {
                  this.CONSUME(word.one)
                  this.CONSUME(word.of)
                  this.SUBRULE(this.args)
                },
              },
              { ALT: () => this.SUBRULE3(this.sum) },
            ])
          },
        },
      ]),
    )
  })

  /** sum = product (('+' | '-') product)* */
  sum = this.RULE('sum', () => {
    this.SUBRULE(this.product)
    this.MANY(() => {
      this.OR([
        { ALT: () => this.CONSUME(t.Plus, { LABEL: 'operator' }) },
        { ALT: () => this.CONSUME(t.Minus, { LABEL: 'operator' }) },
      ])
      this.SUBRULE2(this.product)
    })
  })

  /** product = unary (('*' | '/') unary)* */
  product = this.RULE('product', () => {
    this.SUBRULE(this.unary)
    this.MANY(() => {
      this.OR([
        { ALT: () => this.CONSUME(t.Times, { LABEL: 'operator' }) },
        { ALT: () => this.CONSUME(t.Over, { LABEL: 'operator' }) },
      ])
      this.SUBRULE2(this.unary)
    })
  })

  /** unary = '-' unary | power */
  unary = this.RULE('unary', () => {
    this.OR([
      {
        ALT: () => {
          this.CONSUME(t.Minus)
          this.SUBRULE(this.unary)
        },
      },
      { ALT: () => this.SUBRULE(this.power) },
    ])
  })

  /** power = primary ('^' unary)? */
  power = this.RULE('power', () => {
    this.SUBRULE(this.primary)
    this.OPTION(() => {
      this.CONSUME(t.Power)
      this.SUBRULE(this.unary)
    })
  })

  /**
   * primary = number duration? | string | date | 'yes' | 'no' | 'missing' | 'as_of' | 'unscored'
   *         | ('points' | 'score' | 'band') ('of' path)? | name call? | '(' expr ')'
   *         | 'if' expr 'then' expr 'else' expr
   */
  primary = this.RULE('primary', () => {
    this.OR([
      {
        ALT: () => {
          this.CONSUME(t.NumberText)
          this.OPTION({ GATE: () => !this.startsSwitch(), DEF: () => this.SUBRULE(this.duration) })
        },
      },
      { ALT: () => this.CONSUME(t.Text) },
      { ALT: () => this.CONSUME(t.DateText) },
      { ALT: () => this.CONSUME(word.yes) },
      { ALT: () => this.CONSUME(word.no) },
      { ALT: () => this.CONSUME(word.missing) },
      { ALT: () => this.CONSUME(word.as_of) },
      { ALT: () => this.CONSUME(word.unscored) },
      { ALT: () => this.SUBRULE(this.figureOf) },
      {
        ALT: () => {
          this.CONSUME(t.Name)
          this.OPTION2(() => this.SUBRULE(this.call))
        },
      },
      {
        ALT: () => {
          this.CONSUME(t.LeftParenthesis)
          this.SUBRULE(this.expr)
          this.CONSUME(t.RightParenthesis)
        },
      },
      { ALT: () => this.SUBRULE(this.conditional) },
      { ALT: () => this.CONSUME(t.Hole) },
    ])
  })

  /** ('points' | 'score' | 'band') ('of' path)? */
  figureOf = this.RULE('figureOf', () => {
    this.OR([
      { ALT: () => this.CONSUME(word.points, { LABEL: 'figure' }) },
      { ALT: () => this.CONSUME(word.score, { LABEL: 'figure' }) },
      { ALT: () => this.CONSUME(word.band, { LABEL: 'figure' }) },
    ])
    this.OPTION({
      GATE: () => !this.startsSwitch(),
      DEF: () => {
        this.CONSUME(word.of)
        this.SUBRULE(this.path)
      },
    })
  })

  /** 'if' expr 'then' expr 'else' expr */
  conditional = this.RULE('conditional', () => {
    this.CONSUME(word.if)
    this.SUBRULE(this.expr, { LABEL: 'condition' })
    this.CONSUME(word.then)
    this.SUBRULE2(this.expr, { LABEL: 'consequence' })
    this.CONSUME(word.else)
    this.SUBRULE3(this.expr, { LABEL: 'alternative' })
  })

  /** call = arguments ('since' name)? ('within' name)? children? */
  call = this.RULE('call', () => {
    this.SUBRULE(this.args)
    this.OPTION({
      GATE: () => !this.startsSwitch(),
      DEF: () => {
        this.CONSUME(word.since)
        this.CONSUME(t.Name, { LABEL: 'anchor' })
      },
    })
    this.OPTION2({
      GATE: () => !this.startsSwitch(),
      DEF: () => {
        this.CONSUME(word.within)
        this.CONSUME2(t.Name, { LABEL: 'cohort' })
      },
    })
    this.OPTION3({ GATE: () => this.sees(2, word.children), DEF: () => this.SUBRULE(this.children) })
  })

  /** arguments = '(' (expr (',' expr)*)? ')' */
  args = this.RULE('args', () => {
    this.CONSUME(t.LeftParenthesis)
    this.OPTION(() => {
      this.SUBRULE(this.expr)
      this.MANY(() => {
        this.CONSUME(t.Comma)
        this.SUBRULE2(this.expr)
      })
    })
    this.CONSUME(t.RightParenthesis)
  })

  /** children = 'of' 'children' ('weighted' 'by' name)? ('where' expr)? ('including' 'parent')? ('otherwise' expr)? */
  children = this.RULE('children', () => {
    this.CONSUME(word.of)
    this.CONSUME(word.children)
    this.OPTION({
      GATE: () => this.sees(2, word.by),
      DEF: () => {
        this.CONSUME(word.weighted)
        this.CONSUME(word.by)
        this.CONSUME(t.Name)
      },
    })
    this.OPTION2({
      GATE: () => !this.startsSwitch(),
      DEF: () => {
        this.CONSUME(word.where)
        this.SUBRULE(this.expr, { LABEL: 'filter' })
      },
    })
    this.OPTION3({
      GATE: () => this.sees(2, word.parent),
      DEF: () => {
        this.CONSUME(word.including)
        this.CONSUME(word.parent)
      },
    })
    this.OPTION4({
      GATE: () => !(this.sees(2, word.no) && this.sees(3, word.score)),
      DEF: () => {
        this.CONSUME(word.otherwise)
        this.SUBRULE2(this.expr, { LABEL: 'fallback' })
      },
    })
  })

  /** path = name ('.' name)* */
  path = this.RULE('path', () => {
    this.CONSUME(t.Name)
    this.MANY(() => {
      this.CONSUME(t.Dot)
      this.CONSUME2(t.Name)
    })
  })

  /** unit = 'count' | 'number' | 'percent' | 'ratio' | 'days' | 'money' | 'yes/no' | 'text' | 'date' */
  unit = this.RULE('unit', () => {
    this.OR([
      { ALT: () => this.CONSUME(t.TypeWord) },
      {
        ALT: () => {
          this.CONSUME(word.yes)
          this.CONSUME(t.Over)
          this.CONSUME(word.no)
        },
      },
    ])
  })

  /** duration = 'days' | 'day' | 'weeks' | 'week' */
  duration = this.RULE('duration', () => {
    this.OR([
      { ALT: () => this.CONSUME(word.days) },
      { ALT: () => this.CONSUME(word.day) },
      { ALT: () => this.CONSUME(word.weeks) },
      { ALT: () => this.CONSUME(word.week) },
    ])
  })

  /** range = bound 'to' bound */
  range = this.RULE('range', () => {
    this.SUBRULE(this.bound)
    this.CONSUME(word.to)
    this.SUBRULE2(this.bound)
  })

  /** literal = value | 'missing' */
  literal = this.RULE('literal', () => {
    this.OR([{ ALT: () => this.SUBRULE(this.value) }, { ALT: () => this.CONSUME(word.missing) }])
  })

  /** value = bound | string | name | 'yes' | 'no' */
  value = this.RULE('value', () => {
    this.OR([
      { ALT: () => this.SUBRULE(this.bound) },
      { ALT: () => this.CONSUME(t.Text) },
      { ALT: () => this.CONSUME(t.Name) },
      { ALT: () => this.CONSUME(word.yes) },
      { ALT: () => this.CONSUME(word.no) },
    ])
  })

  /** bound = number | date */
  bound = this.RULE('bound', () => {
    this.OR([{ ALT: () => this.SUBRULE(this.signed) }, { ALT: () => this.CONSUME(t.DateText) }])
  })

  /** number = '-'? number */
  signed = this.RULE('signed', () => {
    this.OPTION(() => this.CONSUME(t.Minus))
    this.CONSUME(t.NumberText)
  })
}
