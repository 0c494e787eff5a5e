import type { PackageManagerName } from '../images/base-image.ts'
import { debianCounterparts } from './debian-counterparts.ts'

/**
 * Packages of Debian that do otherwise, or less, without what they recommend: documents are set in other fonts, files of a kind are not read,
 * a helper is not started (add-apt-repository takes keys by gpg-agent, which bionic only recommends). `apt-cache show NAME`, bookworm.
 */
const dependent =
  /^(libreoffice(-.+)?|unoconv|graphviz|plantuml|gnuplot(-.+)?|inkscape|texlive(-.+)?|xvfb|wkhtmltopdf|chromium|imagemagick(-.+)?|php\d*(\.\d)?-imagick|graphicsmagick|poppler-utils|libpoppler\d.*|calibre|scribus|r-base(-core)?|software-properties-common)$/

/** Whether a package is installed for what it recommends, too. */
export const needsRecommended = (name: string): boolean => dependent.test(name)

const recommended: ReadonlyMap<string, readonly string[]> = new Map([
  ['git', ['ca-certificates', 'less', 'openssh-client', 'patch']],
])

/** Packages that others of the author's line need, and that come along with one that recommends them: `apt-cache show NAME`, bookworm. */
export const recommendedBy = (name: string): readonly string[] => recommended.get(name) ?? []

const headersOfC: ReadonlyMap<PackageManagerName, { compilers: string; headers: string }> = new Map(
  [
    ['apt', { compilers: 'gcc tcc', headers: 'libc6-dev' }],
    ['apk', { compilers: 'gcc g++ clang tcc', headers: 'musl-dev' }],
  ],
)

/**
 * The headers and start files of C, which a compiler only recommends (https://packages.debian.org/bookworm/gcc) or does without
 * (https://pkgs.alpinelinux.org/package/edge/main/x86_64/gcc), and without which it compiles nothing.
 */
export function headersOfCompiler(manager: PackageManagerName, name: string): string | undefined {
  const row = headersOfC.get(manager)
  return row?.compilers.split(' ').includes(name) === true ? row.headers : undefined
}

const ofImageMagick =
  /^(imagemagick(-6\.q16)?|libmagick(wand|core)-(6\.q16-)?dev|php\d*(\.\d)?-imagick)$/

/**
 * What ImageMagick reads and writes files of some kinds by, beside its library: `coders` are SVG, WMF, OpenEXR and others, which its -dev packages
 * and images with them always have; `programs` it recommends: PDF. https://packages.debian.org/bookworm/libmagickcore-6.q16-dev
 */
export function imageMagickExtras(
  name: string,
  release: string | undefined,
): { readonly coders: readonly string[]; readonly programs: readonly string[] } {
  if (!ofImageMagick.test(name)) return { coders: [], programs: [] }
  const halves =
    release === undefined ? [] : (debianCounterparts.get('libmagickwand-dev')?.get(release) ?? [])
  return {
    coders: halves.filter((half) => half.endsWith('-extra')),
    programs: ['ghostscript'],
  }
}
