import '@univerjs/preset-sheets-core/lib/index.css'
import '@univerjs/preset-sheets-sort/lib/index.css'
import '@univerjs/preset-sheets-table/lib/index.css'
import { CalculationMode, UniverSheetsCorePreset } from '@univerjs/preset-sheets-core'
import coreWords from '@univerjs/preset-sheets-core/locales/en-US'
import { UniverSheetsSortPreset } from '@univerjs/preset-sheets-sort'
import sortWords from '@univerjs/preset-sheets-sort/locales/en-US'
import {
  UniverSheetsTablePlugin,
  UniverSheetsTablePreset,
  UniverSheetsTableUIPlugin,
} from '@univerjs/preset-sheets-table'
import tableWords from '@univerjs/preset-sheets-table/locales/en-US'
import { createUniver, type FUniver, LocaleType, mergeLocales, type Injector } from '@univerjs/presets'
import type { GridFunction } from '../functions/functions.ts'
import { tableLook } from './table-look.ts'
import { gridClass, gridDescription, type GridPlaces } from '../functions/grid-function.ts'

export interface Grid {
  readonly api: FUniver
  /** Where the parts of the grid are found that `api` does not reach. */
  readonly injector: Injector
  readonly close: () => void
}

/** Starts the grid in an element, with our functions known before the first cell is calculated. */
export function startGrid(
  container: HTMLElement,
  functions: readonly GridFunction[],
  places: GridPlaces,
  dark: boolean,
): Grid {
  const { univer, univerAPI } = createUniver({
    locale: LocaleType.EN_US,
    locales: { [LocaleType.EN_US]: mergeLocales(coreWords, tableWords, sortWords, PROGRESS) },
    darkMode: dark,
    presets: [
      UniverSheetsCorePreset({
        container,
        ribbonType: 'simple',
        formula: {
          function: functions.map((own) => gridClass(own, places)),
          description: functions.map(gridDescription),
          initialFormulaComputing: CalculationMode.WHEN_EMPTY,
        },
      }),
      UniverSheetsSortPreset(),
      tables(),
    ],
  })
  // oxlint-disable-next-line no-underscore-dangle -- the grid's own name for it; there is no other
  const injector = univer.__getInjector()
  return { api: univerAPI, injector, close: () => univer.dispose() }
}

/** The preset itself takes no settings. No tab over a table: it pushes the header out of the rows that stand still. */
function tables(): ReturnType<typeof UniverSheetsTablePreset> {
  const { plugins } = UniverSheetsTablePreset()
  return {
    plugins: plugins.map((plugin) => {
      if (plugin === UniverSheetsTablePlugin) return [plugin, { userThemes: [tableLook] }]
      return plugin === UniverSheetsTableUIPlugin ? [plugin, { hideAnchor: true }] : plugin
    }),
  }
}

/** Words the grid asks for and does not bring. */
const PROGRESS = {
  'sheets-formula': {
    progress: {
      analyzing: 'Looking through formulas',
      calculating: 'Calculating',
      'array-analysis': 'Looking through arrays',
      'array-calculation': 'Calculating arrays',
      done: 'Done',
    },
  },
}
