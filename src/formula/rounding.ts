import type { Rounding } from '../model/group.ts'
import { number, type Text } from './text.ts'

/** Half away from zero, up or down, on the decimal value: what lies within `guard` of a tie or a step is on it. `x` is a cell; an error where it is missing. */
export function rounded(x: Text, direction: Rounding['direction'], places: number, guard: Text): Text {
  const step = number(10 ** Math.abs(places))
  const scaled = (of: Text): Text => (places === 0 ? of : `${of}${places > 0 ? '*' : '/'}${step}`)
  const whole =
    direction === 'up'
      ? `(-INT(-${scaled(`(${x}-${guard})`)}))`
      : direction === 'down'
        ? `INT(${scaled(`(${x}+${guard})`)})`
        : `SIGN(${x})*INT(${scaled(`(ABS(${x})+${guard})`)}+0.5)`
  return places === 0 ? whole : `${whole}${places > 0 ? '/' : '*'}${step}`
}
