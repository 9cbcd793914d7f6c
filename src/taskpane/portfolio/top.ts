/** The `count` places with the greatest value, greatest first; those without one, or with none above 0, are left out. `of` is how many there are in all. */
export function top(
  places: Int32Array,
  value: (index: number) => number,
  count: number,
): { readonly listed: readonly number[]; readonly of: number } {
  const found: { readonly index: number; readonly value: number }[] = []
  let of = 0
  for (const index of places) {
    const own = value(index)
    if (!(own > 0)) continue
    of++
    if (found.length === count && own <= found.at(-1)!.value) continue
    if (found.length === count) found.pop()
    const at = found.findIndex((one) => one.value < own)
    found.splice(at === -1 ? found.length : at, 0, { index, value: own })
  }
  return { listed: found.map(({ index }) => index), of }
}
