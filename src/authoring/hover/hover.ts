import { compile, type Load } from '../../compile/index.ts'
import type { Span } from '../../findings/span.ts'
import type { Model } from '../../model/model.ts'
import { tokensOf } from '../../parser/index.ts'
import { occurrenceAt, type Meaning } from '../symbols/occurrences.ts'
import { meanings } from '../words/meanings.ts'
import { aboutBand, aboutIndicator, aboutInput, aboutLet, aboutSegment } from './about.ts'
import { aboutMember } from './about-member.ts'

/** What is to be said of a place, as Markdown, and the word it is about. */
export interface Hover {
  readonly markdown: string
  readonly span: Span
}

/** Says what stands at an offset: an input, a measure with its bands, a weight, a band, a word of the language. Never throws. */
export function hover(text: string, file: string, offset: number, load?: Load): Hover | null {
  const here = occurrenceAt(text, file, offset)
  if (here !== null) {
    const { model } = compile(text, file, load)
    const said = here.means.map((meaning) => about(meaning, model)).filter((one) => one !== null)
    if (said.length > 0) return { markdown: said.join('\n\n---\n\n'), span: here.span }
  }
  return wordAt(text, file, offset)
}

function about(meaning: Meaning, model: Model): string | null {
  switch (meaning.kind) {
    case 'value':
      return aboutInput(model, meaning.name) ?? aboutLet(model, meaning.name)
    case 'member':
      return aboutMember(model, meaning.path)
    case 'band':
      return aboutBand(model, meaning.name)
    case 'segment':
      return aboutSegment(model, meaning.name)
    case 'indicator':
      return aboutIndicator(model, meaning.label)
    case 'result':
    case 'model':
      return null
  }
}

function wordAt(text: string, file: string, offset: number): Hover | null {
  const word = tokensOf(text, file).find(({ start, end }) => start <= offset && offset <= end)
  if (word === undefined) return null
  const written = text.slice(word.start, word.end)
  const isWord = word.kind === 'keyword' || word.kind === 'type' || rules.has(written)
  const meaning = isWord ? meanings.get(written) : undefined
  if (meaning === undefined) return null
  return { markdown: `**${written}**  \n${meaning}`, span: { file, start: word.start, end: word.end } }
}

/** What `missing` may be followed by is taken for a name, since it may also be a band. */
const rules = new Set(['skip', 'withhold'])
