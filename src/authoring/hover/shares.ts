import type { Dimension, Member } from '../../model/group.ts'

/**
 * The share of the whole score that each member carries when everything has data, by path. null where no fixed share can
 * be told: where the worst decides, members are multiplied or added up.
 */
export function nominalShares(root: Dimension): ReadonlyMap<string, number | null> {
  const shares = new Map<string, number | null>()
  const visit = (group: Dimension, own: number | null): void => {
    const counted = group.children.filter((child) => !child.off && child.weight.integer > 0)
    const total = counted.reduce((sum, child) => sum + child.weight.integer, 0)
    for (const child of group.children) {
      const share = shareOf(child, group, own, total)
      shares.set(child.path, share)
      if (child.kind === 'dimension') visit(child, share)
    }
  }
  visit(root, 1)
  return shares
}

function shareOf(child: Member, group: Dimension, above: number | null, total: number): number | null {
  if (child.off) return 0
  if (above === null || group.combine.operator !== 'mean' || total === 0) return null
  return (above * child.weight.integer) / total
}
