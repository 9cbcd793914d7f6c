/** The part of jstat that is used: the package brings no types. */
declare module 'jstat' {
  interface Jstat {
    readonly normal: {
      readonly cdf: (x: number, mean: number, deviation: number) => number
      readonly inv: (p: number, mean: number, deviation: number) => number
    }
    readonly chisquare: {
      readonly cdf: (x: number, freedom: number) => number
      readonly inv: (p: number, freedom: number) => number
    }
    readonly beta: {
      readonly inv: (p: number, alpha: number, beta: number) => number
    }
  }
  const exported: { readonly jStat: Jstat }
  export default exported
}
