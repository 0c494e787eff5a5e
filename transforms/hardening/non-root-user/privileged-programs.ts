import {
  baseName,
  commandOf,
  readPackageCommand,
  supervisors,
  type Command,
  type Installs,
} from '../../../src/transform.ts'

/** Programs that start as root and hand their rights over themselves. */
const drops = new Set(
  'gosu su-exec su sudo setpriv setuidgid chpst runuser s6-setuidgid cron crond anacron php-fpm apache2 apache2-foreground apache2ctl httpd httpd-foreground nginx openresty haproxy sshd postgres mysqld mysqld_safe named dnsmasq vsftpd smbd postfix rsyslogd syslogd'.split(
    ' ',
  ),
)
/** Programs that only root, or a container with more rights than usual, can run. */
const needs = new Set(
  'mount umount iptables ip6tables nft ip ifconfig route sysctl modprobe insmod chroot nsenter unshare docker dockerd containerd podman buildah systemctl systemd service init tcpdump tshark nmap ping ping6 traceroute arping dhclient openvpn wg wg-quick tc chown chgrp useradd adduser groupadd addgroup usermod deluser userdel passwd chpasswd setcap hostname date strace perf dmidecode smartctl fdisk mkfs fuse fusermount update-ca-certificates ldconfig update-alternatives crontab mknod swapon setfacl locale-gen rc-service rc-update openrc a2enmod a2ensite add-apt-repository apt apt-get aptitude apk dpkg yum dnf microdnf rpm chromium chromium-browser google-chrome google-chrome-stable chrome firefox xvfb-run Xvfb'.split(
    ' ',
  ),
)
/** `date +%F`, `hostname -i`, `sysctl -n kernel.osrelease`, `ip addr show`, `dpkg --print-architecture`: without a word that sets something they only tell. */
function onlyTells(program: string, args: Command['args']): boolean {
  const words = args.flatMap((arg) => arg ?? [])
  if (words.length < args.length) return false
  switch (program) {
    case 'date':
      return words.every((word) => !/^(-[a-zA-Z]*s|--set\b|\d{8})/.test(word))
    case 'hostname':
      return words.every((word) => /^-[aAdfiIsy]+$/.test(word))
    case 'sysctl':
      return words.every(
        (word) => !/^(-\w*w|--write|-p|--system|--load)/.test(word) && !word.includes('='),
      )
    case 'ip':
      return words.every((word) =>
        /^(-.*|a|addr|address|l|link|r|route|show|list|get|[a-z]+\d+|lo|dev)$/.test(word),
      )
    case 'crontab':
      return words.includes('-l')
    case 'dpkg':
    case 'rpm':
      return /^(-[lsLSVq]|--(list|status|listfiles|search|print-|compare-versions|query))/.test(
        words[0] ?? '',
      )
    case 'apt':
    case 'apk':
      return /^(list|show|search|info|policy)$/.test(words[0] ?? '')
    default:
      return false
  }
}

/** Builds of no language that an ecosystem tells of: they write where they run. */
const builds = new Set('make gcc cargo mvn gradle gradlew bundle'.split(' '))

/** Why what builds or installs can't be another user's. */
export const writesImage = 'writes into folders of the image when the container starts'

/** Why a program has to be started by root, in words that follow its name: 'drops its rights itself'; undefined where it has not. */
export function needOfRoot(command: Command, installs: Installs): string | undefined {
  const { name, args } = command
  if (name === undefined) return 'is not known before the container runs'
  const program = baseName(name)
  if (drops.has(program) || supervisors.has(program))
    return 'starts as root and drops to another user itself'
  if (!onlyTells(program, args)) {
    if (readPackageCommand([program, ...args]) !== undefined) return 'installs packages'
    if (needs.has(program)) return 'needs the rights of root'
  }
  const call = installs.read(command)
  const started = commandOf(call?.starts ?? [], command.cwd)
  return call?.writes === true || [command, started].some((run) => isBuild(run, installs))
    ? writesImage
    : undefined
}

const isBuild = (command: Command, installs: Installs) =>
  builds.has(baseName(command.name ?? '')) || installs.isBuild(command)
