import { fillAcross } from '../../engine/across/fill.ts'
import { plan } from '../../engine/kernels/plan.ts'
import { score } from '../../engine/kernels/score.ts'
import { connectedOn } from '../../host/desk/connection.ts'
import { compileModel } from '../../host/desk/models.ts'
import type { Portfolio } from '../../host/desk/portfolio.ts'
import type { SalusDocument } from '../../host/document/document.ts'
import { allInputs } from '../../model/all-inputs.ts'
import { bindCells } from '../../tables/bind.ts'

/** How the text before the last publication would judge the same accounts. */
export interface ModelBefore {
  /** When, by whom and why the text that replaced it was published. */
  readonly published: string
  readonly author: string | null
  readonly note: string | null
  /** By account: the name of its band; null where it has none. */
  readonly bands: readonly (string | null)[]
}

/** null where there is no earlier text of the workbook's model, or none that can score. */
export function bandsBefore(document: SalusDocument, { applied, list }: Portfolio): ModelBefore | null {
  const { file, text } = applied.source
  const versions = document.versions.filter((one) => one.file === file)
  const at = versions.findIndex((one) => one.text === text)
  const [now, before] = [versions[at], versions[at + 1]]
  if (now === undefined || before === undefined) return null
  const load = (path: string) => document.models.find((one) => path.endsWith(one.file)) ?? null
  const { model, sound } = compileModel(file, before.text, load, applied.asOf)
  if (!sound) return null
  const connected = connectedOn(document, list.region.block.sheet)
  const read = bindCells([list.header, ...list.cells], allInputs(model), { connected })
  const { columns } = fillAcross(model, read.columns, { asOf: applied.asOf })
  const ready = plan(model, { asOf: applied.asOf })
  const { band } = score(ready, columns)
  return {
    published: now.published,
    author: now.author,
    note: now.note,
    bands: Array.from(band, (code) => ready.bands[code] ?? null),
  }
}
