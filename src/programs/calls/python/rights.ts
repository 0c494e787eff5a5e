import type { Call, CallRow } from '../../call.ts'
import { ofRoot } from '../of-root.ts'
import { rowsOf, words } from './row.ts'

const osProcess = 'https://docs.python.org/3/library/os.html#process-parameters'

const isRaw = ({ args }: Call) => args.some((arg) => /SOCK_RAW|AF_PACKET/.test(arg.text('') ?? ''))

/** `VideoCapture(0)`, `VideoCapture('/dev/video0')`: a camera; otherwise a file or an address. */
const isCamera = ({ args: [first] }: Call) => /^(\d+$|\/dev\/)/.test(first?.text('') ?? '')

/** What only root may do, and what of the environment is read. */
export const pythonRights: readonly CallRow[] = [
  ...rowsOf('socket', {
    names: ['socket'],
    when: isRaw,
    needsRoot: ofRoot.socket,
    source: 'https://man7.org/linux/man-pages/man7/raw.7.html',
  }),
  ...rowsOf('scapy.all scapy.sendrecv', {
    names: words('sniff send sendp sr sr1 srp'),
    needsRoot: ofRoot.socket,
    source: 'https://scapy.readthedocs.io/en/latest/usage.html',
  }),
  ...rowsOf('docker', {
    names: words('from_env DockerClient APIClient'),
    needsRoot: ofRoot.docker,
    source: 'https://docker-py.readthedocs.io/',
  }),
  ...rowsOf('serial', {
    names: words('Serial serial_for_url'),
    needsRoot: 'opens a device of the host',
    source: 'https://pyserial.readthedocs.io/',
  }),
  ...rowsOf('cv2', {
    names: ['VideoCapture'],
    when: isCamera,
    needsRoot: 'opens a device of the host',
    source: 'https://docs.opencv.org/4.x/d8/dfe/classcv_1_1VideoCapture.html',
  }),
  ...rowsOf('os shutil', {
    names: words('chown lchown fchown'),
    needsRoot: ofRoot.owner,
    source: osProcess,
  }),
  ...rowsOf('os', {
    names: words('setuid setgid seteuid setegid setgroups initgroups'),
    needsRoot: ofRoot.user,
    source: osProcess,
  }),
  ...rowsOf('os', { names: words('getuid geteuid'), needsRoot: ofRoot.asks, source: osProcess }),
  ...rowsOf('os.environ', {
    names: words('get setdefault pop'),
    readsVariable: 0,
    source: osProcess,
  }),
  ...rowsOf('os', { names: words('getenv environ'), readsVariable: 0, source: osProcess }),
  ...rowsOf('os.path', { names: ['expandvars'], readsVariablesOf: 0, source: osProcess }),
  ...rowsOf('decouple environs.Env environ.Env', {
    names: words('config Env str int bool path url db'),
    readsVariable: 0,
    source: 'https://github.com/HBNetwork/python-decouple',
  }),
]
