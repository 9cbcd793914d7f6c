import { comparedTexts } from '../model/compared-texts.ts'
import { cellText, plainText } from '../tables/cell-text.ts'
import { nearText } from '../tables/near-text.ts'
import { labelOf } from '../model/input.ts'
import type { Account } from './scored.ts'

/** Cells that a condition compares with texts and that are nearly one of them: such an account silently falls to another segment. */
export function nearTexts({ binding, cells }: Account): readonly string[] {
  const compared = comparedTexts(binding.applied.model)
  return binding.bound.flatMap(({ input, column }) => {
    const texts = input.type === 'text' ? compared.get(input.name) : undefined
    if (texts === undefined) return []
    const cell = cells[column] ?? null
    const near = nearText(plainText(cell), texts)
    return near === null ? [] : [`\`${cellText(cell)}\` in ${labelOf(input)} fits no condition; is it "${near}"?`]
  })
}
