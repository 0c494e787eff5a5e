import { isDeepStrictEqual } from 'node:util'
import {
  execText,
  usagesOf,
  type Facts,
  type Instruction,
  type Rule,
  type Usage,
} from '../../../src/transform.ts'

/**
 *   services:                                       HEALTHCHECK --interval=10s CMD curl -f http://localhost:3000/
 *     api:                                     =>
 *       build: .
 *       healthcheck:
 *         test: curl -f http://localhost:3000/
 *         interval: 10s
 *
 * What compose asks of the service that builds the file, where the file says nothing of its own. Both forms mean the same in both places:
 * https://docs.docker.com/reference/compose-file/services/#healthcheck, https://docs.docker.com/reference/dockerfile/#healthcheck
 */
export const healthCheck: Rule = {
  name: 'health-check',
  title: 'The health check of compose in the image',
  isOptional: true,
  about: {
    why: 'A check that only compose knows is missing wherever else the image runs: `docker run`, Swarm, another compose file. In the image it goes along; Kubernetes has its own and ignores it.',
    risk: 'Where the image runs elsewhere, the program may listen on another port, and the check fails; so the change is for review. A check with variables of compose, and one of several that are not the same, stays where it is.',
    example: {
      file: 'Dockerfile',
      before: 'EXPOSE 3000\nCMD ["node", "server.js"]\n',
      after:
        'EXPOSE 3000\nHEALTHCHECK --interval=10s CMD curl -f http://localhost:3000/\nCMD ["node", "server.js"]\n',
    },
  },
  apply: ({ facts }) => {
    const { config, base } = facts.final
    if (config.Healthcheck !== undefined) return undefined
    const asked = usagesOf(facts).filter(asksTheStart)
    const [first, ...more] = asked
    if (first === undefined) return undefined
    const where = `${first.path}:${first.line}`
    const stays = (why: string) => ({ stays: `The health check of ${where} stays there: ${why}.` })
    if (!more.every((other) => isSame(first, other)))
      return stays('another service that builds the file has another one')
    const check = checkOf(first)
    if (check === undefined) return undefined
    const line = `HEALTHCHECK ${check.words.join(' ')}`
    if (line.includes('$')) return stays('it has variables')
    if (line.includes('\n')) return stays('it has several lines')
    if (check.isShell && base.hasShell !== true) return stays('the image has no shell')
    return {
      change: {
        rule: 'health-check',
        title: `Take the health check of the service "${first.name}" into the image`,
        why: 'It is asked then wherever the image runs, not only under this compose file.',
        risk: 'review',
        assumption: 'Wherever the image runs, the program answers as it does under compose.',
        evidence: asked.map(({ path, line: at }) => ({ path, line: at, text: `${first.name}:` })),
      },
      edits: [{ kind: 'insert-before', instruction: startOf(facts), text: line }],
      contract: ['Healthcheck'],
    }
  },
}

/** A service that starts what the image starts, and has a test. */
const asksTheStart = ({ kind, healthcheck, command, entrypoint }: Usage) =>
  kind === 'compose' &&
  healthcheck !== undefined &&
  healthcheck.length > 0 &&
  healthcheck[0] !== 'NONE' &&
  command === undefined &&
  entrypoint === undefined

const isSame = (a: Usage, b: Usage) =>
  isDeepStrictEqual([a.healthcheck, a.healthTimes], [b.healthcheck, b.healthTimes])

interface Check {
  readonly words: readonly string[]
  readonly isShell: boolean
}

/** Flags and command; undefined for a list that begins with neither CMD nor CMD-SHELL. */
function checkOf({ healthcheck, healthTimes = new Map() }: Usage): Check | undefined {
  const [kind = '', ...words] =
    typeof healthcheck === 'string' ? ['CMD-SHELL', healthcheck] : (healthcheck ?? [])
  const flags = [...healthTimes].map(([name, value]) => `--${name}=${value}`)
  if (words.length === 0) return undefined
  if (kind === 'CMD') return { words: [...flags, 'CMD', execText(words)], isShell: false }
  if (kind !== 'CMD-SHELL') return undefined
  return { words: [...flags, 'CMD', words.join(' ').trim()], isShell: true }
}

/** The first line of the start command in force; the last line of a stage that has none. */
function startOf({ final: { stage } }: Facts): Instruction {
  const starts = ['ENTRYPOINT', 'CMD'].flatMap(
    (name) => stage.instructions.findLast(({ keyword }) => keyword === name) ?? [],
  )
  const [first] = starts.sort((a, b) => a.line - b.line)
  return first ?? stage.instructions.at(-1) ?? stage.from
}
