import { runtimeCounterparts, type StageFacts } from '../../../src/transform.ts'
import { cplusplus, libraryRows } from '../tables/extension-libraries.ts'

/**
 * The packages that extensions are linked against at run time; those whose names are not known for the image's release are left out: the author's own
 * packages with headers then stay.
 *
 * @param flags of docker-php-ext-configure: '--with-jpeg'
 */
export function librariesOf(
  extensions: readonly string[],
  flags: readonly string[],
  { base }: StageFacts,
): readonly string[] {
  const { packageManager } = base
  if (packageManager !== 'apt' && packageManager !== 'apk') return []
  const headers = libraryRows
    .filter(
      (row) =>
        row.extensions.split(' ').some((name) => extensions.includes(name)) &&
        (row.flag === undefined || flags.some((flag) => isFlag(flag, row.flag ?? ''))),
    )
    .flatMap((row) => row[packageManager].split(' '))
  const libraries = headers.flatMap(
    (name) => runtimeCounterparts(packageManager, base.release, name) ?? [],
  )
  const isCplusplus = packageManager === 'apk' && extensions.some((name) => cplusplus.test(name))
  return [...new Set([...libraries, ...(isCplusplus ? ['libstdc++'] : [])])]
}

/** `--with-jpeg`, `--with-jpeg-dir=/usr`; not `--without-jpeg`. */
function isFlag(flag: string, name: string): boolean {
  return new RegExp(`^--(with|enable)-${name}(-dir)?(=|$)`).test(flag) && !flag.endsWith('=no')
}
