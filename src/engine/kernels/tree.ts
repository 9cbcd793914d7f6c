import type { Dimension, Member } from '../../model/group.ts'
import type { Segment } from '../../model/model.ts'
import { membersOf as placedMembers } from '../segments.ts'
import { ranksOf, type BandNames } from './band-names.ts'
import { dimensionVectors } from './dimension.ts'
import { vectorOf } from './expression.ts'
import { measureVectors } from './measure.ts'
import { NOT_APPLICABLE, OFF, SCORED, type Given, type MemberVectors, type Tree } from './member.ts'
import type { Scope } from './scope.ts'
import { BLOCK, constant, type Vector } from './vector.ts'

/** Makes a tree whose formulas and members read each other. `scopeOf` is given what finds members. */
export function treeOf(
  segment: Segment,
  names: BandNames,
  withOverrides: boolean,
  scopeOf: (member: Scope['member']) => Scope,
  given: Given = {},
): Tree {
  const placed = placedMembers(segment)
  const made = new Map<string, MemberVectors>()
  const inactivities = new Map<string, Uint8Array | null>()
  const scope = scopeOf((path) => {
    const found = of(path)
    return found === null ? null : { points: found.points, rank: () => rankVector(tree, segment.root, found.band) }
  })
  const tree: Tree = { scope, names, withOverrides, given, of, inactivity }

  function of(path: string): MemberVectors | null {
    const place = placed.get(path)
    if (place === undefined) return null
    const known = given.members?.get(path) ?? made.get(path)
    if (known !== undefined) return known
    const vectors =
      place.member.kind === 'measure'
        ? measureVectors(tree, place.member, place.above!)
        : dimensionVectors(tree, place.member)
    made.set(path, vectors)
    return vectors
  }

  function inactivity(member: Member): Uint8Array | null {
    const known = inactivities.get(member.path)
    if (known !== undefined) return known
    const above = placed.get(member.path)?.above ?? null
    const vector = inactivityVector(scope, member, above === null ? null : inactivity(above))
    inactivities.set(member.path, vector)
    return vector
  }

  return tree
}

function inactivityVector(scope: Scope, member: Member, above: Uint8Array | null): Uint8Array | null {
  if (!member.off && member.appliesWhen === null) return above
  const out = new Uint8Array(BLOCK)
  const applies = member.appliesWhen === null || member.off ? null : vectorOf(scope, member.appliesWhen.expression)
  scope.program.steps.push((n) => {
    for (let i = 0; i < n; i++) {
      const own = applies === null ? OFF : applies[i] === 1 ? SCORED : NOT_APPLICABLE
      out[i] = above === null || above[i] === SCORED ? own : above[i]!
    }
  })
  return out
}

/** Bands as ranks: on the measures' ladder where it has the band, else on that of the whole. */
function rankVector(tree: Tree, root: Dimension, band: Vector): Vector {
  const ranks = ranksOf(tree.names, tree.scope.model.ladder, root)
  const out = constant(NaN)
  tree.scope.program.steps.push((n) => {
    for (let i = 0; i < n; i++) out[i] = band[i] === band[i] ? ranks[band[i]!]! : NaN
  })
  return out
}
