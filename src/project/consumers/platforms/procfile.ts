import path from 'node:path'
import { readProcfile } from '../../formats/procfile-text.ts'
import { PLAIN_USE } from '../build-use.ts'
import { inShell, type Platform } from './platform.ts'

/** Procfile: a line a process type. Dokku runs them in the image of a Dockerfile. https://dokku.com/docs/processes/process-management/ */
export const procfile: Platform = {
  names: /^Procfile$/,
  read: (file, resolve) => {
    const place = resolve(path.dirname(file.path), { context: undefined, dockerfile: undefined })
    if (place === undefined) return []
    // The type that the platform starts by itself; others are started by hand.
    return readProcfile(file.text)
      .filter(({ name }) => name === 'release')
      .map(({ name, command, line }) => ({
        ...PLAIN_USE,
        ...place,
        ...{ file: file.path, line, kind: 'platform', name, command: inShell(command) },
      }))
  },
}
