import { listText } from '../../plan/list-text.ts'
import { besideContext } from '../../report/json/json-report.ts'
import { codeSpan, plainText } from '../../report/markdown/markdown-text.ts'
import { type StageView, stagesOf } from '../../report/stages/stage-views.ts'
import {
  isSplit,
  type MigratedFile,
  migratedFiles,
  splitChange,
  type TextSubject,
} from './subject.ts'

/** Paths that are named in a sentence. */
const mostPaths = 3

/** What is done and why, for somebody who has never heard of this program. */
export function summaryText(subject: TextSubject): string {
  const files = migratedFiles(subject)
  const [first] = files
  if (first === undefined) return ''
  return `${files.length === 1 ? oneFile(first) : manyFiles(files)}${newFilesText(files)}\n`
}

function oneFile(file: MigratedFile): string {
  if (!isSplit(file)) {
    const { changes } = file.result
    const titles = changes.map(({ title }) => plainText(lowerFirst(title)))
    const head =
      changes.length === 1 ? 'One change' : `${capital(countText(changes.length))} changes`
    return `${head} to how ${codeSpan(file.path)} builds its image, which keeps its stages: ${titles.join('; ')}.`
  }
  const stages = stagesOf(file.result.after)
  if (stages === undefined) return `${codeSpan(file.path)} builds its image in stages now.`
  const why = plainText(firstClause(splitChange(file)?.why ?? ''))
  return `${codeSpan(file.path)} builds its image in ${countText(stages.length)} stages now${halvesText(stages)}. ${why}`
}

/** The rest stands below, with the change. */
function firstClause(text: string): string {
  const end = text.search(/[.;] /)
  return end < 0 ? text : `${text.slice(0, end)}.`
}

/** ': `builder`, on `golang:1.22`, builds, and the image that ships, on `debian:12-slim`, takes only `/app/server` from it' */
function halvesText(stages: readonly StageView[]): string {
  const [builder, last] = stages
  if (stages.length !== 2 || builder?.name === undefined || last === undefined) return ''
  const paths = last.takes.filter(({ from }) => from === 0).flatMap((taken) => taken.paths)
  const what =
    paths.length === 0 || paths.length > mostPaths
      ? 'what it needs at run time'
      : listText(paths.map(codeSpan))
  const on = (image: string | undefined): string =>
    image === undefined ? '' : `, on ${codeSpan(image)},`
  const base = last.image === builder.image ? ', on the same base,' : on(last.image)
  return `: ${codeSpan(builder.name)}${on(builder.image)} builds, and the image that ships${base} takes only ${what} from it`
}

function manyFiles(files: readonly MigratedFile[]): string {
  const splits = files.filter(isSplit)
  const others = files.filter((file) => !isSplit(file))
  const names = (some: readonly MigratedFile[]): string =>
    some.map(({ path }) => `- ${codeSpan(path)}\n`).join('')
  const split =
    splits.length === 0
      ? ''
      : `${dockerfiles(splits.length)} ${splits.length === 1 ? 'builds its image' : 'build their images'} in stages now: one that builds, and the image that ships, which takes from it only what it needs at run time. What only the build needs stays behind.\n\n${names(splits)}`
  const plain =
    others.length === 0
      ? ''
      : `${split === '' ? '' : '\n'}${dockerfiles(others.length)} ${others.length === 1 ? 'keeps its stages and is' : 'keep their stages and are'} changed in smaller things, which stand below:\n\n${names(others)}`
  return `${split}${plain}`
}

function dockerfiles(count: number): string {
  return count === 1 ? 'One Dockerfile' : `${capital(countText(count))} Dockerfiles`
}

function newFilesText(files: readonly MigratedFile[]): string {
  const all = files.flatMap(({ context, result }) =>
    result.otherFiles.map(({ path, before }) => ({
      path: besideContext(context, path),
      isNew: before === null,
    })),
  )
  const sentence = (paths: readonly string[], one: string, many: string): string =>
    paths.length === 0 ? '' : `${paths.length === 1 ? one : many} ${listText(paths.map(codeSpan))}.`
  const of = (isNew: boolean): readonly string[] => [
    ...new Set(all.filter((each) => each.isNew === isNew).map(({ path }) => path)),
  ]
  const text = [
    sentence(of(true), 'A new file comes with it:', 'New files come with it:'),
    sentence(of(false), 'Also changed:', 'Also changed:'),
  ].filter((each) => each !== '')
  const gap = files.length === 1 ? ' ' : '\n'
  return text.length === 0 ? '' : `${gap}${text.join(' ')}`
}

const numbers = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine']

/** 'three'; '12' */
export function countText(count: number): string {
  return numbers[count] ?? String(count)
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}

/** A title within a sentence. A name in capitals keeps them. */
export function lowerFirst(text: string): string {
  return /^[A-Z][a-z]/.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text
}
