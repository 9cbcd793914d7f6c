import type { Finding } from '../../findings/finding.ts'
import { finding } from '../../findings/report.ts'
import type { Families } from './families.ts'

/** So many parents or circles are named; the rest are counted. */
const NAMED = 5

/** What is wrong with who belongs to whom. */
export function familyFindings({ circles, strangers }: Families): readonly Finding[] {
  return [
    ...circles.slice(0, NAMED).map((accounts) => finding('parent-circle', { accounts })),
    ...more(circles.length, 'circles of parents'),
    ...strangers.slice(0, NAMED).map((account) => finding('parent-absent', { account })),
    ...more(strangers.length, 'parents are no account'),
  ]
}

function more(count: number, what: string): readonly Finding[] {
  return count > NAMED ? [finding('data-more', { count: count - NAMED, what })] : []
}
