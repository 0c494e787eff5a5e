import { z } from 'zod'
import { ForgeError, type ForgeProblem } from '../../forge-error.ts'

/** What a host answered: the body as text is read by whoever asked. */
export interface RestAnswer {
  readonly status: number
  readonly headers: Headers
  readonly body: Uint8Array
}

/** What a status means where the caller does not know better. */
export function problemOf(status: number): ForgeProblem {
  if (status === 401) return 'unauthorized'
  // 423: Gitea's word for an archived repository.
  if (status === 403 || status === 423 || status === 451) return 'forbidden'
  if (status === 404 || status === 410) return 'not-found'
  // A write to an old name: nothing was done, as a redirected POST would come as a GET.
  if (status >= 300 && status < 400) return 'not-found'
  if (status === 409) return 'exists'
  if (status === 412) return 'moved'
  if (status === 429) return 'limited'
  return status >= 500 ? 'server' : 'invalid'
}

const errorBody = z.object({
  message: z.unknown().optional(),
  error: z.unknown().optional(),
  error_description: z.unknown().optional(),
  errors: z.unknown().optional(),
})

/** What a host says for people in an answer that refuses: one line, or '' where it says nothing. */
export function saidBy(answer: RestAnswer): string {
  const text = new TextDecoder().decode(answer.body)
  const isPage = /^\s*</.test(text)
  if (isPage) return ''
  return oneLine(partsOf(parsed(text)).join(': ') || text)
}

/** Gitea: {message, errors}; GitLab: {message: text | {field: [texts]}} or {error}; Bitbucket: {error: {message, detail}}. */
function partsOf(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value]
  if (Array.isArray(value)) return value.flatMap(partsOf)
  const body = errorBody.safeParse(value)
  if (!body.success) return []
  const { message, error, error_description: description, errors } = body.data
  const said = [message, error, description, errors].flatMap(partsOf)
  return said.length > 0 || message === undefined ? said : [JSON.stringify(message)]
}

const oneLine = (text: string) => {
  const line = text.replace(/\s+/g, ' ').trim()
  return line.length > 300 ? `${line.slice(0, 299)}…` : line
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** The body by a schema; an empty one is undefined to it. `what` names the request. Throws ForgeError 'server'. */
export function readShape<T>(answer: RestAnswer, shape: z.ZodType<T>, what: string): T {
  const text = new TextDecoder().decode(answer.body)
  const value = text.trim() === '' ? undefined : parsed(text)
  if (text.trim() !== '' && value === undefined) {
    throw new ForgeError('server', `${what} was not answered with JSON.`, answer.status)
  }
  const result = shape.safeParse(value)
  if (result.success) return result.data
  const [issue] = result.error.issues
  const where = issue?.path.join('.')
  throw new ForgeError(
    'server',
    `${what} was answered in a form that is not known: ${where ? `${where}: ` : ''}${issue?.message ?? ''}`,
    answer.status,
  )
}
