import type { BaseImage } from '../../knowledge/images/base-image.ts'

/**
 * The variables of markers in an image; undefined for those that are not known.
 * https://packaging.python.org/en/latest/specifications/dependency-specifiers/#environment-markers
 */
export function environmentOf({
  family,
  version,
}: Pick<BaseImage, 'family' | 'version'>): (name: string) => string | undefined {
  const [major, minor, patch] = family === 'python' ? (version ?? '').split('.') : []
  const isNumber = major !== undefined && Number.isInteger(Number(major)) && minor !== undefined
  const own = new Map([
    ...Object.entries({
      os_name: 'posix',
      sys_platform: 'linux',
      platform_system: 'Linux',
      'os.name': 'posix',
      'sys.platform': 'linux',
    }),
    ...(family === 'python'
      ? Object.entries({
          implementation_name: 'cpython',
          platform_python_implementation: 'CPython',
          python_implementation: 'CPython',
        })
      : []),
    ...(isNumber ? [['python_version', `${major}.${minor}`] as const] : []),
    ...(isNumber && patch !== undefined ? [['python_full_version', version ?? ''] as const] : []),
  ])
  return (name) => own.get(name)
}
