import * as t from '../tokens.ts'
import { word } from '../tokens.ts'
import { JudgeGrammar } from './judges.ts'

/** The score, its dimensions and their measures, with settings and modifiers. */
export abstract class GroupGrammar extends JudgeGrammar {
  /** score = 'score' '{' groupitem* '}' */
  score = this.RULE('score', () => {
    this.CONSUME(word.score)
    this.CONSUME(t.LeftBrace)
    this.MANY(() => this.SUBRULE(this.groupItem))
    this.CONSUME(t.RightBrace)
  })

  /** groupitem = measure | dimension | modifier | setting */
  groupItem = this.RULE('groupItem', () => {
    this.OR([
      { ALT: () => this.SUBRULE(this.measure) },
      { ALT: () => this.SUBRULE(this.dimension) },
      { ALT: () => this.SUBRULE(this.modifier) },
      { ALT: () => this.SUBRULE(this.setting) },
    ])
  })

  /** dimension = 'dimension' name string? dimoption* '{' groupitem* '}' */
  dimension = this.RULE('dimension', () => {
    this.CONSUME(word.dimension)
    this.CONSUME(t.Name)
    this.OPTION(() => this.CONSUME(t.Text))
    this.MANY(() => this.SUBRULE(this.dimensionOption))
    this.CONSUME(t.LeftBrace)
    this.MANY2(() => this.SUBRULE(this.groupItem))
    this.CONSUME(t.RightBrace)
  })

  /** dimoption = 'weight' number | 'off' | applies | absent */
  dimensionOption = this.RULE('dimensionOption', () => {
    this.OR([
      {
        ALT: () => {
          this.CONSUME(word.weight)
          this.CONSUME(t.NumberText)
        },
      },
      { ALT: () => this.CONSUME(word.off) },
      { ALT: () => this.SUBRULE(this.applies) },
      { ALT: () => this.SUBRULE(this.absent) },
    ])
  })

  /** measure = 'measure' name string? ('=' formula)? measureoption* */
  measure = this.RULE('measure', () => {
    this.CONSUME(word.measure)
    this.CONSUME(t.Name)
    this.OPTION(() => this.CONSUME(t.Text))
    this.OPTION2(() => {
      this.CONSUME(t.Equal)
      this.SUBRULE(this.formula)
    })
    this.MANY({ GATE: () => this.startsMeasureOption(), DEF: () => this.SUBRULE(this.measureOption) })
  })

  /**
   * measureoption = judge | 'weight' number | 'off' | applies | absent | stale | round | modifier
   *               | 'because' band string | 'do' band string | scoring
   * judge = chain | choices | block | line | grid | 'points' expr | 'even' range?
   */
  measureOption = this.RULE('measureOption', () => {
    this.OR([
      { ALT: () => this.SUBRULE(this.chain) },
      { ALT: () => this.SUBRULE(this.choices) },
      { ALT: () => this.SUBRULE(this.block) },
      { ALT: () => this.SUBRULE(this.line) },
      { ALT: () => this.SUBRULE(this.grid) },
      {
        ALT: () => {
          this.CONSUME(word.points)
          this.SUBRULE(this.expr)
        },
      },
      {
        ALT: () => {
          this.CONSUME(word.even)
          this.OPTION(() => this.SUBRULE(this.range))
        },
      },
      {
        ALT: () => {
          this.CONSUME(word.weight)
          this.CONSUME(t.NumberText)
        },
      },
      { ALT: () => this.CONSUME(word.off) },
      { ALT: () => this.SUBRULE(this.applies) },
      { ALT: () => this.SUBRULE(this.absent) },
      { ALT: () => this.SUBRULE(this.stale) },
      { ALT: () => this.SUBRULE(this.round) },
      { ALT: () => this.SUBRULE(this.modifier) },
      { ALT: () => this.SUBRULE(this.bandText) },
      { ALT: () => this.SUBRULE(this.scoring) },
    ])
  })

  /** 'because' band string | 'do' band string */
  bandText = this.RULE('bandText', () => {
    this.OR([{ ALT: () => this.CONSUME(word.because) }, { ALT: () => this.CONSUME(word.do) }])
    this.CONSUME(t.Band)
    this.CONSUME(t.Text)
  })

