import type { Answer } from '../../verification/observation.ts'
import type { Machine } from '../engine/machine.ts'
import { type Address, ask, type RawAnswer, urlOf } from './ask.ts'
import { firstQuestions, pageQuestions, type Question, questionsFor } from './questions.ts'

/** What a container said to each question. */
export interface Interview {
  readonly questions: readonly Question[]
  /** By key of the question. */
  readonly answers: ReadonlyMap<string, RawAnswer>
  /** Keys whose second answer was another. */
  readonly unsteady: ReadonlySet<string>
}

export interface InterviewPlan {
  /** Those that speak HTTP, the main one first. */
  readonly addresses: readonly Address[]
  /** The user's; empty for the usual ones. */
  readonly paths: readonly string[]
  readonly healthPath: string | undefined
  /** What the other container was asked; undefined for the first of the two. */
  readonly expected: Interview | undefined
  /** Words of this run only. */
  readonly own: readonly string[]
}

/** Redirections to other pages that are followed, as a browser would. */
const mostRedirections = 3

/**
 * Asks a container: the first of two what the user wants or what its page suggests, twice, so that it shows what changes by itself;
 * the second one the same, once more where a server is still warming up.
 */
export async function askContainer(plan: InterviewPlan, machine: Machine): Promise<Interview> {
  const { expected } = plan
  const [main, ...others] = plan.addresses
  const empty: Interview = { questions: [], answers: new Map(), unsteady: new Set() }
  if (main === undefined) return empty
  const answers = new Map<string, RawAnswer>()
  const put = async (questions: readonly Question[]): Promise<void> => {
    for (const { key, path } of questions) {
      const answer = await answerOf(main, path, plan, machine)
      if (answer !== undefined) answers.set(key, answer)
    }
  }

  const first = firstQuestions(plan.paths, plan.healthPath)
  await put(first)
  if (expected !== undefined) await warmUp(first, expected, answers, put, machine)
  const pages = plan.paths.length > 0 ? [] : await readPages(main, answers, plan, machine)
  const further =
    expected === undefined
      ? pages.reduce<readonly Question[]>(
          (found, { html, url, followed }) => [
            ...found,
            ...followed,
            ...pageQuestions(html, url, [...first, ...found, ...followed]),
          ],
          [],
        )
      : questionsFor(expected.questions, pages).filter(
          ({ key }) => !first.some((each) => each.key === key),
        )
  await put(further)
  const questions = [...first, ...further]
  const unsteady =
    expected === undefined ? await changing(main, questions, answers, plan, machine) : []
  for (const other of others) {
    const answer = await answerOf(other, '/', plan, machine)
    if (answer !== undefined) answers.set(`:${other.port}/`, answer)
  }
  return { questions, answers, unsteady: new Set(unsteady) }
}

/** For reports. */
export function answersOf({ answers, unsteady }: Interview): Readonly<Record<string, Answer>> {
  return Object.fromEntries(
    [...answers].map(([key, { status, type, location, length, digest }]): [string, Answer] => [
      key,
      { status, type, location, length, digest, isSteady: !unsteady.has(key) },
    ]),
  )
}

async function answerOf(
  address: Address,
  path: string,
  { own }: InterviewPlan,
  { interrupt }: Machine,
): Promise<RawAnswer | undefined> {
  const reply = await ask(address, path, interrupt, own)
  return reply.kind === 'answer' ? reply.answer : undefined
}

/** A server that gives another status than the other one did may not be up yet: it has some seconds more. */
async function warmUp(
  questions: readonly Question[],
  expected: Interview,
  answers: ReadonlyMap<string, RawAnswer>,
  put: (questions: readonly Question[]) => Promise<void>,
  machine: Machine,
): Promise<void> {
  for (let more = 0; more < 3; more++) {
    const others = questions.filter(
      ({ key }) => answers.get(key)?.status !== expected.answers.get(key)?.status,
    )
    if (others.length === 0 || machine.interrupt.aborted) return
    await machine.sleep(1500)
    await put(others)
  }
}

interface Page {
  readonly html: string
  readonly url: URL
  /** The questions that led to it. */
  readonly followed: readonly Question[]
}

/** The page at `/`, or the one that it redirects to. */
async function readPages(
  address: Address,
  answers: ReadonlyMap<string, RawAnswer>,
  plan: InterviewPlan,
  machine: Machine,
): Promise<readonly Page[]> {
  const followed: Question[] = []
  let path = '/'
  let answer = answers.get('/')
  for (let n = 0; n < mostRedirections; n++) {
    const target = answer?.location
    if (target?.startsWith('/') !== true || target.includes('<')) break
    path = target
    followed.push({ key: path, path, from: 'page', role: undefined })
    answer = await answerOf(address, path, plan, machine)
  }
  const html = answer?.type === 'text/html' ? answer.source : undefined
  return html === undefined ? [] : [{ html, url: urlOf(address, path), followed }]
}

/** Keys of the questions to which the same container gives another answer when asked again. */
async function changing(
  address: Address,
  questions: readonly Question[],
  answers: ReadonlyMap<string, RawAnswer>,
  plan: InterviewPlan,
  machine: Machine,
): Promise<readonly string[]> {
  // Clocks of pages count seconds.
  await machine.sleep(1100)
  const keys: string[] = []
  for (const { key, path } of questions) {
    const again = await answerOf(address, path, plan, machine)
    const { status, digest } = answers.get(key) ?? {}
    if (again?.status !== status || again?.digest !== digest) keys.push(key)
  }
  return keys
}
