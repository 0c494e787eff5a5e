import {
  activatedBy,
  isOldInstall,
  leave,
  listText,
  refuse,
  startsOf,
  uwsgiHomeOf,
  type Facts,
  type Refusal,
} from '../../src/transform.ts'
import { redHatPython, type PythonApp } from './app.ts'
import { borrowedImport } from './managers/borrowed-import.ts'
import { inPlace } from './parts/in-place.ts'
import { lostPath } from './parts/lost-path.ts'
import { namedPlace } from './parts/named-place.ts'
import { ownPath } from './parts/own-path.ts'
import { leavesAnything, standsAlone } from './parts/runtime-bases.ts'

/** Why the application is not split; undefined where nothing speaks against it. */
export function refuseApp(app: PythonApp): Refusal | undefined {
  return (
    leaveWithoutPackages(app) ??
    refuseBase(app) ??
    refuseStart(app) ??
    leaveLean(app) ??
    refuseManager(app) ??
    refuseHome(app) ??
    refuseOldInstall(app) ??
    refuseInPlace(app) ??
    refuseUnmovable(app)
  )
}

/** Of an image of others nobody knows which Python runs, and where its packages are. */
function refuseBase(app: PythonApp): Refusal | undefined {
  const { base, stage } = app.facts.final
  const { text } = base.reference
  const { line } = stage.from
  if (base.family === redHatPython && !leavesAnything(app)) return leaveLean(app)
  if (base.family !== 'python')
    return refuse(
      'no-transform',
      `Line ${line} starts from ${text}: Python is split on the official python images alone, where one Python runs and its place is known.`,
      line,
    )
  if (base.version?.startsWith('2') === true)
    return refuse(
      'no-transform',
      `Line ${line} starts from ${text}: Python 2 has no environments of its own (venv) that could be copied.`,
      line,
    )
  return undefined
}

function refuseStart({ facts: { start }, environments }: PythonApp): Refusal | undefined {
  for (const process of start?.processes ?? []) {
    const folder = activatedBy(process)
    if (folder !== undefined && !environments.includes(folder))
      return refuse(
        'unknown-start-command',
        `The start command can't be followed: it activates ${folder}, an environment that the file does not make.`,
      )
  }
  return start?.instruction === undefined && start?.given === undefined
    ? refuse(
        'no-start-command',
        'The file names no CMD or ENTRYPOINT: what the image runs, and so what it needs, is not known. Add the start command.',
      )
    : undefined
}

/** Said before what speaks against a split, because none is wanted. On a leaner image of the same Python such a file stands as it is. */
const leaveWithoutPackages = (app: PythonApp): Refusal | undefined =>
  app.works.length === 0 && app.unread === undefined && !standsAlone(app)
    ? leave(
        'nothing-to-leave-behind',
        'The file installs no packages of Python: there is nothing to build in a stage of its own.',
      )
    : undefined

function leaveLean(app: PythonApp): Refusal | undefined {
  const { text } = app.facts.final.base.reference
  if (leavesAnything(app)) return undefined
  const isFull = app.facts.final.base.variant === 'full'
  return leave(
    'nothing-to-leave-behind',
    isFull
      ? `The packages are installed on ${text}, and no slim image is known to have the same Python on the same release.`
      : `The packages are installed on ${text}, and no compilers or headers stay in the image that a second stage could do without.`,
  )
}

function refuseManager({ unread }: PythonApp): Refusal | undefined {
  if (unread === undefined) return undefined
  const { line } = unread.step.instruction
  return refuse(
    'no-transform',
    `Line ${line} installs with \`${unread.argv.slice(0, 2).join(' ')}\`: how that comes to an environment that can be copied is not covered yet.`,
    line,
  )
}

/** Packages that are not in one place which can be copied. */
function refuseHome({ works, environments, ofImage }: PythonApp): Refusal | undefined {
  for (const { home, command } of works) {
    if (home.kind !== 'elsewhere') continue
    const { line } = command.step.instruction
    return refuse(
      'unmovable-packages',
      `Line ${line} ${home.why}: the packages can't be copied from the builder as one environment.`,
      line,
    )
  }
  const [first] = ofImage
  if (first === undefined || environments.length === 0) return undefined
  const { line } = first.command.step.instruction
  return refuse(
    'unmovable-packages',
    `Line ${line} installs among the packages of the image, and others are in ${listText(environments)}: which of them run time needs is not known. Install all in one environment.`,
    line,
  )
}

/** setuptools installs by itself there, in ways that pip has left: https://setuptools.pypa.io/en/latest/deprecated/commands.html */
function refuseOldInstall({ facts }: PythonApp): Refusal | undefined {
  const command = facts.final.commands.find(isOldInstall)
  if (command === undefined) return undefined
  const { line } = command.step.instruction
  const verb = command.args[1] ?? ''
  return refuse(
    'unmovable-packages',
    `Line ${line} runs \`setup.py ${verb}\`: where that puts the project and what it needs depends on the version of setuptools. Use \`pip install ${verb === 'develop' ? '-e .' : '.'}\`, which brings both into one environment.`,
    line,
  )
}

function refuseInPlace(app: PythonApp): Refusal | undefined {
  const found = inPlace(app)
  return found === undefined
    ? undefined
    : refuse(
        'unplaced-command',
        `Line ${found.line} ${found.what}: what it makes is among the sources, which the runtime stage takes from the build context. Install the project into the environment instead (\`pip install .\`).`,
        found.line,
      )
}

/** Settings that lead uWSGI to the packages of the image. */
function uwsgiHome(facts: Facts) {
  const home = startsOf(facts)
    .flat()
    .flatMap((process) => uwsgiHomeOf(process, facts) ?? [])
    .at(0)
  return home === undefined
    ? undefined
    : {
        why: `uWSGI looks for packages in ${home.folder} (${home.by}), where an environment does not have them`,
        line: undefined,
      }
}

/** What an environment would change for whoever finds the packages by their place in the image, or by its PATH. */
function refuseUnmovable(app: PythonApp): Refusal | undefined {
  if (app.ofImage.length === 0) return undefined
  const borrowed = borrowedImport(app)
  if (borrowed !== undefined) {
    const { module, manager, line } = borrowed
    return refuse(
      'unmovable-packages',
      `The sources import ${module}, which nothing installs but ${manager.title}, for itself (line ${line}): an environment without ${manager.title} would lack it. Add it to the dependencies.`,
      line,
    )
  }
  const first = Math.min(...app.ofImage.map(({ command }) => command.step.index))
  const { facts } = app
  const found = namedPlace(facts) ?? lostPath(facts) ?? ownPath(facts, first) ?? uwsgiHome(facts)
  return found === undefined ? undefined : refuse('unmovable-packages', `${found.why}.`, found.line)
}
