/**
 * The packages with programs that the layers of buildpack-deps add, dependencies without which they do not come included
 * (git and mercurial bring perl and python3): https://github.com/docker-library/buildpack-deps, debian/bookworm.
 */
const curl = ['ca-certificates', 'curl', 'gnupg', 'openssl', 'wget']

const scm = [
  ...curl,
  'git',
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
  'g++',
  'gcc',
  'imagemagick',
  'libpq-dev',
  'libtool',
  'm4',
  'make',
  'patch',
  'pkg-config',
  'unzip',
  'xz-utils',
]

/** Names that stand for several packages in an image family's row. */
export const imagePackages: Readonly<Record<string, readonly string[]>> = {
  'buildpack-deps': full,
  'buildpack-deps-scm': scm,
  'buildpack-deps-curl': curl,
}
