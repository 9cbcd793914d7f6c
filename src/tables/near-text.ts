import { folded } from '../model/domain.ts'
import { nearestName } from './near-miss.ts'

/**
 * The text that a value was most likely meant to be, of those that conditions compare its input with; null where it is one
 * of them, or something else. Figures are never slips: `Tier 1` is not meant to be `Tier 2`.
 */
export function nearText(value: string, compared: readonly string[]): string | null {
  const own = folded(value)
  if (compared.some((text) => folded(text) === own)) return null
  return nearestName(
    [value],
    compared.filter((text) => figures(text) === figures(value)),
    folded,
  )
}

function figures(text: string): string {
  return text.replaceAll(/\D+/g, ' ').trim()
}
