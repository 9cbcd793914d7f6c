import { createReadStream, existsSync, statSync } from 'node:fs'
import { createServer, type RequestListener, type Server } from 'node:http'
import { createServer as createSecureServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import { extname, join, normalize } from 'node:path'
import { CONTENT_POLICY, webFolder } from './web.ts'

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.xml': 'text/xml; charset=utf-8',
}

/** A certificate this machine trusts, with its key: what Excel asks of a page. */
export interface Certificate {
  readonly cert: Buffer
  readonly key: Buffer
}

export interface Served {
  readonly server: Server
  /** With a slash at the end. */
  readonly address: string
}

/** Serves `dist/web` to this machine alone. Port 0: the system chooses. Rejects where the port is taken. */
export async function serveWeb(port: number, certificate: Certificate | null = null): Promise<Served> {
  const server = certificate === null ? createServer(answer) : createSecureServer(certificate, answer)
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, '127.0.0.1', resolve)
  })
  const [scheme, host] = certificate === null ? ['http', '127.0.0.1'] : ['https', 'localhost']
  return { server, address: `${scheme}://${host}:${(server.address() as AddressInfo).port}/` }
}

const answer: RequestListener = (request, response) => {
  const name = pathOf(request.url ?? '/')
  const file = join(webFolder, name.endsWith('/') ? `${name}index.html` : name)
  if (!file.startsWith(webFolder) || !existsSync(file) || !statSync(file).isFile()) {
    response.writeHead(404, { 'content-type': 'text/plain' }).end('There is no such page.\n')
    return
  }
  response.writeHead(200, {
    'content-type': types[extname(file)] ?? 'application/octet-stream',
    'content-security-policy': CONTENT_POLICY,
    'cache-control': name.startsWith('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache',
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
  })
  createReadStream(file).pipe(response)
}

/** Below the folder, whatever was asked for. */
function pathOf(url: string): string {
  try {
    const { pathname } = new URL(url, 'http://localhost')
    return normalize(decodeURIComponent(pathname)).replace(/^(\.\.(\/|$))+/, '')
  } catch {
    return '/there is no such page'
  }
}
