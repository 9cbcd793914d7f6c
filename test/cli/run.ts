import { spawnSync } from 'node:child_process'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { main } from '../../src/cli/main.ts'
import { makeStyle } from '../../src/cli/text/style.ts'

const root = resolve(import.meta.dirname, '../..')

export interface Run {
  readonly code: number | null
  readonly out: string
  readonly err: string
}

/** Calls the command line here, without the second that a process of its own takes to start. */
export async function salus(args: readonly string[]): Promise<Run> {
  const said = { out: '', err: '' }
  const style = makeStyle(false)
  const code = await main(args, {
    out: (text) => void (said.out += text),
    err: (text) => void (said.err += text),
    style,
    errStyle: style,
  })
  return { code, ...said }
}

/** Runs the command line as a user does: a process of its own, in the project's folder. */
export function salusProcess(args: readonly string[], input = ''): Run {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['bin/salus.js', ...args], {
    cwd: root,
    input,
    encoding: 'utf8',
    maxBuffer: 1 << 28,
    env: { ...process.env, NO_COLOR: '1', NODE_NO_WARNINGS: '1' },
  })
  return { code: status, out: stdout, err: stderr }
}

/** A folder of its own with the given files; the paths by name. */
export function folder<const N extends string>(
  files: Readonly<Record<N, string | Uint8Array>>,
): Record<N, string> & { dir: string } {
  const dir = mkdtempSync(join(tmpdir(), 'salus-'))
  const paths = Object.entries<string | Uint8Array>(files).map(([name, content]) => {
    writeFileSync(join(dir, name), content)
    return [name, join(dir, name)] as const
  })
  return { ...(Object.fromEntries(paths) as Record<N, string>), dir }
}
