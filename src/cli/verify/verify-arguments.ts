import { type Verdict, verdicts } from '../../verification/verification.ts'
import type { CliOptions, VerifyChoice } from '../cli-options.ts'
import type { OptionReader } from '../option-row.ts'
import { UsageError } from '../usage-error.ts'
import { checkBuildContext, checkNamed, checkPlatform, checkSecret } from './verify-values.ts'
import { verifyOptions } from './verify-options.ts'

/** The options of `verify` and `--verify`; undefined where neither is given. Throws UsageError. */
export function readVerifyChoice(
  isCommand: boolean,
  options: OptionReader,
): VerifyChoice | undefined {
  const { flag, flagOrNot, text, each } = options
  if (!isCommand && !flag('verify')) {
    const stray = verifyOptions.find(({ name, kind }) =>
      kind === 'flag' ? flagOrNot(name) !== undefined : each(name).length > 0,
    )
    if (stray !== undefined) throw new UsageError(`--${stray.name} is for verify; see --help`)
    return undefined
  }
  return {
    isCommand,
    buildArgs: each('build-arg').map(checkNamed('build-arg')),
    buildContexts: each('build-context').map(checkBuildContext),
    secrets: each('secret').map(checkSecret),
    ssh: each('ssh'),
    platform: checkPlatform(text('platform')),
    builder: text('builder'),
    env: each('env').map(checkNamed('env')),
    envFiles: each('env-file'),
    paths: each('path').map(checkPath),
    smoke: each('smoke'),
    timeout: seconds('timeout', text('timeout'), 1800),
    wait: seconds('wait', text('wait'), 60),
    run: flagOrNot('run') !== false,
    withDependencies: flag('with-dependencies'),
    keepImages: flag('keep-images'),
    cache: flagOrNot('cache') !== false,
    accept: options.list('accept').map(checkVerdict),
    printBake: flag('print-bake'),
    clean: flag('clean'),
  }
}

/** Throws UsageError where options of a verification contradict others. */
export function checkVerifyCombination({ verify, stdinFilepath, mode, format }: CliOptions): void {
  if (verify === undefined) return
  if (stdinFilepath !== undefined)
    throw new UsageError('--stdin-filepath prints a Dockerfile; it has no image to verify')
  if (mode === 'check') throw new UsageError('--check builds nothing; drop --verify')
  if (verify.isCommand && mode === 'dry-run')
    throw new UsageError('verify writes nothing unless --write says so; drop --dry-run')
  if (verify.isCommand && format === 'diff')
    throw new UsageError(
      'verify prints what it found; --dry-run --verify --format diff has the diffs',
    )
}

function checkPath(path: string): string {
  if (!path.startsWith('/') || /\s/.test(path))
    throw new UsageError(`--path takes a path that begins with /, not "${path}"`)
  return path
}

function checkVerdict(text: string): Verdict {
  const verdict = verdicts.find((each) => each === text)
  if (verdict === undefined)
    throw new UsageError(`--accept takes ${verdicts.join(', ')}, not "${text}"`)
  return verdict
}

function seconds(name: string, text: string | undefined, standard: number): number {
  if (text === undefined) return standard
  const value = /^\d{1,6}$/.test(text) ? Number(text) : 0
  if (value < 1) throw new UsageError(`--${name} takes a number of seconds, not "${text}"`)
  return value
}
