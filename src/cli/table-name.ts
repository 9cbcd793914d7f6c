import { Problem } from './problem.ts'

/** The parts of a table's name as it was typed: `mart.accounts`; a part that holds a dot stands in double quotes or backticks. */
export function tableName(typed: string, option: string): readonly string[] {
  const parts = [...typed.matchAll(PART)].map(
    ([, double, tick, bare]) => double?.replaceAll('""', '"') ?? tick ?? bare ?? '',
  )
  const whole = [...typed.matchAll(PART)].map(([text]) => text).join('')
  if (parts.length === 0 || whole !== typed || parts.some((part) => part.trim() === '') || typed.endsWith('.')) {
    throw new Problem(`${option} takes a name like accounts, mart.accounts or mart."odd.name"; \`${typed}\` is not one`)
  }
  return parts
}

const PART = /(?:"((?:[^"]|"")+)"|`([^`]+)`|([^."`]+))(?:\.|$)/gy
