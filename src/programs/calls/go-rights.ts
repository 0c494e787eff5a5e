import type { CallRow } from '../call.ts'
import { ofRoot } from './of-root.ts'

const words = (text: string) => text.split(' ')

/** Functions of Go that only root may call, or that reach what root has. Modules by their import paths. */
export const goRights: readonly CallRow[] = [
  // Without root the browser wants its sandbox, which a container does not let it have; as root these switch it off themselves.
  // https://github.com/chromedp/chromedp/blob/master/allocate.go
  {
    module: 'github.com/chromedp/chromedp',
    names: words('NewContext NewExecAllocator'),
    needsRoot: 'starts Chromium, whose sandbox is switched off for root alone',
  },
  // https://pkg.go.dev/golang.org/x/crypto/acme/autocert#Manager.Listener
  {
    module: 'golang.org/x/crypto/acme/autocert',
    names: words('NewListener Listener'),
    needsRoot: ofRoot.tls,
  },
  {
    names: ['Listener'],
    when: ({ module, args }) => module === undefined && args.length === 0,
    needsRoot: ofRoot.tls,
  },
  // https://pkg.go.dev/github.com/prometheus-community/pro-bing#Pinger.SetPrivileged
  {
    names: ['SetPrivileged'],
    when: ({ args }) => args[0]?.text() === 'true',
    needsRoot: ofRoot.socket,
  },
  {
    module: 'golang.org/x/net/icmp',
    names: ['ListenPacket'],
    when: ({ args }) => /^ip[46]?:/.test(args[0]?.text() ?? ''),
    needsRoot: ofRoot.socket,
  },
  {
    module: 'net',
    names: words('ListenPacket ListenIP DialIP Dial'),
    when: ({ args }) => /^ip[46]?:/.test(args[0]?.text() ?? ''),
    needsRoot: ofRoot.socket,
  },
  // https://man7.org/linux/man-pages/man2/chown.2.html
  ...words('os syscall golang.org/x/sys/unix').map((module): CallRow => ({
    module,
    names: words('Chown Lchown Fchown Fchownat'),
    needsRoot: ofRoot.owner,
  })),
  // https://pkg.go.dev/os#File.Chown
  {
    names: ['Chown'],
    when: ({ module, args }) => module === undefined && args.length === 2,
    needsRoot: ofRoot.owner,
  },
  ...words('os syscall golang.org/x/sys/unix').map((module): CallRow => ({
    module,
    names: words('Getuid Geteuid'),
    needsRoot: ofRoot.asks,
  })),
  // https://man7.org/linux/man-pages/man7/raw.7.html
  ...['syscall', 'golang.org/x/sys/unix'].flatMap((module): readonly CallRow[] => [
    {
      module,
      names: ['Socket'],
      when: ({ args }) => args.some((arg) => /SOCK_RAW|AF_PACKET/.test(arg.text('') ?? '')),
      needsRoot: ofRoot.socket,
    },
    {
      module,
      names: words(
        'Mount Unmount Chroot Setuid Setgid Setreuid Setregid Setgroups Reboot Sethostname Mknod Settimeofday',
      ),
      needsRoot: 'makes a system call that only root may',
    },
  ]),
  {
    module: 'github.com/google/gopacket/pcap',
    names: words('OpenLive NewInactiveHandle'),
    needsRoot: 'captures packets of the network',
  },
  // https://pkg.go.dev/github.com/docker/docker/client: the socket belongs to root and its group.
  ...['github.com/docker/docker/client', 'github.com/moby/moby/client'].map((module): CallRow => ({
    module,
    names: words('NewClientWithOpts NewEnvClient New'),
    needsRoot: ofRoot.docker,
  })),
  {
    module: 'github.com/fsouza/go-dockerclient',
    names: ['NewClientFromEnv'],
    needsRoot: ofRoot.docker,
  },
  {
    module: 'github.com/vishvananda/netlink',
    names: words('LinkAdd LinkSetUp AddrAdd RouteAdd'),
    needsRoot: 'changes the network of the container',
  },
]
