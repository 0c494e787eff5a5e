import {
  effectsOf,
  isWithin,
  nothingToLeave,
  npmVerb,
  refuse,
  resolvePath,
  type Facts,
  type Refusal,
} from '../../../src/transform.ts'
import { manifestFault } from '../../javascript/manifest.ts'
import type { NodeApp } from '../app.ts'
import { usesPlugAndPlay, yarnSettings } from '../../javascript/package-managers/plug-and-play.ts'
import { leavesAnything } from '../parts/runtime-bases.ts'
import type { Shape } from '../app/shape.ts'

/** `mv build /`: what the build makes is taken out of the folder that it is made in, and the rest deleted. */
export function refuseMovedBuild(app: NodeApp): Refusal | undefined {
  const { works, root } = app
  const mover = works.find(({ command, isNode }) => {
    const effects = isNode ? [] : (effectsOf(command) ?? [])
    const goesOut = effects.some(
      (effect) => effect.kind === 'creates' && !isWithin(effect.path, root),
    )
    const comesFrom = effects.some(
      (effect) => effect.kind === 'deletes' && isWithin(effect.path, root),
    )
    return command.name === 'mv' && root !== '/' && goesOut && comesFrom
  })
  if (mover === undefined) return undefined
  // `npm install --production && mv node_modules ../`: there is no build.
  if (!leavesAnything(app)) return nothingToLeave
  const { line } = mover.command.step.instruction
  const words = mover.command.argv.map((word) => word ?? '?').join(' ')
  return refuse(
    'unplaced-command',
    `Line ${line} runs \`${words}\`: it takes what is built out of ${root}, and what run time needs of the rest can't be known. Build in the folder that the program runs in.`,
    line,
  )
}

/** Plug'n'Play with packages in root's home: no other user finds them. */
export function refuseGlobalCache(app: NodeApp): Refusal | undefined {
  const install = app.installs[0]?.work.command.step.instruction
  if (!(app.isBerry && usesPlugAndPlay(app.view, app.root)) || install === undefined)
    return undefined
  if (yarnSettings(app.view, app.root)['enableGlobalCache'] === false) return undefined
  return refuse(
    'yarn-global-cache',
    `Line ${install.line} installs with Plug’n’Play into yarn’s global cache in root’s home folder, where no other user and no other stage finds it. Set \`enableGlobalCache: false\` in .yarnrc.yml, so that the packages are under ${app.root}/.yarn.`,
    install.line,
  )
}

/** `npm link shop`: node_modules leads into the global folder, which the runtime stage does not have. */
export function refuseLinkedPackage({ works }: NodeApp): Refusal | undefined {
  for (const { command, tasks } of works)
    for (const task of tasks) {
      if (task.kind !== 'manager' || task.call.kind !== 'add') continue
      const [verb = '', name] = command.args.filter((arg) => arg?.startsWith('-') !== true)
      if (npmVerb(verb) !== 'link' || name === undefined) continue
      const { line } = command.step.instruction
      return refuse(
        'unplaced-command',
        `Line ${line} links ${name} from the global folder into node_modules. List it in package.json, by \`file:\` where it is a folder.`,
        line,
      )
    }
  return undefined
}

/** What a build makes is not known, and the folder that it could be in is the whole system. */
export function refuseUnknownBuild({ root, facts }: NodeApp, shape: Shape): Refusal | undefined {
  if (shape.kind !== 'folder' || root !== '/') return undefined
  return refuse(
    'unknown-build-output',
    `What the build makes can't be told (${shape.why}), and without a WORKDIR of its own it can't be copied as a whole. Add a WORKDIR.`,
    facts.final.stage.from.line,
  )
}

/** Nothing of the context says what the program needs. */
export function refuseWithoutManifest({ final, contextPath, project }: Facts): Refusal {
  const path = contextPath(resolvePath(final.end.workdir, 'package.json') ?? '')
  const fault = manifestFault(project, path ?? 'package.json')
  if (fault !== undefined) return refuse('no-manifest', `${fault}.`, final.stage.from.line)
  const clone = final.commands.find(({ name, args }) => name === 'git' && args[0] === 'clone')
  const line = clone?.step.instruction.line
  return clone === undefined
    ? refuse(
        'no-manifest',
        'No package.json that belongs to the start command is in the build context.',
        final.stage.from.line,
      )
    : refuse(
        'sources-not-in-context',
        `Line ${line} clones the sources while the image is built; what the program needs can't be told without them. COPY them from the build context.`,
        line,
      )
}
