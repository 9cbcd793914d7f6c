import { spawn } from 'node:child_process'
import { createInterface } from 'node:readline'

/** A Python that takes a request a line and answers a line to each, in any order. */
export interface PythonProcess<Answer> {
  readonly ask: (request: Readonly<Record<string, string>>) => Promise<Answer>
  readonly stop: () => Promise<void>
}

/** Lines are JSON; `id` tells which answer belongs to which request, and an answer with an `error` is thrown. */
export function startPython<Answer extends object>(
  python: string,
  script: string,
  args: readonly string[],
  folder: string,
): PythonProcess<Answer> {
  const child = spawn(python, [script, ...args], { cwd: folder })
  let said = ''
  child.stderr.on('data', (text) => (said = (said + text).slice(-4000)))
  const waiting = new Map<number, { readonly resolve: (one: Answer) => void; readonly reject: (why: Error) => void }>()
  const gone = (): Error => new Error(`${script} ended: ${said.trim()}`)
  let ended = false
  const closed = new Promise<void>((resolve) => {
    child.once('close', () => {
      ended = true
      for (const { reject } of waiting.values()) reject(gone())
      resolve()
    })
  })
  createInterface({ input: child.stdout }).on('line', (line) => {
    const answer = JSON.parse(line) as Answer & { readonly id: number; readonly error?: string }
    const asked = waiting.get(answer.id)!
    waiting.delete(answer.id)
    if (answer.error === undefined) asked.resolve(answer)
    else asked.reject(new Error(answer.error))
  })
  let last = 0
  return {
    ask: (request) =>
      new Promise((resolve, reject) => {
        if (ended) {
          reject(gone())
          return
        }
        waiting.set(++last, { resolve, reject })
        child.stdin.write(`${JSON.stringify({ ...request, id: last })}\n`)
      }),
    stop: async () => {
      child.stdin.end()
      await closed
    },
  }
}
