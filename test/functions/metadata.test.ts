import { expect, test } from 'vitest'
import { functionsJson } from '../../src/functions/metadata.ts'
import { registry } from '../../src/functions/registry.ts'

const json = functionsJson(registry, { url: 'https://salus.example' })

test('names are ones that Excel takes, and each means one function', () => {
  for (const { id, name } of json.functions) {
    expect(name).toMatch(/^\p{L}[\p{L}\p{N}._]{2,127}$/u)
    expect(id).toMatch(/^[A-Z][A-Z0-9._]{2,63}$/)
    // Not the address of a cell: a sheet ends at XFD1048576.
    expect(name).not.toMatch(/^[A-X]?[A-Z]{1,2}\d+$/)
  }
  // In files a dot of a name is written as an underscore.
  const inFiles = json.functions.map(({ name }) => name.replaceAll('.', '_'))
  expect(new Set(inFiles).size).toBe(inFiles.length)
})

test('every function and argument is described, and has its help page', () => {
  for (const { description, helpUrl, parameters } of json.functions) {
    expect(description.length).toBeGreaterThan(10)
    expect(new URL(helpUrl).origin).toBe('https://salus.example')
    expect(parameters.every((parameter) => parameter.description !== '')).toBe(true)
  }
})

test('optional arguments stand last', () => {
  for (const { parameters } of json.functions) {
    const optional = parameters.map((parameter) => parameter.optional)
    expect(optional).toEqual(optional.toSorted((a, b) => Number(a) - Number(b)))
  }
})

test('error cells and addresses reach the functions, and the file is one that Excel on the desktop loads', () => {
  expect(json).toMatchObject({ allowErrorForDataTypeAny: true, allowCustomDataForDataTypeAny: true })
  for (const { result, options, parameters } of json.functions) {
    expect({ result, options }).toEqual({
      result: { type: 'any', dimensionality: 'matrix' },
      options: { requiresParameterAddresses: true },
    })
    expect(parameters.every(({ type }) => type === 'any')).toBe(true)
  }
  expect(JSON.stringify(json, null, 2).length).toBeLessThan(1_000_000)
})
