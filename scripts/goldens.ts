import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { folder, rendered, slugsWithGolden } from '../test/findings/goldens.ts'
import { folder as queries, models, queriesOf } from '../test/sql/goldens.ts'

/** Writes the renderings of every golden finding and every query anew. Read each one in the diff before it is committed. */
for (const slug of slugsWithGolden)
  for (const [name, text] of Object.entries(rendered(slug))) writeFileSync(join(folder, slug, name), text)
for (const file of models) for (const [name, text] of queriesOf(file)) writeFileSync(join(queries, name), text)
