/** What can be told of a stage before it is built. */
export type Answer = 'yes' | 'no' | 'unknown'

/** 'yes' where one of them is, 'no' where all are, and nothing else can be told. */
export function anyOf(answers: Iterable<Answer>): Answer {
  let found: Answer = 'no'
  for (const answer of answers) {
    if (answer === 'yes') return 'yes'
    if (answer === 'unknown') found = 'unknown'
  }
  return found
}
