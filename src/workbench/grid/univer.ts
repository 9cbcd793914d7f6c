import '@univerjs/preset-sheets-core/lib/index.css'
import '@univerjs/preset-sheets-table/lib/index.css'
import { CalculationMode, UniverSheetsCorePreset } from '@univerjs/preset-sheets-core'
import coreWords from '@univerjs/preset-sheets-core/locales/en-US'
import { UniverSheetsTablePreset } from '@univerjs/preset-sheets-table'
import tableWords from '@univerjs/preset-sheets-table/locales/en-US'
import { createUniver, type FUniver, LocaleType, mergeLocales, type Univer } from '@univerjs/presets'
import type { GridFunction } from '../functions/functions.ts'
import { gridClass, gridDescription, type GridPlaces } from '../functions/grid-function.ts'

export interface Grid {
  readonly univer: Univer
  readonly api: FUniver
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
    locales: { [LocaleType.EN_US]: mergeLocales(coreWords, tableWords) },
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
      UniverSheetsTablePreset(),
    ],
  })
  return { univer, api: univerAPI }
}
