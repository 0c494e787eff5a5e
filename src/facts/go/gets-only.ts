import type { Command, RunCommand } from '../commands/command.ts'
import type { Facts } from '../facts.ts'
import { isAtLeast } from '../../knowledge/version.ts'

/** Since 1.18 `go get` downloads and builds nothing: https://go.dev/doc/go1.18#go-get */
export function getsOnly(build: Command, { step }: RunCommand, { final }: Facts): boolean {
  const modules = build.assignments.get('GO111MODULE') ?? step.variable('GO111MODULE')
  if (final.base.family !== 'golang' || modules === 'off') return false
  return isAtLeast(final.base.version, '1.18')
}
