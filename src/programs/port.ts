/** The port of what a program listens on: `3000`, `:8080`, `0.0.0.0:80`, `[::]:80`; undefined for sockets, port 0 and names. */
export function portOf(text: string): number | undefined {
  const number = text.slice(text.lastIndexOf(':') + 1)
  const port = /^\d{1,5}$/.test(number) ? Number(number) : 0
  return port > 0 && port < 65_536 ? port : undefined
}
