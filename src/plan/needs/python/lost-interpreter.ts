import type { Facts } from '../../../facts/facts.ts'
import { installedPackages } from '../../../facts/installed-packages.ts'
import { environmentsOf } from '../../../facts/python/environments.ts'
import { lineage, type StageFacts } from '../../../facts/stages/stage-facts.ts'
import type { BaseImage } from '../../../knowledge/images/base-image.ts'
import { minorOf } from '../../../knowledge/version.ts'
import { isCarried } from './carried.ts'
import { placedInstalls } from './lost-packages.ts'
import { startsPython } from './starts.ts'

/**
 * The interpreter is the same, of the same minor version, at the same path: environments link to it, packages are compiled for it.
 * https://docs.python.org/3/library/venv.html#how-venvs-work
 */
export function lostInterpreter(before: Facts, after: Facts): string | undefined {
  if (before.stages.length === after.stages.length || !startsPython(before)) return undefined
  const was = before.final.base
  const is = after.final.base
  if (was.family === 'unknown' || is.family === 'unknown') return undefined
  if (was.family === 'python') {
    if (is.family !== 'python')
      return `the program runs on ${nameOf(was)}, whose Python ${is.reference.text} does not have`
    if (minorOf(was.version) !== minorOf(is.version))
      return `the program runs on ${nameOf(was)}, and ${is.reference.text} has another version of Python`
  } else if (!hasPython(after.final) && hasPython(before.final)) {
    return `the program runs on a Python that ${is.reference.text} does not have`
  }
  const isTaken = placedInstalls(before, after).some(
    ({ now, isThere }) => isThere && now !== undefined && !lineage(after.final).includes(now.stage),
  )
  if (!isTaken) return undefined
  if (was.release !== undefined && is.release !== undefined && was.release !== is.release)
    return `packages that were installed on ${was.release} would run on ${is.release}`
  return lostManaged(before, after)
}

const nameOf = ({ reference }: BaseImage) => reference.text

/** Whether an image of the system has Python, by itself or by a package. */
const hasPython = (stage: StageFacts): boolean =>
  ['python3', 'python'].some((name) => stage.base.hasProgram(name) !== false) ||
  lineage(stage)
    .flatMap(({ commands }) => installedPackages(commands))
    .some(({ name, isRemoved }) => !isRemoved && /^python\d?(\.\d+)?(-|$)/.test(name))

/** uv fetches a Python where the image has none: https://docs.astral.sh/uv/concepts/python-versions/#managed-and-system-python-installations */
function lostManaged(before: Facts, after: Facts): string | undefined {
  if (hasPython(before.final)) return undefined
  const made = after.stages
    .flatMap((stage) => environmentsOf(stage, after.project))
    .find(({ stage }) => !lineage(after.final).includes(stage))
  if (made === undefined) return undefined
  const folder =
    made.command.step.variable('UV_PYTHON_INSTALL_DIR') ?? '/root/.local/share/uv/python'
  return isCarried(folder, made.stage, after)
    ? undefined
    : `${made.folder} runs on a Python in ${folder}, which would not be in the runtime stage`
}
