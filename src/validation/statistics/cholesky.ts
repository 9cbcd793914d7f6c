/**
 * Solves `matrix · x = right` for a symmetric positive definite matrix given row by row. Null where it is none, as when one
 * column of a regression is made of others.
 */
export function solvePositive(matrix: Float64Array, right: Float64Array): Float64Array | null {
  const lower = cholesky(matrix, right.length)
  return lower && solveLower(lower, right)
}

/** The inverse of a symmetric positive definite matrix, row by row; null where it is none. */
export function invertPositive(matrix: Float64Array, size: number): Float64Array | null {
  const lower = cholesky(matrix, size)
  if (lower === null) return null
  const inverse = new Float64Array(size * size)
  for (let column = 0; column < size; column++) {
    const unit = new Float64Array(size)
    unit[column] = 1
    const solved = solveLower(lower, unit)
    for (let row = 0; row < size; row++) inverse[row * size + column] = solved[row]!
  }
  return inverse
}

function cholesky(matrix: Float64Array, size: number): Float64Array | null {
  const lower = new Float64Array(size * size)
  for (let row = 0; row < size; row++) {
    for (let column = 0; column <= row; column++) {
      let sum = matrix[row * size + column]!
      for (let k = 0; k < column; k++) sum -= lower[row * size + k]! * lower[column * size + k]!
      if (row !== column) {
        lower[row * size + column] = sum / lower[column * size + column]!
        continue
      }
      // What rounding alone leaves of a column that the others already hold.
      if (!(sum > 1e-12 * matrix[row * size + row]!)) return null
      lower[row * size + row] = Math.sqrt(sum)
    }
  }
  return lower
}

function solveLower(lower: Float64Array, right: Float64Array): Float64Array {
  const size = right.length
  const x = Float64Array.from(right)
  for (let row = 0; row < size; row++) {
    for (let k = 0; k < row; k++) x[row] = x[row]! - lower[row * size + k]! * x[k]!
    x[row] = x[row]! / lower[row * size + row]!
  }
  for (let row = size - 1; row >= 0; row--) {
    for (let k = row + 1; k < size; k++) x[row] = x[row]! - lower[k * size + row]! * x[k]!
    x[row] = x[row]! / lower[row * size + row]!
  }
  return x
}
