import type { Unit } from './expression.ts'

/** A number as people read it: `47%`, `1,204`, `0.29`, `12 days`. For reading only: nothing is computed from it. */
export function showNumber(value: number, unit: Unit | null, currency: string | null = null): string {
  switch (unit) {
    case 'percent':
      return `${decimals(value * 100, 1)}%`
    case 'ratio':
      return decimals(value, 3)
    case 'days':
      return value === 1 ? '1 day' : `${decimals(value, 1)} days`
    case 'money':
      return currency === null ? decimals(value, 2) : `${decimals(value, 2)} ${currency}`
    case 'count':
    case 'number':
    case null:
      return decimals(value, 3)
  }
}

/** At most so many decimals, and a comma between thousands; small numbers keep their first digits. */
function decimals(value: number, places: number): string {
  const size = Math.abs(value)
  if (size !== 0 && size < 10 ** -places) return String(Number(value.toPrecision(2)))
  if (size >= 1e15) return String(value)
  const [whole = '', fraction = ''] = value.toFixed(places).split('.')
  const short = fraction.replace(/0+$/, '')
  return whole.replace(/\B(?=(\d{3})+$)/g, ',') + (short === '' ? '' : `.${short}`)
}
