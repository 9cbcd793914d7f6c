import * as fc from 'fast-check'

/** Halves of characters, which are none by themselves. */
const FIRST_SURROGATE = 0xd800
const SURROGATES = 0x800

/**
 * Any character of Unicode, to be the `unit` of `fc.string`: the same as `binary` there, for which fast-check first fills a
 * table of a million texts.
 */
export const anyCharacter: fc.Arbitrary<string> = fc
  .nat(0x10ffff - SURROGATES)
  .map((index) => String.fromCodePoint(index < FIRST_SURROGATE ? index : index + SURROGATES), indexOf)

function indexOf(character: unknown): number {
  if (typeof character !== 'string' || [...character].length !== 1) throw new Error('not one character')
  const code = character.codePointAt(0)!
  return code < FIRST_SURROGATE ? code : code - SURROGATES
}
