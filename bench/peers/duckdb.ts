import { DuckDBInstance } from '@duckdb/node-api'
import { handWritten } from './hand-written.ts'

/** `node duckdb.ts in out`: the Default model in SQL, on two threads, csv to csv or parquet to parquet. */
const [from, to] = process.argv.slice(2)
const isParquet = from!.endsWith('.parquet')
const source = isParquet ? `read_parquet('${from}')` : `read_csv('${from}', header = true)`
const instance = await DuckDBInstance.create(':memory:', { threads: '2' })
const connection = await instance.connect()
await connection.run(`copy (${handWritten(source)}) to '${to}' (${isParquet ? 'format parquet' : 'header'})`)
