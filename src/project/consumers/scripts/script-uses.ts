import path from 'node:path'
import { pairs } from '../../formats/loose-data.ts'
import { PLAIN_USE, platformsIn, type BuildUse, type ResolveBuild } from '../build-use.ts'
import { readEnvFiles } from '../compose-env-files.ts'
import { findBuildCommands } from '../docker-build-command.ts'
import { isLocalPath } from '../resolve-build.ts'
import { runUses } from '../run-uses.ts'
import type { Script } from './script.ts'

/**
 * The images that scripts of a folder build, and what they run in these and in those that its other files build: `docker run`, `docker exec`,
 * and the like of compose. A path that only a run knows is left out.
 */
export function scriptUses(
  scripts: readonly Script[],
  resolve: ResolveBuild,
  known: readonly BuildUse[],
  readText: (file: string) => string | undefined,
): readonly BuildUse[] {
  const builds = scripts.flatMap((script) => buildsIn(script, resolve))
  const built = [...known, ...builds].map((use) => ({ tags: use.images, use }))
  const runs = scripts.flatMap(({ text, file, line, name, folder }) =>
    runUses(
      text,
      built,
      { file, name, kind: 'script', folder },
      (at) => line + at,
      (files) =>
        readEnvFiles(
          files.map((each) => ({ path: each })),
          folder,
          readText,
        ),
    ),
  )
  return [...builds, ...runs]
}

function buildsIn(script: Script, resolve: ResolveBuild): readonly BuildUse[] {
  return findBuildCommands(script.text).flatMap((command) => {
    const { context, dockerfile, target, platforms, buildArgs, contexts, tags, line } = command
    if (![context, command.folder, dockerfile ?? ''].every(isLocalPath)) return []
    const from = path.resolve(script.folder, command.folder)
    const place = resolve(from, {
      context,
      dockerfile: dockerfile && path.resolve(from, dockerfile),
    })
    if (place === undefined) return []
    return [
      {
        ...PLAIN_USE,
        ...place,
        ...{ file: script.file, line: script.line + line, kind: 'script', name: script.name },
        ...{ target, platforms: platformsIn(platforms), images: tags },
        ...{ buildArgs: pairs(buildArgs), contexts: pairs(contexts) },
      },
    ]
  })
}
