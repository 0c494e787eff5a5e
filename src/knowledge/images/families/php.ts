import type { ImageTag } from '../image-tag.ts'
import { releaseHistory, releaseOfVersion } from '../release-history.ts'
import { frankenphpTraits, phpVersionOf } from './frankenphp.ts'
import {
  imageConfig,
  named,
  systemOf,
  type FamilyTraits,
  type ImageFamily,
} from './image-family.ts'
import { defaultPath } from '../image-folders.ts'
import { isAtLeast } from '../../version.ts'

// library/php of github.com/docker-library/official-images, what each version's tag stood on last, August 2026.
const debian = releaseHistory(
  '8.5',
  `
  5.5.36 jessie   5.6.36 stretch   7.0.7 jessie   7.0.30 stretch   7.1.0 jessie
  7.1.17 stretch   7.1.30 buster   7.2.0 stretch   7.2.20 buster   7.3.0 stretch   7.3.7 buster
  7.3.29 bullseye   7.4.0 buster   7.4.22 bullseye   8.0.0 buster   8.0.9 bullseye
  8.1.20 bookworm   8.1.33 trixie   8.2.0 bullseye   8.2.7 bookworm   8.2.29 trixie
  8.3.0 bookworm   8.3.24 trixie   8.4.1 bookworm   8.4.11 trixie
`,
)

/** The release under a tag that names none; `latest` and `8` are the newest line. */
function releaseOf(version: string | undefined): string | undefined {
  return releaseOfVersion(debian, version === undefined || version === '8' ? '8.5' : version)
}

const env = {
  PATH: defaultPath,
  PHP_INI_DIR: '/usr/local/etc/php',
  PHP_CFLAGS: '',
  PHP_CPPFLAGS: '',
  PHP_LDFLAGS: '',
  PHP_VERSION: '',
}

/** What `phpize` and `pecl` compile with, as both templates name it since 2017; Debian's image has it installed, Alpine's names it alone. */
const compilers = (isAlpine: boolean) =>
  isAlpine
    ? 'autoconf dpkg-dev dpkg file g++ gcc libc-dev make pkgconf re2c'
    : 'autoconf dpkg-dev file g++ gcc libc-dev make pkg-config re2c'

/** PHPIZE_DEPS, curl, and what comes along: dpkg-dev depends on bzip2, patch and perl, ca-certificates on openssl; apache2 on procps. */
const debianPackages =
  'autoconf binutils bzip2 ca-certificates curl dpkg-dev file g++ gcc make openssl patch perl pkg-config xz-utils'.split(
    ' ',
  )

/** https://packages.debian.org/bookworm/amd64/apache2/filelist */
const apachePrograms =
  'apache2 apache2ctl apachectl apache2-foreground a2enmod a2dismod a2ensite a2dissite a2enconf a2disconf a2query'.split(
    ' ',
  )

export const php: ImageFamily = {
  name: 'php',
  matches: named('php', 'dunglas/frankenphp'),
  source:
    'https://github.com/docker-library/php: Dockerfile-linux.template and the *-Dockerfile-block files; https://github.com/php/frankenphp: Dockerfile',
  describe: (tag, name) =>
    name === 'php'
      ? describe(tag)
      : frankenphpTraits(tag, describe({ ...tag, version: phpVersionOf(tag) })),
}

function describe(tag: ImageTag): FamilyTraits {
  const variant = tag.words.includes('apache')
    ? 'apache'
    : tag.words.includes('fpm')
      ? 'fpm'
      : 'cli'
  const isAlpine = tag.alpine !== undefined
  // Older ones have oniguruma and SQLite of their own.
  const [more, moreOfAlpine] = isAtLeast(tag.version, '7.4')
    ? [' libonig-dev libsqlite3-dev', ' oniguruma-dev sqlite-dev']
    : ['', '']
  return {
    variant,
    system: systemOf(tag, { debian: releaseOf(tag.version) }),
    config: configOf(variant, isAlpine),
    user: {
      name: 'www-data',
      uid: isAlpine ? 82 : 33,
      gid: isAlpine ? 82 : 33,
      home: homeOf(tag),
    },
    packages: isAlpine
      ? ['ca-certificates', 'curl', 'openssl', 'tar', 'xz']
      : [...debianPackages, ...(variant === 'apache' ? ['procps'] : [])],
    linked: {
      apt: `libargon2-dev libcurl4-openssl-dev libsodium-dev libssl-dev libxml2-dev zlib1g-dev${more}`,
      apk: `argon2-dev curl-dev libsodium-dev openssl-dev libxml2-dev zlib-dev${moreOfAlpine}`,
    },
    programs: [
      'php',
      'phpize',
      'php-config',
      'phar',
      'pecl',
      'pear',
      'docker-php-entrypoint',
      'docker-php-ext-install',
      'docker-php-ext-configure',
      'docker-php-ext-enable',
      'docker-php-source',
      ...(variant === 'fpm' ? ['php-fpm'] : []),
      ...(variant === 'apache' ? apachePrograms : []),
    ],
  }
}

function configOf(variant: 'cli' | 'apache' | 'fpm', isAlpine: boolean) {
  const ownEnv = { ...env, PHPIZE_DEPS: compilers(isAlpine) }
  const common = { Env: ownEnv, Entrypoint: ['docker-php-entrypoint'] }
  switch (variant) {
    case 'cli':
      return imageConfig({ ...common, Cmd: ['php', '-a'] })
    case 'apache':
      return imageConfig({
        ...common,
        Env: { ...ownEnv, APACHE_CONFDIR: '/etc/apache2', APACHE_ENVVARS: '/etc/apache2/envvars' },
        Cmd: ['apache2-foreground'],
        WorkingDir: '/var/www/html',
        StopSignal: 'SIGWINCH',
        ExposedPorts: ['80/tcp'],
      })
    case 'fpm':
      return imageConfig({
        ...common,
        Cmd: ['php-fpm'],
        WorkingDir: '/var/www/html',
        StopSignal: 'SIGQUIT',
        ExposedPorts: ['9000/tcp'],
      })
  }
}

/** The passwd entry of Debian's base-passwd; Alpine's image makes the user itself (`adduser -u 82 -D -S -G www-data www-data`). */
function homeOf(tag: ImageTag): string {
  return tag.alpine === undefined ? '/var/www' : '/home/www-data'
}
