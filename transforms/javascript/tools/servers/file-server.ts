import type { ProgramTask } from '../../task.ts'
import type { StageView } from '../../stage-view.ts'
import type { Serving, Unrepeatable } from './serving.ts'

/** What a server's row is asked with. */
export interface ServerQuestion {
  readonly task: ProgramTask
  readonly view: StageView
  /** The value of a variable as the server sees it: set before its name, or by ENV. */
  readonly variable: (name: string) => string | undefined
  /** Whether one of these ports is exposed: decides where a tool's versions differ in their default. */
  readonly exposed: readonly number[]
  /** The version that is installed, as written: '14.2.0', '^13'; undefined where nobody says. */
  readonly version: string | undefined
}

/** A program that hands out the files of a folder. */
export interface FileServer {
  readonly programs: readonly string[]
  /** The package, where it has another name than the first program. */
  readonly package?: string
  /** One of the words of a program that does other things, too: `pm2 serve`. */
  readonly isSubcommand?: boolean
  /** Undefined where these words start no server. */
  readonly read: (question: ServerQuestion) => Serving | Unrepeatable | undefined
  readonly source: string
}

/** The server's folder, and what is the same for every row. */
export function served(
  question: ServerQuestion,
  label: string,
  more: Omit<Serving, 'label' | 'cwd' | 'evidence'>,
): Serving {
  const { cwd, evidence } = question.task
  return { label, cwd, evidence, ...more }
}

export function unrepeatable(
  { task }: ServerQuestion,
  label: string,
  why: string,
  cause: Unrepeatable['cause'] = 'options',
): Unrepeatable {
  return { label, cause, why, evidence: task.evidence.at(-1) }
}
