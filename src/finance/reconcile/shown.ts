import { moneyText } from '../money.ts'

/** Integer cents without their currency: `-18,025.52`. */
export function moneyOf(cents: number): string {
  return moneyText(cents, '')
}

/** `18,025`. */
export function countOf(count: number): string {
  return String(count).replaceAll(/\B(?=(?:\d{3})+$)/g, ',')
}

/** A share for people: `84.58%`, half away from zero; a dash where there is none. */
export function percentOf(share: number | null, decimals = 2): string {
  if (share === null) return '–'
  // A share is a ratio of whole cents: what lies on a tie is put on its upper side before it is cut.
  const scaled = Math.abs(share) * 100 * 10 ** decimals
  const whole = Math.round(scaled + scaled * 2 ** -50)
  return `${share < 0 && whole > 0 ? '-' : ''}${(whole / 10 ** decimals).toFixed(decimals)}%`
}
