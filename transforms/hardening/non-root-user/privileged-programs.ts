import { baseName, ownValue, readPackageCommand, type Command } from '../../../src/transform.ts'

/** Programs that start as root and hand their rights over themselves. */
const drops = new Set(
  'gosu su-exec su sudo setpriv setuidgid chpst runuser s6-setuidgid s6-svscan supervisord cron crond anacron php-fpm apache2 apache2-foreground apache2ctl httpd httpd-foreground nginx openresty haproxy sshd postgres mysqld mysqld_safe named dnsmasq vsftpd smbd postfix rsyslogd syslogd'.split(
    ' ',
  ),
)
/** Programs that only root, or a container with more rights than usual, can run. */
const needs = new Set(
  'mount umount iptables ip6tables nft ip ifconfig route sysctl modprobe insmod chroot nsenter unshare docker dockerd containerd podman buildah systemctl systemd service init tcpdump tshark nmap ping ping6 traceroute arping dhclient openvpn wg wg-quick tc chown chgrp useradd adduser groupadd addgroup usermod deluser userdel passwd chpasswd setcap hostname date strace perf dmidecode smartctl fdisk mkfs fuse fusermount update-ca-certificates ldconfig update-alternatives chromium chromium-browser google-chrome google-chrome-stable chrome firefox xvfb-run Xvfb'.split(
    ' ',
  ),
)
/** Programs that write into the project's folders, or into a home, when they start. */
const writes = new Set(
  'prisma tsc webpack vite rollup esbuild parcel gulp grunt make gcc cargo mvn gradle gradlew corepack pip pip3 poetry pipenv bundle composer node-gyp ts-node'.split(
    ' ',
  ),
)
const builds: Readonly<Record<string, RegExp>> = {
  npm: /^(install|i|ci|rebuild|update|link)$/,
  yarn: /^(install|add|global)$/,
  pnpm: /^(install|i|add)$/,
  bun: /^(install|i|add|build)$/,
  next: /^(build|dev|export)$/,
  nuxt: /^(build|generate|dev)$/,
  nest: /^(build|start)$/,
  go: /^(run|build|get|install|test|generate)$/,
  sequelize: /^(init|model)/,
}

const runners = /^(npx|bunx|pnpx|npm|pnpm|yarn)$/

/** Why a program has to be started by root, in words that follow its name: 'drops its rights itself'; undefined where it has not. */
export function needOfRoot({ name, args }: Pick<Command, 'name' | 'args'>): string | undefined {
  if (name === undefined) return 'is not known before the container runs'
  const program = baseName(name)
  if (drops.has(program)) return 'starts as root and drops to another user itself'
  if (needs.has(program)) return 'needs the rights of root'
  if (readPackageCommand([program, ...args]) !== undefined) return 'installs packages'
  const [subcommand = ''] = args
  if (runners.test(program)) {
    const rest = args.filter((arg) => arg === undefined || !arg.startsWith('-'))
    const at = /^(exec|dlx|x)$/.test(rest[0] ?? '') ? 1 : 0
    if (writes.has(rest[at] ?? '')) return needOfRoot({ name: rest[at], args: rest.slice(at + 1) })
  }
  if (writes.has(program) || ownValue(builds, program)?.test(subcommand) === true)
    return 'writes into folders of the image when the container starts'
  return undefined
}
