import type { Dockerfile } from '../../dockerfile/instruction.ts'

/**
 * A new instruction with its keyword in the casing that most of the author's are in; BuildKit warns of files that mix them
 * (https://docs.docker.com/reference/build-checks/consistent-instruction-casing/).
 */
export function inCasing(text: string, dockerfile: Dockerfile): string {
  if (!isLowerCase(dockerfile)) return text
  const lower = text.replace(/^[A-Z]+/, (keyword) => keyword.toLowerCase())
  return /^from /.test(lower) ? lower.replace(/ AS (\S+)$/, ' as $1') : lower
}

/** Whether most keywords of a file are written in lower case. */
function isLowerCase({ instructions }: Dockerfile): boolean {
  const keywords = instructions.map(({ text }) => /^[a-zA-Z]+/.exec(text)?.[0] ?? '')
  const lower = keywords.filter((keyword) => keyword === keyword.toLowerCase()).length
  const upper = keywords.filter((keyword) => keyword === keyword.toUpperCase()).length
  return lower > upper
}
