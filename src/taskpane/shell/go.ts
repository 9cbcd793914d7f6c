import { createContext, useContext } from 'react'

export type PageName = 'account' | 'portfolio' | 'outcomes' | 'model' | 'connect'

/** `at` says where on the page to begin, where whoever turned to it said so. */
export interface PageProps {
  readonly at?: string | undefined
}

/** Turns to another page; `at` says where on it: `paste`, say. */
export type Go = (page: PageName, at?: string) => void

export const GoContext = createContext<Go>(() => {})

export function useGo(): Go {
  return useContext(GoContext)
}
