import { ApiError, type HostObject, collection } from './objects.ts'
import type { Asker } from './range-object.ts'

/** Custom XML parts. A part's namespace is its root element's, so a root without `xmlns` is found by no namespace. */
export function partsObject(asker: Asker, namespace: string | null = null): HostObject {
  const { parts } = asker.book
  const ids = () => [...parts.keys()].filter((id) => namespace === null || namespaceOf(parts.get(id)!) === namespace)
  const find = (id: string) => (ids().includes(id) ? partObject(asker, id) : null)
  const only = () => (ids().length === 1 ? partObject(asker, ids()[0]!) : null)
  return collection('CustomXmlPartCollection', () => ids().map((id) => partObject(asker, id)), find, {
    Add: (xml: string) => {
      if (!/^\s*(<\?xml[^>]*>\s*)?<[^?!]/.test(xml)) throw new ApiError('InvalidArgument', 'That is no XML.')
      const id = `{part-${asker.book.nextId++}}`
      parts.set(id, xml)
      return partObject(asker, id)
    },
    GetByNamespace: (uri: string) => partsObject(asker, uri),
    GetOnlyItem: () => {
      const part = only()
      if (part === null) throw new ApiError('GeneralException', `There are ${ids().length} parts.`)
      return part
    },
    GetOnlyItemOrNullObject: only,
  })
}

function partObject(asker: Asker, id: string): HostObject {
  const { parts } = asker.book
  return {
    type: 'CustomXmlPart',
    id,
    properties: { NamespaceUri: () => namespaceOf(parts.get(id) ?? '') },
    methods: {
      GetXml: () => parts.get(id) ?? null,
      SetXml: (xml: string) => {
        parts.set(id, xml)
      },
      Delete: () => {
        parts.delete(id)
      },
    },
  }
}

function namespaceOf(xml: string): string {
  const root = /<(?![?!])[^>]*>/.exec(xml)?.[0] ?? ''
  return /\sxmlns="([^"]*)"/.exec(root)?.[1] ?? ''
}
