/** Stops on what only a bug can bring about; `belief` is the sentence that turned out false. */
export function invariant(condition: unknown, belief: string): asserts condition {
  if (!condition) throw new Error(`broken invariant: ${belief}`)
}
