import type { Manifest } from '../../javascript/manifest.ts'

/** A package whose native part looks for something of the system that slim images lack. */
interface NativePackage {
  readonly names: readonly string[]
  /** Programs by which it starts a container; where it brings some, it counts by these alone. */
  readonly commands?: readonly string[]
  /** Debian packages, those that slim has left out. */
  readonly debian?: readonly string[]
  /** Programs that it calls. */
  readonly programs?: readonly string[]
  /** Only the image of the author is known to have it all. */
  readonly keepsBase?: string
  readonly source: string
}

const rows: readonly NativePackage[] = [
  {
    names: ['@prisma/client', 'prisma'],
    debian: ['openssl'],
    source:
      'https://www.prisma.io/docs/orm/reference/system-requirements#linux-runtime-dependencies',
  },
  {
    names: ['libpq', 'pg-native'],
    debian: ['libpq5'],
    source: 'https://github.com/brianc/node-pg-native#install',
  },
  {
    names: ['fluent-ffmpeg'],
    programs: ['ffmpeg'],
    source: 'https://github.com/fluent-ffmpeg/node-fluent-ffmpeg#prerequisites',
  },
  {
    names: ['simple-git', 'nodegit', 'isomorphic-git-cli'],
    programs: ['git'],
    source: 'https://github.com/steveukx/git-js#dependencies',
  },
  {
    names: ['gm'],
    keepsBase: 'it calls ImageMagick or GraphicsMagick',
    source: 'https://github.com/aheckmann/gm#getting-started',
  },
  {
    names: ['imagemagick', 'easyimage', 'im-metadata'],
    keepsBase: 'it calls ImageMagick',
    source: 'https://github.com/yourdeveloperfriend/node-imagemagick',
  },
  {
    names: [
      'puppeteer',
      'playwright',
      'whatsapp-web.js',
      'html-pdf',
      'phantomjs-prebuilt',
      'phantomjs',
    ],
    keepsBase: 'its browser needs libraries of the full image',
    source: 'https://pptr.dev/troubleshooting#chrome-doesnt-launch-on-linux',
  },
  {
    names: ['node-libcurl'],
    keepsBase: 'it links libcurl',
    source:
      'https://github.com/JCMais/node-libcurl#important-notes-on-prebuilt-binaries--direct-installation',
  },
  {
    names: [
      'kerberos',
      'oracledb',
      'odbc',
      'ibm_db',
      'node-rdkafka',
      'zeromq',
      'usb',
      'serialport',
      'robotjs',
      'node-hid',
      'mdns',
      'canvas-prebuilt',
      'magickwand.js',
      'nodegit',
      'sodium',
      'libxslt',
      'node-opencv',
      'opencv4nodejs',
      'fuse-bindings',
    ],
    keepsBase: 'its native part may link libraries of the full image',
    source: 'https://github.com/nodejs/docker-node#image-variants',
  },
  {
    names: ['youtube-dl-exec', 'youtube-dl'],
    programs: ['python3'],
    source: 'https://github.com/microlinkhq/youtube-dl-exec',
  },
  {
    names: ['python-shell'],
    programs: ['python3'],
    source: 'https://github.com/extrabacon/python-shell',
  },
  {
    names: ['tree-kill', 'ps-tree', 'pidtree', 'ps-list', 'systeminformation'],
    programs: ['ps'],
    source:
      'https://github.com/pkrumins/node-tree-kill, https://github.com/simonepri/pidtree: `ps` lists the processes that go down together',
  },
  {
    names: ['pm2'],
    commands: ['pm2', 'pm2-runtime', 'pm2-docker'],
    programs: ['ps'],
    source: 'https://github.com/Unitech/pm2/blob/master/lib/TreeKill.js',
  },
  {
    names: ['concurrently', 'npm-run-all', 'npm-run-all2', 'forever'],
    commands: ['concurrently', 'conc', 'npm-run-all', 'run-p', 'run-s', 'forever'],
    programs: ['ps'],
    source: 'they stop what they started by tree-kill, pidtree and ps-tree',
  },
]

/** The rows of a manifest's dependencies. */
export function nativePackages(
  manifest: Manifest,
): readonly (NativePackage & { readonly name: string })[] {
  return rows.flatMap((row) => {
    if (row.commands !== undefined) return []
    const name = row.names.find((item) => manifest.dependencies.has(item))
    return name === undefined ? [] : [{ ...row, name }]
  })
}

/** What programs call that the start command runs, wherever they come from: `pm2-runtime` calls ps. */
export function calledByStarted(
  started: ReadonlySet<string>,
): readonly { readonly name: string; readonly by: string }[] {
  return rows.flatMap(({ commands = [], programs = [] }) => {
    const by = commands.find((command) => started.has(command))
    return by === undefined ? [] : programs.map((name) => ({ name, by }))
  })
}
