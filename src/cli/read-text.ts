import { readFileSync } from 'node:fs'
import { Problem } from './problem.ts'

/** Largest text taken for a model: far above any written by people, far below what would hold up a machine. */
const MODEL = { bytes: 16 * 1024 * 1024, what: 'a model' }

/** A text file as UTF-8, or UTF-16 where a byte order mark says so. What is no text is a problem, said in one sentence. */
export function readText(path: string, most = MODEL): string {
  const bytes = readBytes(path)
  if (bytes.length > most.bytes) {
    throw new Problem(`${path} is ${Math.round(bytes.length / 1e6)} MB, too large for ${most.what}`)
  }
  const encoding =
    bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : 'utf-8'
  try {
    return new TextDecoder(encoding, { fatal: true, ignoreBOM: encoding === 'utf-8' }).decode(bytes)
  } catch {
    throw new Problem(`${path} is not a text file in UTF-8; save it as UTF-8 and try again`)
  }
}

function readBytes(path: string): Buffer {
  try {
    return readFileSync(path)
  } catch (error) {
    throw new Problem(`${path} cannot be read: ${reason(error)}`)
  }
}

/** What the system says of a file, in words. */
export function reason(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  const words: Readonly<Record<string, string>> = {
    ENOENT: 'there is no such file',
    EISDIR: 'it is a folder',
    EACCES: 'access is not allowed',
    EPERM: 'access is not allowed',
    ENOTDIR: 'part of its path is no folder',
    ENOSPC: 'the disk is full',
  }
  return words[code] ?? (code || 'it cannot be opened')
}
