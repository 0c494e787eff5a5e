import { baseName, effectsOf, isWithin, type Facts } from '../../../src/transform.ts'

interface NamedPlace {
  /** A sentence without its full stop. */
  readonly why: string
  readonly line: number | undefined
}

/** Places of the image's own Python: its programs, those that packages bring, and the packages themselves; a PATH on which they come first. */
const places = /PATH=["']?\/usr\/(?:local\/)?bin|\/usr\/local\/(?:bin\/[\w.-]+|lib\/python[\d.]*)/g

/** A PATH that a program sets for what it starts: `env={"PATH": "/usr/local/bin:/bin"}`, `os.environ["PATH"] = "/usr/bin"`. */
const givenPath = /["']PATH["']\]?\s*[:=]\s*["'](\/usr\/(?:local\/)?bin)["':]/
const startsPython =
  /["' ](python[\d.]*|pip[\d.]*|gunicorn|uvicorn|celery|flask|alembic|django-admin|scrapy|streamlit|dbt|airflow|[\w./]*manage\.py)["' ]/

/** Where `data_files` of a package lie: below the prefix of the Python that installs it. */
const dataPlaces = /\/usr\/local\/(share|etc|var|libexec|games)\/([\w.-]+)/g
/** https://setuptools.pypa.io/en/latest/deprecated/distutils/setupscript.html#installing-additional-files, https://hatch.pypa.io/latest/plugins/builder/wheel/ */
const declaresData =
  /\bdata_files\s*=|^\[options\.data_files\]|data-files\]|shared-data\]|^\s*data-files\s*=/m

/** Texts that nothing runs and no setting reads, what browsers load, and data. */
const isProse = (file: string) =>
  /\.(md|rst|txt|html?|s?css|less|[jt]sx|vue|svelte|map|lock|ipynb|csv|tsv|jsonl|parquet|po|pot|mo|pdf|svg|png|jpe?g|gif|webp|avif|ico|woff2?|ttf|otf|eot|mp[34]|wav|ogg|webm|gz|zip)$|(^|\/)(LICENSE|CHANGELOG|\.git\/.*|node_modules\/.*)$|^tests?\//i.test(
    file,
  )

/** More files are not read. */
const mostFiles = 5000

/** The first that names packages, or programs that they bring, by their place in the image, or may do so; undefined where nothing does. */
export function namedPlace(facts: Facts): NamedPlace | undefined {
  const { final, project } = facts
  const declared = project
    .files()
    .filter((file) => /(^|\/)(setup\.(py|cfg)|pyproject\.toml)$/.test(file))
    .flatMap((file) => project.read(file) ?? [])
    .filter((text) => declaresData.test(text))
  for (const { instruction } of final.steps) {
    // What a line sets for all that follow is judged with its place.
    if (instruction.keyword === 'ENV' && !/lib\/python/.test(instruction.text)) continue
    const found = foundIn(instruction.text, facts, declared)
    if (found !== undefined)
      return {
        why: `Line ${instruction.line} names ${found} by its place in the image, where an environment does not have it`,
        line: instruction.line,
      }
  }
  const files = project.files().filter((file) => !isProse(file))
  if (files.length > mostFiles)
    return {
      why: `One of more than ${mostFiles} files may name packages by their place in the image, where an environment does not have them`,
      line: undefined,
    }
  for (const file of files) {
    const text = project.read(file) ?? ''
    const found =
      foundIn(text, facts, declared) ?? (file.endsWith('.py') ? pathIn(text) : undefined)
    if (found !== undefined && file !== project.dockerfile)
      return {
        why: `${file} names ${found} by its place in the image, where an environment does not have it`,
        line: undefined,
      }
  }
  return undefined
}

function foundIn(text: string, facts: Facts, declared: readonly string[]): string | undefined {
  if (!text.includes('/usr/')) return undefined
  for (const [path] of text.matchAll(places)) if (!isAuthors(path, facts)) return path
  for (const [path, folder = '', name = ''] of text.matchAll(dataPlaces)) {
    const brings = (manifest: string) =>
      [`${folder}/${name}`, `"${folder}"`, `'${folder}'`].some((part) => manifest.includes(part))
    if (!isOfSystem.test(path) && declared.some(brings) && !isAuthors(path, facts)) return path
  }
  return undefined
}

/** Folders of `/usr/local` that the system itself reads. */
const isOfSystem = /^\/usr\/local\/share\/(ca-certificates|fonts|man|zoneinfo)$/

function pathIn(text: string): string | undefined {
  const path = givenPath.exec(text)?.[1]
  return path !== undefined && startsPython.test(text) ? `PATH=${path}` : undefined
}

/** `COPY entrypoint.sh /usr/local/bin/`, `curl -o /usr/local/bin/tool`: it stays where it is. */
function isAuthors(path: string, { final, contextPath }: Facts): boolean {
  if (
    path.startsWith('PATH') ||
    /\/(python|pip|pydoc|idle)[\d.]*(-config)?$|\/lib\/python/.test(path)
  )
    return false
  return (
    contextPath(path) !== undefined ||
    final.copies.some(
      ({ destination, from, isRemote }) =>
        (from !== undefined || isRemote) &&
        destination !== undefined &&
        isWithin(path, destination),
    ) ||
    final.commands.some(
      (command) =>
        effectsOf(command)?.some(
          (effect) =>
            effect.kind === 'creates' && (effect.path === path || isWithin(path, effect.path)),
        ) === true ||
        command.argv.some(
          (word) =>
            word !== undefined && baseName(word) === baseName(path) && word.startsWith('http'),
        ),
    )
  )
}
