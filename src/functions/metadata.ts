import type { ArgumentEntry, FunctionEntry } from './registry.ts'

/** `functions.json`: what Excel is told of the functions before any of our code runs. */
export interface FunctionsJson {
  /** Error cells of a row reach the function: otherwise one `#DIV/0!` would hide the whole score. */
  readonly allowErrorForDataTypeAny: true
  /** Numbers may come back with a card. */
  readonly allowCustomDataForDataTypeAny: true
  readonly functions: readonly FunctionJson[]
}

export interface FunctionJson {
  readonly id: string
  readonly name: string
  readonly description: string
  readonly helpUrl: string
  readonly parameters: readonly {
    readonly name: string
    readonly description: string
    readonly type: 'any'
    readonly dimensionality: 'scalar' | 'matrix'
    readonly optional: boolean
  }[]
  /** Excel gives addresses only to functions whose result is a matrix, so all of them are; one cell is a matrix too. */
  readonly result: { readonly type: 'any'; readonly dimensionality: 'matrix' }
  readonly options: { readonly requiresParameterAddresses: true }
}

export interface MetadataOptions {
  /** Where the pages are served, without a slash at the end. */
  readonly url: string
}

/** The metadata of the functions, from the registry. A namespace is none of it: the manifest names one where one is wanted. */
export function functionsJson(registry: readonly FunctionEntry[], { url }: MetadataOptions): FunctionsJson {
  return {
    allowErrorForDataTypeAny: true,
    allowCustomDataForDataTypeAny: true,
    functions: registry.map((entry) => ({
      id: entry.name,
      name: entry.name,
      description: entry.description,
      helpUrl: `${url}/${entry.page}`,
      parameters: entry.arguments.map(parameter),
      result: { type: 'any', dimensionality: 'matrix' },
      options: { requiresParameterAddresses: true },
    })),
  }
}

function parameter({ name, description, optional, kind }: ArgumentEntry): FunctionJson['parameters'][number] {
  return { name, description, type: 'any', dimensionality: kind === 'range' ? 'matrix' : 'scalar', optional }
}
