import type { Facts } from '../../facts/facts.ts'
import { sourceMentions } from '../../facts/source-mentions.ts'
import { asPattern } from '../../dockerfile/patterns/as-pattern.ts'

/** Files of the image that are no sources and may start programs: crontabs, configurations, scripts without an ending. */
const settings = /(^|\/)[^/.]+$|\.(conf|ini|cnf|cron|service|env|tmpl|template|json)$/
const others =
  /(^|\/)((node_modules|vendor|\.git)\/|(Dockerfile|README|LICENSE|COPYING|CHANGELOG|NOTICE|AUTHORS)[^/]*$|(package(-lock)?|composer)\.json$)/i
const mostFiles = 1500

/** Finds the names of programs, and not the endings of files that are called after them: `tool.tar.xz`. */
export const wordsOf = (names: readonly string[]): RegExp =>
  new RegExp(`(?<![\\w.])(${names.map(asPattern).join('|')})(?!\\w)`)

const known = new WeakMap<Facts, Map<string, boolean>>()

/** Whether one of these words stands in a source, a script or a setting of the project: whatever language that is in. Looked for once. */
export function isMentioned(words: readonly string[], facts: Facts): boolean {
  const answers = known.get(facts) ?? new Map<string, boolean>()
  known.set(facts, answers)
  const key = words.join(' ')
  const answer = answers.get(key) ?? isFound(wordsOf(words), facts)
  answers.set(key, answer)
  return answer
}

function isFound(wanted: RegExp, { project, final }: Facts): boolean {
  if (sourceMentions(project)(wanted)) return true
  const copied = final.copies.flatMap(({ from, paths }) => (from === undefined ? paths : []))
  const files = new Set(
    copied
      .flatMap(({ source, isFolder }) => (isFolder ? project.files(source) : [source]))
      .filter((path) => settings.test(path) && !others.test(path)),
  )
  return (
    files.size > mostFiles ||
    [...files].some((path) => {
      const text = project.read(path)
      return text !== undefined && wanted.test(text)
    })
  )
}
