import {
  contextPathOf,
  lineage,
  resolvePath,
  splice,
  type Copy,
  type Edit,
  type Evidence,
  type Freeze,
  type Instruction,
  type Rule,
  type RuleContext,
  type RunCommand,
  type StageFacts,
  type Stays,
} from '../../../src/transform.ts'
import { evidenceOf } from '../evidence.ts'

/**
 *   COPY package*.json ./         COPY package*.json ./
 *   RUN npm install          =>   RUN npm ci
 *
 * In every stage, where the lock file is there by then and is that of the manifest: an install that goes by it alone fails otherwise.
 */
export const frozenInstall: Rule = {
  name: 'frozen-install',
  title: 'Installs that go by the lock file alone',
  isOptional: true,
  about: {
    why: 'An install that may change the lock file brings other packages tomorrow than today, and nobody sees it. One that goes by the lock file alone brings the same each time, and fails where the two do not agree.',
    risk: 'The build fails where the lock file is not that of package.json. Both are compared first, and a line stays where they do not agree or can not be compared.',
    example: {
      file: 'Dockerfile',
      before: 'COPY package*.json ./\nRUN npm install\n',
      after: 'COPY package*.json ./\nRUN npm ci\n',
    },
  },
  apply: (context) => {
    const { facts, input } = context
    const found = facts.stages.flatMap((stage) =>
      stage.commands.flatMap((command) => {
        const freeze = freezeOf(command, stage, context)
        return freeze === undefined ? [] : [{ instruction: command.step.instruction, freeze }]
      }),
    )
    const frozen = found.flatMap(({ instruction, freeze }) =>
      'stays' in freeze ? [] : [{ instruction, ...freeze }],
    )
    if (frozen.length === 0) {
      const left = found.flatMap(({ freeze }) => ('stays' in freeze ? freeze : []))[0]
      return left
    }
    const instructions = [...new Set(frozen.map(({ instruction }) => instruction))]
    return {
      change: {
        rule: 'frozen-install',
        title: 'Install what the lock file says, and nothing else',
        why: 'An install that may change the lock file brings other packages tomorrow than today.',
        risk: 'safe',
        evidence: [
          ...instructions.map((instruction) => evidenceOf(instruction, input)),
          ...[...new Set(frozen.map(({ lock }) => lock))].map((path): Evidence => ({
            path,
            line: undefined,
            text: path,
          })),
        ],
      },
      edits: instructions.map((instruction): Edit => ({
        kind: 'replace',
        instruction,
        text: textOf(instruction, frozen),
      })),
    }
  },
}

type Found = Freeze & { readonly instruction: Instruction }

function textOf(instruction: Instruction, frozen: readonly Found[]): string {
  const own = frozen.filter((each) => each.instruction === instruction)
  const spans = own.flatMap(({ spans }) => spans)
  return splice(instruction.text, spans)
}

function freezeOf(
  command: RunCommand,
  stage: StageFacts,
  { facts, input, installs }: RuleContext,
): Freeze | Stays | undefined {
  const call = installs.read(command)
  const manifest = call?.installer.fills?.manifest
  const { folder } = call ?? {}
  if (call?.fills !== true || manifest === undefined || folder === undefined) return undefined
  const { project } = facts
  const copies = copiesBefore(command, stage)
  const fileOf = (name: string) => {
    const path = resolvePath(folder, name)
    return path === undefined ? undefined : contextPathOf(copies, path, project)
  }
  const place = fileOf(manifest)
  if (place === undefined || !`/${place}`.endsWith(`/${manifest}`)) return undefined
  const source = place.slice(0, Math.max(0, place.length - manifest.length - 1))
  const all = lineage(stage)
    .toReversed()
    .flatMap(({ commands }) => commands)
  const earlier = all.slice(0, all.indexOf(command))
  // A second install goes by what the first has left.
  const isFirst = !earlier.some((other) => {
    const did = installs.read(other)
    return did?.writes === true && did.needs !== 'nothing'
  })
  if (!isFirst || lineage(stage).some(({ unreadable }) => unreadable.length > 0)) return undefined
  const { instruction } = command.step
  return call.installer.freeze?.({
    ...{ command, project, source, earlier, stage },
    where: `Line ${evidenceOf(instruction, input).line ?? instruction.line}`,
    has: (name) => fileOf(name) === (source === '' ? name : `${source}/${name}`),
  })
}

/** What is copied into a stage by the time a command runs, its parents' COPYs first. */
function copiesBefore({ step }: RunCommand, stage: StageFacts): readonly Copy[] {
  return lineage(stage)
    .toReversed()
    .flatMap(({ copies }) => copies)
    .filter((copy) => !stage.copies.includes(copy) || copy.step.index < step.index)
}
