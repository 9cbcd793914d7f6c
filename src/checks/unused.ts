import { namesRead } from '../model/names-read.ts'
import { found, type Check } from './check.ts'

/** What is declared is read somewhere: `input-unused` and `let-unused`. */
export const unused: Check = (model) => {
  const read = namesRead(model)
  const inputs = model.inputs.filter(({ name, role }) => role === null && !read.has(name))
  const lets = model.lets.filter(({ name }) => !read.has(name))
  return [
    ...inputs.map(({ name, span }) =>
      found(
        'input-unused',
        { name },
        { span, trail: [model.name], question: `which measure should read \`${name}\`?` },
      ),
    ),
    ...lets.map(({ name, span }) =>
      found('let-unused', { name }, { span, trail: [model.name], question: `which measure should read \`${name}\`?` }),
    ),
  ]
}
