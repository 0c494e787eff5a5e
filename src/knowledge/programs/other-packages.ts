/** Packages that bring the programs of another one: by another build of them, or because they depend on it. */
export interface OtherPackages {
  readonly manager: 'apt' | 'apk'
  /** Of `otherPackages`, a package of the table of programs. */
  readonly wanted: string
  readonly others: RegExp
}

/** By the packages' dependencies and contents: https://packages.debian.org, https://pkgs.alpinelinux.org. */
export const otherPackages: readonly OtherPackages[] = [
  { manager: 'apt', wanted: 'gnupg', others: /^(gnupg2|gpg)$/ },
  { manager: 'apt', wanted: 'make', others: /^build-essential$/ },
  { manager: 'apt', wanted: 'gcc', others: /^build-essential$/ },
  { manager: 'apt', wanted: 'g++', others: /^build-essential$/ },
  { manager: 'apk', wanted: 'make', others: /^(build-base|alpine-sdk)$/ },
  { manager: 'apk', wanted: 'gcc', others: /^(build-base|alpine-sdk)$/ },
  { manager: 'apk', wanted: 'g++', others: /^(build-base|alpine-sdk)$/ },
  { manager: 'apt', wanted: 'netcat-openbsd', others: /^(netcat|netcat-traditional|ncat)$/ },
  { manager: 'apt', wanted: 'iputils-ping', others: /^inetutils-ping$/ },
  { manager: 'apt', wanted: 'telnet', others: /^inetutils-telnet$/ },
  { manager: 'apt', wanted: 'dnsutils', others: /^bind9-dnsutils$/ },
  { manager: 'apt', wanted: 'openssh-client', others: /^(ssh|openssh-server)$/ },
  { manager: 'apt', wanted: 'gettext-base', others: /^gettext$/ },
  { manager: 'apt', wanted: 'vim', others: /^vim-(nox|gtk3?)$/ },
  {
    manager: 'apt',
    wanted: 'postgresql-client',
    others: /^postgresql(-client-\d+(\.\d+)?|-\d+)?$/,
  },
  {
    manager: 'apt',
    wanted: 'default-mysql-client',
    others: /^(mysql|mariadb)-client(-\d+\.\d+)?$/,
  },
  { manager: 'apt', wanted: 'redis-tools', others: /^redis(-server)?$/ },
  { manager: 'apt', wanted: 'redis-server', others: /^redis$/ },
  {
    manager: 'apt',
    wanted: 'default-jre-headless',
    others: /^(default|openjdk-\d+)-(jre|jdk)(-headless)?$/,
  },
  {
    manager: 'apt',
    wanted: 'libreoffice',
    others: /^libreoffice-(calc|core|impress|writer|nogui)/,
  },
  { manager: 'apt', wanted: 'exiftool', others: /^libimage-exiftool-perl$/ },
  { manager: 'apt', wanted: 'perl', others: /^(libimage-exiftool-perl|exiftool|ack|cloc)$/ },
  {
    manager: 'apt',
    wanted: 'python3',
    others: /^(yt-dlp|youtube-dl|gallery-dl|streamlink|git-filter-repo)$/,
  },
  { manager: 'apk', wanted: 'perl', others: /^(exiftool|ack|cloc)$/ },
  {
    manager: 'apk',
    wanted: 'python3',
    others: /^(yt-dlp|gallery-dl|streamlink|git-filter-repo)$/,
  },
  { manager: 'apt', wanted: 'docker.io', others: /^docker-ce-cli$/ },
  { manager: 'apt', wanted: 'nginx', others: /^nginx-(core|extras|full|light)$/ },
  {
    manager: 'apk',
    wanted: 'openjdk17-jre-headless',
    others: /^openjdk\d+(-(jre|jdk))?(-headless)?$/,
  },
  { manager: 'apk', wanted: 'postgresql-client', others: /^postgresql\d+-client$/ },
  { manager: 'apk', wanted: 'mariadb-client', others: /^mysql-client$/ },
  { manager: 'apk', wanted: 'openssh-client', others: /^openssh(-client-default)?$/ },
]

/** The same for packages without programs: they depend on `wanted`, or are it by another name. */
export const otherFiles: readonly OtherPackages[] = [
  { manager: 'apt', wanted: 'libc6-dev', others: /^(build-essential|g\+\+|clang)(-\d+)?$/ },
  { manager: 'apk', wanted: 'musl-dev', others: /^(build-base|alpine-sdk|libc-dev|g\+\+)$/ },
  {
    manager: 'apt',
    wanted: 'fonts-dejavu-core',
    others: /^(fonts-dejavu|fonts-dejavu-extra|ttf-dejavu(-core)?)$/,
  },
]
