/** A thing the rich API can name: what it has and what it can do, by the names that go over the wire. */
export interface HostObject {
  readonly type: string
  /** Sent with every answer, so that the client can find the object again. */
  readonly id?: string
  readonly properties?: Readonly<Record<string, () => unknown>>
  readonly setters?: Readonly<Record<string, (value: unknown) => void>>
  readonly methods?: Readonly<Record<string, (...parameters: never[]) => unknown>>
  /** Of a collection: what it holds, and how an item is asked for. */
  readonly items?: () => readonly HostObject[]
  readonly indexer?: (key: string) => HostObject | null
}

/** What the rich API answers an error with. */
export class ApiError extends Error {
  readonly code: string
  constructor(code: string, message: string) {
    super(message)
    this.code = code
  }
}

export const notFound = (what: string) => new ApiError('ItemNotFound', `The requested resource doesn't exist: ${what}`)

export function isHostObject(value: unknown): value is HostObject {
  return typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string'
}

/** A collection whose items are found by id or name, in the three ways Excel offers. */
export function collection(
  type: string,
  items: () => readonly HostObject[],
  find: (key: string) => HostObject | null,
  more: HostObject['methods'] & object = {},
): HostObject {
  const one = (key: string) => {
    const found = find(key)
    if (found === null) throw notFound(key)
    return found
  }
  return {
    type,
    items,
    indexer: one,
    properties: { Count: () => items().length },
    methods: {
      GetItem: one,
      GetItemOrNullObject: find,
      GetItemAt: (index: number) => items()[index] ?? null,
      GetCount: () => items().length,
      GetFirst: () => {
        const first = items()[0]
        if (first === undefined) throw notFound(`the first of ${type}`)
        return first
      },
      ...more,
    },
  }
}

/** Formats and the like: takes whatever is set and called, and forgets it. */
export function appearance(type: string): HostObject {
  const anything = { get: (_: object, name: string | symbol) => (name === 'then' ? undefined : () => appearance(type)) }
  const nothing = { get: () => () => undefined }
  const has = { has: () => true }
  return {
    type,
    properties: new Proxy({}, { ...anything, ...has }),
    setters: new Proxy({}, { ...nothing, ...has }),
    methods: new Proxy({}, { ...nothing, ...has }),
  }
}
