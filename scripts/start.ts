/**
 * `npm start`: builds the workbench where something changed, serves it to this machine and opens it where there is a
 * desktop to open it on. PORT chooses the port; with `--excel` the pages are served over HTTPS, for the add-in. Runs until
 * it is stopped; with `--once` it asks itself for the page, says whether it came, and ends.
 */
import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { type Certificate, serveWeb, type Served } from './serve.ts'
import { buildWeb } from './web.ts'

const PORT = 4730
const EXCEL_PORT = 3000

const milliseconds = await buildWeb()
if (milliseconds > 0) process.stdout.write(`built in ${(milliseconds / 1000).toFixed(1)} s\n`)

const { server, address } = await serve().catch((problem: NodeJS.ErrnoException) => {
  if (sentenceOf(problem) === null) throw problem
  process.stderr.write(`${sentenceOf(problem)}\n`)
  process.exit(2)
})
if (process.argv.includes('--once')) {
  const answer = await fetch(address)
  process.stdout.write(`${address} answers ${answer.status}\n`)
  process.exitCode = answer.ok ? 0 : 1
  stop()
} else {
  process.stdout.write(`The Salus workbench is at ${address}\nControl and C stop it.\n`)
  openBrowser(address)
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, stop)
}

/** Always the same port where it is free: a browser keeps workbooks by address. */
async function serve(): Promise<Served> {
  const asked = process.env['PORT']
  if (process.argv.includes('--excel')) return serveWeb(Number(asked ?? EXCEL_PORT), certificate())
  if (asked !== undefined) return serveWeb(Number(asked))
  return serveWeb(PORT).catch(() => serveWeb(0))
}

/** Where `npx office-addin-dev-certs install` puts them. */
function certificate(): Certificate {
  const folder = join(homedir(), '.office-addin-dev-certs')
  return { cert: readFileSync(join(folder, 'localhost.crt')), key: readFileSync(join(folder, 'localhost.key')) }
}

/** What the user can mend, in a sentence; null for anything else. */
function sentenceOf({ code, path }: NodeJS.ErrnoException): string | null {
  const sentences: Readonly<Record<string, string>> = {
    ENOENT: `There is no certificate at ${path}: run npx office-addin-dev-certs install once, then start again.`,
    EADDRINUSE: 'The port is taken: stop what uses it, or choose another with PORT=3001 npm start.',
    EACCES: 'This port needs an administrator: choose one above 1023.',
    ERR_SOCKET_BAD_PORT: `PORT has to be a number up to 65535, not ${process.env['PORT']}.`,
  }
  return sentences[code ?? ''] ?? null
}

function stop(): void {
  server.closeAllConnections()
  server.close()
}

function openBrowser(url: string): void {
  const desktop = process.platform !== 'linux' || process.env['DISPLAY'] || process.env['WAYLAND_DISPLAY']
  if (!desktop || process.env['CI'] || !process.stdout.isTTY) return
  const [command, ...rest] =
    process.platform === 'darwin' ? ['open'] : process.platform === 'win32' ? ['cmd', '/c', 'start', ''] : ['xdg-open']
  spawn(command!, [...rest, url], { stdio: 'ignore', detached: true })
    .on('error', () => {})
    .unref()
}
