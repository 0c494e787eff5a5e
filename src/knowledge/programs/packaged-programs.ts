import { applicationPackages } from './application-packages.ts'
import type { PackagedPrograms } from './program-row.ts'
import { toolPackages } from './tool-packages.ts'

/**
 * Programs and the packages that bring them: `apt-file search /usr/bin/NAME` on bookworm,
 * https://pkgs.alpinelinux.org/contents and `dnf provides`. The first row that has a program is the one to install.
 */
export const packagedPrograms: readonly PackagedPrograms[] = [
  ...toolPackages,
  ...applicationPackages,
]
