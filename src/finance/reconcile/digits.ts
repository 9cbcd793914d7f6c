/**
 * Whether two amounts look like one whose digits slipped at the keyboard: equally long, different in one place or in two
 * neighbouring ones, and, as transposed digits always are, apart by a multiple of nine.
 */
export function differInDigits(one: number, other: number): boolean {
  const [a, b] = [String(one), String(other)]
  if (a.length !== b.length || (one - other) % 9 !== 0) return false
  const places = [...a].flatMap((digit, place) => (digit === b[place] ? [] : [place]))
  return places.length === 1 || (places.length === 2 && places[1] === places[0]! + 1)
}
