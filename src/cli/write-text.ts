import { randomBytes } from 'node:crypto'
import { rename, rm, writeFile } from 'node:fs/promises'
import { Problem } from './problem.ts'
import { reason } from './read-text.ts'

/** Writes a file whole or not at all: to a name of its own beside the target first, renamed when complete. */
export async function writeText(path: string, text: string): Promise<void> {
  const temporary = `${path}.${randomBytes(4).toString('hex')}.tmp`
  try {
    await writeFile(temporary, text)
    await rename(temporary, path)
  } catch (error) {
    await rm(temporary, { force: true })
    throw new Problem(`${path} cannot be written: ${reason(error)}`)
  }
}
