import type { CallRow } from '../call.ts'
import { ofRoot } from './of-root.ts'

const words = (text: string) => text.split(' ')

/** What only root, or a device of the host, lets a program of JavaScript do. */
export const rightRows: readonly CallRow[] = [
  { module: 'dockerode', names: words('default Docker'), needsRoot: ofRoot.docker },
  { module: 'raw-socket', names: ['createSocket'], needsRoot: ofRoot.socket },
  { module: 'net-ping', names: ['createSession'], needsRoot: ofRoot.socket },
  {
    module: 'serialport',
    names: words('default SerialPort'),
    needsRoot: 'opens a device of the host',
  },
  // https://nodejs.org/api/fs.html#fschownpath-uid-gid-callback
  ...words('fs fs-extra graceful-fs mz/fs').map((module): CallRow => ({
    module,
    names: words('chown chownSync lchown lchownSync fchown fchownSync'),
    needsRoot: ofRoot.owner,
  })),
  // https://nodejs.org/api/process.html#processsetuidid
  {
    names: words('setuid setgid seteuid setegid setgroups initgroups'),
    when: ({ object }) => object === 'process',
    needsRoot: ofRoot.user,
  },
  {
    names: words('getuid geteuid'),
    when: ({ object }) => object === 'process',
    needsRoot: ofRoot.asks,
  },
]
