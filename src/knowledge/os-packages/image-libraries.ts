import type { FamilyTraits } from '../images/families/image-family.ts'
import { runtimeCounterparts } from '../os-packages.ts'

/** In every image of Debian since bullseye. */
const everywhere =
  'libacl1 libattr1 libaudit1 libblkid1 libbz2-1.0 libcap-ng0 libcrypt1 libgcc-s1 libgmp10 liblz4-1 liblzma5 libmount1 libpam0g libpcre2-8-0 libseccomp2 ' +
  'libselinux1 libsmartcols1 libstdc++6 libsystemd0 libtinfo6 libudev1 libuuid1 libxxhash0 libzstd1 zlib1g'

/**
 * Libraries of Debian's own images, by release: those of packages that are essential or required, and of apt
 * (https://www.debian.org/doc/debian-policy/ch-archive.html#priorities; `apt-cache depends --recurse`). Since trixie apt is linked against OpenSSL.
 */
const ofRelease: Readonly<Record<string, string>> = {
  bullseye:
    'libdb5.3 libffi7 libgcrypt20 libgnutls30 libgssapi-krb5-2 libidn2-0 libkeyutils1 libkrb5-3 libnsl2 libssl1.1 libtirpc3 libunistring2',
  bookworm: 'libcap2 libdb5.3 libffi8 libgcrypt20 libgnutls30 libidn2-0 libmd0 libunistring2',
  trixie: 'libcap2 libdb5.3t64 libmd0 libsqlite3-0 libssl3t64',
}

/** The libraries that an image is known to have by itself, as packages of its system. */
export function librariesOf({ system, bare, linked }: FamilyTraits): readonly string[] {
  if (bare === true || (system?.distribution !== 'debian' && system?.distribution !== 'alpine'))
    return []
  const { distribution, release } = system
  const manager = distribution === 'debian' ? 'apt' : 'apk'
  const own = (linked?.[manager].split(' ') ?? []).flatMap(
    (name) => runtimeCounterparts(manager, release, name) ?? [],
  )
  const below = distribution === 'debian' ? ofRelease[release ?? ''] : undefined
  return below === undefined ? own : [...everywhere.split(' '), ...below.split(' '), ...own]
}
