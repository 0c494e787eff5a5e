import {
  baseName,
  describeBaseImage,
  leanerBase,
  placeOfPackage,
  leavesOutRecommended,
  readInstall,
  runtimeCounterparts,
  trustsServers,
  type Behaviour,
  type Evidence,
  type Facts,
  type RuntimeBase,
} from '../../../src/transform.ts'
import type { NodeApp } from '../app.ts'
import { lineOfKey } from '../../javascript/manifest.ts'
import { nativePackages } from '../tables/native-packages.ts'
import type { Leaner } from './dev-dependencies.ts'

/** The images for the runtime stage: the slim twin of the author's base where there is one, else that base. */
export function runtimeBases(
  app: NodeApp,
  behaviour: Behaviour,
  leaner: Leaner,
  keepsBase: boolean,
): readonly RuntimeBase[] {
  const { facts } = app
  const { base, stage } = facts.final
  const own: RuntimeBase = {
    image: stage.base,
    pays: leavesPackages(app) || leavesBuild(app, leaner),
  }
  const natives = nativePackages(app.manifest)
  if (keepsBase || natives.some((item) => item.keepsBase !== undefined)) return [own]
  const lean = leanerBase(describeBaseImage(stage.base), base.reference.text)
  if (lean === undefined) return [own]
  const installed = installedPackages(facts)
  const packages = natives.flatMap((item) =>
    (item.debian ?? []).flatMap((name) => {
      const isThere = installed.some(
        (other) =>
          other === name ||
          (base.packageManager !== undefined &&
            runtimeCounterparts(base.packageManager, base.release, other)?.includes(name) === true),
      )
      const evidence: Evidence = {
        path: app.manifest.path,
        line: lineOfKey(app.manifest, 'dependencies', item.name),
        text: item.name,
      }
      return isThere ? [] : [{ name, evidence }]
    }),
  )
  const download = behaviour.programs.find(({ name, evidence }) =>
    trustsServers(name, evidence.text),
  )
  if (
    download !== undefined &&
    base.packageManager === 'apt' &&
    !installsCertificates(facts, download.name)
  )
    packages.push({ name: 'ca-certificates', evidence: download.evidence })
  return [{ image: lean.image, pays: true, ...(packages.length > 0 ? { packages } : {}) }, own]
}

/** Whether the author does: by name, or with a program that recommends them. */
function installsCertificates({ final }: Facts, program: string): boolean {
  return final.commands.some((command) => {
    const install = readInstall(command.argv)
    if (install?.action !== 'install') return false
    const isAll = !leavesOutRecommended(install)
    return install.packages.some(
      ({ name }) => name === 'ca-certificates' || (isAll && name === program),
    )
  })
}

function installedPackages({ final }: Facts): readonly string[] {
  return final.commands.flatMap((command) => {
    const install = readInstall(command.argv)
    return install?.action === 'install' ? install.packages.map(({ name }) => name) : []
  })
}

/** Dev dependencies that are gone, or sources that were built. */
const leavesBuild = ({ made, unknownOutput }: NodeApp, { afterBuild, builderRewrites }: Leaner) =>
  afterBuild.length > 0 ||
  builderRewrites.length > 0 ||
  made.length > 0 ||
  unknownOutput !== undefined

/** Whether the image has something that run time does without: dev dependencies, what was built from, packages, a heavier base. */
export function leavesAnything(app: NodeApp): boolean {
  const { base, stage } = app.facts.final
  return (
    app.hasDevDependencies ||
    app.made.length > 0 ||
    app.unknownOutput !== undefined ||
    leavesPackages(app) ||
    leanerBase(describeBaseImage(stage.base), base.reference.text) !== undefined
  )
}

/** Compilers and headers that stay in a layer: not those that the same RUN deletes again. */
function leavesPackages({ facts }: NodeApp): boolean {
  return facts.final.commands.some((command) => {
    const install = readInstall(command.argv)
    if (install?.action !== 'install') return false
    const isDeleted = facts.final.commands.some(
      (other) => other.step === command.step && readInstall(other.argv)?.action === 'remove',
    )
    return (
      !isDeleted &&
      install.packages.some(
        ({ name }) => placeOfPackage(install.manager, baseName(name)) === 'build',
      )
    )
  })
}
