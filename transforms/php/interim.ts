import type { Refusal } from '../../src/transform.ts'
import type { Part } from './part.ts'

export const assetsPart = (): Part | Refusal => ({})
