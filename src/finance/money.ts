/** Integer cents as decimal text, `-1234.05`: what JSON and files carry. */
export function decimalOf(cents: number): string {
  const digits = String(Math.abs(cents)).padStart(3, '0')
  return `${cents < 0 ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`
}

/** For a person: `USD 1,234.05`, `-` before the digits of a negative. */
export function moneyText(cents: number, currency: string): string {
  const [whole, parts] = decimalOf(cents).split('.') as [string, string]
  const grouped = `${whole.replaceAll(/\B(?=(?:\d{3})+$)/g, ',')}.${parts}`
  return currency === '' ? grouped : `${currency} ${grouped}`
}
