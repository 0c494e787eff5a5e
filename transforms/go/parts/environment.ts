import {
  assignmentsOf,
  variablesIn,
  variablesOf,
  type Facts,
  type FullSplit,
} from '../../../src/transform.ts'
import type { StartedPrograms } from '../builds/started-program.ts'

/** golang images start in /go, distroless ones in the home of their user, and have /go/bin on PATH; other images do not. */
export function setup(facts: Facts, programs: StartedPrograms): FullSplit['runtimeSetup'] {
  const lines: { text: string; after: undefined }[] = []
  for (const [name, value] of usedOfBase(facts))
    lines.push({ text: `ENV ${name}=${value}`, after: undefined })
  if (programs.isOnGoPath) lines.push({ text: 'ENV PATH=/go/bin:$PATH', after: undefined })
  const workdirs = facts.final.steps.filter(({ instruction }) => instruction.keyword === 'WORKDIR')
  const base = facts.final.base.config.WorkingDir
  if (workdirs.length === 0)
    lines.push({ text: `WORKDIR ${base === '' ? '/' : base}`, after: undefined })
  return lines
}

/** Variables that only the author's image sets and that lines of the runtime stage name: `WORKDIR $GOPATH/src/app`. */
function usedOfBase({ final }: Facts): readonly (readonly [string, string])[] {
  const lines = final.stage.instructions.filter(({ keyword }) =>
    /^(WORKDIR|ENV|CMD|ENTRYPOINT|HEALTHCHECK|VOLUME|USER|LABEL|EXPOSE)$/.test(keyword),
  )
  const used = new Set(lines.flatMap(({ body }) => variablesIn(body.text)))
  const own = new Set(lines.flatMap((line) => assignmentsOf(line).map(({ name }) => name)))
  return [...final.base.config.Env].filter(
    ([name, value]) => name !== 'PATH' && value !== '' && used.has(name) && !own.has(name),
  )
}

/** ENV that only the go command reads, unless another line uses it; nobody reads what `ENV export A=1` sets, a variable called export. https://pkg.go.dev/cmd/go#hdr-Environment_variables */
export function buildOnlyEnv({ final }: Facts): readonly string[] {
  const instructions = final.stage.instructions.filter(({ keyword }) => keyword === 'ENV')
  const names = instructions.flatMap((instruction) =>
    assignmentsOf(instruction).map(({ name }) => name),
  )
  const used = new Set(
    final.stage.instructions
      .filter(({ keyword }) => keyword !== 'RUN' && keyword !== 'FROM')
      .flatMap(variablesOf),
  )
  const readAtRunTime = /^(GOMAXPROCS|GOGC|GODEBUG|GOTRACEBACK|GOMEMLIMIT|GOCOVERDIR|GORACE)$/
  return names.filter(
    (name) =>
      /^(GO[A-Z0-9]+|GO111MODULE|CGO_\w+|export)$/.test(name) &&
      !readAtRunTime.test(name) &&
      !used.has(name),
  )
}
