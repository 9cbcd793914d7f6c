import { beforeAll, expect, test, vi } from 'vitest'

/** A workbook that never answers: Excel is being edited, or asleep. */
vi.mock('../../../src/functions/office/answering.ts', () => ({ startAnswering: () => new Promise(() => undefined) }))

class SaidError extends Error {
  readonly code: string
  constructor(code: string, message: string) {
    super(message)
    this.code = code
  }
}

const associated = new Map<string, (...given: unknown[]) => unknown>()

beforeAll(async () => {
  vi.stubGlobal('CustomFunctions', {
    associate: (name: string, compute: (...given: unknown[]) => unknown) => associated.set(name, compute),
    Error: SaidError,
    ErrorCode: { invalidValue: '#VALUE!', notAvailable: '#N/A' },
  })
  vi.useFakeTimers()
  await import('../../../src/functions/office/page.ts')
  return () => {
    vi.useRealTimers()
    vi.unstubAllGlobals()
  }
})

test('no cell stays busy for ever: after ten seconds each says what to do', async () => {
  const compute = associated.get('HEALTH')!
  const call = () => compute([['Acme', 12]], null, null, { parameterAddresses: ['Accounts!A2:B2', null, null] })
  const ends: unknown[] = []
  const note = (result: unknown) =>
    (result as Promise<unknown>).catch((problem: SaidError) => ends.push([problem.code, problem.message]))
  const first = note(call())
  await vi.advanceTimersByTimeAsync(5000)
  const second = note(call())
  await vi.advanceTimersByTimeAsync(4999)
  expect(ends).toEqual([])
  await vi.advanceTimersByTimeAsync(1)
  await first
  expect(ends).toHaveLength(1)
  await vi.advanceTimersByTimeAsync(5000)
  await second
  expect(ends).toEqual([
    ['#VALUE!', expect.stringContaining('Ctrl+Alt+F9')],
    ['#VALUE!', expect.stringContaining('Ctrl+Alt+F9')],
  ])
})
