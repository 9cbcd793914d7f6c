import type { NumberLine } from '../../findings/finding.ts'
import { drawNumberLine } from '../../findings/render/number-line.ts'
import type { Banding } from '../../model/judge.ts'

/** A banding as a drawn line: `─── poor ─── 50% ─── healthy ───`. Empty where there are no cuts. */
export function numbersOf({ cuts, outcomes }: Banding): readonly string[] {
  if (cuts.length === 0) return []
  const line: NumberLine[number][] = []
  for (const [n, outcome] of outcomes.entries()) {
    const name =
      outcome === null ? '' : (outcome.band ?? (outcome.points === null ? 'unscored' : `${outcome.points} points`))
    const last = line.at(-1)
    if (last?.kind !== 'band' || last.text !== name) line.push({ kind: 'band', text: name, marked: false })
    const [cut, next] = [cuts[n], cuts[n + 1]]
    // Two cuts at one place have that number alone between them.
    if (cut !== undefined && cut.at !== next?.at) line.push({ kind: 'edge', text: cut.text, marked: false })
  }
  return drawNumberLine(line)
}
