import type { IRangeThemeStyleJSON } from '@univerjs/preset-sheets-core'
import { BorderStyleTypes } from '@univerjs/presets'

const line = { s: BorderStyleTypes.THIN, cl: { rgb: '#c9d0d8' } }

/** How tables look: a quiet header, rows that can be followed with the eye, nothing that competes with the bands. */
export const tableLook: { readonly name: string; readonly style: Omit<IRangeThemeStyleJSON, 'name'> } = {
  name: 'salus',
  style: {
    headerRowStyle: { bg: { rgb: '#44546a' }, cl: { rgb: '#ffffff' } },
    firstRowStyle: { bg: { rgb: '#ffffff' } },
    secondRowStyle: { bg: { rgb: '#f5f7f9' } },
    lastRowStyle: { bd: { b: line } },
  },
}
