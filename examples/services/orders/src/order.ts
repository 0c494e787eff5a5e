import { z } from 'zod'

export const order = z.object({
  id: z.string(),
  lines: z.array(z.object({ article: z.string(), count: z.number().int().positive() })).min(1),
})

export type Order = z.infer<typeof order>
