import { writeFile } from 'node:fs/promises'
import { sentence } from '../findings/report.ts'
import { writeWhole } from '../tables/node.ts'
import { Problem } from './problem.ts'

/** Writes a file whole or not at all; what the disk refuses is a problem, said in one sentence. */
export function writeText(path: string, text: string): Promise<void> {
  return writeBytes(path, text)
}

export async function writeBytes(path: string, content: string | Uint8Array): Promise<void> {
  const [refused] = await writeWhole(path, (temporary) => writeFile(temporary, content))
  if (refused) throw new Problem(sentence(refused))
}
