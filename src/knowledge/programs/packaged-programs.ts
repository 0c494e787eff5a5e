import { applicationPackages } from './application-packages.ts'
import { toolPackages } from './tool-packages.ts'

/** One row of the table of programs: what packages of a name bring onto PATH. */
export interface PackagedPrograms {
  /** The package's name for each manager that has it; dnf stands for microdnf and yum, too. */
  readonly apt?: string
  readonly apk?: string
  readonly dnf?: string
  readonly programs: string
}

/**
 * Programs and the packages that bring them: `apt-file search /usr/bin/NAME` on bookworm,
 * https://pkgs.alpinelinux.org/contents and `dnf provides`. The first row that has a program is the one to install.
 */
export const packagedPrograms: readonly PackagedPrograms[] = [
  ...toolPackages,
  ...applicationPackages,
]
