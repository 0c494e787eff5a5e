import type { RunCommand } from '../../../facts/commands/command.ts'
import type { Facts } from '../../../facts/facts.ts'
import { baseName, isWithin } from '../../../facts/image-path.ts'
import { pythonInstallOf } from '../../../facts/python/install-command.ts'
import { lineage } from '../../../facts/stages/stage-facts.ts'
import { isPython, isPythonInstall } from '../../../knowledge/python-installs.ts'
import { startsTheSame } from '../seen/entries.ts'
import { startsPython } from './starts.ts'

/** Modules that make packages, environments and tests, and nothing that the program reads. */
const ofBuild =
  /^(venv|virtualenv|pip|build|pytest|unittest|tox|nox|mypy|flake8|ruff|black|compileall|ensurepip|coverage|setup\.py|--version|-V|-VV)$/

/** Programs of packages that prepare what the program reads: https://docs.djangoproject.com/en/stable/ref/django-admin/ */
const preparing = /^(django-admin|manage\.py|flask|pybabel|playwright|spacy|nltk|alembic)$/

/**
 * It prepares with Python what the program reads (`manage.py collectstatic`, `python -m nltk.downloader`), and the runtime stage neither runs it
 * nor takes anything of it from the builder.
 */
export function preparesPython(command: RunCommand, before: Facts, after: Facts): boolean {
  const { name = '', args, cwd } = command
  if (!startsPython(before) || !startsTheSame(before, after)) return false
  const words = isPython(name) ? args.filter((arg) => arg !== '-m' && arg !== '-u') : []
  const prepares = isPython(name)
    ? words[0] !== undefined && !ofBuild.test(words[0])
    : preparing.test(baseName(name))
  if (!prepares || isPythonInstall(name, args) || pythonInstallOf(command) !== undefined)
    return false
  const isAgain = lineage(after.final).some((stage) =>
    stage.commands.some(({ argv }) => argv.join('\0') === command.argv.join('\0')),
  )
  // What it makes among the sources may be what a copy brings.
  const isTaken = after.final.copies.some(
    ({ from, sources }) =>
      from !== undefined && sources.some((source) => cwd !== undefined && isWithin(cwd, source)),
  )
  return !isAgain && !isTaken
}
