import type { BridgeMonth } from '../bridge.ts'

/** The figures of a bridge in the order of its sum, with what a person calls them. */
export const BRIDGE_TITLES = {
  opening: 'Opening',
  new: 'New',
  reactivation: 'Reactivation',
  expansion: 'Expansion',
  contraction: 'Contraction',
  churn: 'Churn',
  fx: 'FX',
  rounding: 'Rounding',
  closing: 'Closing',
} as const

export type BridgeFigure = keyof typeof BRIDGE_TITLES
export type BridgeAmounts = Readonly<Record<BridgeFigure, number>>

export const BRIDGE_FIGURES = Object.keys(BRIDGE_TITLES) as readonly BridgeFigure[]

/** Opening and all movements less closing: 0, or the bridge is wrong. */
export function bridgeCheck(amounts: BridgeAmounts): number {
  return BRIDGE_FIGURES.reduce((sum, figure) => sum + (figure === 'closing' ? -amounts.closing : amounts[figure]), 0)
}

/** The whole period as one row; null where it has no month. */
export function bridgeTotal(months: readonly BridgeMonth[]): BridgeAmounts | null {
  const [first, last] = [months[0], months.at(-1)]
  if (first === undefined || last === undefined) return null
  const sum = (figure: BridgeFigure): number => months.reduce((total, month) => total + month[figure], 0)
  const amounts = BRIDGE_FIGURES.map((figure) => [figure, sum(figure)] as const)
  return {
    ...(Object.fromEntries(amounts) as Record<BridgeFigure, number>),
    opening: first.opening,
    closing: last.closing,
  }
}
