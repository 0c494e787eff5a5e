import { refuse, type Process, type Refusal } from '../../../src/transform.ts'
import type { PhpApp } from '../app.ts'
import { composerCommandOf } from '../composer-command.ts'
import type { AppFiles } from './app-files.ts'
import { devNeedOf } from './no-dev.ts'
import { leavesDevOut } from './project.ts'

/** What the container runs: its start command, its health check, and what compose services run instead. */
export function processesOf({ facts }: PhpApp): readonly Process[] {
  return [
    ...(facts.start?.processes ?? []),
    ...(facts.health?.processes ?? []),
    ...facts.overrides.flatMap(({ processes }) => processes),
  ]
}

/** Composer at work when the container starts. */
export function refuseInstallAtStart(app: PhpApp): Refusal | undefined {
  for (const process of processesOf(app)) {
    const name = composerCommandOf(process)?.name
    if (name === undefined || !/^(install|update|require|create-project)$/.test(name)) continue
    const { path, line } = placeOf(process)
    const who = path === 'Dockerfile' ? `Line ${line ?? '?'}` : `${path}:${line ?? '?'}`
    return refuse(
      'installs-at-start',
      `${who} runs composer ${name} when the container starts; there is nothing that a builder stage could prepare for it.`,
      path === 'Dockerfile' ? line : undefined,
    )
  }
  return undefined
}

/** A start command that only the dev packages make possible. */
export function refuseDevStart(files: AppFiles): Refusal | undefined {
  for (const project of files.projects) {
    const hasDev = project.commands.some((command) => leavesDevOut(command) === false)
    if (!hasDev) continue
    for (const process of processesOf(files.app)) {
      const need = devNeedOf(process, project)
      if (need === undefined) continue
      const { path, line } = placeOf(process)
      const command = process.argv.map((word) => word ?? '…').join(' ')
      const who = path === 'Dockerfile' ? `Line ${line ?? '?'}` : `${path}:${line ?? '?'}`
      const why =
        typeof need === 'string'
          ? `\`${command}\`, which needs ${need}`
          : `\`${command}\`, and ${need.evidence.path} uses ${need.name}, which ${need.package} brings`
      return refuse(
        'start-needs-dev-dependency',
        `${who} runs ${why}: composer.json lists it under require-dev; without it the program does not start. Move the package to require.`,
        path === 'Dockerfile' ? line : undefined,
      )
    }
  }
  return undefined
}

/** Whether run time calls composer for something else than an install. */
export function startsComposer(app: PhpApp): boolean {
  return processesOf(app).some((process) => composerCommandOf(process) !== undefined)
}

function placeOf({ via }: Process): { readonly path: string; readonly line: number | undefined } {
  const last = via.at(-1)
  return { path: last?.path ?? 'Dockerfile', line: last?.line }
}
