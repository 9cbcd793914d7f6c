import { createContext, useContext, useSyncExternalStore, type ReactNode } from 'react'
import type { Desk } from '../../host/desk/desk.ts'
import type { DeskState } from '../../host/desk/state.ts'

const Context = createContext<Desk | null>(null)

export function DeskProvider({ desk, children }: { readonly desk: Desk; readonly children: ReactNode }) {
  return <Context.Provider value={desk}>{children}</Context.Provider>
}

/** The desk the pane stands at. */
export function useDesk(): Desk {
  return useContext(Context)!
}

/** What is known of the workbook now; the component is drawn again when it changes. */
export function useDeskState(): DeskState {
  const desk = useDesk()
  return useSyncExternalStore(desk.subscribe, desk.state)
}
