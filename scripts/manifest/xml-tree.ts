import { XMLParser, XMLValidator } from 'fast-xml-parser'

/** An element as the checks read it: names without their prefix. */
export interface Element {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: readonly Element[]
  readonly text: string
}

/** The outermost element; a sentence where the text is no XML. */
export function readXml(text: string): Element | string {
  const valid = XMLValidator.validate(text)
  if (valid !== true) return `line ${valid.err.line}: ${valid.err.msg}`
  const parser = new XMLParser({
    preserveOrder: true,
    ignoreAttributes: false,
    attributeNamePrefix: '',
    parseTagValue: false,
  })
  const nodes = parser.parse(text) as readonly Node[]
  return elements(nodes).find(({ name }) => name !== '?xml') ?? 'no element in the file'
}

/** Every element of that name, wherever it stands below. */
export function all(element: Element, name: string): readonly Element[] {
  return element.children.flatMap((child) => [...(child.name === name ? [child] : []), ...all(child, name)])
}

/** The first child by each name in turn. */
export function down(element: Element, ...names: readonly string[]): Element | undefined {
  return names.reduce<Element | undefined>((at, name) => at?.children.find((child) => child.name === name), element)
}

type Node = Readonly<Record<string, unknown>>

function elements(nodes: readonly Node[]): readonly Element[] {
  return nodes.flatMap((node) => {
    const key = Object.keys(node).find((one) => one !== ':@' && one !== '#text' && one !== '#comment')
    if (key === undefined) return []
    const inside = node[key] as readonly Node[]
    return [
      {
        name: key.replace(/^.*:/, ''),
        attributes: (node[':@'] ?? {}) as Record<string, string>,
        children: elements(inside),
        text: inside
          .map((one) => (typeof one['#text'] === 'string' ? one['#text'] : ''))
          .join('')
          .trim(),
      },
    ]
  })
}
