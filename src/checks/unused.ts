import { namesRead } from '../model/names-read.ts'
import type { Model } from '../model/model.ts'
import { found, type Check } from './check.ts'
import { declarationOf, isGiven, stillRead, takeOut } from './repairs.ts'

/** What is declared is read somewhere: `input-unused` and `let-unused`. */
export const unused: Check = (model) => {
  const read = namesRead(model)
  const inputs = model.inputs.filter(({ name, role }) => role === null && !read.has(name))
  const lets = model.lets.filter(({ name }) => !read.has(name))
  const shared = (name: string) => ({ trail: [model.name], question: `which measure should read \`${name}\`?` })
  const out = (name: string, span: Parameters<typeof declarationOf>[1]) =>
    isGiven(model, name) ? [] : takeOut(`take \`${name}\` out`, declarationOf(model, span))
  return [
    ...inputs.map(({ name, span }) =>
      found('input-unused', { name }, { ...shared(name), span, fixes: out(name, span) }),
    ),
    ...lets.map(({ name, span }) =>
      found(
        'let-unused',
        { name },
        { ...shared(name), span, fixes: stillRead(model, withoutLet(model, name)) ? out(name, span) : [] },
      ),
    ),
  ]
}

function withoutLet(model: Model, name: string): Model {
  return { ...model, lets: model.lets.filter((one) => one.name !== name) }
}
