/** A value that is there, or comes later: whoever needs nothing read is answered at once. */
export type Soon<T> = T | Promise<T>

export function after<T, R>(value: Soon<T>, then: (value: T) => Soon<R>): Soon<R> {
  return value instanceof Promise ? value.then(then) : then(value)
}
