import type { BaseValueObject } from '@univerjs/preset-sheets-core'
import { CellValueType, type ICellData, type IStyleData, type Nullable, numfmt } from '@univerjs/presets'
import type { Cell } from '../../tables/cell.ts'

/** Days between the serial numbers of spreadsheets and those since 1970-01-01. */
const SERIAL_OF_1970 = 25_569

/** A value as the grid's formulas hold it. */
export function cellOf(value: BaseValueObject): Cell {
  if (value.isNull()) return null
  if (value.isNumber()) return numberCell(value.getValue() as number, value.getPattern())
  if (value.isBoolean()) return Boolean(value.getValue())
  return String(value.getValue())
}

/** A cell as the grid stores it. An empty text is a blank. */
export function storedCell(data: Nullable<ICellData>, style: Nullable<IStyleData>): Cell {
  const value = data?.v
  if (value === null || value === undefined || value === '') return null
  if (data?.t === CellValueType.BOOLEAN || typeof value === 'boolean')
    return value === 1 || value === true || value === 'TRUE' || value === '1'
  if (data?.t === CellValueType.STRING || data?.t === CellValueType.FORCE_STRING) return String(value)
  if (typeof value === 'number') return numberCell(value, style?.n?.pattern ?? '')
  if (data?.t === CellValueType.NUMBER) return numberCell(Number(value), style?.n?.pattern ?? '')
  return value
}

function numberCell(value: number, pattern: string): Cell {
  if (pattern === '' || pattern === 'General') return value
  if (pattern.replaceAll(/"[^"]*"|\\./g, '').includes('%')) return { kind: 'percent', value }
  if (numfmt.isDateFormat(pattern)) return { kind: 'date', value: Math.floor(value) - SERIAL_OF_1970 }
  return value
}

/** A cell as the grid is given it: what begins with `=` is a formula. */
export function gridData(cell: Cell): ICellData {
  if (cell === null) return { v: null, f: null, t: null }
  if (typeof cell === 'string') {
    return cell.startsWith('=') ? { f: cell, v: null } : { v: cell, t: CellValueType.STRING, f: null }
  }
  if (typeof cell === 'number') return { v: cell, t: CellValueType.NUMBER, f: null }
  if (typeof cell === 'boolean') return { v: cell ? 1 : 0, t: CellValueType.BOOLEAN, f: null }
  if (cell.kind === 'other') return { v: cell.text, t: CellValueType.STRING, f: null }
  const percent = cell.kind === 'percent'
  return {
    v: percent ? cell.value : cell.value + SERIAL_OF_1970,
    t: CellValueType.NUMBER,
    f: null,
    s: { n: { pattern: percent ? '0%' : 'yyyy-mm-dd' } },
  }
}
