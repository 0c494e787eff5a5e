import type { BaseImage } from '../images/base-image.ts'
import { orderOf, releaseOf } from './release-order.ts'

/** What a wheel has to fit: the interpreter, and the system around it. */
export interface WheelPlace extends Pick<BaseImage, 'libc' | 'release'> {
  /** [3, 12]; undefined where that is not known. */
  readonly python: readonly number[] | undefined
}

/** The C library of Debian's releases: https://packages.debian.org/search?keywords=libc6&searchon=names&exact=1 */
const glibc: ReadonlyMap<string, readonly number[]> = new Map([
  ['buster', [2, 28]],
  ['bullseye', [2, 31]],
  ['bookworm', [2, 36]],
  ['trixie', [2, 41]],
])

/**
 * Whether a wheel can be installed on x86_64, by its file's name; undefined where the interpreter that it is for is not known.
 * https://packaging.python.org/en/latest/specifications/binary-distribution-format/#file-name-convention
 */
export function wheelFits(file: string, place: WheelPlace): boolean | undefined {
  const parts = file.slice(0, -'.whl'.length).split('-')
  const [pythons = '', abis = '', platforms = ''] = parts.slice(-3)
  if (!file.endsWith('.whl') || parts.length < 5) return false
  if (!platforms.split('.').some((platform) => fitsSystem(platform, place))) return false
  const answers = pythons
    .split('.')
    .map((python) => fitsPython(python, abis.split('.'), place.python))
  if (answers.includes(true)) return true
  return answers.includes(undefined) ? undefined : false
}

/** `manylinux2014_x86_64`, `manylinux_2_28_x86_64`, `musllinux_1_2_x86_64`. */
function fitsSystem(platform: string, { libc, release }: WheelPlace): boolean {
  if (platform === 'any') return true
  if (!platform.endsWith('_x86_64')) return false
  if (platform.startsWith('musllinux_')) return libc === 'musl'
  if (!platform.startsWith('manylinux')) return false
  if (libc !== 'glibc') return false
  const [, major = '', minor = ''] = platform.split('_')
  // Older names are of releases that every image in use is newer than.
  const least = platform.startsWith('manylinux_') ? [Number(major), Number(minor)] : [2, 17]
  return orderOf(glibc.get(release ?? '') ?? [2, 31], least) >= 0
}

/** `cp312` with `cp312` or `abi3`, `py3` with `none`. */
function fitsPython(
  python: string,
  abis: readonly string[],
  own: readonly number[] | undefined,
): boolean | undefined {
  const wanted = releaseOf(python.slice(2))?.[0]
  if (wanted === undefined || !['cp', 'py'].includes(python.slice(0, 2))) return false
  const [major = 3, minor] = own ?? []
  // `cp39` is 3.9, `py3` any 3.x.
  const text = String(wanted)
  if (Number(text.charAt(0)) !== major) return false
  if (text.length === 1) return python.startsWith('py') || abis.includes('none')
  const needed = Number(text.slice(1))
  const isStable = abis.includes('abi3') || python.startsWith('py')
  // Not `cp313t`, which is for another build of the interpreter.
  if (!isStable && !abis.includes('none') && !abis.some((abi) => isOwn(abi, python))) return false
  if (minor === undefined) return isStable && needed <= oldestInUse ? true : undefined
  return isStable || abis.includes('none') ? needed <= minor : needed === minor
}

/** `cp312`, and `cp37m` of older ones. */
const isOwn = (abi: string, python: string) => abi === python || abi === `${python}m`

/** 3.9: what images of no known version are not older than. */
const oldestInUse = 9
