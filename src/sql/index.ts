export { dbtProject, type DbtOptions, type DbtProject } from './dbt/dbt.ts'
export { DIALECTS, type Dialect } from './dialect.ts'
export { queryFor, type Query, type QueryColumn, type QueryOptions } from './query.ts'
export { pointsNames } from './said-model.ts'
