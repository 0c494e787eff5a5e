import {
  isPython,
  isRecord,
  readToml,
  resolvePath,
  type Facts,
  type PackageWork,
  type RunCommand,
} from '../../../src/transform.ts'
import type { PythonApp } from '../app.ts'
import { isPlainBuild } from '../managers/own-project.ts'
import { requirementLines } from './requirement-lines.ts'

interface InPlace {
  readonly line: number
  /** Goes on behind 'Line 7'. */
  readonly what: string
}

/** The first command that compiles or registers the project among its sources: `setup.py build_ext --inplace`, `pip install -e .`; undefined where none does. */
export function inPlace({ facts, works }: PythonApp): InPlace | undefined {
  for (const command of facts.final.commands) {
    const what = buildOf(command)
    if (what !== undefined) return { line: command.step.instruction.line, what }
  }
  for (const work of works)
    for (const { folder, path } of editables(work, facts)) {
      if (path !== undefined && staysPure(path, facts)) continue
      const { line } = work.command.step.instruction
      return { line, what: `installs ${folder} as it lies in its folder (-e)` }
    }
  return undefined
}

/** https://setuptools.pypa.io/en/latest/deprecated/commands.html, https://cython.readthedocs.io/en/latest/src/userguide/source_files_and_compilation.html */
function buildOf({ name = '', args }: RunCommand): string | undefined {
  const [script, verb] = args
  if (isPython(name) && script === 'setup.py' && /^(build|build_ext|build_clib)$/.test(verb ?? ''))
    return `runs \`setup.py ${verb}\``
  return /^(cythonize|f2py)$/.test(name) ? `compiles with ${name}` : undefined
}

/** The folders of the image that an install registers where they are, by its words and by its files of requirements. */
function editables({ install, command }: PackageWork, facts: Facts) {
  if (install === undefined) return []
  const files = install.requirements.flatMap((file) =>
    requirementLines(resolvePath(command.cwd, file), facts),
  )
  const listed = files.flatMap((line) => /^(?:-e|--editable)[\s=]+(\S+)/.exec(line)?.[1] ?? [])
  return [...install.editable, ...listed].flatMap((folder) =>
    /^[a-z+]+:/.test(folder)
      ? []
      : { folder, path: resolvePath(command.cwd, folder.replace(/\[.*/, '')) },
  )
}

/**
 * Whether an install with `-e` leaves nothing but a pointer in the environment, for a project that says how it is built and compiles nothing:
 * https://setuptools.pypa.io/en/latest/userguide/development_mode.html. Without [build-system] an egg-info folder among the sources is needed, too.
 */
function staysPure(path: string, { contextPath, project }: Facts): boolean {
  const folder = contextPath(path)
  if (folder === undefined) return false
  const read = (name: string) => project.read(folder === '' ? name : `${folder}/${name}`) ?? ''
  const manifest = readToml(read('pyproject.toml'))
  const names = isRecord(manifest['build-system']) ? Object.keys(manifest['build-system']) : []
  return (
    names.includes('build-backend') &&
    isPlainBuild(manifest) &&
    ![read('setup.py'), read('setup.cfg')].some((text) => compiles.test(text))
  )
}

/** What a setup.py or setup.cfg says that compiles. */
const compiles = /ext_modules|cffi_modules|cythonize|Extension\(|build_ext/
