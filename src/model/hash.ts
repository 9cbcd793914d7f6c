import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import type { Model } from './model.ts'

/**
 * SHA-256 (hex) of what a model means. Two models with the same hash give every account the same numbers, bands,
 * states, indicators, results and reasons from the same columns.
 *
 * Left out, since they change none of these: spans, documentation, tests, `allow` comments, labels of everything but
 * inputs (which find columns) and indicators (which have no other name), colours, how a number or formula was written,
 * and the version and date under which the author publishes the same meaning again.
 */
export function hashModel(model: Model): string {
  return sha256Hex(JSON.stringify(meaning(model)))
}

/** SHA-256 (hex) of a text in UTF-8. */
export function sha256Hex(text: string): string {
  return bytesToHex(sha256(utf8ToBytes(text)))
}

/** JSON with sorted keys and no spaces: equal data has equal text. */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(inOrder(value))
}

const WORDS = new Set(['span', 'doc', 'text', 'label', 'color', 'assumed'])

/** What is hashed, its keys in order: every compilation comes by here, so that it is walked once. */
function meaning(model: Model): unknown {
  const {
    hash: _hash,
    version: _version,
    effective: _effective,
    tests: _tests,
    allows: _allows,
    written: _written,
    uses,
    indicators,
    ...rest
  } = model
  const parts = inOrder({ ...rest, uses: null, indicators: null }, isMeant) as object
  return {
    ...parts,
    uses: uses.map((use) => ({ model: meaning(use.model), name: use.name })),
    indicators: indicators.map((one) => inOrder({ ...(inOrder(one, isMeant) as object), label: one.label })),
  }
}

/** A copy whose keys are sorted, and all of which is `kept`. */
function inOrder(value: unknown, kept: (key: string, part: unknown) => boolean = () => true): unknown {
  if (Array.isArray(value)) return value.map((part) => inOrder(part, kept))
  if (typeof value !== 'object' || value === null) return value
  const parts = value as Readonly<Record<string, unknown>>
  // Without a prototype, so that every name is a name like any other.
  const sorted = Object.create(null) as Record<string, unknown>
  for (const key of Object.keys(parts).toSorted()) {
    if (kept(key, parts[key])) sorted[key] = inOrder(parts[key], kept)
  }
  return sorted
}

function isMeant(key: string, part: unknown): boolean {
  return !WORDS.has(key) && !isUnused(key, part)
}

/** A model that says nothing of figures means what it meant before there were any: hashes were kept with scores. */
function isUnused(key: string, part: unknown): boolean {
  return (key === 'figure' && part === null) || (key === 'logs' && Array.isArray(part) && part.length === 0)
}
