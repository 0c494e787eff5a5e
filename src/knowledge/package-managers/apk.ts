import type { PackageManager } from './package-manager.ts'

export const apk: PackageManager = {
  name: 'apk',
  programs: ['apk'],
  actions: {
    add: 'install',
    update: 'update',
    upgrade: 'upgrade',
    fix: 'upgrade',
    del: 'remove',
    cache: 'clean',
    info: 'query',
    list: 'query',
    search: 'query',
    policy: 'query',
    version: 'query',
    stats: 'query',
  },
  valueFlags: [
    '-X',
    '--repository',
    '-p',
    '--root',
    '--arch',
    '--keys-dir',
    '--repositories-file',
    '--cache-dir',
    '--cache-max-age',
    '--progress-fd',
    '--timeout',
    '--wait',
  ],
  virtualFlags: ['-t', '--virtual'],
  // pkg=1.2, pkg=~1.2, pkg~1.2, pkg>1, pkg<1, pkg@edge; a path to a .apk file is a name of its own.
  splitVersion: (text) => {
    if (/^\.{0,2}\//.test(text)) return { name: text, version: undefined }
    const [, name = text, version] = /^([^=~<>@]+)(?:@[\w-]+)?([=~<>].+)?$/.exec(text) ?? []
    return { name, version: version?.replace(/^=(?!~)/, '') }
  },
  write: (names) => `RUN apk add --no-cache ${names}`,
  cleanUp: 'rm -rf /var/cache/apk/*',
  noCacheFlag: '--no-cache',
  onlyRequiredFlag: undefined,
  cacheFolders: ['/var/cache/apk'],
  source:
    'https://man.archlinux.org/man/apk.8; https://wiki.alpinelinux.org/wiki/Alpine_Package_Keeper',
}