  /** scoring = 'scoring' bandpoints (',' bandpoints)* */
  scoring = this.RULE('scoring', () => {
    this.CONSUME(word.scoring)
    this.SUBRULE(this.bandPoints)
    this.MANY({
      GATE: () => this.sees(2, t.Band) && (this.sees(3, t.NumberText) || this.sees(3, t.Minus)),
      DEF: () => {
        this.CONSUME(t.Comma)
        this.SUBRULE2(this.bandPoints)
      },
    })
  })

  /** stale = 'stale' 'after' number ('days' | 'weeks') 'by' name ('as' 'missing')? */
  stale = this.RULE('stale', () => {
    this.CONSUME(word.stale)
    this.CONSUME(word.after)
    this.CONSUME(t.NumberText)
    this.SUBRULE(this.duration)
    this.CONSUME(word.by)
    this.CONSUME(t.Name)
    this.OPTION({
      GATE: () => this.sees(2, word.missing),
      DEF: () => {
        this.CONSUME(word.as)
        this.CONSUME(word.missing)
      },
    })
  })

  /**
   * modifier = ( ('bonus' | 'penalty') expr | 'multiply' 'by' expr | ('cap' | 'floor') 'at' expr
   *            | 'override' 'to' expr ('band' expr)? ) modoption*
   */
  modifier = this.RULE('modifier', () => {
    this.OR([
      {
        ALT: () => {
          this.OR2([{ ALT: () => this.CONSUME(word.bonus) }, { ALT: () => this.CONSUME(word.penalty) }])
          this.SUBRULE(this.expr)
        },
      },
      {
        ALT: () => {
          this.CONSUME(word.multiply)
          this.CONSUME(word.by)
          this.SUBRULE2(this.expr)
        },
      },
      {
        ALT: () => {
          this.OR3([{ ALT: () => this.CONSUME(word.cap) }, { ALT: () => this.CONSUME(word.floor) }])
          this.CONSUME(word.at)
          this.SUBRULE3(this.expr)
        },
      },
      {
        ALT: () => {
          this.CONSUME(word.override)
          this.CONSUME(word.to)
          this.SUBRULE4(this.expr)
          this.OPTION(() => {
            this.CONSUME(word.band)
            this.SUBRULE5(this.expr, { LABEL: 'bandExpr' })
          })
        },
      },
    ])
    this.MANY({ GATE: () => this.startsModifierOption(), DEF: () => this.SUBRULE(this.modifierOption) })
  })

  /** modoption = 'when' expr | 'because' string | 'because' 'of' name | 'until' expr | 'reason' 'required' */
  modifierOption = this.RULE('modifierOption', () => {
    this.OR([
      {
        ALT: () => {
          this.CONSUME(word.when)
          this.SUBRULE(this.expr)
        },
      },
      {
        ALT: () => {
          this.CONSUME(word.because)
          this.OR2([
            { ALT: () => this.CONSUME(t.Text) },
            {
              ALT: () => {
                this.CONSUME(word.of)
                this.CONSUME(t.Name)
              },
            },
          ])
        },
      },
      {
        ALT: () => {
          this.CONSUME(word.until)
          this.SUBRULE2(this.expr)
        },
      },
      {
        ALT: () => {
          this.CONSUME(word.reason)
          this.CONSUME(word.required)
        },
      },
    ])
  })

