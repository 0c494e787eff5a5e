/** Packages that composer, pecl and the author's own downloads call, by the programs that would need them at run time. */
export const packagePrograms: Readonly<Record<string, readonly string[]>> = {
  git: ['git'],
  'git-core': ['git'],
  subversion: ['svn'],
  mercurial: ['hg'],
  unzip: ['unzip'],
  zip: ['zip'],
  p7zip: ['7z', '7za', '7zr'],
  'p7zip-full': ['7z', '7za'],
  xz: ['xz', 'unxz', 'xzcat'],
  'xz-utils': ['xz', 'unxz', 'xzcat'],
  bzip2: ['bzip2', 'bunzip2', 'bzcat'],
  curl: ['curl'],
  wget: ['wget'],
  'openssh-client': ['ssh', 'scp', 'ssh-keyscan', 'sftp'],
  'openssh-client-default': ['ssh', 'scp', 'ssh-keyscan'],
  patch: ['patch'],
  // Of $PHPIZE_DEPS.
  file: ['file'],
  dpkg: ['dpkg', 'dpkg-deb', 'dpkg-query'],
  composer: ['composer'],
  rsync: ['rsync'],
  'lsb-release': ['lsb_release'],
  'apt-utils': [],
  'apt-transport-https': [],
  'software-properties-common': ['add-apt-repository'],
  gnupg: ['gpg', 'apt-key'],
  gnupg2: ['gpg', 'gpg2', 'apt-key'],
  yarn: ['yarn'],
  nodejs: ['node', 'npm', 'npx'],
  'nodejs-current': ['node'],
  npm: ['npm', 'npx', 'node'],
}

/** What the official image has itself. */
export const ofImage = /^(curl|ca-certificates|xz-utils|xz|tar)$/
