import { mkdir } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { Problem } from './problem.ts'
import { writeText } from './write-text.ts'

/** Writes files into a folder, each whole or not at all; folders that are not there are made. */
export async function writeProject(
  folder: string,
  files: readonly { readonly path: string; readonly text: string }[],
): Promise<readonly string[]> {
  const written: string[] = []
  for (const { path, text } of files) {
    const whole = join(folder, path)
    await mkdir(dirname(whole), { recursive: true }).catch(() => {
      throw new Problem(`${dirname(whole)} cannot be made: a file may be in its place, or the folder be closed to you`)
    })
    await writeText(whole, text)
    written.push(whole)
  }
  return written
}
