import { lineOfOffset, textOfLine } from '../../../dockerfile/line-of-offset.ts'
import type { Facts } from '../../../facts/facts.ts'
import { folderOf, isWithin, resolvePath } from '../../../facts/image-path.ts'
import { isOfTools, needsAt, type FileNeed } from '../seen/file-need.ts'
import type { Seen } from '../seen/seen-program.ts'
import { pathsIn } from '../../../programs/path-text.ts'
import { isOfData, isOfEnvCmd, isOfLines, readData, textOfSettings, textsIn } from './read-data.ts'
import { includedWords, isOfIncludes, placesOfWord } from './text-includes.ts'

/** More files than a person would write. */
const mostFiles = 500

/** More texts are no settings either. */
const mostTexts = 1000

/** Scripts in languages that nobody here reads, or that nobody is seen to start: `open("data/prices.csv")`. Each quoted path counts where something stands there. */
const isOfStrangers = (path: string) => /\.(py|rb|pl)$/.test(path)

/** Longer lists are data. */
const quotedIn = (text: string): readonly string[] => {
  const words = new Set(text.split(/["'\n]/).filter((word) => /^[\w./-]+$/.test(word)))
  return words.size > mostTexts ? [] : [...words]
}

/**
 * The files and folders that data names which is needed itself, beside it or in the folder that the program runs in: `$ref: ./pets.yaml` of an
 * API description, `templates: ./views` of settings. What they name in turn is among them.
 */
export function dataNeeds(
  needs: readonly FileNeed[],
  { programs }: Seen,
  facts: Facts,
): readonly FileNeed[] {
  const known = new Map(needs.map((need) => [need.path, need]))
  const found: FileNeed[] = []
  const modules = programs.flatMap(({ graph }) => graph.modules.map(({ path }) => path))
  // What is compiled into a binary is read, too.
  const embedded = programs.flatMap(({ go }) => go?.embedded ?? [])
  const queue = [
    ...needs.flatMap((need) => filesOf(need, facts)),
    ...embedded.flatMap((path) => filesIn(path, facts)),
  ]
  for (const file of queue) {
    if (found.length >= mostFiles) break
    // What a reader of the language has read, it has told.
    if (isOfStrangers(file) && modules.includes(file)) continue
    for (const need of namedIn(file, modules, facts)) {
      if (known.has(need.path)) continue
      known.set(need.path, need)
      found.push(need)
      queue.push(...filesOf(need, facts))
    }
  }
  return found
}

/** The files of data that a need is, or that its folder holds; in the context. */
const filesOf = ({ contextPath }: FileNeed, facts: Facts): readonly string[] =>
  contextPath === undefined ? [] : filesIn(contextPath, facts)

function filesIn(contextPath: string, { project }: Facts): readonly string[] {
  const files = project.isFolder(contextPath) ? project.files(contextPath) : [contextPath]
  return files.length > mostFiles
    ? []
    : files.filter(
        (path) =>
          (isOfData(path) && !isOfTools(path)) ||
          isOfEnvCmd(path) ||
          isOfStrangers(path) ||
          isOfLines(path) ||
          isOfIncludes(path),
      )
}

function namedIn(file: string, modules: readonly string[], facts: Facts): readonly FileNeed[] {
  const { project, imagePath, final } = facts
  const text = textOfSettings(file, project)
  const place = imagePath(file)
  if (text === undefined || place === undefined) return []
  const workdir = final.end.workdir ?? '/'
  const needsOf = (value: string, places: readonly string[]) => {
    const at = text.indexOf(value)
    const evidence = { path: file, line: lineOfOffset(text, at), text: textOfLine(text, at) }
    return places.flatMap((there) =>
      isWithin(workdir, there) || isWithin(place, there) ? [] : needsAt(there, evidence, facts),
    )
  }
  if (isOfIncludes(file))
    return includedWords(text).flatMap((word) =>
      needsOf(word, placesOfWord(word, place, workdir)).filter(({ isFolder }) => !isFolder),
    )
  // A folder that is only named may be anything.
  if (isOfStrangers(file))
    return quotedIn(text).flatMap((word) =>
      needsOf(
        word,
        pathsIn(word).flatMap((path) =>
          [workdir, folderOf(place)].flatMap((folder) => resolvePath(folder, path) ?? []),
        ),
      ).filter(({ isFolder }) => !isFolder || word.includes('/')),
    )
  const { texts, folders } = stringsIn(readData(file, text, project))
  const inPlaces = (path: string) =>
    [folderOf(place), workdir].flatMap((folder) => resolvePath(folder, path) ?? [])
  const isFolderOfData = ({ isFolder, contextPath }: FileNeed) =>
    isFolder && !modules.some((module) => isWithin(module, contextPath ?? module))
  // Longer lists are data, too.
  if (texts.size > mostTexts) return []
  return [
    ...[...texts].flatMap((value) => needsOf(value, pathsIn(value).flatMap(inPlaces))),
    ...[...folders].flatMap((word) => needsOf(word, inPlaces(word)).filter(isFolderOfData)),
  ]
}

/** Names of settings that hold folders: `static: web`, `ViewsPath = tpl`. */
const holdsFolder =
  /dir|path|folder|root|static|public|assets?$|templates?$|tpl|views?$|uploads?$|downloads?$|locales?$|i18n|lang|translations?$|migrations?$|fixtures?$/i

/** Each text once, and the words alone that may be folders by the names of their settings. */
function stringsIn(data: unknown): {
  readonly texts: ReadonlySet<string>
  readonly folders: ReadonlySet<string>
} {
  const all = textsIn(data)
  // Beego's `StaticDir = download:down`
  const folders = all
    .filter(({ name, text }) => holdsFolder.test(name) && text.length < 200)
    .flatMap(({ text }) => text.split(/[\s:,;]+/))
    .filter((word) => /^[\w-]+$/.test(word))
  return { texts: new Set(all.map(({ text }) => text)), folders: new Set(folders) }
}
