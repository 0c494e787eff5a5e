import type { Evidence } from '../../../facts/evidence.ts'
import type { PythonPackage } from '../../../facts/python/packages.ts'
import type { PypiPackage } from '../../../knowledge/pypi-packages/index.ts'

/** A package of PyPI that the program may import, with what is known of it. */
export interface PythonNeed extends Pick<PythonPackage, 'name' | 'version' | 'isWheel'> {
  /** Undefined where no table has it. */
  readonly row: PypiPackage | undefined
  readonly evidence: Evidence
}

/** The packages of a program of Python. */
export interface PythonNeeds {
  readonly packages: readonly PythonNeed[]
  /** Where the list of them has a gap: a file of requirements that is not in the context. */
  readonly gap: Evidence | undefined
}
