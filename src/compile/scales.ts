import { cover } from '../findings/span.ts'
import type { Scale } from '../model/group.ts'
import type { Numeral } from '../parser/tree.ts'
import { report, type Context } from './context.ts'
import { checkDecimals, decimalsOf } from './decimals.ts'
import type { DraftSettings } from './draft.ts'

/** The share of a scale within which two of its numbers are the same. */
const GUARD = 1e-9

/** The scale a group's settings write; what they do not write comes from the group above. Null above: the whole score. */
export function compileScale(settings: DraftSettings, above: Scale | null): Scale {
  const [low, high] = endsOf(settings.scale) ?? [above?.low ?? 0, above?.high ?? 10]
  const usual = settings.scale || !above ? usualDecimals(high - low) : above.decimals
  return {
    low,
    high,
    decimals: decimalsOf(settings.show?.decimals ?? null) ?? usual,
    higherIsWorse: settings.higherIsWorse?.worse ?? above?.higherIsWorse ?? false,
    clamp: above === null || settings.scale !== null,
    guard: GUARD * (high - low),
  }
}

/** The ends as written, the lower first; null where they leave no room between them. */
function endsOf(written: DraftSettings['scale']): readonly [number, number] | null {
  if (!written?.low || !written.high) return null
  const [low, high] = [written.low.value, written.high.value].toSorted((a, b) => a - b)
  return low! < high! && Number.isFinite(high! - low!) ? [low!, high!] : null
}

/** Reports what a group's settings say of its scale that cannot be meant. */
export function checkScale(context: Context, settings: DraftSettings): void {
  const { low, high } = settings.scale ?? {}
  if (low && high) checkEnds(context, low, high)
  checkDecimals(context, settings.show?.decimals ?? null)
  checkDecimals(context, settings.round?.places ?? null)
}

function checkEnds(context: Context, low: Numeral, high: Numeral): void {
  const span = cover(low.span, high.span)
  if (low.value > high.value) {
    const text = `${high.written} to ${low.written}`
    report(context, 'range-backwards', { low: low.written, high: high.written }, span, {
      fixes: [{ title: `write ${text}`, edits: [{ span, text }] }],
    })
  } else if (low.value === high.value) {
    report(context, 'scale-empty', { at: low.written }, span, { question: 'from where to where does the score run?' })
  }
}

/** 0..1 shows two decimals, 0..10 one, 0..100 none. */
function usualDecimals(span: number): number {
  return span >= 100 ? 0 : span > 1 ? 1 : 2
}

/** `at_risk` is shown as `At risk`. */
export function titleOf(name: string): string {
  const words = name.replaceAll('_', ' ')
  return words.charAt(0).toUpperCase() + words.slice(1)
}
