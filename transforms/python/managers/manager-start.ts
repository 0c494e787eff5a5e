import {
  placeWords,
  refuse,
  startsOf,
  type Command,
  type Evidence,
  type Refusal,
} from '../../../src/transform.ts'
import type { PythonApp } from '../app.ts'
import { managerOf } from './manager.ts'
import { runOf } from './run-words.ts'

/** The refusal of an image whose programs are started by a manager, which stays behind; undefined where none is. `prepare` takes out those that do nothing else. */
export function refuseManagerStart(app: PythonApp): Refusal | undefined {
  const { facts, works } = app
  const read = new Set<Command>(works.map(({ command }) => command))
  for (const command of facts.final.commands) {
    if (read.has(command) || managerOf(command) === undefined) continue
    const { line } = command.step.instruction
    return refusal(command, { path: 'Dockerfile', line }, line, app)
  }
  const found = startsOf(facts)
    .flat()
    .find((process) => managerOf(process) !== undefined)
  if (found === undefined) return undefined
  const line = facts.start?.instruction?.line
  return refusal(found, found.via.at(-1) ?? { path: 'Dockerfile', line }, line, app)
}

function refusal(
  command: Command,
  place: Pick<Evidence, 'path' | 'line'>,
  line: number | undefined,
  { facts, works }: PythonApp,
): Refusal {
  const { title, name } = managerOf(command) ?? { title: 'the manager', name: 'it' }
  const run = runOf(command, { facts, works })
  const why = run !== undefined && 'why' in run ? `, which ${run.why}` : ''
  const words = run === undefined ? title : `\`${name} run\``
  return {
    ...refuse(
      'manager-at-start',
      `${placeWords(place)} starts a program through ${words}${why}. ${title} stays in the builder stage: start the program itself, with the bin folder of the environment on PATH.`,
      line,
    ),
    isPrepared: true,
  }
}
