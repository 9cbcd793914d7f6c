import {
  type ArrayValueObject,
  ArrayValueObject as Matrix,
  AsyncObject,
  BaseFunction,
  type BaseValueObject,
  BooleanValueObject,
  ErrorType,
  ErrorValueObject,
  FunctionType,
  type IFunctionInfo,
  NumberValueObject,
  StringValueObject,
} from '@univerjs/preset-sheets-core'
import { BooleanNumber } from '@univerjs/presets'
import type { Answer, AnswerCell, Call } from '../../functions/call.ts'
import type { Block } from '../../host/block.ts'
import type { Cell } from '../../tables/cell.ts'
import { cellOf } from '../grid/cell.ts'
import type { GridFunction } from './functions.ts'
import type { Place } from './problems.ts'

/** What a function has to know of the grid it is called from. */
export interface GridPlaces {
  readonly sheetName: (sheetId: string) => string | null
  /** Told for each cell what it could not compute; null: it could. */
  readonly onProblem: (place: Place, message: string | null) => void
}

/**
 * A function of ours as a class of the grid: the form in which blanks and errors arrive as they are. Nothing may be
 * thrown out of it: that would stop the calculation of every other cell.
 */
export function gridClass(own: GridFunction, places: GridPlaces): [new (name: string) => BaseFunction, string] {
  const least = own.parameters.filter((each) => !each.optional).length
  class OwnFunction extends BaseFunction {
    override minParams = least
    override maxParams = own.parameters.length
    override isAsync() {
      return true
    }
    override calculate(...values: BaseValueObject[]) {
      const place = { sheetId: this.subUnitId ?? '', row: this.row, column: this.column }
      const settle = (answer: Answer) => {
        const only = answer.length === 1 && answer[0]!.length === 1 ? answer[0]![0]! : null
        places.onProblem(place, isError(only) ? only.message : null)
        return valueOf(answer)
      }
      const fail = () => {
        places.onProblem(place, 'Salus could not compute this: please report what the cell says.')
        return ErrorValueObject.create(ErrorType.VALUE)
      }
      try {
        const answer = own.call(callOf(values, own.parameters.length, places))
        return answer instanceof Promise ? new AsyncObject(answer.then(settle, fail)) : settle(answer)
      } catch {
        return fail()
      }
    }
  }
  return [OwnFunction, own.name]
}

/** What the grid shows while a function is typed. */
export function gridDescription(own: GridFunction): IFunctionInfo {
  return {
    functionName: own.name,
    functionType: FunctionType.User,
    description: own.description,
    abstract: own.description,
    functionParameter: own.parameters.map((each) => ({
      name: each.name,
      detail: each.description,
      example: each.example,
      require: each.optional ? BooleanNumber.FALSE : BooleanNumber.TRUE,
      repeat: BooleanNumber.FALSE,
    })),
  }
}

function callOf(values: readonly BaseValueObject[], width: number, places: GridPlaces): Call {
  const all = Array.from({ length: width }, (_, at) => values[at] ?? null)
  return {
    arguments: all.map((value) => (value === null ? null : rowsOf(value))),
    addresses: all.map((value) =>
      value !== null && value.isArray() ? addressOf(value as ArrayValueObject, places) : null,
    ),
  }
}

/** An argument that was left empty, as in `HEALTH(A2:P2,,Headers)`, comes as null. */
function rowsOf(value: BaseValueObject): Cell[][] | null {
  if (!value.isArray()) return value.isNull() ? null : [[cellOf(value)]]
  return value.getArrayValue().map((row) => Array.from(row, (cell) => (cell == null ? null : cellOf(cell))))
}

/** Computed arrays say that they stand nowhere, by a negative row. */
function addressOf(value: ArrayValueObject, places: GridPlaces): Block | null {
  const sheet = value.getCurrentRow() < 0 ? null : places.sheetName(value.getSheetId())
  if (sheet === null) return null
  const top = value.getCurrentRow()
  const left = value.getCurrentColumn()
  return { sheet, top, left, bottom: top + value.getRowCount() - 1, right: left + value.getColumnCount() - 1 }
}

function valueOf(answer: Answer): BaseValueObject {
  const first = answer[0]
  if (first === undefined || first.length === 0) return ErrorValueObject.create(ErrorType.NA)
  if (answer.length === 1 && first.length === 1) return single(first[0]!)
  const columnCount = Math.max(...answer.map((row) => row.length))
  return Matrix.create({
    calculateValueList: answer.map((row) => Array.from({ length: columnCount }, (_, at) => single(row[at] ?? null))),
    rowCount: answer.length,
    columnCount,
    unitId: '',
    sheetId: '',
    row: -1,
    column: -1,
  })
}

function single(cell: AnswerCell): BaseValueObject {
  if (cell === null) return StringValueObject.create('')
  if (typeof cell === 'number') return NumberValueObject.create(cell)
  if (typeof cell === 'string') return StringValueObject.create(cell)
  if (typeof cell === 'boolean') return BooleanValueObject.create(cell)
  if (cell.kind === 'carded')
    return NumberValueObject.create(cell.value, `0${cell.decimals > 0 ? '.' : ''}${'0'.repeat(cell.decimals)}`)
  return ErrorValueObject.create(cell.code === 'value' ? ErrorType.VALUE : ErrorType.NA)
}

function isError(cell: AnswerCell): cell is Extract<AnswerCell, { kind: 'error' }> {
  return typeof cell === 'object' && cell !== null && cell.kind === 'error'
}
