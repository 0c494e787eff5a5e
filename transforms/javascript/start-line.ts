import type { Facts } from '../../src/transform.ts'

/** The line of the Dockerfile that starts the program; where another file gives the start, that of the stage. */
export function startLine({ start, final }: Facts): number {
  const instruction = start?.instruction ?? start?.cmd
  const first = start?.processes[0]?.via[0]
  const last = first?.path === 'Dockerfile' ? first.line : undefined
  const own =
    start?.cmd !== undefined && start.entrypoint === undefined ? start.cmd.line : undefined
  return own ?? last ?? instruction?.line ?? final.stage.from.line
}
