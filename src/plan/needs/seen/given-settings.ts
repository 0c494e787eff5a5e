import { assignmentsOf } from '../../../dockerfile/words/variables.ts'
import { commandEvidence, lineEvidence, type Evidence } from '../../../facts/evidence.ts'
import type { Facts } from '../../../facts/facts.ts'
import { findBinaries } from '../../../facts/go/build-command.ts'
import { readGoArguments } from '../../../facts/go/go-arguments.ts'
import { parseScript } from '../../../dockerfile/shell/shell.ts'
import { unknownMark } from '../../../dockerfile/shell/shell-script.ts'
import { usagesOf } from '../../uses/image-demands.ts'
import { processesOf } from './entries.ts'

/** A variable that the container runs with. */
export interface GivenSetting {
  readonly name: string
  readonly value: string
  readonly evidence: Evidence
  /** The base image sets it, and no line of the project. */
  readonly isOfBase: boolean
  /** The folder that the program runs in which gets it, where it isn't the image's. */
  readonly cwd?: string | undefined
}

/** What ENV, whoever runs the image, the commands of the container and the linker of Go set, files of variables among it. */
export function givenSettings(facts: Facts): readonly GivenSetting[] {
  return [...ofEnv(facts), ...ofUsages(facts), ...ofCommands(facts), ...ofLinker(facts)]
}

function ofEnv({ final, dockerfile }: Facts): readonly GivenSetting[] {
  const lines = new Map(
    final.stage.instructions
      .filter(({ keyword }) => keyword === 'ENV')
      .flatMap((line) =>
        assignmentsOf(line, dockerfile.escape).map(({ name }) => [name, line] as const),
      ),
  )
  return [...final.config.Env].map(([name, value]) => {
    const line = lines.get(name)
    return {
      name,
      value,
      evidence: lineEvidence(line, `ENV ${name}`),
      isOfBase: line === undefined,
    }
  })
}

function ofUsages(facts: Facts): readonly GivenSetting[] {
  return usagesOf(facts).flatMap(({ path, line, settings, envFiles }) => {
    const given = (
      all: ReadonlyMap<string, string>,
      place: Pick<Evidence, 'path' | 'line'>,
    ): readonly GivenSetting[] =>
      [...all].map(([name, value]) => ({
        name,
        value,
        evidence: { ...place, text: name },
        isOfBase: false,
      }))
    return [
      ...given(settings, { path, line }),
      ...envFiles.flatMap((each) => given(each.settings, { path: each.path, line: undefined })),
    ]
  })
}

/** `CMD CONFIG=config/prod.json node a.js`, `export CONFIG=...` in a script: the last may stand in an if, so that each counts. */
function ofCommands(facts: Facts): readonly GivenSetting[] {
  const all = processesOf(facts).flatMap((process): readonly GivenSetting[] => {
    const { name: program, args, assignments, via, cwd } = process
    const evidence = via.at(-1)
    if (evidence === undefined) return []
    const exported = (program === 'export' ? args : []).flatMap((word = ''): [string, string][] => {
      const equals = word.indexOf('=')
      return equals < 0 ? [] : [[word.slice(0, equals), word.slice(equals + 1)]]
    })
    return [...exported, ...assignments].flatMap(([name, value]) =>
      value === undefined ? [] : [{ name, value, evidence, isOfBase: false, cwd }],
    )
  })
  const keyOf = ({ name, value, cwd }: GivenSetting) => JSON.stringify([name, value, cwd])
  return [...new Map(all.map((each) => [keyOf(each), each])).values()]
}

/** `-ldflags "-X main.path=data/shop.json"` is the value of a variable of the program: https://pkg.go.dev/cmd/link */
function ofLinker(facts: Facts): readonly GivenSetting[] {
  return findBinaries(facts).flatMap(({ build, command }) => {
    const { flags, outlines } = readGoArguments(build)
    const text = flags.get('-ldflags') ?? outlines.get('-ldflags') ?? ''
    // Quoted as in a shell.
    const words = (parseScript(text)?.links ?? [])
      .flatMap(({ commands }) => commands)
      .flatMap((each) => each.words.map(({ value }) => value ?? ''))
    return words.flatMap((word, i): readonly GivenSetting[] => {
      const [, variable = '', value] = /^(?:-X=)?([^=]+)=(.*)$/s.exec(word) ?? []
      if (
        value === undefined ||
        value.includes(unknownMark) ||
        !(words[i - 1] === '-X' || word.startsWith('-X='))
      )
        return []
      const name = variable.slice(variable.lastIndexOf('.') + 1)
      return [{ name, value, evidence: commandEvidence(command), isOfBase: false }]
    })
  })
}
