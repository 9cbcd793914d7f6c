import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { promisify } from 'node:util'

const root = resolve(import.meta.dirname, '../../..')

/**
 * The Python that SALUS_PYTHON names, or that of the folder .venv, or that of the machine. Throws one sentence where it lacks
 * one of the modules.
 */
export async function pythonWith(modules: readonly string[]): Promise<string> {
  const own = resolve(root, '.venv/bin/python')
  const python = process.env['SALUS_PYTHON'] ?? (existsSync(own) ? own : 'python3')
  const missing: string[] = []
  for (const name of modules) {
    await promisify(execFile)(python, ['-c', `import ${name}`]).catch(() => missing.push(name))
  }
  if (missing.length > 0)
    throw new Error(
      `${python} cannot import ${missing.join(', ')}: install test/equal/requirements.txt, or let SALUS_PYTHON name a Python that has it`,
    )
  return python
}
