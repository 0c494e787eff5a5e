import { placeOf } from '../../../facts/evidence.ts'
import type { Facts } from '../../../facts/facts.ts'
import { baseVariables } from '../seen/base-variables.ts'
import { startsTheSame } from '../seen/entries.ts'
import { seeAgain } from './lacks.ts'

/** 'main.go:8 reads GOLANG_VERSION': the first variable of the author's base image that is read and that the new image does not have. */
export function lostVariable(before: Facts, after: Facts): string | undefined {
  if (before.stages.length === after.stages.length || !startsTheSame(before, after))
    return undefined
  const { Env } = after.final.config
  const lost = baseVariables(seeAgain(before, after), before).find(({ name, value }) =>
    value === '' ? !Env.has(name) : Env.get(name) !== value,
  )
  return lost && `${placeOf(lost.evidence)} reads ${lost.name}`
}
