import type { Behaviour, Facts, Refusal } from '../../src/transform.ts'
import type { PhpApp } from './app.ts'
import type { Part } from './part.ts'

export const assetsPart = (_: PhpApp): Part | Refusal => ({})
export const behaviourOf = (_: PhpApp): Behaviour => ({
  writes: [],
  writesElsewhere: 'the sources are not read',
  ports: [],
  programs: [],
})
export const behaviourInStages = (_: Facts): Behaviour | undefined => undefined
