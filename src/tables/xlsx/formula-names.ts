/** A name as Excel lets people give one; never a cell, since `LET(A1,…)` is refused. */
const NAME = /^\s*([A-Za-z_\u00aa-\uffff][\w.\u00aa-\uffff]*)\s*$/

interface Call {
  readonly name: string
  /** Where its first argument begins, and each after it. */
  readonly starts: number[]
}

interface Given {
  readonly name: string
  readonly from: number
  readonly to: number
}

/** Where in a formula a name is one of `LET` or `LAMBDA`: from the bracket of the call that gives it to that which closes it. */
export function givenNames(formula: string): readonly Given[] {
  const given: Given[] = []
  const open: (Call | null)[] = []
  for (let at = 0; at < formula.length; at++) {
    const sign = formula[at]!
    if (sign === '"' || sign === "'") at = endOfQuoted(formula, at)
    else if (sign === '(') open.push({ name: calledAt(formula, at), starts: [at + 1] })
    else if (sign === '{' || sign === '[') open.push(null)
    else if (sign === '}' || sign === ']') open.pop()
    else if (sign === ',') open.at(-1)?.starts.push(at + 1)
    else if (sign === ')') given.push(...namesOf(formula, open.pop() ?? null, at))
  }
  return given
}

function endOfQuoted(formula: string, start: number): number {
  const end = formula.indexOf(formula[start]!, start + 1)
  return end < 0 ? formula.length : end
}

/** Sought backwards from the bracket: formulas are long, have many brackets, and are written by the hundred thousand. */
function calledAt(formula: string, bracket: number): string {
  let start = bracket
  while (start > 0 && /[\w.]/.test(formula[start - 1]!)) start--
  return formula.slice(start, bracket).toUpperCase()
}

/** `LET` names every other argument but the last, `LAMBDA` all but the last. */
function namesOf(formula: string, call: Call | null, end: number): Given[] {
  const step = call?.name === 'LET' ? 2 : call?.name === 'LAMBDA' ? 1 : 0
  if (call === null || step === 0) return []
  return call.starts.slice(0, -1).flatMap((from, argument) => {
    const found = argument % step === 0 ? NAME.exec(formula.slice(from, call.starts[argument + 1]! - 1)) : null
    return found === null ? [] : [{ name: found[1]!.toUpperCase(), from: call.starts[0]!, to: end }]
  })
}
