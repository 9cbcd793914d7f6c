import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'

/**
 * Salus's own part of a workbook file: a custom XML part, with the relationship and the content type without which Excel
 * would not find it.
 */

/** The text of the part in that namespace; null where the file has none. Throws on what is no archive. */
export function readPart(file: Uint8Array, namespace: string): string | null {
  const parts = unzipSync(file, { filter: ({ name }) => /^customXml\/item\d+\.xml$/i.test(name) })
  const texts = Object.entries(parts)
    .toSorted(([a], [b]) => a.localeCompare(b, 'en', { numeric: true }))
    .map(([, bytes]) => strFromU8(bytes))
  return texts.find((text) => text.slice(0, 2000).includes(`"${namespace}"`)) ?? null
}

/** The same file with the part in it, and with what the library leaves to be done. */
export function finishFile(
  file: Uint8Array,
  part: { readonly text: string; readonly namespace: string } | null,
  calculate: boolean,
): Uint8Array<ArrayBuffer> {
  const entries = unzipSync(file)
  const edit = (name: string, change: (xml: string) => string): void => {
    const bytes = entries[name]
    if (bytes !== undefined) entries[name] = strToU8(change(strFromU8(bytes)))
  }
  // Without the add-in a full calculation would put #NAME? in the place of every score.
  if (!calculate) edit('xl/workbook.xml', (xml) => xml.replace(' fullCalcOnLoad="1"', ''))
  // LibreOffice trusts the texts that formulas gave only in files of programs it knows, and computes the others again.
  edit('docProps/app.xml', (xml) => xml.replace(/<Application>[^<]*</, '<Application>Microsoft Excel<'))
  // The same workbook is the same bytes, whenever it is written.
  edit('docProps/core.xml', (xml) => xml.replace(/<dcterms:modified[^>]*>[^<]*<\/dcterms:modified>/, ''))
  for (const name of Object.keys(entries)) {
    if (name.startsWith('xl/worksheets/sheet')) edit(name, (xml) => xml.replaceAll(TEXT_ERROR, ' t="e"$1'))
  }
  if (part !== null) addPart(entries, edit, part)
  return zipSync(entries, { level: 6, mtime: WRITTEN })
}

/** The first day that an archive can name, in local time as archives have it. */
const WRITTEN = new Date(1980, 0, 1)

/** The result of a formula that is an error, written as a text. */
const TEXT_ERROR = / t="str"(><f[^>]*>[^<]*<\/f><v>#(?:VALUE!|N\/A|NAME\?|REF!|DIV\/0!|NUM!|NULL!|SPILL!|CALC!)<\/v>)/g

function addPart(
  entries: Record<string, Uint8Array>,
  edit: (name: string, change: (xml: string) => string) => void,
  { text, namespace }: { readonly text: string; readonly namespace: string },
): void {
  entries['customXml/item1.xml'] = strToU8(text)
  entries['customXml/itemProps1.xml'] = strToU8(
    `${XML}<ds:datastoreItem ds:itemID="${ITEM}" xmlns:ds="http://schemas.openxmlformats.org/officeDocument/2006/customXml">` +
      `<ds:schemaRefs><ds:schemaRef ds:uri="${namespace}"/></ds:schemaRefs></ds:datastoreItem>`,
  )
  entries['customXml/_rels/item1.xml.rels'] = strToU8(
    `${XML}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/customXmlProps" Target="itemProps1.xml"/></Relationships>`,
  )
  edit('xl/_rels/workbook.xml.rels', (xml) =>
    xml.replace(
      '</Relationships>',
      `<Relationship Id="rIdSalus" Type="${OFFICE}/customXml" Target="../customXml/item1.xml"/></Relationships>`,
    ),
  )
  edit('[Content_Types].xml', (xml) =>
    xml.replace(
      '</Types>',
      '<Override PartName="/customXml/itemProps1.xml" ContentType="application/vnd.openxmlformats-officedocument.customXmlProperties+xml"/></Types>',
    ),
  )
}

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="no"?>'
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006'
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
/** Excel wants every part to have an id; nothing reads it. */
const ITEM = '{5A1C5000-0000-4000-8000-5A1C50000001}'
