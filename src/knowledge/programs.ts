import type { PackageManagerName } from './base-image.ts'
import { packagedPrograms } from './programs/packaged-programs.ts'

/** The OS package to install for a program, by its name on PATH; undefined where none is known to bring it. */
export function packageOfProgram(manager: PackageManagerName, program: string): string | undefined {
  const column = manager === 'apt' || manager === 'apk' ? manager : 'dnf'
  return packagedPrograms.find(
    (row) => row[column] !== undefined && row.programs.split(' ').includes(program),
  )?.[column]
}
