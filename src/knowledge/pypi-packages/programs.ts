import type { PypiPackage } from './pypi-package.ts'

/** Packages that start a program of the system. */
export const packagesWithPrograms: readonly PypiPackage[] = [
  {
    names: 'gitpython',
    imports: 'git',
    isCompiled: 'pure',
    programs: 'git',
    source: 'https://gitpython.readthedocs.io/en/stable/intro.html#requirements',
  },
]
