import { styleText } from 'node:util'
import type { Band } from '../../model/judge.ts'

/** How text is set off; all plain where the output is no terminal. */
export interface Style {
  readonly color: boolean
  readonly bold: (text: string) => string
  readonly dim: (text: string) => string
  /** In the colour of its band. */
  readonly band: (text: string, bands: readonly Band[], name: string | null) => string
}

type Format = Parameters<typeof styleText>[0]

export function terminalStyle(stream: NodeJS.WriteStream): Style {
  const wanted = stream.isTTY === true || Boolean(process.env['FORCE_COLOR'])
  return makeStyle(wanted && process.env['NO_COLOR'] === undefined)
}

export function makeStyle(color: boolean): Style {
  const paint = (format: Format, text: string): string =>
    color ? styleText(format, text, { validateStream: false }) : text
  return {
    color,
    bold: (text) => paint('bold', text),
    dim: (text) => paint('dim', text),
    band: (text, bands, name) => paint(colorOf(bands, name), text),
  }
}

/** The worst rung is red, the best green, what lies between yellow; whatever the author's own colours are. */
function colorOf(bands: readonly Band[], name: string | null): Format {
  const rank = bands.findIndex((band) => band.name === name)
  if (rank < 0) return 'dim'
  if (rank === 0) return 'red'
  return rank === bands.length - 1 ? 'green' : 'yellow'
}
