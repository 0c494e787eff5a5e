import { resolvePath, readTsConfig } from '../../../../src/transform.ts'
import { optionsOf, textOption } from '../../config/options.ts'
import { truthOf } from '../../config/value.ts'
import { firstWord, flagOf, readToolConfig, wordsOf, type ToolCall } from '../call.ts'
import { unknownOutput, type Output } from '../output.ts'
import type { Tool } from '../tool.ts'

/** https://docs.nestjs.com/cli/monorepo#global-compiler-options */
export const nest: Tool = {
  name: 'nest',
  title: 'Nest',
  programs: ['nest'],
  writes: (call) => (firstWord(call.task) === 'build' ? writes(call) : undefined),
  source: 'https://docs.nestjs.com/cli/usages#nest-build',
}

/** `outDir` of the compiler's configuration; in a monorepo each application has its own below `dist`. */
function writes(call: ToolCall): Output {
  const { cwd, view, evidence, task } = call
  const flag = flagOf(call, ['-c', '--config'])?.replace(/\.json$/, '')
  const file = readToolConfig(call, cwd, flag === undefined ? ['nest-cli', '.nest-cli'] : [flag])
  const ask = optionsOf(file)
  const monorepo = ask('monorepo')
  if (monorepo.kind === 'unknown') return unknownOutput("nest-cli.json can't be read")
  const project = wordsOf(task, ['-c', '--config', '-p', '--path', '--builder', '-b'])[1]
  const named = flagOf(call, ['-p', '--path']) ?? ownOption('compilerOptions', 'tsConfigPath')
  const config = [named, 'tsconfig.build.json', 'tsconfig.json']
    .flatMap((name) =>
      name === undefined ? [] : (readTsConfig(view, resolvePath(cwd, name) ?? '') ?? []),
    )
    .at(0)
  const isMonorepo = monorepo.kind === 'set' && truthOf(monorepo.value) === true
  const path = isMonorepo ? resolvePath(cwd, 'dist') : (config?.outDir ?? resolvePath(cwd, 'dist'))
  if (path === undefined) return unknownOutput('where nest writes is not known')
  const mirrors = config?.rootDir ?? resolvePath(cwd, ownOption('sourceRoot') ?? 'src')
  return { kind: 'paths', paths: [{ path, isFolder: true, mirrors, evidence }] }

  /** Of the project that the command names, or of all. */
  function ownOption(...keys: readonly string[]): string | undefined {
    const own = project === undefined ? undefined : textOption(ask('projects', project, ...keys))
    return own || textOption(ask(...keys)) || undefined
  }
}
