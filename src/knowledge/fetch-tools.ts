import type { PackageManagerName } from './images/base-image.ts'
import { bringsProgramsOf } from './programs.ts'
import { packagedPrograms } from './programs/packaged-programs.ts'

/** A package whose programs fetch and unpack: what they bring is of use without them. */
export interface FetchTool {
  readonly programs: readonly string[]
  /** How tar calls one of them by itself. */
  readonly byTar: RegExp | undefined
}

interface Row {
  /** As Debian calls the package; the table of programs has the other names. */
  readonly apt: string
  /** Flags of tar, and endings of archives: https://www.gnu.org/software/tar/manual/html_section/Compression.html */
  readonly byTar?: RegExp
}

const rows: readonly Row[] = [
  { apt: 'curl' },
  { apt: 'wget' },
  { apt: 'unzip' },
  { apt: 'p7zip-full' },
  { apt: 'gnupg' },
  { apt: 'tar' },
  { apt: 'xz-utils', byTar: /(^|\s)(-?[a-zA-Z]*J[a-zA-Z]*|--xz|\S+\.(tar\.(xz|lzma)|txz))(\s|$)/ },
  { apt: 'bzip2', byTar: /(^|\s)(-?[a-zA-Z]*j[a-zA-Z]*|--bzip2|\S+\.(tar\.bz2|tbz2?))(\s|$)/ },
  { apt: 'zstd', byTar: /(^|\s)(--zstd|\S+\.(tar\.zst|tzst))(\s|$)/ },
]

/** The tool that an OS package is; undefined for all other packages. */
export function fetchToolOf(manager: PackageManagerName, name: string): FetchTool | undefined {
  const column = manager === 'apt' || manager === 'apk' ? manager : 'dnf'
  for (const { apt, byTar } of rows) {
    const row = packagedPrograms.find((item) => item.apt === apt)
    const wanted = row?.[column]
    if (row !== undefined && wanted !== undefined && bringsProgramsOf(manager, name, wanted))
      return { programs: row.programs.split(' '), byTar }
  }
  return undefined
}

/** Those that have their dependants trust servers: `apt-cache depends curl wget` recommends ca-certificates. */
export const recommendsCertificates = (name: string): boolean => /^(curl|wget)$/.test(name)
