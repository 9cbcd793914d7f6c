/** A decimal number, exactly: units × 10^exponent. */
export interface Decimal {
  readonly units: bigint
  readonly exponent: number
}

/** Reads `12.5%`, `1_000`, `.3`, `1e3`; null where the text is no number. */
export function decimalOf(written: string): Decimal | null {
  const found = /^(-?)(\d*)(?:\.(\d*))?(?:e([+-]?\d+))?(%?)$/iu.exec(written.replaceAll('_', '').trim())
  const [, sign = '', whole = '', fraction = '', power = '0', percent = ''] = found ?? []
  if (found === null || whole + fraction === '') return null
  return {
    units: BigInt(`${sign}${whole}${fraction}`),
    exponent: Number(power) - fraction.length - (percent === '' ? 0 : 2),
  }
}

export function sumOf(decimals: readonly Decimal[]): Decimal {
  const exponent = Math.min(0, ...decimals.map((decimal) => decimal.exponent))
  return { units: decimals.reduce((sum, decimal) => sum + scaled(decimal, exponent), 0n), exponent }
}

export function difference(a: Decimal, b: Decimal): Decimal {
  return sumOf([a, { ...b, units: -b.units }])
}

/** As a percentage: `140%`, `99.9%`. */
export function percentText(decimal: Decimal): string {
  const exponent = Math.min(-2, decimal.exponent)
  const units = scaled(decimal, exponent)
  const digits = String(units < 0n ? -units : units).padStart(-exponent - 1, '0')
  const places = -exponent - 2
  const whole = places === 0 ? digits : digits.slice(0, -places)
  const fraction = places === 0 ? '' : digits.slice(-places).replace(/0+$/, '')
  return `${units < 0n ? '-' : ''}${whole.replace(/^0+(?=\d)/, '') || '0'}${fraction === '' ? '' : `.${fraction}`}%`
}

function scaled({ units, exponent }: Decimal, to: number): bigint {
  return units * 10n ** BigInt(exponent - to)
}
