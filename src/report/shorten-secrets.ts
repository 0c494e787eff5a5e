import { isParseFailure, parseDockerfile } from '../dockerfile/parse/parse.ts'
import { assignmentsOf } from '../dockerfile/words/variables.ts'
import { isSecretName } from '../knowledge/credentials.ts'

/** A secret as it is shown: enough of it to tell which one it is. What is shown so already stays. */
function shortened(value: string): string {
  if (value.endsWith('…')) return value
  return value.length < 6 ? '…' : `${value.slice(0, 2)}…`
}

/** Values that are no secrets whatever they are called: none, switches, versions, paths, references to variables, URLs without credentials, names of mounts. */
const open =
  /^(?:|true|false|yes|no|on|off|null|none|undefined|\d|[~^]?v?\d+\.\d+\.[\w.-]+|[$%<{#].*|\.{0,2}\/.*|~\/.*|[a-z][\w+.-]*:\/\/[^@]*|(?:id|type)=[\w-]+|\w+=\$\w+)$/is
/** `MAX_TOKEN=4096` */
const number = /^\d{1,6}$/

const isOpen = (name: string, value: string): boolean =>
  open.test(value) || (number.test(value) && !/pass|pwd|secret/i.test(name))

/**
 * A name and what stands between it and a value: `DB_PASSWORD=`, `password: `, `"apiKey": "`, `secret || '`. Behind a comma the name is in quotes, as
 * in `env('DB_PASSWORD', 'x')`.
 */
const assignment =
  /(?<![\w$])(?:([A-Za-z_][\w.-]{0,99})["'`]?(?:=|\s{0,9}:\s{1,9}|\s{0,9}(?:=>?|:|\|\||\?\?)\s{0,9}(?=["'`]))|--([A-Za-z][\w-]{0,99})\s{1,9}(?=[^\s\\-])|["'`]([A-Z][A-Z\d]*_\w{1,99})["'`]\s{0,9},\s{0,9}(?=["'`]))/g
/** A value, in quotes or up to where a shell, a list or a sentence goes on. */
const assigned = /(["'`])((?:\\.|(?!\1)[^\\])*)\1|((?:\\.|[^\s\\"'`;&|,)\]}])+)/sy
/** `ENV NAME all the rest of the line` */
const oldEnv = /^(\s{0,99}ENV\s{1,9}([A-Za-z_]\w{0,99})\s{1,9})([^=\s].*)$/gim

/** The password of `https://user:password@host`. */
const inUrl =
  /(\b[a-z][\w+.-]{0,30}:\/\/(?:\$\{[^}\s]{0,99}\}|[^\s:/@"'$]){0,200}:)((?:\$\{[^}\s]{0,99}\}|[^\s@/"'])+)(?=@)/gi
/** What a shell or compose takes where a variable is not set: `${DB_PASSWORD:-x}`. */
const fallback = /(\$\{([A-Za-z_]\w{0,99}):?-)([^}\s]+)(?=\})/g
/** Tokens that say by their beginning what they are: GitHub, GitLab, npm, Slack, AWS, Stripe, Google, Docker, Hugging Face, SendGrid. */
const known =
  /\b(?:(?:gh[oprsu]_|glpat-|npm_|xox[abprs]-|[rs]k_live_|dckr_pat_|hf_)[A-Za-z\d-]{16,}|(?:github_pat_|AIza|SG\.)[\w.-]{30,}|A(?:KIA|SIA)[A-Z\d]{16})/g
const privateKey = /(-----BEGIN [A-Z ]{0,30}PRIVATE KEY-----)[^-]+/g

/**
 * Text without the secrets in it: of the given ones each, and whatever stands behind a name that is a secret's. `values`: see `secretValues`. Names, and
 * values that are no secrets, stay.
 */
export function shortenSecrets(text: string, values: readonly string[] = []): string {
  const found = values.reduce((left, value) => left.replaceAll(value, shortened(value)), text)
  return shortenAssigned(found)
    .replace(
      oldEnv,
      (_, before: string, name: string, value: string) => before + shortenValue(name, value),
    )
    .replace(inUrl, (all, before: string, value: string) =>
      open.test(value) ? all : `${before}${shortened(value)}`,
    )
    .replace(
      fallback,
      (_, before: string, name: string, value: string) => before + shortenValue(name, value),
    )
    .replace(known, shortened)
    .replace(privateKey, '$1…')
}

/** A value as it is shown behind its name. */
export const shortenValue = (name: string, value: string): string =>
  isSecretName(name) && !isOpen(name, value) ? shortened(value) : value

function shortenAssigned(text: string): string {
  let result = ''
  let done = 0
  for (const match of text.matchAll(assignment)) {
    const name = match[1] ?? match[2] ?? match[3] ?? ''
    const start = match.index + match[0].length
    if (match.index < done || !isSecretName(name)) continue
    assigned.lastIndex = start
    const [all = '', quote = '', quoted, bare] = assigned.exec(text) ?? []
    const value = quoted ?? bare ?? ''
    // Words of code, labels and sentences: `token: request.token`, `"password": "Passwort"`, `secret: it is ...`
    const isField = /:\s*$/.test(match[0]) && name !== name.toUpperCase()
    if (isOpen(name, value) || (isField && (!/\d/.test(value) || /\s/.test(value)))) continue
    result += text.slice(done, start) + quote + shortened(value) + quote
    done = start + all.length
  }
  return result + text.slice(done)
}

/**
 * The secrets of a Dockerfile, which a log or a message may repeat without their names: the values of its ENVs and ARGs. Simple words are none that can be
 * told from other words.
 */
export function secretValues(dockerfile: string): readonly string[] {
  if (!maybe.test(dockerfile)) return []
  const parsed = parseDockerfile(dockerfile)
  if (isParseFailure(parsed)) return []
  const values = parsed.instructions
    .flatMap((instruction) => assignmentsOf(instruction))
    .flatMap(({ name, value }) => (value !== undefined && isSecret(name, value) ? [value] : []))
  return [...new Set(values)].sort((a, b) => b.length - a.length).slice(0, mostValues)
}

/** What any name of a secret has in it; most files have none. */
const maybe = /api|auth|cred|key|pass|pat|pw|secret|token/i
/** Each is looked for in all of a report. */
const mostValues = 100

/** Is a value one to be looked for wherever it may stand? */
export const isSecret = (name: string, value: string): boolean =>
  isSecretName(name) && !isOpen(name, value) && value.length >= 6 && !/^[a-z]+$/i.test(value)
