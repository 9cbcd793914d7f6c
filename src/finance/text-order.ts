/** The order of names everywhere in figures: by their characters' codes, the same under every locale. */
export function byText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
