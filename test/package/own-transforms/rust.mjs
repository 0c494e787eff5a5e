import { baseName, leave, lineEvidence, refuse, resolvePath } from 'msb-migrate'

// A transform of one's own, in JavaScript with types in comments. It knows one shape: a binary of `cargo build --release` that the image starts.

/** @type {import('msb-migrate').Ecosystem} */
export default {
  name: 'rust',
  title: 'Rust programs',
  matches: (facts) => facts.final.base.family === 'rust',
  split,
}

/**
 * @param {import('msb-migrate').Facts} facts
 * @returns {import('msb-migrate').Split | import('msb-migrate').Refusal}
 */
function split({ final, start }) {
  const { base, commands, stage } = final
  const build = commands.findLast(
    ({ name, args }) => baseName(name ?? '') === 'cargo' && args.includes('--release'),
  )
  const started = start?.processes.at(-1)
  if (build === undefined || started?.name === undefined)
    return refuse('unknown-start-command', 'No `cargo build --release` makes what is started.')
  const path = resolvePath(started.cwd, started.name)
  if (path === undefined || path !== `${build.cwd}/target/release/${baseName(started.name)}`)
    return refuse('unknown-start-command', `${started.name} is made by no build.`)
  if (base.variant === 'slim') return leave('nothing-to-leave-behind', 'The base is slim already.')
  if (base.release === undefined)
    return refuse('unknown-base-image', 'Its Debian release is not known.', stage.from.line)
  const evidence = [lineEvidence(build.step.instruction)]
  return {
    kind: 'split',
    runtimeBases: [{ image: `debian:${base.release}-slim`, pays: true }],
    placeCommand: ({ name }) => (baseName(name ?? '') === 'cargo' ? 'build' : undefined),
    placeCopy: () => 'build',
    artifacts: [{ path, isFolder: false, after: build.step.instruction, evidence }],
    leaves: [{ what: 'the toolchain' }],
    change: {
      rule: 'split-stages',
      title: 'Run the binary alone',
      why: '',
      risk: 'review',
      assumption: 'The binary reads no other file.',
      evidence,
    },
  }
}
