import type { PackageManager } from './package-manager.ts'

const common = {
  actions: {
    install: 'install',
    reinstall: 'install',
    localinstall: 'install',
    groupinstall: 'install',
    update: 'upgrade',
    upgrade: 'upgrade',
    'upgrade-minimal': 'upgrade',
    'update-minimal': 'upgrade',
    'distro-sync': 'upgrade',
    makecache: 'update',
    'check-update': 'query',
    remove: 'remove',
    erase: 'remove',
    autoremove: 'remove',
    groupremove: 'remove',
    clean: 'clean',
    list: 'query',
    info: 'query',
    search: 'query',
    provides: 'query',
    repolist: 'query',
    repoquery: 'query',
  },
  valueFlags: [
    '-c',
    '--config',
    '-d',
    '--debuglevel',
    '-e',
    '--errorlevel',
    '-x',
    '--exclude',
    '--setopt',
    '--enablerepo',
    '--disablerepo',
    '--repo',
    '--repoid',
    '--repofrompath',
    '--releasever',
    '--installroot',
    '--forcearch',
    '--advisory',
  ],
  virtualFlags: [],
  noCacheFlag: undefined,
  // name-1.2.3, name-1.2.3-4.el9; `java-17-openjdk` and `java-1.8.0-openjdk` are names as a whole.
  splitVersion: (text: string) => {
    const [, name = text, version] =
      /^([\w.+-]+?)-(\d[\w*]*\.[\w.*]*(?:-\d[\w.*]*)?)$/.exec(text) ?? []
    return { name: name.replace(/\.(x86_64|aarch64|noarch|i686)$/, ''), version }
  },
} satisfies Partial<PackageManager>

export const dnf: PackageManager = {
  ...common,
  name: 'dnf',
  programs: ['dnf', 'dnf5', 'dnf-3'],
  write: (names) =>
    `RUN dnf install -y --nodocs --setopt=install_weak_deps=False ${names} && dnf clean all`,
  cleanUp: 'dnf clean all',
  onlyRequiredFlag: '--setopt=install_weak_deps=False',
  cacheFolders: ['/var/cache/dnf', '/var/cache/libdnf5'],
  source: 'https://dnf.readthedocs.io/en/latest/command_ref.html',
}

export const microdnf: PackageManager = {
  ...common,
  name: 'microdnf',
  programs: ['microdnf'],
  write: (names) =>
    `RUN microdnf install -y --nodocs --setopt=install_weak_deps=0 ${names} && microdnf clean all`,
  cleanUp: 'microdnf clean all',
  onlyRequiredFlag: '--setopt=install_weak_deps=0',
  cacheFolders: ['/var/cache/yum', '/var/cache/dnf'],
  source: 'https://github.com/rpm-software-management/microdnf',
}

export const yum: PackageManager = {
  ...common,
  name: 'yum',
  programs: ['yum'],
  write: (names) => `RUN yum install -y ${names} && yum clean all && rm -rf /var/cache/yum`,
  cleanUp: 'yum clean all && rm -rf /var/cache/yum',
  onlyRequiredFlag: undefined,
  cacheFolders: ['/var/cache/yum'],
  source: 'https://man7.org/linux/man-pages/man8/yum.8.html',
}
