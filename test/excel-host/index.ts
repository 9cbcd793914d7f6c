export { type Area, formatArea, parseArea } from './area.ts'
export {
  type Book,
  type Sheet,
  type Table,
  addSheet,
  addTable,
  blockOf,
  cellAt,
  createBook,
  enter,
  findSheet,
  format,
  removeSheet,
  renameSheet,
  select,
  setCell,
  shift,
  tell,
} from './book.ts'
export { type Cell, type CellError, type Value, EMPTY, isError, typed } from './cell.ts'
export { type Client, type ClientOptions, connect } from './client.ts'
export type { Blanks, FunctionsJson, Result, ResultCell } from './invocation.ts'
