import {
  baseName,
  effectsOf,
  type Facts,
  isGoSource,
  isWithin,
  placeOf,
  type Refusal,
  refuse,
  refuseMounted,
  refuseOverride,
  unknownProgram,
} from '../../src/transform.ts'
import type { GoApp } from './app.ts'
import type { StartedPrograms } from './builds/started-program.ts'

/** Why the application is not split; undefined where nothing speaks against it. */
export function refuseApp(app: GoApp): Refusal | undefined {
  return (
    (app.goRuns.length > 0 ? refuseMountedSources(app.facts) : undefined) ??
    composeRefusal(app.facts) ??
    clonedSources(app.programs, app.facts) ??
    missingSources(app) ??
    withoutGoFiles(app) ??
    unknownPrograms(app)
  )
}

/** The refusal for an image in which a compose service compiles: it needs the go command. */
function composeRefusal({ overrides, final }: Facts): Refusal | undefined {
  const compiles = overrides.find(({ processes }) =>
    processes.some(({ name }) => baseName(name ?? '') === 'go'),
  )
  return compiles === undefined
    ? undefined
    : refuseOverride(
        compiles,
        (target) => final.end.workdir !== undefined && isWithin(final.end.workdir, target),
      )
}

/** Without the sources nobody can say what the program needs. */
function missingSources({ programs, goRuns, facts }: GoApp): Refusal | undefined {
  if ([...programs.started, ...goRuns].some(({ folder }) => folder !== undefined)) return undefined
  const unseen = facts.final.copies.find(
    (copy) => copy.missing.length > 0 && copy.paths.length === 0,
  )
  if (unseen === undefined) return undefined
  const { line } = unseen.step.instruction
  return refuse(
    'missing-copy-source',
    `Line ${line} copies ${unseen.missing.join(' ')}, which is not in the build context; without the sources nobody can say what the program needs.`,
    line,
  )
}

/** The build fails, or `go run` does. A context without any Go file is one that is not seen. */
function withoutGoFiles({ programs, goRuns, facts }: GoApp): Refusal | undefined {
  const empty = [...programs.started, ...goRuns].find(
    ({ folder }) => folder !== undefined && !facts.project.list(folder).some(isGoSource),
  )
  if (empty?.folder === undefined || !facts.project.files('').some(isGoSource)) return undefined
  const line =
    'command' in empty ? empty.command.step.instruction.line : empty.rewrite.instruction.line
  return refuse(
    'missing-start-file',
    `Line ${line} builds the program of ${empty.folder === '' ? "the build context's root" : empty.folder}, which has no Go files.`,
    line,
  )
}

function unknownPrograms({ sources, behaviour }: GoApp): Refusal | undefined {
  const unknown = unknownProgram(sources.graph)
  if (unknown !== undefined)
    return refuse(
      'runtime-program-unknown',
      `${unknown.path}:${unknown.line} starts a program whose name is computed at run time; which programs run time needs can't be told.`,
    )
  const go = behaviour.programs.find(({ name }) => name === 'go')
  if (go === undefined) return undefined
  return refuse(
    'runtime-base-lacks-program',
    `${placeOf(go.evidence)} runs \`go\` while the program serves; the go command is in the golang image alone.`,
  )
}

/** A program built from sources that the image itself clones and keeps: nothing of them can be seen. */
function clonedSources({ opaque }: StartedPrograms, { final }: Facts): Refusal | undefined {
  const clone = final.commands.find(({ name, args }) => name === 'git' && args[0] === 'clone')
  const [made] = clone === undefined ? [] : (effectsOf(clone) ?? [])
  if (opaque.length === 0 || clone === undefined) return undefined
  const isGone =
    made?.kind === 'creates' &&
    final.commands.some((command) =>
      effectsOf(command)?.some(
        (effect) => effect.kind === 'deletes' && isWithin(made.path, effect.path),
      ),
    )
  if (isGone) return undefined
  const { line } = clone.step.instruction
  return refuse(
    'sources-not-in-context',
    `Line ${line} clones the sources while the image is built; what they read at run time, and whether they need cgo, can't be known from here.`,
    line,
  )
}

/** `go run` in a folder that a compose file mounts compiles what is there when the container starts. */
function refuseMountedSources(facts: Facts): Refusal | undefined {
  const { workdir } = facts.final.end
  return refuseMounted(
    facts,
    (target) => workdir !== undefined && isWithin(workdir, target),
    `line ${facts.start?.instruction?.line} compiles what is there when the container starts`,
  )
}
