import { z } from 'zod'
import { ForgeError, type ForgeProblem } from '../../forge-error.ts'
import type { ForgeMachine } from '../../forge.ts'

const answerShape = z.object({
  status: z.number(),
  headers: z.record(z.string(), z.unknown()),
  data: z.unknown(),
})

/** What Octokit throws: without an answer its status is 500. */
const failure = z.object({ status: z.number(), response: answerShape.optional() })

const graphqlFailure = z.object({
  errors: z.array(z.object({ message: z.string(), type: z.string().nullish() })),
})

const refusal = z.object({
  message: z.string(),
  errors: z
    .array(
      z.union([
        z.string(),
        z.object({
          message: z.string().optional(),
          resource: z.string().optional(),
          field: z.string().optional(),
          code: z.string().optional(),
        }),
      ]),
    )
    .optional()
    .catch(undefined),
})

export interface Asked {
  /** 'GET /repos/owner/name at github.com' */
  readonly what: string
  readonly redact: (text: string) => string
  readonly machine: ForgeMachine
}

/** An answer of Octokit's. Throws ForgeError 'not-found' for a redirected write: nothing was done. */
export function readAnswer(
  answer: unknown,
  what: string,
): { readonly data: unknown; readonly headers: Headers } {
  const { status, headers, data } = answerShape.parse(answer)
  if (status >= 300) throw new ForgeError('not-found', `${what} has moved to another name.`, status)
  return { data, headers: headersOf(headers) }
}

export function headersOf(headers: Readonly<Record<string, unknown>>): Headers {
  return new Headers(
    Object.entries(headers).flatMap(([name, value]): readonly [string, string][] =>
      typeof value === 'string' || typeof value === 'number' ? [[name, String(value)]] : [],
    ),
  )
}

/** No answer, a cut one, or a 5xx: it may have been done all the same. */
export const isUnclear = (error: unknown): boolean =>
  error instanceof ForgeError && (error.problem === 'unreachable' || error.problem === 'server')

/** Whatever a request threw, as a ForgeError without credentials. */
export function toForgeError(error: unknown, { what, redact, machine }: Asked): ForgeError {
  if (machine.interrupt.aborted) return new ForgeError('interrupted', 'Interrupted.')
  if (error instanceof ForgeError) return error
  const { data: answered } = graphqlFailure.safeParse(error)
  if (answered !== undefined) return graphqlError(answered, what, redact)
  const { data: failed } = failure.safeParse(error)
  if (failed?.response === undefined) {
    const why = error instanceof Error ? error.message : 'the connection broke'
    return new ForgeError('unreachable', `${what} got no answer: ${redact(oneLine(why))}.`)
  }
  const { status } = failed
  const said = redact(saidBy(failed.response.data))
  const isLimited = error instanceof Error && error.message.startsWith('Secondary rate limit')
  const problem = isLimited ? 'limited' : problemOf(status, said)
  const end = said === '' ? '.' : `: ${said}.`
  return new ForgeError(problem, `${what} was refused with status ${status}${end}`, status)
}

/** GraphQL answers what it refuses with status 200. */
function graphqlError(
  { errors }: z.infer<typeof graphqlFailure>,
  what: string,
  redact: Asked['redact'],
): ForgeError {
  const said = redact(oneLine(errors.map(({ message }) => message).join('; ')))
  const problem = graphqlProblems[errors[0]?.type ?? ''] ?? problemOf(422, said)
  return new ForgeError(problem, `${what} was refused: ${said}.`)
}

const graphqlProblems: Readonly<Record<string, ForgeProblem>> = {
  FORBIDDEN: 'forbidden',
  INSUFFICIENT_SCOPES: 'forbidden',
  NOT_FOUND: 'not-found',
  RATE_LIMITED: 'limited',
}

function problemOf(status: number, said: string): ForgeProblem {
  if (/reference already exists|pull request already exists/i.test(said)) return 'exists'
  if (/reference does not exist|not a fast[- ]forward/i.test(said)) return 'moved'
  if (status === 401) return 'unauthorized'
  if (status === 403 || status === 451) return 'forbidden'
  if (status === 404 || status === 410) return 'not-found'
  // Of two writes at once one is refused.
  if (status === 409) return /repository is empty/i.test(said) ? 'not-found' : 'moved'
  if (status === 429) return 'limited'
  return status >= 500 ? 'server' : 'invalid'
}

/** https://docs.github.com/en/rest/using-the-rest-api/troubleshooting-the-rest-api#validation-failed */
function saidBy(data: unknown): string {
  const { data: body } = refusal.safeParse(data)
  if (body === undefined) return ''
  const details = body.errors?.map((detail) => {
    if (typeof detail === 'string') return detail
    const { message, resource, field, code } = detail
    return message ?? [resource, field, code].filter((part) => part !== undefined).join(' ')
  })
  return oneLine([body.message, ...(details ?? [])].filter((part) => part !== '').join(': '))
}

function oneLine(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim().replace(/\.$/, '')
  return line.length > 300 ? `${line.slice(0, 299)}…` : line
}
