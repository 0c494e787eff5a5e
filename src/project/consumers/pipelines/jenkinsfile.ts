import path from 'node:path'
import { pairs } from '../../formats/loose-data.ts'
import {
  PLAIN_USE,
  platformsIn,
  type BuildUse,
  type ConfigFile,
  type ResolveBuild,
} from '../build-use.ts'
import { findBuildCommands } from '../docker-build-command.ts'
import { closingOf, tokensOf, type Token } from './tokens.ts'

/** Tokens that one agent or one call is read for. */
const longest = 200

export const jenkinsfileName = /^Jenkinsfile([._-].*)?$|\.jenkinsfile$/i

/** The tokens of a Jenkinsfile. */
export const groovyTokens = (source: string): readonly Token[] =>
  tokensOf(source, { comment: '//', block: ['/*', '*/'] })

interface ShellStep {
  /** Where it stands among the tokens. */
  readonly at: number
  readonly token: Token
}

/** Where `sh 'npm test'` or `sh(script: 'npm test')` has its text. */
export function shellSteps(tokens: readonly Token[]): readonly ShellStep[] {
  const steps: ShellStep[] = []
  let end = 0
  for (const [at, token] of tokens.entries()) {
    if (token.kind !== 'word' || token.text !== 'sh' || at < end) continue
    end = tokens[at + 1]?.text === '(' ? closingOf(tokens, at + 1) : at + 2
    const inside = tokens.slice(at + 1, end)
    const named = inside.findIndex(({ text }) => text === 'script')
    const text = inside.slice(named + 1).find(({ kind }) => kind === 'text')
    if (text !== undefined) steps.push({ at, token: text })
  }
  return steps
}

/**
 * The images that a Jenkinsfile builds to run its steps in: `agent { dockerfile true }`, and `docker.build('x').inside { … }`.
 * https://www.jenkins.io/doc/book/pipeline/syntax/#agent https://www.jenkins.io/doc/book/pipeline/docker/#building-containers
 */
export function readJenkinsfile(file: ConfigFile, resolve: ResolveBuild): readonly BuildUse[] {
  const tokens = groovyTokens(file.text)
  const steps = shellSteps(tokens)
  const lastInside = tokens.findLastIndex(({ text }) => text === 'inside')
  let passed = 0
  return tokens.flatMap((token, at) => {
    if (token.kind !== 'word') return []
    if ((steps[passed]?.at ?? at) < at) passed++
    const agent = token.text === 'dockerfile' ? agentAt(tokens, at) : undefined
    const isCall = token.text === 'build' && tokens[at - 2]?.text === 'docker'
    const build = agent ?? (isCall ? builtBy(tokens, at) : undefined)
    if (build === undefined) return []
    const base = path.resolve(path.dirname(file.path), build.folder)
    const place = resolve(base, {
      context: build.context,
      dockerfile: build.file === undefined ? undefined : path.resolve(base, build.file),
    })
    const step = steps[passed] ?? steps[0]
    const runsSteps = agent !== undefined || lastInside > at
    if (place === undefined) return []
    const use: BuildUse = {
      ...PLAIN_USE,
      ...place,
      ...{ file: file.path, line: token.line, kind: 'script', name: 'pipeline' },
      ...{
        buildArgs: build.buildArgs,
        target: build.target,
        images: build.images,
        platforms: build.platforms,
      },
    }
    const carriesOut = `sh '${step?.token.text.trim().split('\n', 1)[0] ?? ''}'`
    return runsSteps ? [{ ...use, carriesOut }] : [use]
  })
}

interface WrittenBuild {
  readonly folder: string
  readonly context: string | undefined
  readonly file: string | undefined
  readonly target: string | undefined
  readonly platforms: readonly string[]
  readonly images: readonly string[]
  readonly buildArgs: ReadonlyMap<string, string>
}

/** `dockerfile true`, `dockerfile { filename 'Dockerfile.build'; dir 'build'; additionalBuildArgs '--target x' }` */
function agentAt(tokens: readonly Token[], at: number): WrittenBuild | undefined {
  const next = tokens[at + 1]
  const isPlain = next?.text === 'true'
  if (tokens[at - 1]?.text !== '{' || tokens[at - 2]?.text !== 'agent') return undefined
  if (!isPlain && next?.text !== '{') return undefined
  const end = Math.min(closingOf(tokens, at + 1), at + longest)
  const inside = isPlain ? [] : tokens.slice(at + 2, end)
  const value = (name: string): string | undefined => {
    const found = inside.findIndex(({ kind, text }) => kind === 'word' && text === name)
    return found < 0 ? undefined : inside.slice(found).find(({ kind }) => kind === 'text')?.text
  }
  return withFlags(value('additionalBuildArgs') ?? '', {
    folder: value('dir') ?? '.',
    context: '.',
    file: value('filename'),
    images: [],
  })
}

/** `docker.build("shop:${env.BUILD_ID}", "-f Dockerfile.build build")` */
function builtBy(tokens: readonly Token[], at: number): WrittenBuild | undefined {
  const [name, flags] = tokens
    .slice(at + 1, Math.min(closingOf(tokens, at + 1), at + longest))
    .filter(({ kind }) => kind === 'text')
  if (name === undefined || tokens[at + 1]?.text !== '(') return undefined
  return withFlags(flags?.text ?? '.', {
    ...{ folder: '.', context: '.', file: undefined, images: [name.text] },
  })
}

/** The flags as `docker build` reads them. */
function withFlags(
  flags: string,
  build: Omit<WrittenBuild, 'target' | 'platforms' | 'buildArgs'>,
): WrittenBuild {
  const [read] = findBuildCommands(`docker build ${flags} .`)
  return {
    ...build,
    context: read?.context ?? build.context,
    file: read?.dockerfile ?? build.file,
    target: read?.target,
    platforms: platformsIn(read?.platforms ?? []),
    buildArgs: pairs(read?.buildArgs ?? []),
  }
}
