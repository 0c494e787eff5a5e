import { effectsOf, resolvePath } from '../../../src/transform.ts'
import type { ProgramTask } from '../task.ts'
import { leftByEffects } from './left-by.ts'
import { nothing, unknownOutput, type MadePath, type Output } from './output.ts'

/** Programs that leave nothing for run time, or only inside node_modules. */
const makesNothing = new Set(
  'eslint tslint prettier standard semistandard xo biome jest mocha vitest ava tap tape c8 nyc karma cypress playwright playwright-core puppeteer browsers @puppeteer/browsers husky lint-staged is-ci pinst patch-package only-allow check-dependencies tsc-alias tspath tsconfig-replace-paths resolve-tspaths vue-tsc svelte-check flow stylelint markdownlint commitlint npm-check depcheck simple-git-hooks lefthook opencollective opencollective-postinstall ngcc node-gyp node-pre-gyp node-gyp-build prebuild-install electron-builder wait-on browserslist update-browserslist-db size-limit publint attw madge dpdm tsd nsp snyk retire license-checker'.split(
    ' ',
  ),
)

/** Programs that delete what they name: https://github.com/isaacs/rimraf, https://github.com/sindresorhus/del-cli */
const removers = new Set('rimraf del del-cli trash'.split(' '))

/** Programs that copy: the last word is where to. */
const copies = new Set(
  'copyfiles cpx cpx2 cpy cpr ncp copy recursive-copy copy-files-from-to'.split(' '),
)

/** What programs that are no tool of a project write: tests and linters, what copies, `cp`, `mv`, `mkdir`, `echo >`. */
export function plainOutput(task: ProgramTask): Output {
  if (removers.has(task.name)) return removed(task)
  if (makesNothing.has(task.name)) return nothing
  if (copies.has(task.name)) return lastWord(task)
  const effects = effectsOf({ ...task.command, name: task.name, args: task.args })
  if (effects === undefined) return copiesWildcards(task)
  const { makes, removes } = leftByEffects(effects, task.evidence)
  return { kind: 'paths', paths: makes, removes }
}

/** Words that are not known, and patterns, may be anything: they are taken to leave what was made. */
function removed({ args, cwd }: ProgramTask): Output {
  const removes = args.flatMap((arg) =>
    arg === undefined || /^-|[*?{!]/.test(arg) ? [] : (resolvePath(cwd, arg) ?? []),
  )
  return { kind: 'paths', paths: [], removes }
}

/** What a tool writes, and the file that its words on the terminal go to: `lessc a.less > a.css`. */
export function withRedirects(output: Output, task: ProgramTask): Output {
  const effects = effectsOf({ ...task.command, name: ':', args: [] })
  if (effects === undefined) return unknownOutput(`where ${task.name} writes is not known`)
  const files = effects.flatMap((effect): readonly MadePath[] =>
    effect.kind === 'creates'
      ? [{ path: effect.path, isFolder: false, evidence: task.evidence }]
      : [],
  )
  if (files.length === 0 || output.kind === 'unknown') return output
  return output.kind === 'paths'
    ? { ...output, paths: [...output.paths, ...files] }
    : { kind: 'paths', paths: files }
}

function lastWord({ args, cwd, evidence, name }: ProgramTask): Output {
  const word = args.findLast((arg) => arg === undefined || !arg.startsWith('-'))
  const path = word === undefined ? undefined : resolvePath(cwd, word)
  return path === undefined
    ? unknownOutput(`where ${name} copies is not known`)
    : { kind: 'paths', paths: [{ path, isFolder: true, evidence }] }
}

/** `cp src/views/* dist/views`: the folder is the last word. */
function copiesWildcards(task: ProgramTask): Output {
  const isCopy = task.name === 'cp' || task.name === 'mv'
  return isCopy ? lastWord(task) : unknownOutput(`what ${task.name} writes is not known`)
}
