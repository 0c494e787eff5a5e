import {
  inSource,
  isWithin,
  resolvePath,
  type Command,
  type InstallSite,
  type RunCommand,
} from '../../../src/transform.ts'

/** Settings of package managers and of what they run on, which may name files: `NODE_OPTIONS=--require ./hook.cjs`, `COMPOSER=other.json`. */
const settings =
  /^(NODE_|NPM_|npm_|YARN_|PNPM_|COREPACK_|BUN_|COMPOSER|PHP|GO|PIP_|UV_|POETRY_|PDM_|PIPENV_|GIT_|SSL_|CURL_|REQUESTS_)/

/** Programs whose words are no files that an install would lack. */
const quiet = /^(cd|echo|true|export|set|umask|date)$/

/**
 * The first file of the sources that commands name: their program (`./tools/composer install`), an argument (`--userconfig=ci/npmrc`), or a
 * variable. Only the COPY of the sources brings it; undefined where there is none.
 */
export function fileOfSources(
  commands: readonly RunCommand[],
  { project, source, folder, stage }: Omit<InstallSite, 'installs' | 'step'>,
  brought: readonly string[] = [],
): string | undefined {
  const isFile = (cwd: string | undefined, word: string) => {
    const path = resolvePath(cwd, word)
    if (path === undefined || path === folder || !isWithin(path, folder)) return undefined
    const own = folder === '/' ? path.slice(1) : path.slice(folder.length + 1)
    const isBrought = brought.some((name) => isWithin(own, name))
    return !isBrought && project.isFile(inSource(source, own)) ? own : undefined
  }
  for (const command of commands) {
    if (quiet.test(command.name ?? '')) continue
    for (const word of wordsOf(command, [...stage.end.env.keys()])) {
      const found = isFile(command.cwd, word)
      if (found !== undefined) return found
    }
  }
  return undefined
}

function wordsOf(command: RunCommand, names: readonly string[]): readonly string[] {
  const set = names.filter((name) => settings.test(name)).map((name) => command.step.variable(name))
  const own: Command = command
  return [...own.argv, ...own.assignments.values(), ...set].flatMap((text) =>
    (text ?? '').split(/[\s=,:]+/).filter((word) => word !== ''),
  )
}
