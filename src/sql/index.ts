export { DIALECTS, type Dialect } from './dialect.ts'
export { queryFor, type Query, type QueryOptions } from './query.ts'
