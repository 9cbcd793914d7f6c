import jstat from 'jstat'

const { normal, chisquare, beta } = jstat.jStat

/** The value below which a share `p` of a standard normal lies. */
export function normalQuantile(p: number): number {
  return normal.inv(p, 0, 1)
}

export function normalCdf(z: number): number {
  return normal.cdf(z, 0, 1)
}

/** How often chance alone goes as far from zero as `z`, either way. Below 1e-15 it is 0. */
export function normalTwoSided(z: number): number {
  return Math.min(1, 2 * normal.cdf(-Math.abs(z), 0, 1))
}

/** How often chance alone reaches `x`. Below 1e-15 it is 0. */
export function chiSquareTail(x: number, freedom: number): number {
  return x <= 0 ? 1 : Math.max(0, 1 - chisquare.cdf(x, freedom))
}

export function chiSquareQuantile(p: number, freedom: number): number {
  return chisquare.inv(p, freedom)
}

export function betaQuantile(p: number, alpha: number, b: number): number {
  return beta.inv(p, alpha, b)
}
