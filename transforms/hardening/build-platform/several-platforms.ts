import type { Evidence, Project } from '../../../src/transform.ts'

/** A file of the project that has the image built for more than one kind of machine. */
export interface SeveralPlatforms {
  /** 'linux/arm64' */
  readonly platforms: readonly string[]
  readonly evidence: Evidence
}

/** The first file whose builds of the Dockerfile are for several platforms together; undefined where none is. */
export function severalPlatforms(project: Project): SeveralPlatforms | undefined {
  const usages = project.usages().filter(({ platforms }) => platforms.length > 0)
  for (const { path } of usages) {
    const platforms = [
      ...new Set(usages.flatMap((other) => (other.path === path ? other.platforms : []))),
    ]
    if (new Set(platforms.map(machineOf)).size > 1)
      return { platforms, evidence: { path, line: undefined, text: platforms.join(', ') } }
  }
  return undefined
}

/** 'arm64' of 'linux/arm64/v8'. */
const machineOf = (platform: string) => platform.split('/')[1] ?? platform

/** Arm before its seventh version: what a compiler makes for `arm` does not run there unless GOARM says so. */
export const isOldArm = (platform: string): boolean => /\/arm\/v[56]$/.test(platform)
