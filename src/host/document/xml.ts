/** Hosts find our part of the workbook by this namespace. */
export const DOCUMENT_NAMESPACE = 'https://salus.dev/workbook/1'

/**
 * Puts text into an XML part, whatever it holds: `]]>` is split over two sections. What XML has no place for (U+0000, a
 * lone surrogate) must be escaped in the text already, as JSON does.
 */
export function wrapXml(text: string, revision: number): string {
  const safe = text.replaceAll(']]>', ']]]]><![CDATA[>')
  return `<?xml version="1.0" encoding="UTF-8"?>\n<salus xmlns="${DOCUMENT_NAMESPACE}" revision="${revision}"><![CDATA[${safe}]]></salus>`
}

/** The text of a part, in sections or escaped, since programs on the way write one as the other; null where it is not ours. */
export function unwrapXml(xml: string): string | null {
  const root = rootOf(xml)
  if (root === null) return null
  const end = xml.lastIndexOf(`</${root.tag}`)
  if (end < root.end) return null
  return textOf(xml.slice(root.end, end))
}

/** The revision a part says it has, without reading it: to choose between two parts; 0 where it says none. */
export function revisionOfPart(xml: string): number {
  const found = /\srevision\s*=\s*["'](\d+)["']/.exec(rootOf(xml)?.attributes ?? '')
  return found === null ? 0 : Number(found[1])
}

function rootOf(xml: string): { readonly tag: string; readonly attributes: string; readonly end: number } | null {
  const found = /^\uFEFF?(?:\s|<\?[^]*?\?>|<!--[^]*?-->)*<((?:([\w.-]+):)?salus)(\s[^<>]*)?>/.exec(xml)
  if (found === null) return null
  const [whole, tag, prefix, attributes = ''] = found
  const declaration = prefix === undefined ? 'xmlns' : `xmlns:${prefix}`
  const namespace = new RegExp(String.raw`\s${declaration}\s*=\s*["']([^"']*)["']`).exec(attributes)?.[1]
  return namespace === DOCUMENT_NAMESPACE ? { tag: tag!, attributes, end: whole.length } : null
}

function textOf(content: string): string {
  return content.replaceAll(
    /<!\[CDATA\[([^]*?)\]\]>|<!--[^]*?-->|&(#x[0-9a-f]+|#\d+|\w+);/gi,
    (whole, section: string | undefined, entity: string | undefined) =>
      section ?? (entity === undefined ? '' : (characterOf(entity) ?? whole)),
  )
}

const ENTITIES: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" }

function characterOf(entity: string): string | undefined {
  if (!entity.startsWith('#')) return ENTITIES[entity]
  const code = /^#x/i.test(entity) ? parseInt(entity.slice(2), 16) : Number(entity.slice(1))
  return code <= 0x10ffff ? String.fromCodePoint(code) : undefined
}
