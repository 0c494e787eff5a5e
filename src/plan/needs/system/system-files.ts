import { effectsOf } from '../../../facts/effects/effects.ts'
import { commandEvidence, lineEvidence, type Evidence } from '../../../facts/evidence.ts'
import type { Facts } from '../../../facts/facts.ts'
import { baseName, isWithin } from '../../../facts/image-path.ts'
import { installedPackages } from '../../../facts/installed-packages.ts'
import type { BaseImage } from '../../../knowledge/images/base-image.ts'
import { isInstalled } from '../../../knowledge/programs.ts'
import {
  filesOfSystem,
  hasFilesOf,
  isLibraryOfSlim,
  isSystemLibrary,
  packageOfFiles,
  type SystemFiles,
} from '../../../knowledge/system-files.ts'
import { absolutePath } from '../../../programs/path-value.ts'
import { viewOf } from '../../view/stage-view.ts'
import { usagesOf } from '../../uses/image-demands.ts'
import { pathsInWords, processesOf } from '../seen/entries.ts'
import type { Seen } from '../seen/seen-program.ts'
import { fontsOf } from './fonts.ts'
import { pathsOfSettings, type NamedPath } from './settings.ts'
import { typesOfFiles } from './told-types.ts'

/** Files of the system that something reads in the container, and that the author's image has. */
export interface SystemNeed extends NamedPath {
  /** Undefined for a library. */
  readonly row: SystemFiles | undefined
  /** The package that the author installs it with; undefined where it came with the image. */
  readonly by: string | undefined
}

/** The files of the system that the program, its commands and its settings name; one path for all of one package. */
export function systemNeeds(seen: Seen, facts: Facts): readonly SystemNeed[] {
  const named = [
    ...pathsOfPrograms(seen),
    ...fontsOf(seen, facts),
    ...typesOfFiles(seen, facts),
    ...pathsOfCommands(facts),
    ...pathsOfSettings(facts),
  ]
  const mounted = usagesOf(facts).flatMap(({ mounts }) => mounts.map(({ target }) => target))
  const installed = installedPackages(facts.final.commands).map(({ name }) => name)
  const needs = new Map<string, SystemNeed>()
  for (const { path, evidence } of named) {
    if (mounted.some((target) => isWithin(path, target))) continue
    // What the author copies there is asked for as any file of the context.
    if (facts.contextPath(path) !== undefined) continue
    if (isSystemLibrary(path)) {
      const by = installed.find((name) => name.startsWith(packageStem(path)))
      if (!isLibraryOfSlim(path)) needs.set(path, { path, evidence, row: undefined, by })
      continue
    }
    for (const row of filesOfSystem(path)) {
      const by = installed.find((name) => name === row.apt || name === row.apk)
      const isThere = by !== undefined || hasFilesOf(facts.final.base, row) !== false
      if (isThere && !needs.has(row.paths)) needs.set(row.paths, { path, evidence, row, by })
    }
  }
  return [...needs.values()]
}

/** `libjemalloc.so.2` is in libjemalloc2, `libstdc++.so.6` in libstdc++6. */
const packageStem = (path: string) =>
  baseName(path)
    .replace(/[-.]so.*$|\.so.*$/, '')
    .replaceAll('_', '-')
    .toLowerCase()

/** Whether an image with some packages installed has what is needed. `isOwn` says that it is the author's image. */
export function hasSystemFiles(
  { row, by }: SystemNeed,
  base: BaseImage,
  installs: readonly string[],
  isOwn: boolean,
): boolean {
  if (isOwn && by === undefined) return true
  if (row !== undefined && hasFilesOf(base, row) === true) return true
  const name = row === undefined ? by : packageOfFiles(base.packageManager, row)
  return name !== undefined && isInstalled(name, base, installs)
}

/** The package that brings what is needed to an image; undefined where there is none. */
export function packageFor({ row, by }: SystemNeed, base: BaseImage): string | undefined {
  if (row !== undefined) return packageOfFiles(base.packageManager, row)
  return base.packageManager === 'apt' ? by : undefined
}

/** The first of the files that the final stage of the new file lacks. */
export function lackingSystemFile(seen: Seen, before: Facts, after: Facts): SystemNeed | undefined {
  const { base, commands, stage } = after.final
  const installs = installedPackages(commands)
    .filter(({ isRemoved }) => !isRemoved)
    .map(({ name }) => name)
  const view = viewOf(after.final, after)
  return systemNeeds(seen, before).find(
    (need) =>
      view.has(need.path) !== 'yes' &&
      !hasSystemFiles(need, base, installs, stage.base === before.final.stage.base),
  )
}

const pathsOfPrograms = ({ programs }: Seen): readonly NamedPath[] =>
  programs.flatMap(({ graph }) =>
    graph.modules.flatMap(({ path: file, paths }) =>
      paths.flatMap(({ value, use, at }) => {
        const path =
          value.base === 'root' && (use === 'reads' || use === 'names')
            ? absolutePath(value, { cwd: undefined, ownFolder: undefined })
            : undefined
        return path === undefined ? [] : [{ path, evidence: { path: file, ...at } }]
      }),
    ),
  )

/** Flags of Node by which it trusts what the system trusts: https://nodejs.org/api/cli.html#--use-bundled-ca---use-openssl-ca */
const trustsSystem = /(^|\s)--use-(openssl|system)-ca(\s|$)/
const bundle = '/etc/ssl/certs/ca-certificates.crt'

function pathsOfCommands(facts: Facts): readonly NamedPath[] {
  const { final } = facts
  const options = final.config.Env.get('NODE_OPTIONS') ?? ''
  const byOptions = trustsSystem.test(options)
    ? [{ path: bundle, evidence: lineEvidence(undefined, 'ENV NODE_OPTIONS') }]
    : []
  const edited = final.commands.flatMap((command) =>
    (effectsOf(command) ?? []).flatMap((effect) =>
      effect.kind === 'changes' && effect.what === 'content'
        ? [{ path: effect.path, evidence: commandEvidence(command) }]
        : [],
    ),
  )
  return [
    ...byOptions,
    // `sed -i s/a/b/ /etc/ssl/openssl.cnf` fails where the file is not.
    ...edited,
    ...processesOf(facts).flatMap((process) => {
      const evidence: Evidence | undefined = process.via.at(-1)
      if (evidence === undefined) return []
      const values = [...process.assignments.values()].filter((value) => value !== undefined)
      const words = [...process.args, ...values]
      return [
        ...pathsInWords(process),
        ...values.filter((value) => value.startsWith('/')),
        ...(words.some((word) => trustsSystem.test(word ?? '')) ? [bundle] : []),
      ].map((path) => ({ path, evidence }))
    }),
  ]
}
