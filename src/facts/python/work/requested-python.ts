import { record } from '../../../project/formats/loose-data.ts'
import type { RunCommand } from '../../commands/command.ts'
import { resolvePath } from '../../image-path.ts'
import { fileAt, tomlIn } from './files-in.ts'
import type { WorkPlace } from './package-work.ts'
import { isOn, valueOf } from './values.ts'

/**
 * Whether uv runs the image's own Python: where a project asks for another one, uv downloads it into a home, and an environment that is
 * copied would lack its interpreter. https://docs.astral.sh/uv/concepts/python-versions/#requesting-a-version
 *
 * @returns undefined where it does, else why not, as a clause
 */
export function otherPython(
  command: RunCommand,
  folder: string | undefined,
  asked: string | undefined,
  place: WorkPlace,
): string | undefined {
  // Nothing is downloaded then: what is not there fails the build.
  if (valueOf(command, 'UV_PYTHON_DOWNLOADS') === 'never') return undefined
  if (isOn(valueOf(command, 'UV_NO_PYTHON_DOWNLOADS')) === true) return undefined
  if (/^only-system$/.test(valueOf(command, 'UV_PYTHON_PREFERENCE') ?? '')) return undefined
  const { version } = place.final.base
  const pinned = fileAt(
    folder === undefined ? undefined : resolvePath(folder, '.python-version'),
    command,
    place,
  )
  const named = asked ?? (valueOf(command, 'UV_PYTHON') || undefined)
  const request =
    named ?? (pinned === undefined ? undefined : place.project.read(pinned)?.trim().split(/\s/)[0])
  if (request !== undefined && !isThatPython(request, version))
    return `runs Python ${request}, which need not be the image's: uv would bring one of its own`
  const requires = record(tomlIn(folder, 'pyproject.toml', command, place)?.['project'])[
    'requires-python'
  ]
  return typeof requires === 'string' && allows(requires, version) === false
    ? `installs for Python ${requires}, which the image's is not: uv would bring one of its own`
    : undefined
}

/** `3.12`, `python3.12`, `/usr/local/bin/python`: what the image's Python surely is. */
function isThatPython(request: string, version: string | undefined): boolean {
  if (/^(\/usr\/local\/bin\/)?python3?$|^3$/.test(request)) return true
  const asked = /^(?:(?:\/usr\/local\/bin\/)?python|cpython[@-]?)?(\d+(?:\.\d+)*)$/.exec(
    request,
  )?.[1]
  return asked !== undefined && version !== undefined && `${version}.`.startsWith(`${asked}.`)
}

/** Whether a version of two or three parts is in a range of PEP 440, as far as its first two parts tell; undefined where they don't. */
export function allows(range: string, version: string | undefined): boolean | undefined {
  const own = parts(version)
  if (own === undefined) return undefined
  const answers = range.split(',').map((text) => {
    const [, operator, limit = ''] =
      /^\s*(>=|<=|>|<|==|~=|!=)\s*([\d.]+?)(?:\.\*)?\s*$/.exec(text) ?? []
    const other = parts(limit)
    if (operator === undefined || other === undefined) return undefined
    const order = own - other
    switch (operator) {
      case '>=':
      case '~=':
        return operator === '~=' && limit.split('.').length > 2 ? order === 0 : order >= 0
      case '>':
        return order > 0 ? true : order < 0 ? false : undefined
      case '<=':
        return order <= 0
      case '<':
        return order < 0 ? true : limit.split('.').length > 2 && order === 0 ? undefined : false
      case '==':
        return order === 0
      default:
        return order === 0 ? undefined : true
    }
  })
  if (answers.includes(false)) return false
  return answers.includes(undefined) ? undefined : true
}

/** '3.12.1' as one number of its first two parts. */
function parts(version: string | undefined): number | undefined {
  const [, major, minor] = /^(\d+)\.(\d+)/.exec(version ?? '') ?? []
  return major === undefined ? undefined : Number(major) * 1000 + Number(minor)
}
