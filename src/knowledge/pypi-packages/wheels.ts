import type { PypiPackage } from './pypi-package.ts'

/** Packages with a compiled part, whose wheels have all of it inside. */
export const packagesWithWheels: readonly PypiPackage[] = [
  {
    names: 'psycopg2-binary',
    imports: 'psycopg2',
    isCompiled: 'wheels',
    musllinuxSince: '2.9.2',
    linked: { apt: ['libpq-dev'], apk: ['libpq-dev'] },
    source: 'https://www.psycopg.org/docs/install.html#quick-install',
  },
]
