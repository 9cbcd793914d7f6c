import { wideEdges } from '../../models.ts'

/** The same as the kernels give: scores, bands and coverage of the whole, scores and bands of the dimensions. */
export interface GeneratedScores {
  readonly score: Float64Array
  readonly band: Int16Array
  readonly coverage: Float64Array
  readonly dimensions: readonly { readonly score: Float64Array; readonly band: Int16Array }[]
}

/**
 * What a generator would write for one wide model: one fused loop, two bits a measure, tables for a dimension. Two
 * comparisons for a measure, as our kernels have, in place of these three would make it about a seventh faster still.
 * The bench alone may make code from text; nothing that ships does.
 */
export function generatedWide(
  dimensions: number,
): (columns: readonly Float64Array[], into: GeneratedScores, length: number) => void {
  const lines: string[] = []
  for (let d = 0; d < dimensions; d++) {
    for (let j = 0; j < 4; j++) {
      const k = d * 4 + j
      const [low, high] = wideEdges(k)
      lines.push(`const v${k} = c${k}[i];`)
      lines.push(`const w${k} = (v${k} >= ${low} | 0) + (v${k} >= ${high} | 0) + 3 * (v${k} !== v${k} | 0);`)
    }
    const k = d * 4
    const weight = d + 1
    lines.push(`const w_${d} = w${k} + 4 * w${k + 1} + 16 * w${k + 2} + 64 * w${k + 3};`)
    lines.push(`const s${d} = SCORE[w_${d}]; o${d}[i] = s${d}; b${d}[i] = BAND[w_${d}];`)
    lines.push(`if (s${d} === s${d}) { S += ${weight} * s${d}; W += ${weight}; }`)
    lines.push(`C += ${weight} * COVERAGE[w_${d}];`)
  }
  const total = (dimensions * (dimensions + 1)) / 2
  const each = (count: number, text: (k: number) => string) => Array.from({ length: count }, (_, k) => text(k)).join('')
  // oxlint-disable-next-line no-new-func, no-implied-eval
  const made = new Function(
    'columns',
    'into',
    'length',
    'SCORE',
    'BAND',
    'COVERAGE',
    `const { score, band, coverage } = into;
    ${each(dimensions * 4, (k) => `const c${k} = columns[${k}];`)}
    ${each(dimensions, (d) => `const o${d} = into.dimensions[${d}].score, b${d} = into.dimensions[${d}].band;`)}
    for (let i = 0; i < length; i++) {
      let S = 0, W = 0, C = 0;
      ${lines.join('\n')}
      const s = S / W;
      score[i] = s;
      band[i] = (s >= ${LOW} | 0) + (s >= ${HIGH} | 0) - (s !== s | 0);
      coverage[i] = C / ${total};
    }`,
  )
  return (columns, into, length) => made(columns, into, length, SCORE, BAND, COVERAGE)
}

export function generatedScores(dimensions: number, length: number): GeneratedScores {
  const one = () => ({ score: new Float64Array(length), band: new Int16Array(length) })
  return { ...one(), coverage: new Float64Array(length), dimensions: Array.from({ length: dimensions }, one) }
}

const LOW = 10 / 3 - 1e-8
const HIGH = 20 / 3 - 1e-8
const known = Array.from({ length: 256 }, (_, word) =>
  [0, 1, 2, 3].map((j) => [0, 5, 10, NaN][(word >> (2 * j)) & 3]!).filter((one) => !Number.isNaN(one)),
)
const SCORE = Float64Array.from(known, (points) => points.reduce((sum, one) => sum + one, 0) / points.length)
const BAND = Int16Array.from(SCORE, (one) => (Number.isNaN(one) ? -1 : Number(one >= LOW) + Number(one >= HIGH)))
const COVERAGE = Float64Array.from(known, (points) => points.length / 4)
