/**
 * `npm start`: builds the workbench where something changed, serves it to this machine and opens it where there is a
 * desktop to open it on. PORT chooses the port. Runs until it is stopped; with `--once` it asks itself for the page, says
 * whether it came, and ends.
 */
import { spawn } from 'node:child_process'
import { serveWeb } from './serve.ts'
import { buildWeb } from './web.ts'

const milliseconds = await buildWeb()
if (milliseconds > 0) process.stdout.write(`built in ${(milliseconds / 1000).toFixed(1)} s\n`)

const { server, address } = await serveWeb(Number(process.env['PORT'] ?? 0))
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
