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
  return sha256Hex(canonicalJson(meaning(model)))
}

/** SHA-256 (hex) of a text in UTF-8. */
export function sha256Hex(text: string): string {
  return bytesToHex(sha256(utf8ToBytes(text)))
}

/** JSON with sorted keys and no spaces: equal data has equal text. */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) =>
    isPlain(part) ? Object.fromEntries(Object.entries(part).toSorted(byKey)) : part,
  )
}

const WORDS = new Set(['span', 'doc', 'text', 'label', 'color', 'assumed'])

function meaning(model: Model): unknown {
  const {
    hash: _hash,
    version: _version,
    effective: _effective,
    tests: _tests,
    allows: _allows,
    written: _written,
    ...rest
  } = model
  return {
    ...(withoutWords(rest) as object),
    uses: model.uses.map((use) => ({ name: use.name, model: meaning(use.model) })),
    indicators: model.indicators.map((one) => ({ ...(withoutWords(one) as object), label: one.label })),
  }
}

function withoutWords(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutWords)
  if (!isPlain(value)) return value
  const kept: Record<string, unknown> = {}
  for (const [key, part] of Object.entries(value)) {
    if (!WORDS.has(key) && !isUnused(key, part)) kept[key] = withoutWords(part)
  }
  return kept
}

/** A model that says nothing of figures means what it meant before there were any: hashes were kept with scores. */
function isUnused(key: string, part: unknown): boolean {
  return (key === 'figure' && part === null) || (key === 'logs' && Array.isArray(part) && part.length === 0)
}

function isPlain(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function byKey([a]: [string, unknown], [b]: [string, unknown]): number {
  return a < b ? -1 : a > b ? 1 : 0
}
