import type { QuestionFact } from '../open-questions.ts'
import { type Answers, type FactName, factNames } from '../report/adjustment.ts'

/** What is asked of a person, in one sentence. `path` is the Dockerfile. */
export function questionText(fact: FactName): string {
  switch (fact) {
    case 'reads':
      return 'Which files and folders does the program read or load, besides those that are seen?'
    case 'writes':
      return 'Where does the program write, besides what is seen?'
    case 'programs':
      return 'Which other programs does it start, besides those that are seen?'
    case 'start':
      return 'Which command does the container come to run?'
    case 'keep':
      return 'Which other files and folders does run time need?'
  }
}

/** Why that is asked. */
export function whyAsked(fact: QuestionFact, hasLines: boolean): string {
  if (!hasLines)
    return {
      reads: 'The sources that would tell are not in the build context.',
      writes: 'The sources that would tell are not in the build context.',
      programs: 'The sources that would tell are not in the build context.',
      start: "The start command can't be followed to it.",
    }[fact]
  return {
    reads: 'Only a run shows which file is meant here:',
    writes: 'Only a run shows where this writes:',
    programs: 'Only a run shows which program this starts:',
    start: 'Only a run shows what this comes to:',
  }[fact]
}

/** What can be typed. */
export function answerHint(fact: FactName): string {
  switch (fact) {
    case 'reads':
    case 'keep':
      return `Paths from the build context, or absolute in the image; commas between them${fact === 'keep' ? '' : ', or: none'}`
    case 'writes':
      return 'Absolute paths, or from the folder it starts in; commas between them, or: none'
    case 'start':
      return 'A command line such as: node dist/main.js'
    case 'programs':
      return 'Names such as git or ffmpeg, commas between them, or: none'
  }
}

/** The assumption that an answer is: 'It writes nowhere else.' */
export function assumptionText(fact: FactName, values: readonly string[]): string {
  const list = values.join(', ')
  const none = values.length === 0
  switch (fact) {
    case 'reads':
      return none ? 'It reads no other files.' : `Of other files, it reads ${list} alone.`
    case 'writes':
      return none ? 'It writes nowhere else.' : `Elsewhere, it writes to ${list} alone.`
    case 'programs':
      return none ? 'It starts no other program.' : `It starts ${list}, and no other program.`
    case 'start':
      return `The container comes to run ${list}.`
    case 'keep':
      return `Run time needs ${list}, too.`
  }
}

/** The assumptions that the answers for a file are. */
export function assumptionsOf(answers: Answers): readonly string[] {
  return factNames.flatMap((fact) => {
    const values = answers[fact]
    return values === undefined ? [] : assumptionText(fact, values)
  })
}