  /**
   * setting = absent | 'weights' 'as' 'given' | applies | 'otherwise' 'no' 'score' | 'exclusive' 'segments'
   *         | 'scale' number 'to' number | 'show' decimals | 'bands' ('even' | chain)
   *         | 'higher' 'is' ('worse' | 'better') | 'judge' ('shown' | 'exact') | combine | round
   *         | 'withhold' 'below' number 'coverage'
   */
  setting = this.RULE('setting', () => {
    this.OR([
      { ALT: () => this.SUBRULE(this.absent) },
      {
        ALT: () => {
          this.CONSUME(word.weights)
          this.CONSUME(word.as)
          this.CONSUME(word.given)
        },
      },
      { ALT: () => this.SUBRULE(this.applies) },
      {
        ALT: () => {
          this.CONSUME(word.otherwise)
          this.CONSUME(word.no)
          this.CONSUME(word.score)
        },
      },
      {
        ALT: () => {
          this.CONSUME(word.exclusive)
          this.CONSUME(word.segments)
        },
      },
      {
        ALT: () => {
          this.CONSUME(word.scale)
          this.SUBRULE(this.signed)
          this.CONSUME(word.to)
          this.SUBRULE2(this.signed)
        },
      },
      {
        ALT: () => {
          this.CONSUME(word.show)
          this.SUBRULE(this.decimals)
        },
      },
      {
        ALT: () => {
          this.CONSUME(word.bands)
          this.OR2([{ ALT: () => this.SUBRULE(this.chain) }, { ALT: () => this.CONSUME(word.even) }])
        },
      },
      {
        ALT: () => {
          this.CONSUME(word.higher)
          this.CONSUME(word.is)
          this.OR3([{ ALT: () => this.CONSUME(word.worse) }, { ALT: () => this.CONSUME(word.better) }])
        },
      },
      {
        ALT: () => {
          this.CONSUME(word.judge)
          this.OR4([{ ALT: () => this.CONSUME(word.shown) }, { ALT: () => this.CONSUME(word.exact) }])
        },
      },
      { ALT: () => this.SUBRULE(this.combine) },
      { ALT: () => this.SUBRULE(this.round) },
      {
        ALT: () => {
          this.CONSUME(word.withhold)
          this.CONSUME(word.below)
          this.CONSUME(t.NumberText)
          this.CONSUME(word.coverage)
        },
      },
    ])
  })

  /**
   * combine = 'combine' ('mean' | 'sum' | 'min' | 'max' | 'worst' | 'best' | 'product') ('from' number)? 'rescaled'?
   */
  combine = this.RULE('combine', () => {
    this.CONSUME(word.combine)
    this.OR([
      { ALT: () => this.CONSUME(word.mean, { LABEL: 'operator' }) },
      { ALT: () => this.CONSUME(word.sum, { LABEL: 'operator' }) },
      { ALT: () => this.CONSUME(word.min, { LABEL: 'operator' }) },
      { ALT: () => this.CONSUME(word.max, { LABEL: 'operator' }) },
      { ALT: () => this.CONSUME(word.worst, { LABEL: 'operator' }) },
      { ALT: () => this.CONSUME(word.best, { LABEL: 'operator' }) },
      { ALT: () => this.CONSUME(word.product, { LABEL: 'operator' }) },
    ])
    this.OPTION(() => {
      this.CONSUME(word.from)
      this.SUBRULE(this.signed)
    })
    this.OPTION2({ GATE: () => !this.startsSwitch(), DEF: () => this.CONSUME(word.rescaled) })
  })

  /** applies = 'applies' 'when' expr */
  applies = this.RULE('applies', () => {
    this.CONSUME(word.applies)
    this.CONSUME(word.when)
    this.SUBRULE(this.expr)
  })

  /** absent = 'missing' rule; rule = 'skip' | 'withhold' | name | number 'points' */
  absent = this.RULE('absent', () => {
    this.CONSUME(word.missing)
    this.OR([
      { ALT: () => this.CONSUME(t.Name) },
      {
        ALT: () => {
          this.SUBRULE(this.signed)
          this.CONSUME(word.points)
        },
      },
    ])
  })

  /** round = 'round' ('up' | 'down')? 'to' number ('decimal' | 'decimals') */
  round = this.RULE('round', () => {
    this.CONSUME(word.round)
    this.OPTION(() => this.OR([{ ALT: () => this.CONSUME(word.up) }, { ALT: () => this.CONSUME(word.down) }]))
    this.CONSUME(word.to)
    this.SUBRULE(this.decimals)
  })

  /** decimals = number ('decimal' | 'decimals') */
  decimals = this.RULE('decimals', () => {
    this.CONSUME(t.NumberText)
    this.OR([{ ALT: () => this.CONSUME(word.decimal) }, { ALT: () => this.CONSUME(word.decimals) }])
  })
}
