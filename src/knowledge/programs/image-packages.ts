/**
 * The packages with programs and data that the layers of buildpack-deps add, dependencies without which they do not come included
 * (git and mercurial bring perl and python3, that media-types; openssh-client adduser; imagemagick fontconfig and a font):
 * https://github.com/docker-library/buildpack-deps, debian/bookworm.
 */
const curl = ['ca-certificates', 'curl', 'gnupg', 'netbase', 'openssl', 'tzdata', 'wget']

const scm = [
  ...curl,
  'adduser',
  'git',
  'media-types',
  'mercurial',
  'openssh-client',
  'subversion',
  'procps',
  'perl',
  'python3',
]

const full = [
  ...scm,
  'autoconf',
  'automake',
  'binutils',
  'bzip2',
  'default-libmysqlclient-dev',
  'dpkg-dev',
  'file',
  'fontconfig',
  'fonts-dejavu-core',
  'g++',
  'gcc',
  'hicolor-icon-theme',
  'imagemagick',
  'libpq-dev',
  'libtool',
  'libx11-data',
  'm4',
  'make',
  'patch',
  'pkg-config',
  'shared-mime-info',
  'unzip',
  'xz-utils',
]

/** Names that stand for several packages in an image family's row. */
export const imagePackages: Readonly<Record<string, readonly string[]>> = {
  'buildpack-deps': full,
  'buildpack-deps-scm': scm,
  'buildpack-deps-curl': curl,
}
