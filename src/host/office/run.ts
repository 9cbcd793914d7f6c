/// <reference types="office-js" />
import { HostProblem } from '../workbook.ts'

/**
 * Runs one batch. While someone types in a cell Excel refuses requests, so this one waits until they are done. What Excel
 * refuses for good rejects with a sentence for the user.
 */
export async function run<T>(batch: (context: Excel.RequestContext) => Promise<T>): Promise<T> {
  try {
    return await Excel.run({ delayForCellEdit: true }, batch)
  } catch (error) {
    throw error instanceof OfficeExtension.Error ? new HostProblem(sentences[error.code] ?? other(error)) : error
  }
}

/** Whether Excel refused because something is not there: a sheet or table that was named a moment ago. */
export function isMissing(problem: unknown): boolean {
  return problem instanceof HostProblem && problem.message === sentences['ItemNotFound']
}

const sentences: Readonly<Record<string, string>> = {
  ItemNotFound: 'A sheet or table that was there is gone: choose it again',
  AccessDenied:
    'Excel does not let Salus write here: unprotect the sheet, or make the workbook editable, and try again',
  InvalidOperationInCellEditMode: 'Excel is waiting for a cell to be finished: press Enter, then try again',
  InvalidSelection: 'This works on one block of cells: select one and try again',
  ActivityLimitReached: 'Excel is busy: wait a moment and try again',
  RequestPayloadSizeLimitExceeded: 'This is more than Excel takes at once: try fewer rows',
  ResponsePayloadSizeLimitExceeded: 'This is more than Excel gives at once: try fewer rows',
  InvalidSheetName: 'Excel does not take this name for a sheet: choose another',
  ItemAlreadyExists: 'There is a sheet or table of this name already: choose another',
  InsertDeleteConflict: 'Something is in the way: choose an empty place and try again',
  NonBlankCellOffSheet: 'Something is in the way: choose an empty place and try again',
}

function other({ message }: OfficeExtension.Error): string {
  return `Excel could not do this (${message.replace(/\.$/, '')}): try again`
}
