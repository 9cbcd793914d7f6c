import { entry } from './entry.ts'
import { type Shape, shapeSentence } from './shapes.ts'

/** Text that is not Salus: found while reading, before any meaning. */
export const syntax = {
  syntax: entry<Shape>('error', shapeSentence),
  'syntax-character': entry<{ text: string }>('error', (p) => `\`${p.text}\` is not part of the language`),
  'number-ambiguous': entry<{ written: string; meant: string }>(
    'warning',
    (p) => `\`${p.written}\` is easily read as ten times as much; write \`${p.meant}\``,
  ),
  'setting-attached': entry<{ setting: string; measure: string }>(
    'warning',
    (p) => `this \`${p.setting}\` belongs to the measure \`${p.measure}\` above it`,
  ),
  'number-range': entry<{ number: string }>('error', (p) => `${p.number} is too large a number`),
  'nesting-too-deep': entry<{ limit: number }>('error', (p) => `this is nested more than ${p.limit} levels deep`),
  'file-too-large': entry<{ limit: number }>(
    'error',
    (p) => `a model file holds at most ${p.limit} characters; this is no model`,
  ),
  'file-unreadable': entry<{ file: string; problem: string }>('error', (p) => `${p.file} cannot be read: ${p.problem}`),
  'not-yet': entry<{ feature: string }>(
    'error',
    (p) => `${p.feature} is not computed yet; bring the figure in as an input column`,
  ),
}
