/** Text that is HTML already. */
export interface Html {
  readonly html: string
}

type Piece = Html | string | number | null | readonly Html[]

/** HTML with values put in as text: whatever is not HTML already is escaped. */
export function markup(texts: TemplateStringsArray, ...pieces: readonly Piece[]): Html {
  return { html: texts.map((text, at) => text + (at < pieces.length ? shown(pieces[at]!) : '')).join('') }
}

export const NOTHING: Html = { html: '' }

function shown(piece: Piece): string {
  if (piece === null) return ''
  if (typeof piece === 'string' || typeof piece === 'number') return escaped(String(piece))
  return 'html' in piece ? piece.html : piece.map((one) => one.html).join('')
}

function escaped(text: string): string {
  return text.replaceAll(/[&<>"']/g, (sign) => ENTITIES[sign]!)
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}
