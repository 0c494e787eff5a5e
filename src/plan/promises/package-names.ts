import type { Facts } from '../../facts/facts.ts'
import { readInstall } from '../../knowledge/package-managers.ts'
import type { Candidate } from './promise.ts'

/** Every word that a new line of ours has a package manager install is a package's name; the author's own words are the author's. */
export function noPackage({ before, after }: Candidate): string | undefined {
  const own = new Set(wordsOf(before).map(({ text }) => text))
  const lost = wordsOf(after).find(({ text }) => !own.has(text) && !packageWord.test(text))
  return (
    lost && `line ${lost.line} of the new file would install '${lost.text}', which is no package`
  )
}

/** What is written out of the words of installs; an empty one is a word, too. */
function wordsOf({ stages }: Facts): readonly { readonly text: string; readonly line: number }[] {
  return stages.flatMap(({ commands }) =>
    commands.flatMap(({ argv, args, source, step }) => {
      if (readInstall(argv.slice(-args.length - 1))?.action !== 'install') return []
      const { line } = step.instruction
      return (source?.words ?? []).flatMap(({ value: text }) =>
        text === undefined ? [] : [{ text, line }],
      )
    }),
  )
}

/** With a version, of a virtual name, of a file; and flags: https://www.debian.org/doc/debian-policy/ch-controlfields.html#source */
const packageWord = /^(--[\w-]+=[^\s'"]*|[\w@.~/+-][^\s'"=]*([=<>~]+[^\s'"=]+)?)$/
