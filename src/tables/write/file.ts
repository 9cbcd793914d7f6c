import { open, rename, rm, writeFile, type FileHandle } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import type { Finding } from '../../findings/finding.ts'
import { finding } from '../../findings/report.ts'
import { SheetFull } from './output.ts'

/**
 * Writes a file whole or not at all: `write` fills a temporary file beside it, which takes its name when done and is
 * removed when anything fails, or where `write` says false. What the disk refuses is returned as a finding; other errors are thrown.
 */
export async function writeWhole(
  path: string,
  write: (temporary: string) => Promise<void | boolean>,
): Promise<readonly Finding[]> {
  const temporary = join(dirname(path), `.${basename(path)}.${process.pid}.${counter++}.tmp`)
  try {
    // Made here, so that a folder one cannot write to is noticed before any work and in one way for all formats.
    await writeFile(temporary, '', { flag: 'wx' })
    if ((await write(temporary)) === false) await rm(temporary, { force: true, recursive: true })
    else await rename(temporary, path)
    return []
  } catch (error) {
    await rm(temporary, { force: true, recursive: true })
    const problem = diskProblem(error)
    if (problem === null) throw error
    return [finding('file-not-written', { file: path, problem })]
  }
}

let counter = 0

/** Writes pieces of a file to disk, one after the other; while one is on its way the next is made. */
export async function writePieces(path: string, pieces: AsyncIterable<Uint8Array>): Promise<void> {
  const file = await open(path, 'w')
  let underway = Promise.resolve()
  try {
    for await (const piece of pieces) {
      await underway
      underway = writeAll(file, piece)
      // Whoever waits for it next is told.
      underway.catch(() => undefined)
    }
    await underway
  } finally {
    await underway.catch(() => undefined)
    await file.close()
  }
}

async function writeAll(file: FileHandle, piece: Uint8Array): Promise<void> {
  let written = 0
  while (written < piece.length) written += (await file.write(piece, written)).bytesWritten
}

const PROBLEMS: ReadonlyMap<string, string> = new Map([
  ['ENOENT', 'its folder does not exist'],
  ['ENOTDIR', 'its folder does not exist'],
  ['EACCES', 'that is not allowed'],
  ['EPERM', 'that is not allowed'],
  ['EROFS', 'that is not allowed'],
  ['EISDIR', 'it is a folder'],
  ['ENOTEMPTY', 'it is a folder'],
  ['EEXIST', 'it is a folder'],
  ['ENOSPC', 'the disk is full'],
  ['ENAMETOOLONG', 'its name is too long'],
])

/** What to tell people about an error of the file system; null for errors that are not. */
export function diskProblem(error: unknown): string | null {
  if (error instanceof SheetFull) return error.message
  // DuckDB's words for what the disk refused.
  if (error instanceof Error && error.message.startsWith('IO Error:')) return 'the disk refused it'
  if (!(error instanceof Error) || !('code' in error) || typeof error.code !== 'string') return null
  return PROBLEMS.get(error.code) ?? (/^E[A-Z]+$/.test(error.code) ? error.code : null)
}
