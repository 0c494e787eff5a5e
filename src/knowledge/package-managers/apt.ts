import type { PackageManager } from './package-manager.ts'

export const apt: PackageManager = {
  name: 'apt',
  programs: ['apt-get', 'apt', 'aptitude'],
  actions: {
    install: 'install',
    reinstall: 'install',
    update: 'update',
    upgrade: 'upgrade',
    'dist-upgrade': 'upgrade',
    'full-upgrade': 'upgrade',
    'safe-upgrade': 'upgrade',
    remove: 'remove',
    purge: 'remove',
    autoremove: 'remove',
    autopurge: 'remove',
    clean: 'clean',
    autoclean: 'clean',
    'auto-clean': 'clean',
    distclean: 'clean',
    check: 'query',
    list: 'query',
    show: 'query',
    search: 'query',
    policy: 'query',
  },
  valueFlags: [
    '-t',
    '--target-release',
    '--default-release',
    '-o',
    '--option',
    '-c',
    '--config-file',
    '-a',
    '--host-architecture',
  ],
  virtualFlags: [],
  // pkg=version, pkg/release, pkg:arch; a path to a .deb file is a name of its own.
  splitVersion: (text) => {
    if (/^\.{0,2}\//.test(text)) return { name: text, version: undefined }
    const [, name = text, version] = /^([^=/:]+)(?::[a-z0-9]+)?(?:[=/](.+))?$/.exec(text) ?? []
    return { name, version }
  },
  write: (names) =>
    `RUN apt-get update && apt-get install -y --no-install-recommends ${names} && rm -rf /var/lib/apt/lists/*`,
  cleanUp: 'rm -rf /var/lib/apt/lists/*',
  noCacheFlag: undefined,
  onlyRequiredFlag: '--no-install-recommends',
  cacheFolders: ['/var/lib/apt/lists', '/var/cache/apt'],
  source: 'https://manpages.debian.org/bookworm/apt/apt-get.8.en.html',
}
