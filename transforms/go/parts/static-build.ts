import {
  splice,
  type FullSplit,
  type Rewrite,
  type RuntimeBase,
  type BuiltBinary,
  type Linking,
} from '../../../src/transform.ts'

export interface StaticQuestion {
  readonly linking: Linking
  /** The builds whose binaries run; CGO_ENABLED=0 goes in front of them. */
  readonly builds: readonly BuiltBinary[]
  /** New lines at the builder's end: the build that was a `go run`. */
  readonly newBuilds: readonly string[]
  readonly placePackage: FullSplit['placePackage']
}

/** CGO_ENABLED=0 in front of every build, unless the author says so already; without OS packages, where the image has none. */
export function staticBuild(
  question: StaticQuestion,
  withoutPackages: boolean,
): NonNullable<RuntimeBase['override']> {
  const { linking, builds, newBuilds } = question
  const builderRewrites = linking.kind === 'can-be-static' ? disableCgo(builds) : []
  const prefix = linking.kind === 'can-be-static' ? 'CGO_ENABLED=0 ' : ''
  const fromBase = new Set([
    'ca-certificates',
    'ca-certificates-bundle',
    'tzdata',
    'libc6-compat',
    'gcompat',
    'musl',
  ])
  const afterBuild = newBuilds.map((line) => `RUN ${prefix}${line}`)
  if (!withoutPackages) return { builderRewrites, afterBuild }
  const placePackage = question.placePackage
  return {
    builderRewrites,
    afterBuild,
    placePackage: (name) => (fromBase.has(name) ? 'build' : placePackage(name)),
  }
}

function disableCgo(builds: readonly BuiltBinary[]): readonly Rewrite[] {
  const commands = [...new Set(builds.map(({ command }) => command))].filter(
    (command) => command.source !== undefined,
  )
  const instructions = [...new Set(commands.map((command) => command.step.instruction))]
  return instructions.map((instruction) => {
    const text = instruction.text.replace(/\r?\n$/, '')
    const edits = commands
      .filter((command) => command.step.instruction === instruction)
      .flatMap(({ source }) =>
        source === undefined
          ? []
          : [{ start: source.start, end: source.start, text: 'CGO_ENABLED=0 ' }],
      )
    return { instruction, text: splice(text, edits) }
  })
}
