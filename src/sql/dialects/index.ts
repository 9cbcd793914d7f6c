import type { Dialect } from '../dialect.ts'
import { bigquery } from './bigquery.ts'
import { duckdb } from './duckdb.ts'
import { postgres } from './postgres.ts'
import { snowflake } from './snowflake.ts'
import { spark } from './spark.ts'
import { trino } from './trino.ts'

export const DIALECTS: readonly Dialect[] = [duckdb, postgres, spark, snowflake, bigquery, trino]
