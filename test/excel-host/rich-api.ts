import { ApiError, type HostObject, isHostObject } from './objects.ts'

/** One batch of office.js: object paths say which things are meant, actions what to do with them, in order. */
export interface RichRequest {
  readonly Actions: readonly Action[]
  readonly ObjectPaths: Readonly<Record<string, ObjectPath>>
}

interface Action {
  readonly Id: number
  readonly ActionType: number
  readonly Name: string
  readonly ObjectPathId: number
  readonly ArgumentInfo?: ArgumentInfo
  readonly QueryInfo?: { readonly Select?: readonly string[]; readonly Top?: number; readonly Skip?: number }
}

interface ObjectPath {
  readonly Id: number
  readonly ObjectPathType: number
  readonly Name: string
  readonly ParentObjectPathId?: number
  readonly ArgumentInfo?: ArgumentInfo
}

interface ArgumentInfo {
  readonly Arguments?: readonly unknown[]
  readonly ReferencedObjectPathIds?: readonly (number | null)[]
}

const INSTANTIATE = 1
const QUERY = 2
const METHOD = 3
const SET_PROPERTY = 4
const TRACE = 5

const GLOBAL = 1
const SERVICE = 2
const METHOD_OBJECT = 3
const PROPERTY_OBJECT = 4
const INDEXER = 5
const REFERENCE = 6

/** What a batch is carried out in. */
export interface Surroundings {
  readonly root: HostObject
  readonly service: (name: string) => HostObject
  /** Told of methods that office.js calls for itself, to register for events say. */
  readonly internal: (type: string, method: string) => void
  /** What office.js keeps for later batches, by the name it was given. */
  readonly references: Map<string, HostObject>
}

/**
 * Carries out a batch against the roots and gives the body of the response. An error ends the batch: what was done before
 * it stays done, as in Excel.
 */
export function carryOut(request: RichRequest, { root, service, internal, references }: Surroundings): string {
  const made = new Map<number, HostObject | null>()
  const keeping = new Set(
    request.Actions.filter(({ Name }) => Name === '_KeepReference').map((one) => one.ObjectPathId),
  )
  const results: { readonly ActionId: number; readonly Value: unknown }[] = []

  const resolve = (id: number): HostObject | null => {
    const known = made.get(id)
    if (known !== undefined) return known
    const path = request.ObjectPaths[id]
    if (path === undefined) throw new ApiError('InvalidObjectPath', `There is no object path ${id}`)
    const object = find(path)
    made.set(id, object)
    return object
  }

  const call = (object: HostObject, name: string, given: readonly unknown[]): unknown => {
    const method = object.methods?.[name]
    if (method !== undefined) return method(...(given as never[]))
    if (!name.startsWith('_')) throw new ApiError('ApiNotFound', `${object.type}.${name} is not simulated`)
    internal(object.type, name)
    return null
  }

  const kept = (name: string): HostObject => {
    const object = references.get(name)
    if (object === undefined) throw new ApiError('InvalidReference', `Nothing is kept as ${name}`)
    return object
  }

  const find = (path: ObjectPath): HostObject | null => {
    if (path.ObjectPathType === GLOBAL) return root
    if (path.ObjectPathType === SERVICE) return service(path.Name)
    if (path.ObjectPathType === REFERENCE) return kept(path.Name)
    const parent = resolve(path.ParentObjectPathId!)
    // Whether Excel lets one chain from a null object is not documented, so nothing may rely on it.
    if (parent === null) throw new ApiError('InvalidObjectPath', `${path.Name} of a null object`)
    const given = argumentsOf(path.ArgumentInfo)
    const found =
      path.ObjectPathType === METHOD_OBJECT
        ? call(parent, path.Name, given)
        : path.ObjectPathType === PROPERTY_OBJECT
          ? read(parent, path.Name)
          : path.ObjectPathType === INDEXER && parent.indexer !== undefined
            ? parent.indexer(String(given[0]))
            : undefined
    if (found === null || isHostObject(found)) return found
    throw new ApiError('InvalidObjectPath', `${parent.type}.${path.Name} is no object`)
  }

  const argumentsOf = (info: ArgumentInfo | undefined): unknown[] =>
    (info?.Arguments ?? []).map((value, index) => {
      const reference = info?.ReferencedObjectPathIds?.[index]
      return reference !== undefined && reference !== null && reference !== 0 ? resolve(reference) : value
    })

  const perform = (action: Action): unknown => {
    if (action.ActionType === TRACE) return null
    const object = resolve(action.ObjectPathId)
    if (object === null) return null
    if (action.ActionType === INSTANTIATE) {
      if (!keeping.has(action.ObjectPathId)) return identity(object)
      const name = `reference-${references.size + 1}`
      references.set(name, object)
      return { ...identity(object), _ReferenceId: name }
    }
    if (action.ActionType === QUERY) return query(object, action.QueryInfo?.Select ?? [])
    const given = argumentsOf(action.ArgumentInfo)
    if (action.ActionType === METHOD) return plain(call(object, action.Name, given))
    if (action.ActionType !== SET_PROPERTY) throw new ApiError('NotImplemented', `Action type ${action.ActionType}`)
    const set = object.setters?.[action.Name]
    if (set === undefined) throw new ApiError('ApiNotFound', `${object.type}.${action.Name} cannot be set here`)
    set(given[0])
    return null
  }

  for (const [index, action] of request.Actions.entries()) {
    try {
      results.push({ ActionId: action.Id, Value: perform(action) ?? null })
    } catch (error) {
      if (!(error instanceof ApiError)) throw error
      const Error = { Code: error.code, Message: error.message, Location: '', ActionIndex: index }
      return JSON.stringify({ Results: results, Error })
    }
  }
  return JSON.stringify({ Results: results })
}

function read(object: HostObject, name: string): unknown {
  const property = object.properties?.[name]
  if (property === undefined) throw new ApiError('ApiNotFound', `${object.type}.${name} is not simulated`)
  return property()
}

/** What was asked for by paths such as `values` and `columns/items/name`; of a collection the paths are its items'. */
function query(object: HostObject, select: readonly string[]): unknown {
  if (object.items !== undefined) return { _Items: object.items().map((item) => query(item, select)) }
  const found: Record<string, unknown> = { ...identity(object) }
  const below = new Map<string, string[]>()
  for (const path of select) {
    const [first, ...rest] = path.split('/')
    if (first === '$all' || first === '') continue
    const name = first![0]!.toUpperCase() + first!.slice(1)
    below.set(name, [...(below.get(name) ?? []), ...(rest.length > 0 ? [rest.join('/')] : [])])
  }
  for (const [name, paths] of below) {
    const value = name === 'Id' ? object.id : read(object, name)
    found[name] = isHostObject(value) ? query(value, paths) : value
  }
  return found
}

function identity(object: HostObject): Record<string, unknown> {
  return object.id === undefined ? {} : { Id: object.id }
}

function plain(value: unknown): unknown {
  return isHostObject(value) ? identity(value) : value
}
