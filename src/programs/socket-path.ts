import { isKnown, literalPath, type PathValue } from './path-value.ts'

/** Whether a path is that of a socket by its name or its folder: `/run/app`, `./app.sock`. */
export const isSocketPath = (value: PathValue): boolean =>
  isKnown(value) &&
  (/\.sock(et)?$/.test(value.path) ||
    (value.base === 'root' && /^\/(var\/)?run\/./.test(value.path)))

/** The files that a server makes to listen on, of its addresses: `unix:///run/app.sock`, './app.sock'. */
export const socketsIn = (addresses: readonly PathValue[]): readonly PathValue[] =>
  addresses.flatMap((value) => {
    const [scheme] = /^unix:(\/\/)?/.exec(value.base === 'cwd' ? value.path : '') ?? []
    if (scheme !== undefined)
      return [
        { ...value, ...literalPath(value.path.slice(scheme.length)), isPrefix: value.isPrefix },
      ]
    return isSocketPath(value) ? [value] : []
  })
