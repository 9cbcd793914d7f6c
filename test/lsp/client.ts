import { spawn } from 'node:child_process'
import { resolve } from 'node:path'

/** A client of the language server that speaks the protocol by hand: headers, lengths, JSON. */
export interface Client {
  readonly request: <T>(method: string, params: unknown) => Promise<T>
  readonly notify: (method: string, params: unknown) => void
  /** The next notification of a method, those that came before it was asked for included. */
  readonly next: <T>(method: string) => Promise<T>
  /** Resolves with the exit code. */
  readonly closed: Promise<number | null>
}

export function startServer(): Client {
  const server = spawn(process.execPath, ['bin/salus.js', 'lsp', '--stdio'], {
    cwd: resolve(import.meta.dirname, '../..'),
    stdio: ['pipe', 'pipe', 'inherit'],
    env: { ...process.env, NODE_NO_WARNINGS: '1' },
  })
  const answers = new Map<number, (message: Message) => void>()
  const arrived = new Map<string, unknown[]>()
  const awaited = new Map<string, ((params: unknown) => void)[]>()
  let buffer = Buffer.alloc(0)
  let last = 0

  const send = (message: object): void => {
    const body = Buffer.from(JSON.stringify({ jsonrpc: '2.0', ...message }))
    server.stdin.write(Buffer.concat([Buffer.from(`Content-Length: ${body.length}\r\n\r\n`), body]))
  }
  const receive = (message: Message): void => {
    if (message.id !== undefined && message.method === undefined) {
      answers.get(message.id)?.(message)
      answers.delete(message.id)
    } else if (message.id !== undefined) {
      send({ id: message.id, result: null })
    } else if (message.method !== undefined) {
      const waiting = awaited.get(message.method)?.shift()
      if (waiting === undefined) arrived.set(message.method, [...(arrived.get(message.method) ?? []), message.params])
      else waiting(message.params)
    }
  }
  server.stdout.on('data', (chunk: Buffer) => {
    buffer = Buffer.concat([buffer, chunk])
    for (;;) {
      const end = buffer.indexOf('\r\n\r\n')
      const length = Number(/Content-Length: (\d+)/i.exec(buffer.subarray(0, Math.max(0, end)).toString())?.[1])
      if (end < 0 || buffer.length < end + 4 + length) return
      const body = buffer.subarray(end + 4, end + 4 + length).toString()
      buffer = buffer.subarray(end + 4 + length)
      receive(JSON.parse(body) as Message)
    }
  })
  server.on('exit', (code) => {
    for (const answer of answers.values()) answer({ error: { message: `the server is gone: ${code}` } })
  })
  return {
    request: <T>(method: string, params: unknown) =>
      new Promise<T>((done, fail) => {
        last += 1
        answers.set(last, ({ result, error }) => (error ? fail(new Error(error.message)) : done(result as T)))
        send({ id: last, method, params })
      }),
    notify: (method, params) => send({ method, params }),
    next: <T>(method: string) =>
      new Promise<T>((done) => {
        const there = arrived.get(method)?.shift()
        if (there !== undefined) done(there as T)
        else awaited.set(method, [...(awaited.get(method) ?? []), done as (params: unknown) => void])
      }),
    closed: new Promise((done) => server.on('exit', done)),
  }
}

interface Message {
  readonly id?: number
  readonly method?: string
  readonly params?: unknown
  readonly result?: unknown
  readonly error?: { readonly message: string }
}
