import { beforePattern, resolvePath } from '../../../../src/transform.ts'
import { flagOf, hasFlag, wordsOf, type ToolCall } from '../call.ts'
import { nothing, unknownOutput, type MadePath, type Output } from '../output.ts'
import { toolOf } from '../tool-of.ts'
import type { Tool } from '../tool.ts'

/** https://tailwindcss.com/docs/installation/tailwind-cli */
export const tailwind = toolOf({
  name: 'tailwindcss',
  title: 'Tailwind CSS',
  programs: ['tailwindcss', 'tailwind', '@tailwindcss/cli'],
  output: { fileFlags: ['-o', '--output'] },
  source: 'https://tailwindcss.com/docs/installation/tailwind-cli',
})

const postcssFlags = toolOf({
  name: 'postcss',
  title: 'PostCSS',
  programs: ['postcss'],
  output: { flags: ['-d', '--dir'], fileFlags: ['-o', '--output'] },
  source: 'https://github.com/postcss/postcss-cli#usage',
})

/** `-o FILE`, `-d FOLDER`, or `--replace`: the styles that it reads. https://github.com/postcss/postcss-cli#usage */
export const postcss: Tool = {
  ...postcssFlags,
  writes: (call) => {
    if (!hasFlag(call, ['-r', '--replace'])) return postcssFlags.writes?.(call)
    const styles = call.task.args.filter((arg) => arg === undefined || arg.endsWith('.css'))
    return styles.length === 0
      ? unknownOutput('which files postcss replaces is not known')
      : madeBy(call, styles.map(replaced))
  },
}

const replaced = (style: string | undefined): Target => {
  const start = style === undefined ? undefined : beforePattern(style)
  return { path: start, isFolder: start !== style }
}

/** Pairs of words, `IN:OUT`, or one pair, `IN OUT`. Without a second word it writes to the terminal. https://sass-lang.com/documentation/cli/dart-sass/ */
export const sass: Tool = {
  name: 'sass',
  title: 'Sass',
  programs: ['sass'],
  writes: (call) => {
    const words = wordsOf(call.task, sassValues)
    const pairs = words.flatMap((word) => pairOf(word, words.length))
    const [first, second] = words
    const target = hasFlag(call, ['--stdin']) ? first : second
    const single =
      target === undefined && words.length < 2 ? [] : [{ path: target, isFolder: false }]
    const styles = pairs.length > 0 ? pairs : single
    const hasMap = !hasFlag(call, ['--no-source-map', '--embed-source-map'])
    return madeBy(call, hasMap ? styles.flatMap(withMap) : styles)
  },
  source: 'https://sass-lang.com/documentation/cli/dart-sass/',
}

const sassValues =
  '-I --load-path -s --style -p --pkg-importer --precision --source-map-urls --silence-deprecation --fatal-deprecation --future-deprecation'.split(
    ' ',
  )

function pairOf(word: string | undefined, count: number): readonly Target[] {
  if (word === undefined) return count === 2 ? [] : [{ path: undefined, isFolder: false }]
  const at = word.indexOf(':')
  return at < 0 ? [] : [{ path: word.slice(at + 1), isFolder: !isStyle(word.slice(0, at)) }]
}

/** `IN OUT`, or `IN -o FOLDER`. https://github.com/sass/node-sass#command-line-interface */
export const nodeSass: Tool = {
  name: 'node-sass',
  title: 'Sass',
  programs: ['node-sass'],
  writes: (call) => {
    const words = wordsOf(call.task, nodeSassValues)
    const folder = flagOf(call, ['-o', '--output'])
    const styles =
      words.length > 1
        ? [{ path: words[1], isFolder: false }]
        : folder === undefined
          ? []
          : [{ path: folder, isFolder: true }]
    const map = flagOf(call, ['--source-map'])
    if (map === undefined || map === 'false' || styles.length === 0) return madeBy(call, styles)
    if (map === 'true') return madeBy(call, styles.flatMap(withMap))
    return madeBy(call, [...styles, { path: map, isFolder: !map.endsWith('.map') }])
  },
  source: 'https://github.com/sass/node-sass#command-line-interface',
}

const nodeSassValues =
  '-o --output --output-style --include-path --importer --functions --source-map --source-map-root --precision --indent-type --indent-width --linefeed'.split(
    ' ',
  )

/** `IN OUT`. https://lesscss.org/usage/#command-line-usage */
export const less: Tool = {
  name: 'less',
  title: 'Less',
  programs: ['lessc'],
  writes: (call) => {
    const words = wordsOf(call.task, [])
    const styles = words.length > 1 ? [{ path: words[1], isFolder: false }] : []
    const flag = call.task.args.find((arg) => arg?.split('=')[0] === '--source-map')
    if (flag === undefined || hasFlag(call, ['--source-map-inline', '--source-map-map-inline']))
      return madeBy(call, styles)
    const at = flag.indexOf('=')
    return madeBy(
      call,
      at < 0 ? styles.flatMap(withMap) : [...styles, { path: flag.slice(at + 1), isFolder: false }],
    )
  },
  source: 'https://lesscss.org/usage/#command-line-usage',
}

/** `-o OUT`, or beside what it reads. https://stylus-lang.com/docs/executable.html */
export const stylus: Tool = {
  name: 'stylus',
  title: 'Stylus',
  programs: ['stylus'],
  writes: (call) => {
    const words = wordsOf(call.task, stylusValues)
    const out = flagOf(call, ['-o', '--out'])
    if (out !== undefined) return madeBy(call, [{ path: out, isFolder: !isStyle(out) }])
    if (hasFlag(call, ['-p', '--print'])) return nothing
    return madeBy(
      call,
      words.map((word) =>
        word?.endsWith('.styl') === true
          ? { path: `${word.slice(0, -'.styl'.length)}.css`, isFolder: false }
          : { path: word, isFolder: true },
      ),
    )
  },
  source: 'https://stylus-lang.com/docs/executable.html',
}

const stylusValues =
  '-o --out -I --include -u --use --import --with --ext --sourcemap-root --sourcemap-base'.split(
    ' ',
  )

/** What is written, as the command names it; undefined where that is computed. */
interface Target {
  readonly path: string | undefined
  readonly isFolder: boolean
}

const isStyle = (path: string) => /\.(css|scss|sass|less|styl)$/.test(path)

/** A file and its source map, which lies beside it. */
const withMap = (target: Target): readonly Target[] =>
  target.isFolder || target.path === undefined
    ? [target]
    : [target, { path: `${target.path}.map`, isFolder: false }]

function madeBy({ cwd, evidence, task }: ToolCall, targets: readonly Target[]): Output {
  const made = targets.flatMap(({ path, isFolder }): readonly MadePath[] => {
    const at = path === undefined ? undefined : resolvePath(cwd, path)
    return at === undefined ? [] : [{ path: at, isFolder, evidence }]
  })
  if (made.length < targets.length) return unknownOutput(`where ${task.name} writes is not known`)
  return made.length === 0 ? nothing : { kind: 'paths', paths: made }
}
