import { wideEdges } from '../../models.ts'

/**
 * The best code a generator could write for one wide model: one fused loop, two bits a measure, a table a dimension.
 * The bench alone may make code from text; nothing that ships does.
 */
export function generatedWide(dimensions: number): (
  columns: readonly Float64Array[],
  length: number,
) => {
  readonly score: Float64Array
  readonly dimensions: readonly Float64Array[]
} {
  const table = Float64Array.from({ length: 256 }, (_, word) => {
    const points = [0, 1, 2, 3].map((j) => [0, 5, 10, NaN][(word >> (2 * j)) & 3]!).filter((one) => !Number.isNaN(one))
    return points.reduce((sum, one) => sum + one, 0) / points.length
  })
  const lines: string[] = []
  for (let d = 0; d < dimensions; d++) {
    for (let j = 0; j < 4; j++) {
      const k = d * 4 + j
      const [low, high] = wideEdges(k)
      lines.push(
        `const v${k} = c${k}[i]; const w${k} = (v${k} >= ${low} | 0) + (v${k} >= ${high} | 0) + 3 * (v${k} !== v${k} | 0);`,
      )
    }
    const k = d * 4
    lines.push(`const s${d} = table[w${k} + 4 * w${k + 1} + 16 * w${k + 2} + 64 * w${k + 3}]; o${d}[i] = s${d};`)
    lines.push(`if (s${d} === s${d}) { S += ${d + 1} * s${d}; W += ${d + 1}; }`)
  }
  const names = Array.from({ length: dimensions * 4 }, (_, k) => `const c${k} = columns[${k}];`).join('')
  const outs = Array.from({ length: dimensions }, (_, d) => `const o${d} = outs[${d}];`).join('')
  // oxlint-disable-next-line no-new-func, no-implied-eval
  const made = new Function(
    'columns',
    'length',
    'table',
    'score',
    'outs',
    `${names}${outs} for (let i = 0; i < length; i++) { let S = 0, W = 0; ${lines.join('\n')} score[i] = S / W; }`,
  )
  return (columns, length) => {
    const score = new Float64Array(length)
    const outs = Array.from({ length: dimensions }, () => new Float64Array(length))
    made(columns, length, table, score, outs)
    return { score, dimensions: outs }
  }
}
