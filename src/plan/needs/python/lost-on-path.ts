import { pathReset } from '../../../facts/commands/path-reset.ts'
import type { Facts } from '../../../facts/facts.ts'
import { baseName, isWithin, resolvePath } from '../../../facts/image-path.ts'
import { lineage } from '../../../facts/stages/stage-facts.ts'
import { uwsgiHomeOf } from '../../../facts/python/uwsgi-home.ts'
import { isPython } from '../../../knowledge/python-installs.ts'
import { placedInstalls } from './lost-packages.ts'
import { isConsoleScript, startsOf, withoutManaged } from './starts.ts'

/**
 * What the container starts by a name or a path that leads past the environment with its packages, as the start of a sentence: PATH does not
 * name the environment, a login shell sets another PATH, the words name the place that the packages had before.
 */
export function lostOnPath(before: Facts, after: Facts): string | undefined {
  const places = placedInstalls(before, after).flatMap(({ install, now }) =>
    now?.place.kind !== 'environment'
      ? []
      : [{ folder: now.place.folder, isMoved: isElsewhere(install.place, now.place.folder) }],
  )
  const folders = [...new Set(places.map(({ folder }) => folder))]
  if (folders.length === 0) return undefined
  const isMoved = places.some((place) => place.isMoved)
  const was = before.final.config.Env.get('PATH') ?? ''
  const isNeeded = isMoved || folders.some((folder) => namesFirst(was, folder))
  const started = startsOf(after)
  const [reset] = isMoved ? started.flat().flatMap(({ argv }) => pathReset(argv) ?? []) : []
  if (reset !== undefined)
    return `\`${reset}\` starts programs with another PATH, which does not name ${folders[0] ?? ''}/bin`
  for (const process of isMoved ? started.flat() : []) {
    const home = uwsgiHomeOf(process, after)
    if (home !== undefined && !folders.some((folder) => isWithin(home.folder, folder)))
      return `uWSGI looks for packages in ${home.folder} (${home.by}), and they are in ${folders[0] ?? ''}`
  }
  for (const processes of started)
    for (const process of withoutManaged(processes)) {
      const { name = '', cwd } = process
      const isOwn = isPython(name) || isConsoleScript(process, before)
      if (!isOwn) continue
      if (name.includes('/')) {
        const path = resolvePath(cwd, name) ?? name
        if (isMoved && !folders.some((folder) => isWithin(path, folder)) && isOfImage(path))
          return `${name}, which the container starts, does not know the packages in ${folders[0] ?? ''}`
        continue
      }
      const path = process.assignments.get('PATH') ?? after.final.config.Env.get('PATH') ?? ''
      if (isNeeded && !folders.some((folder) => namesFirst(path, folder)))
        return `PATH of the runtime stage does not name ${folders[0] ?? ''}/bin, where ${baseName(name)} is`
    }
  return isMoved ? namedByText(before, after) : undefined
}

const isElsewhere = (place: { readonly kind: string; readonly folder?: string }, folder: string) =>
  place.kind !== 'environment' || place.folder !== folder

const isOfImage = (path: string) => /^\/usr\/(local\/)?bin\//.test(path)

/** Whether PATH has the programs of an environment before those of the image. */
function namesFirst(path: string, folder: string): boolean {
  const all = path.split(':')
  const own = all.indexOf(`${folder}/bin`)
  return own >= 0 && !all.slice(0, own).some((each) => isOfImage(`${each}/`))
}

/** A script or a setting of the image that names packages or console scripts by the place that they had: `/usr/local/bin/celery`. */
function namedByText(before: Facts, after: Facts): string | undefined {
  const { project, imagePath } = before
  const files = project
    .files()
    .filter((path) => mayName.test(path) && imagePath(path) !== undefined)
    .map((path) => ({ path, text: project.read(path) ?? '' }))
  const own = lineage(after.final)
    .flatMap(({ stage }) => stage.instructions)
    .filter(({ keyword }) => /^(RUN|CMD|ENTRYPOINT|HEALTHCHECK|ENV)$/.test(keyword))
    .map(({ text, line }) => ({ path: `line ${line} of the new file`, text }))
  for (const { path, text } of [...files, ...own]) {
    const named = namesIn(text).find(
      (name) =>
        isPython(name) ||
        isConsoleScript({ name: `/usr/local/bin/${name}`, cwd: '/', bin: undefined }, before),
    )
    if (named !== undefined)
      return `${path} names /usr/local/bin/${named}, which would not have the packages`
    if (/\/usr\/local\/lib\/python\d/.test(text))
      return `${path} names a folder of /usr/local/lib in which the packages would not be`
  }
  return undefined
}

const mayName =
  /(^|\/)(crontab|Procfile|Makefile|[\w-]*(entrypoint|start|run)[\w-]*)$|\.(py|sh|bash|ini|conf|cfg|service|cron|toml|ya?ml)$/

/** 'celery' of `exec /usr/local/bin/celery -A shop worker` */
const namesIn = (text: string): readonly string[] =>
  text
    .split('/usr/local/bin/')
    .slice(1)
    .flatMap((rest) => /^[\w.-]+/.exec(rest)?.[0] ?? [])
