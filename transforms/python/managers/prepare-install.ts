import {
  assignmentsOf,
  isPython,
  parseRun,
  splice,
  type Edit,
  type PackageWork,
  type RunCommand,
  type Step,
} from '../../../src/transform.ts'
import type { PythonApp } from '../app.ts'
import { managerOf, managers, namesIt } from './manager.ts'

/** Whether a work brings a manager among the packages of the image: it stays outside of the environment. */
export const isOfManager = ({ home, install }: PackageWork): boolean =>
  home.kind === 'image' &&
  install?.packages.some((word) => managers.some((manager) => namesIt(word, manager))) === true

/** The first work that an environment is for: below the install of the manager. */
export function firstWork({ works, ofImage }: PythonApp): PackageWork | undefined {
  const [first] = ofImage
  if (first === undefined) return undefined
  const end = works.indexOf(first)
  const manager = works.slice(0, end).findLastIndex(isOfManager)
  return works.slice(manager + 1).find(({ home }) => home.kind === 'image' || home.kind === 'own')
}

/** `python -m poetry install`: the Python that is first on PATH then has no manager. */
export const callsAsModule = ({ facts }: PythonApp): boolean =>
  facts.final.commands.some(
    (command) => isPython(command.name ?? '') && managerOf(command) !== undefined,
  )

/** A RUN that installs the manager, and then the packages, as two: the environment is made between them. Undefined where it can't be taken apart. */
export function splitAbove({
  step,
  linkIndex,
  source,
}: RunCommand): readonly [string, string] | undefined {
  const { instruction } = step
  const links = parseRun(instruction)?.links ?? []
  const last = links[linkIndex - 1]
  const next = links[linkIndex]
  if (source === undefined || last === undefined || next === undefined) return undefined
  const isPlain =
    instruction.heredocs.length === 0 &&
    instruction.exec === undefined &&
    next.operator === '&&' &&
    links.slice(0, linkIndex).every(
      ({ kind, operator, commands }) =>
        kind === 'simple' &&
        (operator === undefined || operator === '&&') &&
        // What a shell keeps for the rest of the line would be lost.
        commands.every(
          ({ words, assignments }) =>
            !(words.length === 0 && assignments.length > 0) &&
            !/^(cd|export|set|\.|source|umask)$/.test(words[0]?.raw ?? ''),
        ),
    )
  if (!isPlain) return undefined
  const { text, flags } = instruction
  const start = text.slice(0, flags.at(-1)?.end ?? 'RUN'.length)
  return [text.slice(0, last.end), `${start} ${text.slice(next.start)}`]
}

/** A `uv pip install` without `--system`, which passes an environment over, be it active or not. */
export function withoutSystem(step: Step, { ofImage }: PythonApp): string | undefined {
  const edits = ofImage.flatMap(({ command }) => {
    if (command.step !== step || managerOf(command)?.name !== 'uv') return []
    const words = command.source?.words ?? []
    return words.flatMap((word, i) => {
      if (word.value !== '--system') return []
      const before = words[i - 1]
      return before === undefined ? [] : [{ start: before.end, end: word.end, text: '' }]
    })
  })
  return edits.length === 0 ? undefined : splice(step.instruction.text, edits)
}

/** Settings of uv that lead past an environment, as they are to be: the one dropped, the other naming it. */
export function settingsOfUv({ facts, ofImage }: PythonApp, environment: string): readonly Edit[] {
  if (!ofImage.some(({ install }) => install?.manager === 'uv')) return []
  const { escape } = facts.dockerfile
  const others: Readonly<Record<string, string>> = {
    UV_SYSTEM_PYTHON: '0',
    UV_PROJECT_ENVIRONMENT: environment,
  }
  return facts.final.steps.flatMap(({ instruction }): readonly Edit[] => {
    if (instruction.keyword !== 'ENV') return []
    const all = assignmentsOf(instruction, escape)
    const text = all.reduce((now, { name, raw }) => {
      const value = Object.hasOwn(others, name) ? others[name] : undefined
      return value === undefined ? now : replaced(now, `${name}=${raw}`, `${name}=${value}`)
    }, instruction.text)
    if (text === instruction.text) return []
    return all.length === 1 && all[0]?.name === 'UV_SYSTEM_PYTHON'
      ? [{ kind: 'drop', instruction }]
      : [{ kind: 'replace', instruction, text }]
  })
}

const replaced = (text: string, old: string, next: string) => text.split(old).join(next)
