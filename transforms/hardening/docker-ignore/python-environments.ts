import {
  asPattern,
  baseName,
  isWithin,
  pythonEnvironmentsOf,
  resolvePath,
  type Facts,
} from '../../../src/transform.ts'

/** What may start a program of an environment: programs, scripts, settings of supervisors and servers. */
const isScript = /\.(py|sh|bash|ini|conf)$|(^|\/)[\w-]+$/

/** What may start a script. */
const isCaller = /\.(sh|bash|conf|ya?ml)$|(^|\/)[\w-]+$/

const isOfPackages = (path: string) =>
  /(^|\/)(node_modules|site-packages|\.?v?env|\.tox|\.nox|\.git)\//.test(path)

/**
 * Whether a Dockerfile works with the virtual environment that a path of the context has: the image has it by the COPY of a folder around it, it is called by
 * its path there, and nothing in the file makes one at that path.
 */
export function environmentsUsed(facts: Facts, path: string): boolean {
  const targets = facts.stages.flatMap(({ copies }) =>
    copies.flatMap(({ from, paths }) =>
      from === undefined
        ? paths.flatMap(({ source, target }) =>
            isWithin(`/${path}`, `/${source}`)
              ? (resolvePath(target, path.slice(source === '' ? 0 : source.length + 1)) ?? [])
              : [],
          )
        : [],
    ),
  )
  return targets
    .filter((target) => !isMade(target, facts))
    .some(
      (target) =>
        facts.dockerfile.instructions.some(
          ({ keyword, text }) =>
            !/^(FROM|LABEL|MAINTAINER)$/.test(keyword) && namesFolder(text, path, target),
        ) || scriptsSay(facts, namesPrograms(path, target)),
    )
}

/** By a command of the file, or it comes from another stage or image. */
const isMade = (target: string, { stages, project }: Facts) =>
  stages.some(
    (stage) =>
      pythonEnvironmentsOf(stage, project).some(({ folder }) => folder === target) ||
      stage.copies.some(({ from, destination }) => from !== undefined && destination === target),
  )

/** What stands around the paths of a text. */
const between = /[\s"'`=:,;(){}&|<>[\]]+/

/**
 * Whether a text names the folder: the place that it has in the image, a path in it that begins anywhere, or the name alone, where that is not the module or
 * the verb which makes environments (`python -m venv`, `uv venv`).
 */
function namesFolder(text: string, path: string, target: string): boolean {
  const words = text.split(between)
  const name = baseName(path)
  return words.some((word, at) => {
    const parts = word.split('/')
    if (!parts.includes(name)) return false
    if (word === name) return !/^(-m|uv|import|from)$/.test(words[at - 1] ?? '')
    return !word.startsWith('/') || isWithin(word, target)
  })
}

/** Above this they are not read: whatever is asked counts as said. */
const mostFiles = 1500

/**
 * Whether a program of the project, or a script that the Dockerfile or another script starts, has words that a pattern finds. What people run beside the image,
 * to set up their machine, is called by nobody else.
 */
export function scriptsSay(facts: Facts, wanted: (text: string) => boolean): boolean {
  const { project, dockerfile } = facts
  const files = project.files().filter((path) => isScript.test(path) && !isOfPackages(path))
  if (files.length > mostFiles) return true
  const read = (path: string) => project.read(path) ?? ''
  const found = files.filter((path) => wanted(read(path)))
  const callers = () => [
    ...dockerfile.instructions.map(({ text }) => text),
    ...project
      .files()
      .filter((path) => isCaller.test(path) && !isOfPackages(path))
      .map(read),
  ]
  return found.some(
    (path) => path.endsWith('.py') || callers().some((text) => text.includes(baseName(path))),
  )
}

/** `venv/bin/python`, `. .venv/bin/activate`, `os.path.join(here, 'venv', 'bin', 'python')` */
const namesPrograms = (path: string, target: string) => {
  const name = asPattern(baseName(path))
  const inside = new RegExp(`(?<![\\w.-])${name}/(?:bin|lib|lib64)(?![\\w-])`)
  const quoted = new RegExp(`["']${name}["']`)
  return (text: string) =>
    (inside.test(text) && namesFolder(text, path, target)) || quoted.test(text)
}
