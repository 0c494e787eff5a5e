/**
 * What a package is for. 'build': compilers, headers and tools that nothing needs once the program is built. 'run': nothing that a
 * build calls. 'both': a build may call it and so may the program. 'interpreter': Python and its tools, which node-gyp and others
 * call to build; for the build where nothing else says that the program runs them.
 */
export type PackagePlace = 'build' | 'run' | 'both' | 'interpreter'

/** One row of the table: packages of one purpose, under the names that apt or apk (or dnf) know them by. */
interface PackagesOfPlace {
  readonly place: PackagePlace
  readonly names: string
  readonly source: string
}

const rows: readonly PackagesOfPlace[] = [
  {
    place: 'build',
    names: `
      build-essential gcc g++ gcc-multilib g++-multilib make cmake ninja-build ninja samurai meson autoconf automake autotools-dev
      autopoint libtool libtool-bin pkg-config pkgconf pkgconfig m4 bison flex re2c nasm yasm gfortran clang llvm lld ccache binutils
      cpp dpkg-dev debhelper devscripts fakeroot swig doxygen patchelf upx upx-ucl texinfo gperf scons bazel
      alpine-sdk build-base musl-dev libc-dev libc6-dev libc6-dev-i386 linux-headers linux-libc-dev abuild argp-standalone
      gcc-c++ glibc-devel kernel-headers redhat-rpm-config @development-tools`,
    source: 'sections devel and libdevel of packages.debian.org; pkgs.alpinelinux.org',
  },
  {
    place: 'build',
    names: `
      golang golang-go go cargo rustc rust rustup protobuf-compiler protoc protobuf-c-compiler maven gradle ant
      default-jdk default-jdk-headless openjdk-8-jdk openjdk-11-jdk openjdk-17-jdk openjdk-21-jdk openjdk-8-jdk-headless
      openjdk-11-jdk-headless openjdk-17-jdk-headless openjdk-21-jdk-headless`,
    source: 'compilers whose output runs without them or with a run time of its own',
  },
  {
    place: 'build',
    names:
      'git git-core git-lfs mercurial subversion bzr svn apt-utils apt-transport-https software-properties-common composer',
    source:
      'fetch sources and dependencies; a program that calls git says so in its own text, which the caller looks at',
  },
  {
    place: 'interpreter',
    names: `
      python python2 python3 python2.7 python2-minimal python3-minimal python2.7-minimal python-minimal python-is-python3
      python-dev python2-dev python3-dev python2.7-dev python-all-dev python3-all-dev python3-devel python-devel python3-distutils
      python-pip python3-pip py-pip py2-pip py3-pip python-setuptools python3-setuptools py-setuptools py3-setuptools
      python3-wheel py3-wheel python3-venv python3-virtualenv py3-virtualenv`,
    source: 'https://github.com/nodejs/node-gyp#installation',
  },
  {
    place: 'both',
    names: `
      ca-certificates openssl libssl1.1 libssl3 libc6-compat gcompat libstdc++ libstdc++6 libgcc libgomp1 libgomp libatomic1
      bash curl wget tar unzip zip bzip2 xz-utils xz gzip jq gnupg gpg tzdata icu-libs icu-data-full locales locales-all
      musl-locales coreutils findutils grep sed gawk file perl sudo openssh-client less gettext gettext-base nodejs npm yarn`,
    source:
      'libraries that prebuilt addons and prisma load; tools that scripts call at either time',
  },
  {
    place: 'both',
    names: `
      chromium chromium-browser chromium-chromedriver chromium-driver firefox-esr imagemagick graphicsmagick ghostscript ffmpeg
      postgresql-client default-mysql-client mysql-client mariadb-client redis-tools redis sqlite3 sqlite pandoc`,
    source: 'programs that an application calls; tests and builds call them as well',
  },
  {
    place: 'run',
    names: `
      tini dumb-init su-exec gosu supervisor runit s6 s6-overlay cron dcron procps psmisc htop lsof strace nano vim vim-tiny
      iputils-ping iputils iproute2 net-tools netcat netcat-openbsd netcat-traditional nmap-ncat dnsutils bind-tools telnet
      busybox-extras socat tcpdump openssh-server rsyslog logrotate nginx nginx-light nginx-full apache2 poppler-utils
      tesseract-ocr wkhtmltopdf libreoffice libcap2-bin libcap shadow mailcap media-types nss nss-tools tmux screen
      libnss3 libgbm1 libasound2 libatk-bridge2.0-0 libxss1 libxtst6 libgtk-3-0 libx11-xcb1 libdrm2 fontconfig
      ttf-freefont ttf-dejavu ttf-liberation font-noto font-noto-emoji font-noto-cjk`,
    source: 'what starts, watches and serves a program; libraries that browsers load',
  },
]

/** Rules for names that no row has, in order. */
const patterns: readonly { readonly pattern: RegExp; readonly place: PackagePlace }[] = [
  { pattern: /^(fonts|ttf|font|xfonts)-/, place: 'run' },
  { pattern: /^(gcc|g\+\+|clang|llvm|libstdc\+\+|libgcc)-\d+(\.\d+)?(-dev)?$/, place: 'build' },
  { pattern: /^(python|py)[23]?(\.\d+)?-.*dev(el)?$/, place: 'interpreter' },
  { pattern: /-(dev|devel|dbg|static|headers|doc)$/, place: 'build' },
  { pattern: /^openjdk\d+(-jdk)?$/, place: 'build' },
]

const places = new Map(
  rows.flatMap(({ place, names }) => namesOf(names).map((name) => [name, place] as const)),
)

/** The table's names, row by row, for the tests. */
export const placedNames: readonly (readonly string[])[] = rows.map(({ names }) => namesOf(names))

/** Undefined for a name that nothing is known of: callers keep it at run time. */
export function placeOfName(name: string): PackagePlace | undefined {
  return places.get(name) ?? patterns.find(({ pattern }) => pattern.test(name))?.place
}

function namesOf(text: string): readonly string[] {
  return text.trim().split(/\s+/)
}
