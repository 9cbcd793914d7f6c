import * as t from './tokens.ts'
import { word } from './tokens.ts'
import { expectedNames } from './recover/recovery.ts'
import { TestGrammar } from './grammar/tests.ts'

/**
 * The grammar. Above each rule stands its production, as in docs/grammar.md. It is LL(2) at most; where a keyword may
 * also be a name, a gate says which it is.
 */
export class SalusParser extends TestGrammar {
  constructor(options: { skipValidations: boolean }) {
    super([...t.vocabulary], {
      recoveryEnabled: true,
      maxLookahead: 2,
      nodeLocationTracking: 'onlyOffset',
      errorMessageProvider: expectedNames,
      skipValidations: options.skipValidations,
    })
    this.performSelfAnalysis()
  }

  /** file = import* header? item* */
  file = this.RULE('file', () => {
    this.MANY(() => this.SUBRULE(this.importLine))
    this.OPTION(() => this.SUBRULE(this.header))
    this.MANY2(() => this.SUBRULE(this.item))
  })

  /** import = 'import' string ('as' name)? */
  importLine = this.RULE('importLine', () => {
    this.CONSUME(word.import)
    this.CONSUME(t.Text)
    this.OPTION(() => {
      this.CONSUME(word.as)
      this.CONSUME(t.Name)
    })
  })

  /** header = 'model' name string? ('version' number | 'effective' date | 'amends' name)* */
  header = this.RULE('header', () => {
    this.CONSUME(word.model)
    this.CONSUME(t.Name)
    this.OPTION(() => this.CONSUME(t.Text))
    this.MANY(() => this.SUBRULE(this.headerOption))
  })

  headerOption = this.RULE('headerOption', () => {
    this.OR([
      {
        ALT: () => {
          this.CONSUME(word.version)
          this.CONSUME(t.NumberText)
        },
      },
      {
        ALT: () => {
          this.CONSUME(word.effective)
          this.CONSUME(t.DateText)
        },
      },
      {
        ALT: () => {
          this.CONSUME(word.amends)
          this.CONSUME(t.Name)
        },
      },
    ])
  })

  /** item = inputs | let | ladder | segment | indicator | result | portfolio | test | score | pathweights | groupitem */
  item = this.RULE('item', () => {
    this.OR([
      { ALT: () => this.SUBRULE(this.inputs) },
      { ALT: () => this.SUBRULE(this.letItem) },
      { ALT: () => this.SUBRULE(this.ladder) },
      { ALT: () => this.SUBRULE(this.segment) },
      { ALT: () => this.SUBRULE(this.indicator) },
      { ALT: () => this.SUBRULE(this.result) },
      { ALT: () => this.SUBRULE(this.portfolio) },
      { ALT: () => this.SUBRULE(this.test) },
      { ALT: () => this.SUBRULE(this.score) },
      { ALT: () => this.SUBRULE(this.pathWeights) },
      { ALT: () => this.SUBRULE(this.groupItem) },
    ])
  })

  /** inputs = 'inputs' ('from' name)? '{' input* '}' */
  inputs = this.RULE('inputs', () => {
    this.CONSUME(word.inputs)
    this.OPTION(() => {
      this.CONSUME(word.from)
      this.CONSUME(t.Name)
    })
    this.CONSUME(t.LeftBrace)
    this.MANY(() => this.SUBRULE(this.inputLine))
    this.CONSUME(t.RightBrace)
  })

  /** input = name type inputoption* ('=' logfigure)? */
  inputLine = this.RULE('inputLine', () => {
    this.CONSUME(t.Name)
    this.SUBRULE(this.inputType)
    this.MANY({ GATE: () => !this.startsInput(), DEF: () => this.SUBRULE(this.inputOption) })
    this.OPTION(() => {
      this.CONSUME(t.Equal)
      this.SUBRULE(this.logFigure)
    })
  })

