import * as z from 'zod'
import type { Span } from '../../findings/span.ts'

export const span: z.ZodType<Span> = z
  .strictObject({ file: z.string(), start: z.int().nonnegative(), end: z.int().nonnegative() })
  .meta({ id: 'Span' })
