export type { Answer, Engine, Table, TableCell, TableColumn } from './engine.ts'
export { startDuckDB } from './duckdb.ts'
export { startPostgres } from './postgres.ts'
export { startSpark } from './spark.ts'
