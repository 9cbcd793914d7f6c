/// <reference types="office-js" />
import { HostProblem, type Workbook } from '../workbook.ts'
import { readHeaders } from './headers.ts'
import { readPart, writePart } from './part.ts'
import { readBlocks, rangeOf } from './read.ts'
import { recalculate } from './recalculate.ts'
import { regions, selection } from './regions.ts'
import { isMissing, run } from './run.ts'
import { isSupported, watch } from './watch.ts'
import { writeCells, writeSheet } from './write.ts'

/** The workbook that is open in Excel. To be called once Office is ready. */
export function officeWorkbook(): Workbook {
  return {
    abilities: {
      name: 'Excel',
      cards: isSupported('ExcelApi', '1.19') && isSupported('CustomFunctionsRuntime', '1.4'),
      // On the web blanks come as nothing. Where they do not, nobody says so, so a 0 is looked up in any case.
      blanksAsZero: true,
      percentsAsNumbers: true,
    },
    author: null,
    readBlocks,
    readHeaders,
    regions,
    selection,
    watch,
    select: async (block) => {
      try {
        await run(async (context) => {
          const range = rangeOf(context, block)
          range.worksheet.activate()
          range.select()
          await context.sync()
        })
      } catch (problem) {
        if (!isMissing(problem)) throw problem
        throw new HostProblem(`There is no sheet ${block.sheet} any more: choose the list of accounts again`)
      }
    },
    writeSheet,
    writeCells,
    readPart,
    writePart,
    recalculate,
  }
}
