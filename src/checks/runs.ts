/** Neighbouring members for which the test holds, each unbroken run by itself. */
export function runs<T>(members: readonly T[], test: (member: T) => boolean): readonly (readonly T[])[] {
  const found: T[][] = []
  let open: T[] | null = null
  for (const member of members) {
    if (!test(member)) open = null
    else if (open === null) found.push((open = [member]))
    else open.push(member)
  }
  return found
}
