import { createContext, useContext } from 'react'

export type PageName = 'account' | 'portfolio' | 'model' | 'connect'

/** Turns to another page; `at` says where on it: `paste`, say. */
export type Go = (page: PageName, at?: string) => void

export const GoContext = createContext<Go>(() => {})

export function useGo(): Go {
  return useContext(GoContext)
}
