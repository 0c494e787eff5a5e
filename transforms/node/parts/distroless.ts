import {
  isRoot,
  type BaseImage,
  type Behaviour,
  type Change,
  type Instruction,
  type RuntimeBase,
} from '../../../src/transform.ts'
import type { NodeApp } from '../app.ts'

export interface DistrolessQuestion {
  readonly app: NodeApp
  /** What runs in the container, by name. */
  readonly programs: ReadonlySet<string>
  readonly behaviour: Behaviour
  readonly change: Change
}

/**
 * What is different on an image of distroless whose entrypoint is Node: the start command goes without the word `node`. Such an image has no
 * shell, no env for the first line of a script, and no node on PATH, so the start command has to be Node and a file, and nothing else may be
 * started. https://github.com/GoogleContainerTools/distroless/blob/main/nodejs/README.md
 */
export const onDistroless =
  ({ app, programs, behaviour, change }: DistrolessQuestion) =>
  (wanted: BaseImage): RuntimeBase['override'] | string => {
    if (wanted.family !== 'distroless/nodejs') return undefined
    const { final, start } = app.facts
    const { base } = final
    if (base.family !== 'node' || base.distribution !== 'debian' || base.release !== wanted.release)
      return `it has another system than ${base.reference.text}`
    if (majorOf(base) === undefined || majorOf(base) !== majorOf(wanted))
      return `it is of another version than ${base.reference.text}`
    // The image's own entrypoint hands over to node.
    const own = ['node', ...(base.config.Entrypoint ?? [])]
    const other =
      behaviour.programs.find(({ name }) => name === 'node')?.name ??
      [...programs].find((each) => !own.includes(each))
    if (other !== undefined) return `it has no programs on PATH, and ${other} is started`
    if (!isRoot(wanted.config.User))
      return 'its user is not root; the tag without nonroot gets that user where the program has all rights it needs'
    const named = namedUser(final.stage.instructions)
    if (named !== undefined) return `it lacks the user of \`${named}\``
    const [name, ...words] = final.config.Cmd ?? []
    if (start?.cmd?.form === 'shell') return 'it has no shell'
    const isNode = name === 'node' && words.length > 0
    if (start?.cmd === undefined || start.entrypoint !== undefined || !isNode)
      return 'its entrypoint is node, and the start command is not `CMD ["node", ...]`'
    return {
      runtimeRewrites: [{ instruction: start.cmd, text: `CMD ${JSON.stringify(words)}` }],
      // The entrypoint is node by its path, in place of the one that hands over to it.
      providesProgram: (name) => (own.includes(name) ? true : undefined),
      contract: ['Cmd', 'Entrypoint'],
      change: assuming(change),
    }
  }

/** The first line that names a user other than root; a number needs no entry in /etc/passwd. */
function namedUser(instructions: readonly Instruction[]): string | undefined {
  const users = instructions.flatMap(({ keyword, text }) => {
    const user = keyword === 'USER' ? text.trim() : /--chown=\S+/.exec(text)?.[0]
    return user === undefined ? [] : [user]
  })
  return users.find((text) => !/^(USER\s+|--chown=)(root|\d+)(:(root|\d+))?$/i.test(text))
}

const majorOf = ({ version }: BaseImage) => /^v?(\d+)/.exec(version ?? '')?.[1]

function assuming(change: Change): Change {
  const own =
    'Nobody gives the container another command, as it would go to node, which is the entrypoint now; and no package starts a shell or a program of the system.'
  const before = change.assumption === undefined ? '' : `${change.assumption} `
  return { ...change, risk: 'review', assumption: before + own }
}
