/** Integer cents as a decimal, for files: `-18025.52`. */
export function decimalOf(cents: number): string {
  const digits = String(Math.abs(cents)).padStart(3, '0')
  return `${cents < 0 ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`
}

/** Integer cents for people: `-18,025.52`. Written here and not by a locale, so that every machine prints the same. */
export function moneyOf(cents: number): string {
  return decimalOf(cents).replace(/\d+(?=\.)/, grouped)
}

/** `18,025`. */
export function countOf(count: number): string {
  return grouped(String(count))
}

function grouped(digits: string): string {
  return digits.replaceAll(/\B(?=(?:\d{3})+$)/g, ',')
}
