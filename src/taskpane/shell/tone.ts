import type { Band } from '../../model/judge.ts'

/** How a band looks: by its place on the ladder, never by its name, so that letters and colours of an author's own work too. */
export interface Tone {
  /** CSS colours that follow light, dark and forced colours. */
  readonly fill: string
  readonly text: string
  /** How much of its mark is filled, 0..1: seen without colour as well. The worse, the emptier. */
  readonly filled: number
  readonly label: string
}

/** The tone of a band on its ladder, worst first. A band the ladder does not know, or none, is neutral. */
export function toneOf(bands: readonly Band[], name: string | null): Tone {
  const rank = bands.findIndex((band) => band.name === name)
  if (rank === -1) {
    return { fill: 'var(--salus-none)', text: 'var(--salus-none-text)', filled: 0, label: name ?? 'no score' }
  }
  const step = bands.length === 1 ? 4 : Math.round((4 * rank) / (bands.length - 1))
  const { label } = bands[rank]!
  return { fill: `var(--salus-band-${step})`, text: `var(--salus-band-${step}-text)`, filled: step / 4, label }
}

/** Defined once at the root of the pane; `text` has a contrast of at least 4.5 to the background of the pane. */
export const lightTones = {
  '--salus-band-0': '#d13438',
  '--salus-band-0-text': '#a4262c',
  '--salus-band-1': '#e06c2a',
  '--salus-band-1-text': '#9b4510',
  '--salus-band-2': '#e3a21a',
  '--salus-band-2-text': '#7f5700',
  '--salus-band-3': '#7fb23c',
  '--salus-band-3-text': '#48700f',
  '--salus-band-4': '#2f9e6e',
  '--salus-band-4-text': '#0e6a45',
  '--salus-none': '#c8c6c4',
  '--salus-none-text': '#605e5c',
} as const

export const darkTones: Readonly<Record<keyof typeof lightTones, string>> = {
  '--salus-band-0': '#e5565a',
  '--salus-band-0-text': '#ff9a9d',
  '--salus-band-1': '#e98145',
  '--salus-band-1-text': '#ffb489',
  '--salus-band-2': '#e3a21a',
  '--salus-band-2-text': '#f7cf7a',
  '--salus-band-3': '#8fc24c',
  '--salus-band-3-text': '#bfe28e',
  '--salus-band-4': '#3fb885',
  '--salus-band-4-text': '#8de0bb',
  '--salus-none': '#605e5c',
  '--salus-none-text': '#c8c6c4',
}

/** Where the system forces its own colours, marks and words tell bands apart. */
export const forcedTones = Object.fromEntries(Object.keys(lightTones).map((name) => [name, 'CanvasText'])) as Readonly<
  Record<keyof typeof lightTones, string>
>
