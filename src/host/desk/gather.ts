/**
 * Puts questions that come one by one into as few askings as can be: what comes in one turn of the event loop, and
 * while an answer is under way, is asked together.
 */
export function gather<Q, A>(ask: (questions: readonly Q[]) => Promise<readonly A[]>): (question: Q) => Promise<A> {
  let waiting: Waiting<Q, A>[] = []
  let isUnderWay = false

  const next = async (): Promise<void> => {
    const batch = waiting
    waiting = []
    try {
      const answers = await ask(batch.map(({ question }) => question))
      for (const [at, { resolve }] of batch.entries()) resolve(answers[at]!)
    } catch (problem) {
      for (const { reject } of batch) reject(problem)
    }
    isUnderWay = waiting.length > 0
    if (isUnderWay) void next()
  }

  return (question) =>
    new Promise((resolve, reject) => {
      waiting.push({ question, resolve, reject })
      if (isUnderWay) return
      isUnderWay = true
      setTimeout(() => void next())
    })
}

interface Waiting<Q, A> {
  readonly question: Q
  readonly resolve: (answer: A) => void
  readonly reject: (problem: unknown) => void
}
