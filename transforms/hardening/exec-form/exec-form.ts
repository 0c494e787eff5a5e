import {
  execText,
  lineage,
  sourceMentions,
  type Edit,
  type Facts,
  type Rule,
  type Step,
} from '../../../src/transform.ts'
import { evidenceOf } from '../evidence.ts'
import { keywordOf } from '../keyword.ts'
import { handsArgumentsOn } from './hands-arguments-on.ts'
import { wordsWithoutShell } from './words-without-shell.ts'

/**
 *   CMD node server.js   =>   CMD ["node", "server.js"]
 *
 * Of the stage that becomes the image, where the shell does nothing but start the program. What the two forms do:
 * https://docs.docker.com/reference/dockerfile/#understand-how-cmd-and-entrypoint-interact
 */
export const execForm: Rule = {
  name: 'exec-form',
  title: 'A start command without a shell around it',
  isOptional: true,
  about: {
    why: "In shell form, /bin/sh is what the container starts, and many a shell stays in front of the program: `docker stop` sends its signal to the shell, which doesn't hand it on, and after ten seconds the program is killed. In exec form, the signal reaches the program.",
    risk: 'The shell does more than to start the program: a line with variables, operators or patterns, a word of the shell itself and a script without #! stay as they are; so does CMD where the ENTRYPOINT may look at it. An ENTRYPOINT without a shell takes arguments, which is for review.',
    example: {
      file: 'Dockerfile',
      before: 'CMD node dist/server.js --port 3000\n',
      after: 'CMD ["node", "dist/server.js", "--port", "3000"]\n',
    },
  },
  apply: ({ facts, input }) => {
    const found = (['ENTRYPOINT', 'CMD'] as const).flatMap((keyword) => {
      const step = lastOf(keyword, facts)
      return step?.instruction.form === 'shell' && facts.final.steps.includes(step)
        ? { step, ...inExecForm(keyword, step, facts, input) }
        : []
    })
    const edits = found.flatMap(({ edit }) => edit ?? [])
    const [first] = edits
    if (first === undefined)
      return found[0]?.why === undefined ? undefined : { stays: found[0].why }
    const changed = found.filter(({ edit }) => edit !== undefined)
    const names = changed.map(({ step }) => step.instruction.keyword)
    const assumption = assumptionOf(names, facts)
    return {
      change: {
        rule: 'exec-form',
        title: `Start the program without a shell around it: ${names.join(' and ')} in exec form`,
        why: 'The shell does nothing here but start the program, and where it stays in front of it, the signal of `docker stop` does not reach the program.',
        ...(assumption === undefined ? { risk: 'safe' } : { risk: 'review', assumption }),
        evidence: changed.map(({ step }) => evidenceOf(step.instruction, input)),
      },
      edits,
      contract: names.map((name) => (name === 'CMD' ? 'Cmd' : 'Entrypoint')),
    }
  },
}

/** The instruction in force at the end of the last stage. */
const lastOf = (keyword: string, { final }: Facts): Step | undefined =>
  lineage(final).flatMap(
    ({ steps }) => steps.findLast(({ instruction }) => instruction.keyword === keyword) ?? [],
  )[0]

/** The edit, or why there is none. */
function inExecForm(
  keyword: 'ENTRYPOINT' | 'CMD',
  step: Step,
  facts: Facts,
  input: Facts,
): { readonly edit?: Edit; readonly why?: string } {
  const { instruction } = step
  const stays = (why: string) => ({
    why: `Line ${evidenceOf(instruction, input).line ?? instruction.line} stays in shell form: ${why}.`,
  })
  const { config, base } = facts.final
  if (base.family === 'unknown')
    return stays(`what shell and ENTRYPOINT ${base.reference.text} has is not known`)
  // A shell as the ENTRYPOINT never reads CMD, and a program would.
  if (keyword === 'ENTRYPOINT' && (config.Cmd ?? []).length > 0)
    return stays('CMD, which it ignores, would become its arguments')
  const given = facts.project
    .usages()
    .find(({ command, entrypoint }) => entrypoint === undefined && (command ?? '').length > 0)
  if (keyword === 'ENTRYPOINT' && given !== undefined)
    return stays(`${given.path} gives it arguments, which it ignores`)
  if (keyword === 'CMD' && !handsArgumentsOn(lastOf('ENTRYPOINT', facts), facts))
    return stays('the ENTRYPOINT may do something else where its first argument is no shell')
  const words = wordsWithoutShell(step, facts)
  if (typeof words === 'string') return stays(words)
  const text = `${keywordOf(instruction)} ${execText(words)}`
  return { edit: { kind: 'replace', instruction, text } }
}

function assumptionOf(keywords: readonly string[], { project }: Facts): string | undefined {
  const all = [
    // A shell sets it, and nothing else does.
    sourceMentions(project)(/env\W{1,3}PWD\b/i)
      ? 'The program finds its folder without the variable PWD, which the shell has set.'
      : undefined,
    keywords.includes('ENTRYPOINT')
      ? 'Nobody starts the image with arguments: until now they have been ignored.'
      : undefined,
  ].filter((each) => each !== undefined)
  return all.length === 0 ? undefined : all.join(' ')
}
