/// <reference types="office-js" />
import { DOCUMENT_NAMESPACE, revisionOfPart } from '../document/xml.ts'
import { run } from './run.ts'

/** The newest of our parts; null where there is none. A copied or merged workbook may hold two. */
export function readPart(): Promise<string | null> {
  return run(async (context) => newest(await ours(context))?.xml ?? null)
}

/**
 * Stores a part if the one that is there is `expected`. Excel has no lock for this: between the look and the write another
 * person's Excel may write too, and the later one stays. Older parts of ours are taken away.
 */
export function writePart(
  text: string,
  expected: string | null,
): Promise<{ readonly written: boolean; readonly found: string | null }> {
  return run(async (context) => {
    const parts = await ours(context)
    const known = newest(parts)
    if ((known?.xml ?? null) !== expected) return { written: false, found: known?.xml ?? null }
    for (const { part } of parts.filter((one) => one !== known)) part.delete()
    const part = known?.part ?? context.workbook.customXmlParts.add(text)
    if (known !== undefined) part.setXml(text)
    const found = part.getXml()
    await context.sync()
    return { written: true, found: found.value }
  })
}

interface OwnPart {
  readonly part: Excel.CustomXmlPart
  readonly xml: string
}

async function ours(context: Excel.RequestContext): Promise<readonly OwnPart[]> {
  const parts = context.workbook.customXmlParts.getByNamespace(DOCUMENT_NAMESPACE).load('items/id')
  await context.sync()
  if (parts.items.length === 0) return []
  const read = parts.items.map((part) => ({ part, xml: part.getXml() }))
  await context.sync()
  return read.map(({ part, xml }) => ({ part, xml: xml.value }))
}

function newest(parts: readonly OwnPart[]): OwnPart | undefined {
  return parts.toSorted((a, b) => revisionOfPart(b.xml) - revisionOfPart(a.xml))[0]
}
