import type { Facts } from '../../../facts/facts.ts'
import { baseName } from '../../../facts/image-path.ts'
import type { SourceLine } from '../../../programs/source-facts.ts'
import type { Seen } from '../seen/seen-program.ts'
import type { NamedPath } from './settings.ts'

/** Where the system has its fonts, for what draws texts. */
export const fontsOf = (seen: Seen, facts: Facts): readonly NamedPath[] => [
  ...fontsOfPictures(seen, facts),
  ...fontsByName(seen, facts),
]

/** They bring a renderer of their own, and take its fonts from the system: https://sharp.pixelplumbing.com/install/#fonts */
const renderers = new Set(['sharp', 'gm', 'svg2png', 'convert-svg-to-png', 'svg-to-img'])
const hasText = /<text[\s>]|<tspan|\btext:\s*\{/

/** What draws texts looks for fonts: a module that draws, and a picture with words in it. */
function fontsOfPictures({ programs }: Seen, { project, imagePath }: Facts): readonly NamedPath[] {
  for (const { graph } of programs) {
    const drawn = graph.packages.find(({ name }) => renderers.has(name))
    if (drawn === undefined) continue
    const pictures = project
      .files()
      .filter((file) => file.endsWith('.svg') && imagePath(file) !== undefined)
    const withText = [...graph.modules.map(({ path }) => path), ...pictures].find((file) =>
      hasText.test(project.read(file) ?? ''),
    )
    if (withText !== undefined)
      return [{ path: '/etc/fonts', evidence: { path: drawn.path, ...drawn.at } }]
  }
  return []
}

/** Of fonts-dejavu-core, the fonts that full images have: https://packages.debian.org/bookworm/all/fonts-dejavu-core/filelist */
const dejaVu = /^DejaVu(Sans(Mono)?|Serif)(-Bold)?(\.ttf)?$/
/** The same, handed on by a name or as what a parameter is by default. */
const inQuotes = /(["'])(DejaVu(?:Sans(?:Mono)?|Serif)(?:-Bold)?\.ttf)\1/g
const finders = /\b(ImageFont|TTFont)\b/

/**
 * A font by its name alone, which the project does not have: Pillow and ReportLab look for it in the system's folders.
 * https://pillow.readthedocs.io/en/stable/reference/ImageFont.html#PIL.ImageFont.truetype
 */
function fontsByName({ programs }: Seen, { project }: Facts): readonly NamedPath[] {
  const isLacking = (name: string) => !project.files().some((file) => baseName(file) === name)
  const need = (path: string, at: SourceLine): NamedPath => ({
    path: '/usr/share/fonts/truetype/dejavu',
    evidence: { path, ...at },
  })
  for (const { graph } of programs)
    for (const { path: module, paths } of graph.modules) {
      const read = paths.find(
        ({ value, use }) =>
          use === 'reads' &&
          value.base === 'cwd' &&
          !value.isPrefix &&
          dejaVu.test(value.path) &&
          isLacking(value.path),
      )
      if (read !== undefined) return [need(module, read.at)]
      const text = module.endsWith('.py') ? (project.read(module) ?? '') : ''
      if (!finders.test(text)) continue
      for (const { 0: quoted, 2: name = '', index } of text.matchAll(inQuotes))
        if (isLacking(name))
          return [need(module, { line: text.slice(0, index).split('\n').length, text: quoted })]
    }
  return []
}
