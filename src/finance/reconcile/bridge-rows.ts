import type { BridgeMonth } from '../bridge.ts'

/** The figures of a bridge in the order of its sum. */
export const BRIDGE_FIGURES = [
  'opening',
  'new',
  'reactivation',
  'expansion',
  'contraction',
  'churn',
  'fx',
  'rounding',
  'closing',
] as const

export type BridgeFigure = (typeof BRIDGE_FIGURES)[number]
export type BridgeAmounts = Readonly<Record<BridgeFigure, number>>

/** Opening and all movements less closing: 0, or the bridge is wrong. */
export function bridgeCheck(amounts: BridgeAmounts): number {
  const { closing, ...others } = amounts
  return BRIDGE_FIGURES.reduce((sum, figure) => sum + (figure === 'closing' ? 0 : others[figure]), 0) - closing
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
