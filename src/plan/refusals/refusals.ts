import { imageRefusals } from './image-refusals.ts'
import type { RefusalRow } from './refusal-row.ts'
import { siteRefusals } from './site-refusals.ts'

export type { RefusalRow } from './refusal-row.ts'

const rows = {
  'not-a-dockerfile': {
    outcome: 'refused',
    sentence: 'The file is not text that Docker would read as a Dockerfile.',
    why: 'Binary files, UTF-16 and very large files are not read, so that nothing is written over them.',
    help: 'Save the file as UTF-8, or leave it out of the list.',
  },
  'invalid-dockerfile': {
    outcome: 'refused',
    sentence: '`docker build` would not accept the file.',
    why: 'What BuildKit does not read has no meaning that could be kept.',
    help: 'Repair the line that is named; `docker build --check` shows the same error.',
  },
  'build-checks': {
    outcome: 'refused',
    sentence:
      'The file asks for a build that fails where a check of BuildKit finds something, and one of them may.',
    why: 'What the checks find in moved lines is not looked up as exactly as BuildKit does.',
    help: 'Mend the line, or leave the check out: "# check=skip=NAME;error=true".',
  },
  'unsupported-syntax': {
    outcome: 'refused',
    sentence:
      'The file uses syntax that two readers understand differently, or that is not read here.',
    why: "A line whose meaning is in doubt can't be moved safely.",
    help: 'Write the line that is named in a plainer way.',
  },
  ignored: {
    outcome: 'unchanged',
    sentence: 'A comment in the file or the configuration says that it is left alone.',
    why: 'Whoever wrote that has a reason.',
    help: 'Take the line out to see what would change.',
  },
  'unknown-directive': {
    outcome: 'refused',
    sentence: 'A comment speaks to msb-migrate and is not understood.',
    why: 'What it was meant to keep or leave out would be lost.',
    help: 'Correct the comment: docs/configuration.md lists what it can say.',
  },
  'no-transform': {
    outcome: 'refused',
    sentence: 'No transform covers this kind of image yet.',
    why: 'Without knowledge of the ecosystem nobody can say what run time needs.',
    help: 'See transforms/README.md for what is covered and how to add an ecosystem.',
  },
  'already-multi-stage': {
    outcome: 'unchanged',
    sentence: 'The file has stages already, and no rule has anything to improve.',
    why: 'Stages that an author wrote are not split again.',
    help: 'Nothing to do.',
  },
  'nothing-to-improve': {
    outcome: 'unchanged',
    sentence: 'No rule that is switched on has anything to improve.',
    why: '--only and --skip left out the rules that would change something, or there are none.',
    help: 'Run without --only and --skip to see what is recommended, and with --only all to see every proposal.',
  },
  'needs-review': {
    outcome: 'unchanged',
    sentence: 'The split rests on an assumption, and --safe leaves out what needs review.',
    why: 'An assumption is for a person to accept.',
    help: 'Run without --safe and read the assumption.',
  },
  'nothing-to-leave-behind': {
    outcome: 'unchanged',
    sentence: 'Nothing is known that a second stage could leave behind.',
    why: 'A split must pay: on the same base image from 30 MB, or 10 % of the image where that is less. Stages for show make a file longer and an image no smaller.',
    help: 'Nothing to do.',
  },
  ...imageRefusals,
  ...siteRefusals,
  'promise-nothing-lost': promise('an instruction or a comment would be lost'),
  'promise-contract': promise("the image's config would change in a way that no change names"),
  'promise-valid': promise('the new file would not parse as the old one does'),
  'promise-copy-source': promise('a COPY would name something that its stage does not have'),
  'promise-copied-file': promise(
    'a folder would come into the runtime stage without what a COPY of the file puts into it, or be deleted there again',
  ),
  'promise-start-file': promise(
    'a file that the start command names would not be in the runtime stage',
  ),
  'promise-program-file': promise(
    'a file that the program loads or reads would not be in the runtime stage',
  ),
  'promise-system-file': promise(
    'a file of a system package that the program names would not be in the runtime stage',
  ),
  'promise-program': promise('a program that is called would not be in the runtime stage'),
  'promise-link': promise(
    'a link would lead nowhere, or be a file or folder without its neighbours',
  ),
  'promise-owner': promise('a COPY would give files to a user whom the stage has not made by then'),
  'promise-writes': promise('the program would write where its user may not'),
  'promise-configuration': promise(
    'a command that configures what is in the runtime stage would not be run there',
  ),
  'promise-libc': promise(
    'a program would meet another C library than the one it was linked against',
  ),
  'promise-again': promise('migrating the new file again would change it'),
} as const satisfies Record<string, RefusalRow>

function promise(what: string) {
  return {
    outcome: 'refused',
    sentence: `The migration was made and then withdrawn: ${what}.`,
    why: 'Each migration is checked against the promises before it is shown; one that fails is never shown.',
    help: 'This is a gap of the program; please report the file.',
  } as const
}

export type OutcomeCode = keyof typeof rows

/** The codes of one outcome. */
export type CodeOf<O extends RefusalRow['outcome']> = {
  [Code in OutcomeCode]: (typeof rows)[Code]['outcome'] extends O ? Code : never
}[OutcomeCode]

/** Every code with its sentences. */
export const refusals: Readonly<Record<OutcomeCode, RefusalRow>> = rows
