/**
 * TCP ports on which others are listened to, out of the texts of /proc/net/tcp and /proc/net/tcp6; those of the loopback alone are
 * left out. Undefined where the text is none of these. https://docs.kernel.org/networking/proc_net_tcp.html
 */
export function readListeningPorts(text: string): readonly number[] | undefined {
  if (!/\blocal_address\b/.test(text)) return undefined
  const ports = text.split('\n').flatMap((line) => {
    const [, , host = '', port = '', state] =
      /^\s*(\d+): ([0-9A-F]{8}|[0-9A-F]{32}):([0-9A-F]{4}) [0-9A-F]+:[0-9A-F]{4} ([0-9A-F]{2})\b/.exec(
        line,
      ) ?? []
    return state === listen && !isLoopback(host) ? [parseInt(port, 16)] : []
  })
  return [...new Set(ports)].sort((a, b) => a - b)
}

const listen = '0A'

/** Bytes of an address stand in the machine's order, in words of four: 127.0.0.1 is 0100007F. */
function isLoopback(host: string): boolean {
  if (host.length === 8) return host.endsWith('7F')
  return host === `${'0'.repeat(24)}01000000` || /^0{16}FFFF0000[0-9A-F]{6}7F$/.test(host)
}
