import type { FolderSize, ImageFacts } from '../../verification/image-difference.ts'
import type { Verification } from '../../verification/verification.ts'
import { groupDigits } from '../group-digits.ts'
import { type Look, paint, shown } from '../paint.ts'
import { bar, shareText, sizeText } from '../size-text.ts'

const barWidth = 20
/** Names and folders in a line. */
const mostNamed = 6

/** Both images side by side, a line each, then what only one has. Empty where they were not looked at. */
export function imageLines({ images, builds }: Verification, look: Look): readonly string[] {
  const times = timesText(builds)
  const built = times === '' ? [] : [`  built   ${times}`]
  if (images === undefined) return built
  const { before, after, difference } = images
  const largest = Math.max(before.size, after.size)
  const line = (name: string, facts: ImageFacts, more: string): string => {
    const filled = paint(look, 'cyan', bar(facts.size, largest, barWidth).padEnd(barWidth))
    return `  ${name.padEnd(7)} ${sizeText(facts.size).padStart(7)} ${filled} ${more}${shown(look, factsText(facts))}`
  }
  return [
    line('before', before, ''),
    line('after', after, `${shareText(after.size, before.size)}, `),
    ...foldersLine('gone', difference.filesGone, look),
    ...foldersLine('new', difference.filesNew, look),
    ...namesLine('OS packages gone', difference.osPackagesGone, look),
    ...namesLine('OS packages new', difference.osPackagesNew, look),
    ...built,
  ]
}

function factsText(facts: ImageFacts): string {
  const { compressed, layers, osPackages, languagePackages, files, setuid, user } = facts
  return [
    `${sizeText(compressed)} compressed`,
    counted(layers, 'layer'),
    counted(files, 'file'),
    counted(osPackages, 'OS package'),
    ...(languagePackages === 0 ? [] : [counted(languagePackages, 'language package')]),
    ...(setuid.length === 0 ? [] : [`${setuid.length} setuid`]),
    `user ${user === '' ? 'root' : user}`,
  ].join(', ')
}

function counted(n: number, what: string): string {
  return `${groupDigits(n)} ${what}${n === 1 ? '' : 's'}`
}

function foldersLine(name: string, folders: readonly FolderSize[], look: Look): readonly string[] {
  const worth = folders.filter(({ size }) => size >= 1e6).slice(0, mostNamed)
  if (worth.length === 0) return []
  const text = worth.map(({ folder, size }) => `${folder} ${sizeText(size)}`).join(', ')
  return [shown(look, `  ${name.padEnd(7)} ${text}`)]
}

function namesLine(name: string, names: readonly string[], look: Look): readonly string[] {
  if (names.length === 0) return []
  const more = names.length - mostNamed
  const text = `${names.slice(0, mostNamed).join(', ')}${more > 0 ? ` and ${more} more` : ''}`
  return [shown(look, `  ${name}: ${text}`)]
}

/** 'before in 32 s, again in 0.5 s; after in 12 s (5 of 9 steps cached)' */
export function timesText({ before, after }: Verification['builds']): string {
  const text = (stats: NonNullable<typeof before>): string => {
    const cached = stats.cached === 0 ? '' : ` (${stats.cached} of ${stats.steps} steps cached)`
    const again = stats.again === undefined ? '' : `, again in ${seconds(stats.again)}`
    return `${seconds(stats.seconds)}${cached}${again}`
  }
  const parts = [
    before === undefined ? '' : `before in ${text(before)}`,
    after === undefined ? '' : `after in ${text(after)}`,
  ]
  return parts.filter((part) => part !== '').join('; ')
}

function seconds(value: number): string {
  return `${value < 10 ? value.toFixed(1) : Math.round(value)} s`
}
