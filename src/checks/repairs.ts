import type { Fix } from '../findings/finding.ts'
import type { Span } from '../findings/span.ts'
import type { Model, Written } from '../model/model.ts'
import { namesRead } from '../model/names-read.ts'

/** The text of a whole declaration, by the span of its name; null where the model does not say. */
export function declarationOf(model: Model, name: Span | null): Span | null {
  return pieceOf(model, 'declaration', name)
}

/** The text of a setting, by the span of its group's name, or of `otherwise`, by that of its judge. */
export function pieceOf(model: Model, what: Written['what'], of: Span | null): Span | null {
  const found = model.written?.find((one) => one.what === what && one.of.file === of?.file && one.of.start === of.start)
  return found?.span ?? null
}

/** Takes a piece of text out; nothing where it is not known. */
export function takeOut(title: string, span: Span | null): readonly Fix[] {
  return span === null ? [] : [{ title, edits: [{ span, text: '' }] }]
}

/** Adds text behind a piece; nothing where that is not known. */
export function addAfter(title: string, span: Span | null, text: string): readonly Fix[] {
  return span === null ? [] : [{ title, edits: [{ span: { ...span, start: span.end }, text }] }]
}

/** Says beside a declaration that what was found is meant. */
export function allow(title: string, model: Model, name: Span | null, slug: string, reason: string): readonly Fix[] {
  const whole = declarationOf(model, name)
  if (whole === null) return []
  return [{ title, edits: [{ span: { ...whole, end: whole.start }, text: `// allow ${slug}: ${reason}\n` }] }]
}

/** Whether all that `model` reads is still read without the part that `rest` leaves out. */
export function stillRead(model: Model, rest: Model): boolean {
  const left = namesRead(rest)
  return [...namesRead(model)].every((name) => left.has(name) || !declares(rest, name))
}

function declares(model: Model, name: string): boolean {
  return model.inputs.some((input) => input.name === name) || model.lets.some((one) => one.name === name)
}

/** Whether a test gives a value to the name. */
export function isGiven(model: Model, name: string): boolean {
  return model.tests.some((test) => test.given.some((pair) => pair.name === name))
}