  /** type = unit | 'one' 'of' choice (',' choice)* */
  inputType = this.RULE('inputType', () => {
    this.OR([
      { ALT: () => this.SUBRULE(this.unit) },
      {
        ALT: () => {
          this.CONSUME(word.one)
          this.CONSUME(word.of)
          this.SUBRULE(this.choice)
          this.MANY(() => {
            this.CONSUME(t.Comma)
            this.SUBRULE2(this.choice)
          })
        },
      },
    ])
  })

  /** choice = name | string */
  choice = this.RULE('choice', () => {
    this.OR([{ ALT: () => this.CONSUME(t.Name) }, { ALT: () => this.CONSUME(t.Text) }])
  })

  /**
   * inputoption = string ('or' string)* | 'in' bound 'to' bound | 'in' (name | string) | 'missing' 'when' value (',' value)*
   *             | 'key' | 'parent'
   */
  inputOption = this.RULE('inputOption', () => {
    this.OR([
      {
        ALT: () => {
          this.CONSUME(t.Text)
          this.MANY(() => {
            this.CONSUME(word.or)
            this.CONSUME2(t.Text)
          })
        },
      },
      {
        ALT: () => {
          this.CONSUME(word.in)
          this.OR2([
            { ALT: () => this.SUBRULE(this.range) },
            { ALT: () => this.CONSUME(t.Name) },
            { ALT: () => this.CONSUME3(t.Text, { LABEL: 'zone' }) },
          ])
        },
      },
      {
        ALT: () => {
          this.CONSUME(word.missing)
          this.CONSUME(word.when)
          this.SUBRULE(this.value)
          this.MANY2(() => {
            this.CONSUME(t.Comma)
            this.SUBRULE2(this.value)
          })
        },
      },
      { ALT: () => this.CONSUME(word.key) },
      { ALT: () => this.CONSUME(word.parent) },
    ])
  })

  /** let = 'let' name string? '=' expr ('as' unit)? */
  letItem = this.RULE('letItem', () => {
    this.CONSUME(word.let)
    this.CONSUME(t.Name)
    this.OPTION(() => this.CONSUME(t.Text))
    this.CONSUME(t.Equal)
    this.SUBRULE(this.formula)
  })

  /** ladder = 'ladder' rung (',' rung)* */
  ladder = this.RULE('ladder', () => {
    this.CONSUME(word.ladder)
    this.SUBRULE(this.rung)
    this.MANY(() => {
      this.CONSUME(t.Comma)
      this.SUBRULE2(this.rung)
    })
  })

  /** rung = name string? ('=' number)? (name | string)? */
  rung = this.RULE('rung', () => {
    this.CONSUME(t.Name)
    this.OPTION(() => this.CONSUME(t.Text))
    this.OPTION2(() => {
      this.CONSUME(t.Equal)
      this.SUBRULE(this.signed)
    })
    this.OPTION3({
      GATE: () => !t.beginsItem(this.LA(1)),
      DEF: () =>
        this.OR([
          { ALT: () => this.CONSUME2(t.Name, { LABEL: 'color' }) },
          { ALT: () => this.CONSUME2(t.Text, { LABEL: 'color' }) },
        ]),
    })
  })

  /** segment = 'segment' name string? ('when' expr)? ('amends' name)? '{' (amendment ','?)* '}' */
  segment = this.RULE('segment', () => {
    this.CONSUME(word.segment)
    this.CONSUME(t.Name)
    this.OPTION(() => this.CONSUME(t.Text))
    this.OPTION2(() => {
      this.CONSUME(word.when)
      this.SUBRULE(this.expr)
    })
    this.OPTION3(() => {
      this.CONSUME(word.amends)
      this.CONSUME2(t.Name, { LABEL: 'amended' })
    })
    this.CONSUME(t.LeftBrace)
    this.MANY(() => {
      this.SUBRULE(this.amendment)
      this.OPTION4(() => this.CONSUME(t.Comma))
    })
    this.CONSUME(t.RightBrace)
  })

