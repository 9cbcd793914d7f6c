import { type IToken, tokenMatcher } from 'chevrotain'
import * as t from '../tokens.ts'
import { beginsItem, typesOf, word, words } from '../tokens.ts'

/** Deeper than any model a person would write, and shallow enough for every call stack. */
export const deepest = 64
/** Operators in one formula. Each is one level more of the tree, which others walk down. */
export const longest = 500

export interface Excess {
  readonly token: IToken
  readonly of: 'nesting' | 'formula'
}

/**
 * The first token that goes too far for programs that walk into formulas and blocks, if any: by braces and parentheses, by
 * conditions within conditions, by a run of `not`, `-` or `^`, or by a formula of too many operators.
 */
export function excessIn(tokens: readonly IToken[]): Excess | undefined {
  let braces = 0
  /** One for each open parenthesis, and one for the expression outside all of them. */
  let levels = [newLevel()]
  for (const [index, token] of tokens.entries()) {
    const level = levels.at(-1)!
    const type = token.tokenType
    if (type === t.LeftBrace) braces += 1
    else if (type === t.RightBrace) braces = Math.max(0, braces - 1)
    if (type === t.LeftParenthesis) levels.push(newLevel())
    else if (type === t.RightParenthesis && levels.length > 1) levels.pop()
    else if (endsExpression(tokens, index)) levels = [newLevel()]
    else if (type === t.Comma) Object.assign(level, newLevel())
    else if (type === word.if) level.conditions += 1
    else if (type === word.not || type === t.Power || (type === t.Minus && !isOperand(tokens[index - 1])))
      level.run += 1
    else if (operators.has(type)) {
      level.run = 0
      level.operators += 1
    }
    if (levels.at(-1)!.operators > longest) return { token, of: 'formula' }
    if (braces + levels.reduce((sum, { conditions, run }) => sum + 1 + conditions + run, 0) > deepest) {
      return { token, of: 'nesting' }
    }
  }
  return undefined
}

function newLevel(): { conditions: number; run: number; operators: number } {
  return { conditions: 0, run: 0, operators: 0 }
}

/** After these a run of prefixes begins anew. */
const operators = new Set([word.and, word.or, t.Plus, t.Minus, t.Times, t.Over])

const operands = [t.Name, t.NumberText, t.Text, t.DateText, t.RightParenthesis, t.RightBrace]
const operandWords = typesOf(...words('yes no missing as_of unscored score points band'))

function isOperand(token: IToken | undefined): boolean {
  if (token === undefined) return false
  return operandWords.has(token.tokenType) || operands.some((type) => tokenMatcher(token, type))
}

const starts = [t.Name, t.Text, t.NumberText, t.LeftBrace, t.DateText]

/** Three operands in a row, the middle one a word that begins an item: no expression goes on across that. */
function endsExpression(tokens: readonly IToken[], index: number): boolean {
  const token = tokens[index]!
  if (token.tokenType === word.when || token.tokenType === t.LeftBrace) return true
  const next = tokens[index + 1]
  if (next === undefined || !beginsItem(token) || !isOperand(tokens[index - 1])) return false
  return starts.some((type) => tokenMatcher(next, type))
}
