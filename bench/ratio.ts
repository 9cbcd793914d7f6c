/** Times a subject against a yardstick: CPU of the one between two samples of the other, so that a busy machine slows both. */
export interface Ratio {
  /** Median of the samples' ratios, for one unit (a row, a call) of each. */
  readonly ratio: number
  /** Best wall time of the subject for one unit, in nanoseconds. */
  readonly nanoseconds: number
  /** The most memory the subject held, where it is a process of its own. */
  readonly peakMegabytes?: number
}

export interface Job {
  readonly run: () => unknown
  /** Units of work in one run. */
  readonly units: number
}

export async function ratio(subject: Job, yardstick: Job, samples = 9): Promise<Ratio> {
  // Until both are compiled to the end: a few runs of a small job are over before the compiler has looked at it. By CPU, as
  // a busy machine keeps the compiler waiting too.
  const begun = process.cpuUsage()
  for (let runs = 0, spent = 0; runs < 3 || spent < 2e6; runs++) {
    await subject.run()
    await yardstick.run()
    const { user, system } = process.cpuUsage(begun)
    spent = user + system
  }
  const ratios: number[] = []
  let best = Infinity
  for (let i = 0; i < samples; i++) {
    const before = await sample(yardstick)
    const own = await sample(subject)
    const after = await sample(yardstick)
    ratios.push(own.cpu / ((before.cpu + after.cpu) / 2))
    best = Math.min(best, own.wall)
  }
  return { ratio: ratios.toSorted((a, b) => a - b)[samples >> 1]!, nanoseconds: best * 1e3 }
}

/** Microseconds a unit; repeated until the clocks, which tick in milliseconds, can tell. */
async function sample({ run, units }: Job): Promise<{ readonly cpu: number; readonly wall: number }> {
  const start = process.cpuUsage()
  const begun = performance.now()
  let runs = 0
  do {
    await run()
    runs++
  } while (performance.now() - begun < 60)
  const { user, system } = process.cpuUsage(start)
  const done = runs * units
  return { cpu: (user + system) / done, wall: ((performance.now() - begun) * 1e3) / done }
}
