import {
  baseName,
  commandOf,
  execText,
  isPosixShell,
  isRoot,
  parseScript,
  shellText,
  type Edit,
  type Facts,
  type Rule,
  type RuleContext,
  type Stays,
} from '../../../src/transform.ts'
import { evidenceOf } from '../evidence.ts'
import { keywordOf } from '../keyword.ts'

/**
 *   FROM node:20-alpine         FROM node:20-alpine
 *   ...                         RUN apk add --no-cache tini
 *   CMD ["npm", "start"]   =>   ...
 *                               ENTRYPOINT ["tini", "-g", "--", "docker-entrypoint.sh"]
 *                               CMD ["npm", "start"]
 *
 * Where the first process starts the program and stays in front of it: a package manager that runs a script, a shell. With `-g`, the signal
 * goes to all of them: https://github.com/krallin/tini#process-group-killing
 */
export const init: Rule = {
  name: 'init',
  title: 'An init in front of a package manager or a shell',
  isOptional: true,
  about: {
    why: 'The first process of a container gets the signal of `docker stop`, and has to collect the processes that ended. npm, yarn and shells do neither well: the program is killed after ten seconds, with all that it was doing. tini sends the signal to the program, too, and collects.',
    risk: 'The package comes from the distribution when the image is built. Starting the program itself, without npm, does the same without an init.',
    example: {
      file: 'Dockerfile',
      before: 'FROM node:20-alpine\nCMD ["npm", "start"]\n',
      after:
        'FROM node:20-alpine\nRUN apk add --no-cache tini\nENTRYPOINT ["tini", "-g", "--", "docker-entrypoint.sh"]\nCMD ["npm", "start"]\n',
    },
  },
  apply: (context) => {
    const { facts, input } = context
    const first = inFront(context)
    if (first === undefined) return undefined
    const edits = editsFor(facts)
    if ('stays' in edits) return edits
    const start = facts.start?.instruction ?? facts.final.stage.from
    return {
      change: {
        rule: 'init',
        title: `Start tini in front of ${first}`,
        why: `${first} stays in front of the program, and does not hand it the signal of \`docker stop\`; tini sends it to both.`,
        risk: 'review',
        assumption: 'The build may install tini from the packages of the distribution.',
        evidence: [evidenceOf(start, input)],
      },
      edits,
      contract: ['Entrypoint'],
    }
  },
}

const packages: Readonly<Record<string, string>> = {
  apk: 'RUN apk add --no-cache tini',
  apt: 'RUN apt-get update && apt-get install -y --no-install-recommends tini && rm -rf /var/lib/apt/lists/*',
}

/** The package manager or the shell that is the first process; undefined where it is the program, or an init. */
function inFront({ facts, installs }: RuleContext): string | undefined {
  const { base, config, end } = facts.final
  const { Entrypoint: own = [] } = base.config
  const entry = config.Entrypoint ?? []
  // The image's own script ends in `exec "$@"`.
  const isOwn = entry.length > 0 && entry.join('\n') === own.join('\n')
  const words = [...(isOwn ? [] : entry), ...(config.Cmd ?? [])]
  const [name = ''] = words
  if (isPosixShell(name)) {
    const script = parseScript(shellText(words.slice(1)) ?? '')
    const links = script?.links ?? []
    // Of one command, a shell may become the program; of several it never does.
    const isExec = links.at(-1)?.commands.at(-1)?.words[0]?.value === 'exec'
    return links.length > 0 && !isExec ? baseName(name) : undefined
  }
  const runs = installs.read(commandOf(words, end.workdir))?.starts !== undefined
  return runs ? baseName(name) : undefined
}

function editsFor({ final, project }: Facts): readonly Edit[] | Stays {
  const { stage, steps, base, config } = final
  const stays = (why: string) => ({ stays: `No init is added: ${why}.` })
  const install = packages[base.packageManager ?? '']
  if (base.family !== 'node' || install === undefined || base.hasShell !== true)
    return stays('it is known for images of Node with a package manager only')
  if (!isRoot(base.config.User) || (final.parent !== undefined && !isRoot(final.parent.end.user)))
    return stays('the stage begins with another user than root')
  if (
    project.usages().some(({ kind, entrypoint }) => kind === 'compose' && entrypoint !== undefined)
  )
    return stays('compose has an entrypoint of its own')
  const own = steps.findLast(({ instruction }) => instruction.keyword === 'ENTRYPOINT')
  const words = ['tini', '-g', '--', ...(config.Entrypoint ?? [])]
  const text = execText(words)
  const added: Edit = { kind: 'insert-after', instruction: stage.from, text: install }
  if (own !== undefined)
    return own.instruction.form === 'shell'
      ? stays('the ENTRYPOINT is in shell form, which hands nothing on')
      : [
          added,
          {
            kind: 'replace',
            instruction: own.instruction,
            text: `${keywordOf(own.instruction)} ${text}`,
          },
        ]
  const cmd = steps.findLast(({ instruction }) => instruction.keyword === 'CMD')
  return cmd === undefined
    ? stays('the start command is that of another stage')
    : [added, { kind: 'insert-before', instruction: cmd.instruction, text: `ENTRYPOINT ${text}` }]
}
