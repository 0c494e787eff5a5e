import path from 'node:path'
import { PLAIN_USE } from '../build-use.ts'
import { inShell, type Platform } from './platform.ts'

/** Procfile: a line a process type. Dokku runs them in the image of a Dockerfile. https://dokku.com/docs/processes/process-management/ */
export const procfile: Platform = {
  names: /^Procfile$/,
  read: (file, resolve) => {
    const place = resolve(path.dirname(file.path), { context: undefined, dockerfile: undefined })
    if (place === undefined) return []
    return file.text.split(/\r?\n/).flatMap((written, index) => {
      const at = written.indexOf(':')
      const name = written.slice(0, Math.max(at, 0)).trim()
      // The types that the platform starts by itself; others are started by hand.
      return name !== 'release'
        ? []
        : [
            {
              ...PLAIN_USE,
              ...place,
              file: file.path,
              line: index + 1,
              kind: 'platform',
              name,
              command: inShell(written.slice(at + 1).trim()),
            },
          ]
    })
  },
}
