import { useState } from 'react'
import type { Desk } from '../../host/desk/desk.ts'
import { useDesk } from '../shell/desk-context.tsx'

/** What is being looked at on the page. It is kept while the pane shows another page. */
export interface Choice {
  readonly view: ViewName
  /** Names of segments; none is all of them. */
  readonly segments: readonly string[]
  /** Names of saved filters. */
  readonly filters: readonly string[]
  readonly by: 'accounts' | 'money'
  readonly asTable: boolean
  /** Ids of the columns that were chosen by hand; null is the one that was found. */
  readonly money: string | null
  readonly owner: string | null
  readonly usage: string | null
  readonly renewal: string | null
  readonly currency: string | null
  readonly dimension: string | null
  /** Values of the owner column: whose accounts, and whose books are compared. */
  readonly own: string | null
  readonly owners: readonly string[]
  readonly lossBy: 'points' | 'money'
}

export type ViewName = 'distribution' | 'trend' | 'risks' | 'movements' | 'books' | 'usage'

export type Change = (changes: Partial<Choice>) => void

const FIRST: Choice = {
  view: 'distribution',
  segments: [],
  filters: [],
  by: 'accounts',
  asTable: false,
  money: null,
  owner: null,
  usage: null,
  renewal: null,
  currency: null,
  dimension: null,
  own: null,
  owners: [],
  lossBy: 'points',
}

const kept = new WeakMap<Desk, Choice>()

export function useChoice(): readonly [Choice, Change] {
  const desk = useDesk()
  const [choice, setChoice] = useState(() => kept.get(desk) ?? FIRST)
  const change: Change = (changes) =>
    setChoice((before) => {
      const after = { ...before, ...changes }
      kept.set(desk, after)
      return after
    })
  return [choice, change]
}
