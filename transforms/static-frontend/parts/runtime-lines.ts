import { assignmentsOf, variablesIn, type Instruction, type Split } from '../../../src/transform.ts'
import { exposedPorts } from '../site/exposed-ports.ts'
import type { Site } from '../app.ts'
import type { ConfFile } from './conf-file.ts'

/** Lines that the runtime stage needs beside the site: nginx's configuration, the port, and PORT where that decides. */
export function runtimeLines(
  site: Site,
  { path, isTemplate }: ConfFile,
  after: Instruction | undefined,
): NonNullable<Split['runtimeSetup']> {
  const { serving, facts, server } = site
  const { port } = serving
  // The image's own entrypoint fills templates in: https://github.com/docker-library/docs/tree/master/nginx#using-environment-variables-in-nginx-configuration-new-in-119
  const target = isTemplate
    ? '/etc/nginx/templates/default.conf.template'
    : '/etc/nginx/conf.d/default.conf'
  const isShown = exposedPorts(facts.final).length > 0 || port === 80 || port === 8080
  return [
    ...(server.takesPort && portLine(site) === undefined
      ? [{ text: `ENV PORT=${port}`, after }]
      : []),
    { text: `COPY ${path} ${target}`, after },
    ...(isShown ? [] : [{ text: `EXPOSE ${port}`, after: facts.final.steps.at(-1)?.instruction }]),
  ]
}

/** The author's own ENV of PORT alone, which the runtime stage has where PORT decides. */
export function portLine({ facts, server }: Site): Instruction | undefined {
  if (!server.takesPort) return undefined
  const found = facts.final.steps.findLast(
    ({ instruction }) =>
      instruction.keyword === 'ENV' &&
      assignmentsOf(instruction).some(({ name }) => name === 'PORT'),
  )?.instruction
  return found !== undefined &&
    assignmentsOf(found).length === 1 &&
    variablesIn(found.body.text).length === 0
    ? found
    : undefined
}
