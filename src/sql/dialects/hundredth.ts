/**
 * A hundredth of a double by its decimal digits, in arithmetic alone, where the text of a double is no sure thing: what has at
 * most six decimals is a whole number of millionths, and one division of it is exact. What has more is divided as it is.
 */
export function hundredthByWhole(one: string, number: (value: number) => string): string {
  const millionths = `floor(abs(${one}) * ${number(1e6)} + ${number(0.5)})`
  const exact = `sign(${one}) * ${millionths} / ${number(1e8)}`
  const met = `abs(${one}) < ${number(1e9)} and ${millionths} / ${number(1e6)} = abs(${one})`
  return `case when ${met} then ${exact} else ${one} / ${number(100)} end`
}
