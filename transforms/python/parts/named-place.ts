import { baseName, effectsOf, isWithin, type Facts } from '../../../src/transform.ts'

interface NamedPlace {
  /** A sentence without its full stop. */
  readonly why: string
  readonly line: number | undefined
}

/** Places of the image's own Python: its programs, those that packages bring, and the packages themselves; a PATH on which they come first. */
const places = /PATH=["']?\/usr\/(?:local\/)?bin|\/usr\/local\/(?:bin\/[\w.-]+|lib\/python[\d.]*)/g

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
  for (const { instruction } of final.steps) {
    // What a line sets for all that follow is judged with its place.
    if (instruction.keyword === 'ENV' && !/lib\/python/.test(instruction.text)) continue
    const found = foundIn(instruction.text, facts)
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
    const found = foundIn(project.read(file) ?? '', facts)
    if (found !== undefined && file !== project.dockerfile)
      return {
        why: `${file} names ${found} by its place in the image, where an environment does not have it`,
        line: undefined,
      }
  }
  return undefined
}

function foundIn(text: string, facts: Facts): string | undefined {
  if (!text.includes('/usr/')) return undefined
  for (const [path] of text.matchAll(places)) if (!isAuthors(path, facts)) return path
  return undefined
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
