import { FluentProvider, teamsHighContrastTheme, webDarkTheme, webLightTheme } from '@fluentui/react-components'
import { useSyncExternalStore, type CSSProperties, type ReactNode } from 'react'
import { darkTones, forcedTones, lightTones } from './tone.ts'

export type Look = 'light' | 'dark' | 'contrast'

// In the typeface of the others: where Segoe is not at hand its own is wider, and the tabs would not fit 320 pixels.
const contrast = { ...teamsHighContrastTheme, fontFamilyBase: webLightTheme.fontFamilyBase }
const THEMES = { light: webLightTheme, dark: webDarkTheme, contrast }
const TONES = { light: lightTones, dark: darkTones, contrast: forcedTones }

/** Fluent in the look of the host: `look` where the host says, else that of the system. */
export function Themed({ look, children }: { readonly look?: Look | undefined; readonly children: ReactNode }) {
  const system = useSyncExternalStore(watchSystem, systemLook)
  const current = look ?? system
  return (
    <FluentProvider theme={THEMES[current]} style={{ ...(TONES[current] as CSSProperties), height: '100%' }}>
      {children}
    </FluentProvider>
  )
}

const queries = ['(forced-colors: active)', '(prefers-color-scheme: dark)'] as const

function systemLook(): Look {
  if (matchMedia(queries[0]).matches) return 'contrast'
  return matchMedia(queries[1]).matches ? 'dark' : 'light'
}

function watchSystem(changed: () => void): () => void {
  const lists = queries.map((query) => matchMedia(query))
  for (const list of lists) list.addEventListener('change', changed)
  return () => {
    for (const list of lists) list.removeEventListener('change', changed)
  }
}
