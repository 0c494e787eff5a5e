import type { Project } from '../project/project.ts'
import type { RunCommand } from './commands/command.ts'
import { contextPathOf } from './stages/copy.ts'
import { effectsOf } from './effects/effects.ts'
import { commandEvidence, lineEvidence, type Evidence } from './evidence.ts'
import { baseName, resolvePath } from './image-path.ts'
import { lineage, type StageFacts } from './stages/stage-facts.ts'

/**
 * Which of these paths of a stage's image do not have the text of the build context any more: what a RUN edits or writes over, and what a
 * here-document takes the place of; each with the line that does it. A COPY behind it brings the text back.
 */
export function changedFiles(
  stage: StageFacts,
  project: Project,
  asked: ReadonlySet<string>,
): ReadonlyMap<string, Evidence> {
  const changed = new Map<string, Evidence>()
  for (const { copies, commands } of lineage(stage).toReversed()) {
    const change = (path: string, at: number, evidence: Evidence) => {
      if (!asked.has(path)) return
      const below = copies.filter(({ step }) => step.index > at)
      if (contextPathOf(below, path, project) === undefined) changed.set(path, evidence)
    }
    for (const path of [...changed.keys()])
      if (contextPathOf(copies, path, project) !== undefined) changed.delete(path)
    for (const { step, hasHeredoc, destination } of copies)
      if (hasHeredoc && destination !== undefined)
        change(destination, step.index, lineEvidence(step.instruction))
    for (const command of commands)
      for (const path of editedBy(command))
        change(path, command.step.index, commandEvidence(command))
  }
  return changed
}

function editedBy(command: RunCommand): readonly string[] {
  if (onlyEndsLines(command)) return []
  const script = scriptSet(command)
  if (script !== undefined) return [script]
  return (effectsOf(command) ?? []).flatMap((effect) =>
    (effect.kind === 'changes' && effect.what === 'content') ||
    (effect.kind === 'creates' && !effect.isFolder && effect.isLink !== true)
      ? [effect.path]
      : [],
  )
}

/** `dos2unix start.sh`, `sed -i 's/\r$//' start.sh`: the lines are the same. */
function onlyEndsLines({ name, args }: RunCommand): boolean {
  if (name === undefined) return false
  if (/^(dos2unix|touch)$/.test(baseName(name))) return true
  const scripts = args.filter((arg) => arg !== undefined && /^s(.).*\1.*\1/.test(arg))
  return (
    baseName(name) === 'sed' &&
    scripts.length > 0 &&
    scripts.every((script) => /^s(.)(\\r|\\x0[dD]|\\015|\r|\^M)\+?\$?\1\1g?$/.test(script ?? ''))
  )
}

/** The manifest in which `npm pkg set scripts.start=...` writes a script: https://docs.npmjs.com/cli/commands/npm-pkg */
function scriptSet({ name, args, cwd }: RunCommand): string | undefined {
  const [first, second, ...keys] = args
  return name !== undefined &&
    /^p?npm$/.test(baseName(name)) &&
    first === 'pkg' &&
    second === 'set' &&
    keys.some((key) => key === undefined || /^scripts\b/.test(key))
    ? resolvePath(cwd, 'package.json')
    : undefined
}
