import { posix } from 'node:path'
import { inertText } from '../../report/markdown/markdown-text.ts'
import { type LogForm, logForm } from './log-form.ts'
import { stagesOf } from '../../report/stages/stage-views.ts'
import { isSplit, type MigratedFile, migratedFiles, type TextSubject } from './subject.ts'
import { countText, lowerFirst } from './summary.ts'

/** Characters that hosts show of a title, and git of a subject. */
const widest = 72
/** What of a path says enough. */
const shortestPlace = 16

/** The title of a pull request and the subject of its commit: what is done, in the form that the repository's log has. */
export function titleOf(subject: TextSubject): string {
  const files = migratedFiles(subject)
  const form = logForm(subject.subjects)
  const write = (place: string): string => {
    const words = files.length === 1 && files[0] ? oneFile(files[0], place, form) : manyFiles(files)
    return form === undefined ? words : conventional(words, place, form)
  }
  const place = placeOf(subject)
  const whole = write(place)
  const over = whole.length - widest
  return inertText(
    over <= 0 ? whole : write(shorten(place, Math.max(shortestPlace, place.length - over))),
  )
}

/** What is built, as people name it: the folder of a Dockerfile, or a file of another name; empty for that of the whole repository. */
function placeOf(subject: TextSubject): string {
  const files = migratedFiles(subject)
  const [first] = files
  if (first === undefined || files.length > 1) return ''
  const folder = posix.dirname(first.path)
  const isPlain = /^(Dockerfile|Containerfile)$/i.test(posix.basename(first.path))
  return isPlain ? (folder === '.' ? '' : folder) : first.path
}

function oneFile(file: MigratedFile, place: string, form: LogForm | undefined): string {
  const isNamed = place !== '' && form?.hasScopes !== true
  if (isSplit(file)) {
    const what = isNamed ? place : 'the image'
    return `Build ${what} in ${stageCount([file])}`
  }
  const { changes } = file.result
  const [only] = changes
  if (changes.length === 1 && only !== undefined) {
    const words = `${only.title}${isNamed ? ` in ${place}` : ''}`
    if (words.length <= widest) return words
  }
  const what = isNamed ? place : 'the image'
  return changes.some(({ rule }) => rule === 'non-root-user')
    ? `Harden ${what}`
    : `Improve the build of ${what}`
}

function manyFiles(files: readonly MigratedFile[]): string {
  const splits = files.filter(isSplit)
  const rest = files.length - splits.length
  if (splits.length === 0) return `Improve ${files.length} Dockerfiles`
  const also = rest === 0 ? '' : `, improve ${rest} more`
  const services = splits.length === 1 ? 'a service' : `${splits.length} services`
  return `Build ${services} in ${stageCount(splits)}${also}`
}

/** 'two stages'; 'stages' where the files differ. */
function stageCount(files: readonly MigratedFile[]): string {
  const [count, ...others] = new Set(files.map(({ result }) => stagesOf(result.after)?.length))
  return count === undefined || others.length > 0 ? 'stages' : `${countText(count)} stages`
}

/** https://www.conventionalcommits.org/en/v1.0.0/ */
function conventional(words: string, place: string, form: LogForm): string {
  const scope = form.hasScopes && place !== '' ? `(${scopeOf(place)})` : ''
  const type = form.isTypeUpper ? 'Build' : 'build'
  return `${type}${scope}: ${form.isUpper ? words : lowerFirst(words)}`
}

function scopeOf(place: string): string {
  return posix.basename(place).replace(/[()\s]+/g, '-')
}

/** A path that is too long loses its middle. */
function shorten(path: string, width: number): string {
  if (path.length <= width) return path
  const head = Math.floor((width - 1) / 3)
  return `${path.slice(0, head)}…${path.slice(head + 1 - width)}`
}

/** On one line, and no longer than hosts take. */
export function fitTitle(title: string): string {
  const line = title.replace(/\s+/g, ' ').trim()
  return line.length <= 200 ? line : `${line.slice(0, 199)}…`
}
