import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { Marked } from 'marked'

/** The pages of `docs/` that go with the add-in, by the name each has there; links to others become plain text. */
const PAGES = {
  'functions.md': 'index.html',
  'install.md': 'install.html',
  'language.md': 'language.html',
  'data.md': 'data.html',
  'numbers.md': 'numbers.html',
  'support.md': 'support.html',
  'privacy.md': 'privacy.html',
  'terms.md': 'terms.html',
} as const

/** Writes the help, support, privacy and terms pages as plain HTML with one style sheet. */
export function writeHelp(docs: string, folder: string): void {
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, 'help.css'), readFileSync(join(dirname(import.meta.filename), 'help.css')))
  for (const [source, target] of Object.entries(PAGES)) {
    const path = join(docs, source)
    if (existsSync(path)) writeFileSync(join(folder, target), page(readFileSync(path, 'utf8')))
  }
}

/** One page of Markdown as HTML, with anchors on its headings and links to the other pages. */
export function page(text: string): string {
  const title = /^# (.*)$/m.exec(text)?.[1] ?? 'Salus'
  const marked = new Marked({
    gfm: true,
    renderer: {
      heading({ tokens, depth, text: heading }) {
        return `<h${depth} id="${anchor(heading)}">${this.parser.parseInline(tokens)}</h${depth}>\n`
      },
      link({ href, tokens }) {
        const target = linked(href)
        const inside = this.parser.parseInline(tokens)
        return target === null ? inside : `<a href="${plain(target)}">${inside}</a>`
      },
    },
  })
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'self'; img-src 'self'">
<title>${plain(title)} · Salus</title>
<link rel="stylesheet" href="help.css">
</head>
<body>
<header><a href="index.html">Functions</a> <a href="language.html">Language</a> <a href="install.html">Installing</a> <a href="support.html">Support</a></header>
<main>
${marked.parse(text, { async: false })}</main>
</body>
</html>
`
}

/** As pages of source code make them: `HEALTH.BAND` is `healthband`. */
export function anchor(heading: string): string {
  return heading
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}\s_-]/gu, '')
    .trim()
    .replaceAll(/\s/g, '-')
}

/** null for a page of the source that does not go with the add-in. */
function linked(href: string): string | null {
  if (/^https?:|^#|^mailto:/.test(href)) return href
  const [file, hash] = href.split('#') as [string, string?]
  const target = (PAGES as Readonly<Record<string, string>>)[file]
  return target === undefined ? null : `${target}${hash === undefined ? '' : `#${hash}`}`
}

function plain(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')
}
