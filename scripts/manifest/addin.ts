/** What both manifests say about the add-in, once. */
export interface Addin {
  readonly id: string
  /** Four numbers; Office reloads functions and icons only when it goes up. */
  readonly version: string
  readonly provider: string
  readonly name: string
  readonly description: string
  /** Where the pages are served, without a slash at the end. */
  readonly url: string
  /** Before every function's name, for a company in which another add-in has `HEALTH` already; null for none. */
  readonly namespace: string | null
  /** Goes with the addresses of the functions, which Office keeps for a day; null for none. */
  readonly revision: string | null
  readonly commands: readonly Command[]
}

/** A button of the ribbon. */
export interface Command {
  /** Letters and digits; of what `Office.actions.associate` knows where the button runs a function. */
  readonly id: string
  readonly label: string
  readonly title: string
  readonly tip: string
  readonly does: 'opens the pane' | 'runs a function'
}

/** Sizes on the ribbon. */
export const BUTTON_SIZES = [16, 32, 80] as const

/** Never changed: Office knows an installed add-in, and its settings in workbooks, by it. */
const ID = '8d0f2b56-5f0c-4c9e-9b0e-2f6a6c0a7d31'

export interface AddinOptions {
  readonly url: string
  /** Of package.json: three numbers. */
  readonly version: string
  readonly namespace?: string | undefined
  readonly revision?: string
}

export function addin({ url, version, namespace, revision }: AddinOptions): Addin {
  const staged = namespace === undefined || namespace === '' ? null : namespace.toUpperCase()
  return {
    // A staged build lives beside the real one, so it is another add-in to Office.
    id: staged === null ? ID : stagedId(staged),
    version: `${version}.0`,
    provider: 'Salus',
    name: staged === null ? 'Salus' : `Salus (${staged})`,
    description: 'Customer health scores in cells: open, exact and explained.',
    url: url.replace(/\/+$/, ''),
    namespace: staged,
    revision: revision ?? null,
    commands: [
      {
        id: 'openPane',
        label: 'Salus',
        title: 'Open Salus',
        tip: 'Shows why the selected account has its score, the portfolio, and the model.',
        does: 'opens the pane',
      },
      {
        id: 'explainAccount',
        label: 'Why this score',
        title: 'Why this score',
        tip: 'Explains the score of the account in the selected row.',
        does: 'runs a function',
      },
      {
        id: 'recalculate',
        label: 'Recalculate',
        title: 'Recalculate health scores',
        tip: 'Reads headers and model anew and computes every HEALTH cell again.',
        does: 'runs a function',
      },
    ],
  }
}

/** The same for the same namespace, and never that of another. */
function stagedId(namespace: string): string {
  let hash = 0x811c9dc5
  for (const letter of namespace) hash = Math.imul(hash ^ letter.codePointAt(0)!, 0x01000193) >>> 0
  return `${hash.toString(16).padStart(8, '0')}${ID.slice(8)}`
}

export const pages = {
  taskpane: 'taskpane.html',
  functionsScript: 'functions.js',
  functionsMetadata: 'functions.json',
  help: 'help/index.html',
  support: 'help/support.html',
  privacy: 'help/privacy.html',
  terms: 'help/terms.html',
  icon: (size: number): string => `assets/icon-${size}.png`,
} as const

/** Addresses of the functions' script and metadata. */
export function functionUrls({ url, revision }: Addin): { readonly script: string; readonly metadata: string } {
  const query = revision === null ? '' : `?v=${revision}`
  return { script: `${url}/${pages.functionsScript}${query}`, metadata: `${url}/${pages.functionsMetadata}${query}` }
}
