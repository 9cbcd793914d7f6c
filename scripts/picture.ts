/** Draws the README's picture, docs/explain.svg, from what `salus explain` really prints. */
import { spawnSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'

const command = 'salus explain --model models/sourcegraph.salus --data samples/accounts.csv --account ACC-00005'
const { stdout } = spawnSync(process.execPath, ['bin/salus.js', ...command.split(' ').slice(1)], {
  encoding: 'utf8',
  env: { ...process.env, FORCE_COLOR: '1' },
})

const colors: Readonly<Record<string, string>> = { 31: '#f47067', 32: '#8ddb8c', 33: '#f2cc60', 2: '#8b949e' }
const width = 8.4
const height = 20

/** One line of terminal output as text spans: colour, bold and dim are all it uses. */
function spans(line: string): string {
  const escaped = line.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
  let style = ''
  return escaped
    .split(/(\u001b\[\d+m)/)
    .map((part) => {
      const code = /^\u001b\[(\d+)m$/.exec(part)?.[1]
      if (code === undefined) return part === '' ? '' : `<tspan${style}>${part}</tspan>`
      style = code === '1' ? ' font-weight="bold" fill="#ffffff"' : colors[code] ? ` fill="${colors[code]}"` : ''
      return ''
    })
    .join('')
}

const lines = [`\u001b[2m$ npx ${command}\u001b[22m`, '', ...stdout.trimEnd().split('\n')]
const plain = lines.map((line) => line.replaceAll(/\u001b\[\d+m/g, ''))
const columns = Math.max(...plain.map((line) => line.length))
const rows = lines.map(
  (line, at) => `<text x="20" y="${(at + 1) * height + 16}" xml:space="preserve">${spans(line)}</text>`,
)
const size = { x: Math.ceil(columns * width) + 40, y: lines.length * height + 44 }
writeFileSync(
  'docs/explain.svg',
  `<svg xmlns="http://www.w3.org/2000/svg" width="${size.x}" height="${size.y}" viewBox="0 0 ${size.x} ${size.y}" font-family="ui-monospace, Menlo, Consolas, 'DejaVu Sans Mono', monospace" font-size="14" fill="#d0d7de"><title>One account explained</title><rect width="100%" height="100%" rx="10" fill="#161b22"/>${rows.join('')}</svg>\n`,
)
