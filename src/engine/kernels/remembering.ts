/** The few keys that are looked through one by one, which is quicker than a map while they are few. */
const FEW = 8

/** Keys that are kept at all: data may hold a new one in every row. */
const KEPT = 1000

/** What is found for each of the few texts that come again and again, row after row; `find` gives the same each time. */
export function remembering<K extends string | number | boolean, V>(find: (key: K) => V): (key: K) => V {
  const keys: K[] = []
  const values: V[] = []
  const places = new Map<K, number>()
  const findPlace = (key: K): V => {
    const place = places.get(key)
    if (place !== undefined) return values[place]!
    const value = find(key)
    if (keys.length < KEPT) {
      places.set(key, keys.push(key) - 1)
      values.push(value)
    }
    return value
  }
  return (key) => {
    const few = keys.length < FEW ? keys.length : FEW
    for (let k = 0; k < few; k++) if (keys[k] === key) return values[k]!
    return findPlace(key)
  }
}
