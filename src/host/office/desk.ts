/// <reference types="office-js" />
import { type Desk, openDesk } from '../desk/desk.ts'
import { officeWorkbook } from './workbook.ts'

let opened: Promise<Desk | null> | null = null

/** The desk that the functions and the pane of this page share; null where the page is not in Excel. */
export function officeDesk(): Promise<Desk | null> {
  opened ??= Office.onReady().then(({ host }) => (host === Office.HostType.Excel ? openDesk(officeWorkbook()) : null))
  return opened
}
