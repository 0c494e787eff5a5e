import {
  baseName,
  leave,
  lineEvidence,
  refuse,
  resolvePath,
  type Artifact,
  type Ecosystem,
  type Facts,
  type Refusal,
  type RunCommand,
  type RuntimeBase,
  type Split,
} from '../../src/transform.ts'

// A transform to start from: `npm run new-transform -- NAME` copies this folder. It is compiled and tested, and never registered.
// It knows one shape only, so that every part of a transform can be seen on one page.
//
// FROM rust:1.79 ... RUN cargo build --release ... CMD ["./target/release/server"]
//   => builder: rust:1.79, everything up to the build
//      runtime: debian:bookworm-slim, the binary, and what of the context may be read at run time
//
// https://docs.docker.com/guides/rust/build-images/

export const template: Ecosystem = {
  name: 'template',
  title: 'Rust programs',
  matches: (facts) => facts.final.base.family === 'rust',
  split,
}

function split(facts: Facts): Split | Refusal {
  const build = facts.final.commands.findLast(isReleaseBuild)
  const started = facts.start?.processes.at(-1)
  const line = facts.start?.instruction?.line
  if (started?.name === undefined)
    return refuse('no-start-command', 'The image has no start command of its own.')
  const binary = resolvePath(started.cwd, started.name)
  const isMade = binary === `${build?.cwd}/target/release/${baseName(started.name)}`
  if (build === undefined || binary === undefined || !isMade)
    return refuse(
      'unknown-start-command',
      `Line ${line} starts ${started.name}, which no \`cargo build --release\` of this file makes.`,
      line,
    )
  const base = runtimeBase(facts)
  if ('kind' in base) return base
  return {
    kind: 'split',
    runtimeBases: [base],
    placeCommand: ({ name }) => (buildTools.has(baseName(name ?? '')) ? 'build' : undefined),
    placeCopy: () => 'build',
    artifacts: [binaryArtifact(binary, build), ...otherFiles(build, facts)],
    leaves: [{ what: 'the toolchain' }, { what: 'the crates' }, { what: 'the sources' }],
    change: {
      rule: 'split-stages',
      title: 'Build in a builder stage, run the binary alone',
      why: '',
      risk: 'review',
      assumption: 'The binary needs no shared library beside those of the C library.',
      evidence: [lineEvidence(build.step.instruction)],
    },
  }
}

const buildTools = new Set(['cargo', 'rustc', 'rustup'])

function isReleaseBuild({ name, args }: RunCommand): boolean {
  return baseName(name ?? '') === 'cargo' && args[0] === 'build' && args.includes('--release')
}

/** The same distribution release, so that the binary meets the C library that it was linked against. */
function runtimeBase({ final: { base, stage } }: Facts): RuntimeBase | Refusal {
  if (base.variant === 'slim')
    return leave('nothing-to-leave-behind', 'The image is built on a slim base already.')
  if (base.distribution !== 'debian' || base.release === undefined)
    return refuse(
      'unknown-base-image',
      `Which Debian release ${base.reference.text} stands on can't be told from its tag.`,
      stage.from.line,
    )
  return { image: `debian:${base.release}-slim`, pays: true }
}

function binaryArtifact(path: string, build: RunCommand): Artifact {
  return {
    path,
    isFolder: false,
    after: build.step.instruction,
    evidence: [lineEvidence(build.step.instruction)],
  }
}

const isForTheBuild = /^(Cargo\.\w+|src|tests|benches|target|Dockerfile.*|\..*|.*\.md)$/

/** What is no source may be read at run time: without a look at the sources, more is copied rather than less. */
function otherFiles(build: RunCommand, { project, imagePath }: Facts): readonly Artifact[] {
  const names = project.list('').filter((name) => !isForTheBuild.test(name))
  return names.flatMap((name) => {
    const path = imagePath(name)
    if (path === undefined) return []
    return {
      path,
      isFolder: project.isFolder(name),
      after: build.step.instruction,
      evidence: [{ path: name, line: undefined, text: 'may be read at run time' }],
    }
  })
}
