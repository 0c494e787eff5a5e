import { isAtLeast } from '../version.ts'

/**
 * Run-time halves of -dev packages on Alpine, from the `subpackages` and `depends_dev` of https://gitlab.alpinelinux.org/alpine/aports.
 * Names hold for all releases from 3.9 on; `name@3.17` is there from that release on. An empty column: the image has it
 * already, or it holds headers only.
 */
const table = `
alsa-lib-dev | alsa-lib
argon2-dev | argon2-libs
aspell-dev | aspell-libs
brotli-dev | brotli-libs
bzip2-dev | libbz2
c-ares-dev | c-ares
cairo-dev | cairo cairo-gobject
curl-dev | libcurl
cyrus-sasl-dev | libsasl
db-dev | db
enchant2-dev | enchant2
eudev-dev | eudev-libs
expat-dev | expat
ffmpeg-dev | ffmpeg-libs
fontconfig-dev | fontconfig
freetds-dev | freetds
freetype-dev | freetype
fribidi-dev | fribidi
gd-dev | libgd
gdal-dev | gdal
gdbm-dev | gdbm
geoip-dev | geoip
geos-dev | geos
gettext-dev | libintl
giflib-dev | giflib
glib-dev | glib
gmp-dev | gmp
gpgme-dev | gpgme
graphicsmagick-dev | graphicsmagick
gtk+3.0-dev | gtk+3.0
harfbuzz-dev | harfbuzz
hiredis-dev | hiredis
icu-dev | icu-libs icu-data-full@3.16
imagemagick-dev | imagemagick imagemagick-libs
imap-dev | c-client
jpeg-dev | libjpeg-turbo
judy-dev | judy
krb5-dev | krb5-libs
lcms2-dev | lcms2
leveldb-dev | leveldb
libaio-dev | libaio
libavif-dev | libavif
libedit-dev | libedit
libevent-dev | libevent
libexif-dev | libexif
libffi-dev | libffi
libgit2-dev | libgit2
libheif-dev | libheif
libjpeg-turbo-dev | libjpeg-turbo
libmaxminddb-dev | libmaxminddb
libmcrypt-dev | libmcrypt
libmemcached-dev | libmemcached-libs
libpcap-dev | libpcap
libpng-dev | libpng
libpq-dev | libpq
librdkafka-dev | librdkafka
librsvg-dev | librsvg
libsecret-dev | libsecret
libsodium-dev | libsodium
libssh2-dev | libssh2
libusb-dev | libusb
libuv-dev | libuv
libwebp-dev | libwebp
libx11-dev | libx11
libxext-dev | libxext
libxml2-dev | libxml2
libxpm-dev | libxpm
libxrender-dev | libxrender
libxslt-dev | libxslt
libzip-dev | libzip
lua5.1-dev | lua5.1-libs
lz4-dev | lz4-libs
mariadb-connector-c-dev | mariadb-connector-c
mariadb-dev | mariadb-connector-c
mosquitto-dev | mosquitto-libs
net-snmp-dev | net-snmp-libs
nghttp2-dev | nghttp2-libs
oniguruma-dev | oniguruma
openjpeg-dev | openjpeg
openldap-dev | libldap
pango-dev | pango
pcre-dev | pcre
pcre2-dev | pcre2
pixman-dev | pixman
postgresql-dev | libpq
proj-dev | proj
rabbitmq-c-dev | rabbitmq-c
readline-dev | readline
snappy-dev | snappy
sqlite-dev | sqlite-libs
tidyhtml-dev | tidyhtml-libs
tiff-dev | tiff
unixodbc-dev | unixodbc
util-linux-dev | libuuid
vips-dev | vips vips-cpp@3.17
xz-dev | xz-libs
yaml-dev | yaml
zeromq-dev | libzmq
zstd-dev | zstd-libs
openssl-dev |
zlib-dev |
musl-dev |
libc-dev |
linux-headers |
`

interface Counterpart {
  readonly name: string
  /** [3, 17] for `name@3.17`. */
  readonly since: string | undefined
}

const rows = new Map(
  table
    .trim()
    .split('\n')
    .map((line) => {
      const [name = '', cell = ''] = line.split('|').map((part) => part.trim())
      return [name, cell === '' ? [] : cell.split(' ').map(readCounterpart)] as const
    }),
)

function readCounterpart(text: string): Counterpart {
  const [name = '', release] = text.split('@')
  return { name, since: release }
}

/** Names of the table, for the tests. */
export const alpineDevNames: readonly string[] = [...rows.keys()]

/** An unknown release is one that moves, so a current one. */
export function alpineCounterparts(
  release: string | undefined,
  name: string,
): readonly string[] | undefined {
  if (!isAtLeast(release, '3.9')) return undefined
  return rows
    .get(name)
    ?.filter(({ since }) => since === undefined || isAtLeast(release, since))
    .map((counterpart) => counterpart.name)
}
