import { normalName } from '../../knowledge/pypi-packages/index.ts'

/**
 * The package that an address or an archive is of, where its name says so: `git+https://host/a.git#egg=a`, `dist/a-1.0-py3-none-any.whl`.
 * https://packaging.python.org/en/latest/specifications/binary-distribution-format/#file-name-convention
 */
export function readSourceName(
  source: string,
): { readonly name: string; readonly version?: string; readonly isWheel: boolean } | undefined {
  const [address = '', fragment = ''] = source.split('#')
  const egg = fragment.split('&').find((part) => part.startsWith('egg='))
  const file = (address.split('?', 1)[0] ?? '').split('/').at(-1) ?? ''
  const [name, version, ...tags] = file.endsWith('.whl') ? file.split('-') : []
  if (name !== undefined && version !== undefined && tags.length >= 3)
    return { name: normalName(name), version, isWheel: true }
  if (egg === undefined) return undefined
  const named = egg.slice('egg='.length).split('[', 1)[0] ?? ''
  return named === '' ? undefined : { name: normalName(named), isWheel: false }
}
