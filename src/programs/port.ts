/** The port of what a program listens on: `3000`, `:8080`, `0.0.0.0:80`, `[::]:80`; undefined for sockets, port 0 and names. */
export function portOf(text: string): number | undefined {
  const number = text.slice(text.lastIndexOf(':') + 1)
  const port = /^\d{1,5}$/.test(number) ? Number(number) : 0
  return port > 0 && port < 65_536 ? port : undefined
}

const portName = /^(http_?|https_?|server_?|listen_?|app_?|web_?)?(port|addr|address|listen)$/i
const serverName = /^(http|https|server|listen|app|web|api)$/i

/** Whether settings call the port of their server so. */
export const isPortName = (name: string): boolean => portName.test(name)

/** Whether settings call a server so. */
export const isServerName = (name: string): boolean => serverName.test(name)