  /** amendment = groupitem | score | 'weight' pathweight (',' pathweight)* | switch */
  amendment = this.RULE('amendment', () => {
    this.OR([
      { ALT: () => this.SUBRULE(this.switch) },
      { ALT: () => this.SUBRULE(this.pathWeights) },
      { ALT: () => this.SUBRULE(this.score) },
      { ALT: () => this.SUBRULE(this.groupItem) },
    ])
  })

  /** switch = path ('off' | 'on') */
  switch = this.RULE('switch', () => {
    this.SUBRULE(this.path)
    this.OR([{ ALT: () => this.CONSUME(word.off) }, { ALT: () => this.CONSUME(word.on) }])
  })

  /** pathweights = 'weight' pathweight (',' pathweight)* */
  pathWeights = this.RULE('pathWeights', () => {
    this.CONSUME(word.weight)
    this.SUBRULE(this.pathWeight)
    this.MANY({
      GATE: () => this.startsPathWeight(2),
      DEF: () => {
        this.CONSUME(t.Comma)
        this.SUBRULE2(this.pathWeight)
      },
    })
  })

  /** pathweight = path number */
  pathWeight = this.RULE('pathWeight', () => {
    this.SUBRULE(this.path)
    this.CONSUME(t.NumberText)
  })

  /** indicator = 'indicator' ('risk' | 'opportunity') string 'when' expr reason* */
  indicator = this.RULE('indicator', () => {
    this.CONSUME(word.indicator)
    this.OR([{ ALT: () => this.CONSUME(word.risk) }, { ALT: () => this.CONSUME(word.opportunity) }])
    this.CONSUME(t.Text)
    this.CONSUME(word.when)
    this.SUBRULE(this.expr)
    this.MANY(() => this.SUBRULE(this.reason))
  })

  /** result = 'result' name string? '=' formula */
  result = this.RULE('result', () => {
    this.CONSUME(word.result)
    this.CONSUME(t.Name)
    this.OPTION(() => this.CONSUME(t.Text))
    this.CONSUME(t.Equal)
    this.SUBRULE(this.formula)
  })

  /** portfolio = 'portfolio' name string? '=' figure ('weighted' 'by' name)? ('where' expr)? */
  portfolio = this.RULE('portfolio', () => {
    this.CONSUME(word.portfolio)
    this.CONSUME(t.Name)
    this.OPTION(() => this.CONSUME(t.Text))
    this.CONSUME(t.Equal)
    this.SUBRULE(this.figure)
    this.OPTION2(() => {
      this.CONSUME(word.weighted)
      this.CONSUME(word.by)
      this.CONSUME2(t.Name, { LABEL: 'weights' })
    })
    this.OPTION3(() => {
      this.CONSUME(word.where)
      this.SUBRULE(this.expr)
    })
  })

  /**
   * figure = 'share' 'of' ('accounts' | name) 'in' band ('or' band)* | 'mean' 'of' expr
   *        | 'index' bandpoints (',' bandpoints)*
   */
  figure = this.RULE('figure', () => {
    this.OR([
      {
        ALT: () => {
          this.CONSUME(word.share)
          this.CONSUME(word.of)
          this.CONSUME(t.Name)
          this.CONSUME(word.in)
          this.CONSUME(t.Band)
          this.MANY(() => {
            this.CONSUME(word.or)
            this.CONSUME2(t.Band)
          })
        },
      },
      {
        ALT: () => {
          this.CONSUME(word.mean)
          this.CONSUME2(word.of)
          this.SUBRULE(this.expr)
        },
      },
      {
        ALT: () => {
          this.CONSUME(word.index)
          this.SUBRULE(this.bandPoints)
          this.MANY2(() => {
            this.CONSUME(t.Comma)
            this.SUBRULE2(this.bandPoints)
          })
        },
      },
    ])
  })
}
