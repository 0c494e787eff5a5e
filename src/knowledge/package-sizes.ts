import type { PackageManagerName } from './images/base-image.ts'

/** Packages that the official images of PHP have: https://github.com/docker-library/php, PHPIZE_DEPS and what is installed beside it. */
const ofPhp = new Set(
  'autoconf dpkg-dev file g++ gcc libc6-dev libc-dev make pkg-config re2c ca-certificates curl xz-utils build-essential'.split(
    ' ',
  ),
)

/**
 * Megabytes that packages of Debian bookworm take beside compilers, without what they recommend, and for a -dev package without its run-time half:
 * `apt-get install --no-install-recommends --assume-no NAME`, rounded.
 */
const debian: readonly (readonly [megabytes: number, names: string])[] = [
  [
    0.5,
    `
      apt-transport-https autopoint autotools-dev cron dumb-init fakeroot gettext-base gperf iputils-ping less libacl1-dev libaio-dev
      libargon2-dev libasound2-dev libattr1-dev libavif-dev libbluetooth-dev libbrotli-dev libbtrfs-dev libbz2-dev libc-ares-dev
      libcap2-bin libcdb-dev libde265-dev libdrm2 libexif-dev libexpat1-dev libfann-dev libffi-dev libfribidi-dev libgbm1 libgc-dev
      libgdbm-dev libgeoip-dev libgeos-dev libgif-dev libhiredis-dev libimagequant-dev libkeyutils-dev libldap2-dev libleveldb-dev
      liblmdb-dev libluajit-5.1-dev liblz4-dev liblzma-dev libmagic-dev libmaxminddb-dev libmcrypt-dev libmnl-dev libmosquitto-dev
      libnetfilter-queue-dev libnghttp2-dev libonig-dev libopus-dev libpcsclite-dev libpspell-dev libqdbm-dev libsasl2-dev
      libseccomp-dev libsnappy-dev libsodium-dev libtool-bin libudev-dev libusb-1.0-0-dev libuv1-dev libyaml-dev libzookeeper-mt-dev
      logrotate lsb-release lsof mailcap media-types netcat-openbsd netcat-traditional ninja-build patchelf psmisc runit telnet tini
      unzip uuid-dev zip`,
  ],
  [
    2,
    `
      apt-utils automake ccache firebird-dev flex freetds-dev gosu htop jq libasound2 libavutil-dev libcap-dev libcurl4-gnutls-dev
      libcurl4-openssl-dev libdbus-1-dev libelf-dev libevent-dev libgcrypt20-dev libgmp-dev libgpgme-dev libjpeg-dev
      libjpeg62-turbo-dev libkrb5-dev liblcms2-dev libldap-dev libltdl-dev libmemcached-dev libncurses-dev libnss3-dev
      libopenjp2-7-dev libpcap-dev libpcap0.8-dev libpcre2-dev libpixman-1-dev libpng-dev librecode-dev libsystemd-dev libtidy-dev
      libtool libunwind-dev libwebp-dev libxcb1-dev libzip-dev libzstd-dev net-tools p7zip procps rsync rsyslog s6 screen socat
      sqlite3 tcpdump tmux unixodbc-dev vim-tiny yasm zlib1g-dev`,
  ],
  [
    5,
    `
      bison fontconfig gawk gpg iproute2 libdb-dev libdevmapper-dev libedit-dev libfontconfig-dev libfontconfig1-dev libfreetype-dev
      libfreetype6-dev libgearman-dev liblua5.3-dev libncurses5-dev libncursesw5-dev libnss3 libpcre3-dev librdkafka-dev
      libreadline-dev libsqlite3-dev libswscale-dev libx11-dev libx11-xcb1 libxext-dev libxi-dev libxpm-dev libxrender-dev libxss1
      libxtst6 musl-dev nano nasm openssh-client p7zip-full protobuf-c-compiler protobuf-compiler redis-tools strace sudo swig wget`,
  ],
  [
    10,
    `
      libatk-bridge2.0-0 libleptonica-dev libpq-dev libproj-dev librabbitmq-dev libssl-dev libtiff-dev libtiff5-dev libxtst-dev nginx
      nginx-light openssh-server postgresql-client python3-minimal redis subversion`,
  ],
  [
    20,
    `
      default-libmysqlclient-dev gnupg gnupg2 libavcodec-dev libc-client-dev libc-client2007e-dev libc6-dev-i386 libgit2-dev
      liblapack-dev libmariadb-dev libmariadb-dev-compat libsnmp-dev libssh-dev libssh2-1-dev locales poppler-utils python-is-python3
      python3 python3-distutils python3-setuptools python3-venv python3-virtualenv python3-wheel scons supervisor yarn`,
  ],
  [
    50,
    `
      ant apache2 bzr cargo chromium chromium-driver clang cmake composer debhelper default-jdk default-jdk-headless
      default-mysql-client devscripts dnsutils doxygen ffmpeg firefox-esr g++-multilib gcc-multilib gettext gfortran ghostscript git
      git-core git-lfs golang golang-go gradle graphicsmagick imagemagick libavformat-dev libcairo2-dev libenchant-2-dev libgd-dev
      libgdal-dev libglib2.0-dev libglu1-mesa-dev libgraphicsmagick1-dev libgtk-3-0 libgtk-3-dev libharfbuzz-dev libheif-dev
      libicu-dev libmagickcore-dev libmagickwand-dev libopenblas-dev libpango1.0-dev libpoppler-glib-dev libpulse-dev libraqm-dev
      libreoffice librocksdb-dev librsvg2-dev libsecret-1-dev libsmbclient-dev libspatialite-dev libtesseract-dev libvips-dev
      libxml2-dev libxmlsec1-dev libxslt-dev libxslt1-dev libyaz-dev libzmq3-dev lld llvm locales-all mariadb-client maven mercurial
      meson nginx-full nodejs npm openjdk-17-jdk openjdk-17-jdk-headless pandoc python3-all-dev python3-dev python3-pip rustc
      software-properties-common tesseract-ocr texinfo vim wkhtmltopdf`,
  ],
]

const megabytes = indexOf(debian)

/**
 * About how much a package takes in an image of a family; undefined where that is not known. Alpine's of the same name is no larger: documents
 * and locales are packages of their own there.
 */
export function megabytesOfPackage(
  manager: PackageManagerName,
  name: string,
  family: string,
): number | undefined {
  if (manager === 'apt' && ofPhp.has(name)) return family === 'php' ? 0 : undefined
  return manager === 'apt' || manager === 'apk' ? megabytes.get(name) : undefined
}

function indexOf(rows: typeof debian): ReadonlyMap<string, number> {
  return new Map(
    rows.flatMap(([megabytes, names]) =>
      names
        .trim()
        .split(/\s+/)
        .map((name): [string, number] => [name, megabytes]),
    ),
  )
}
