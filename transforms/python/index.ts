import { baseName, type Tooling } from '../../src/transform.ts'
import { pythonLaunchers } from './launchers/index.ts'
import { managers } from './managers.ts'
import { pip } from './pip.ts'

/** What is known of Python's tools, for files of any ecosystem. No file is split by it. */
export const python: Tooling = {
  name: 'python',
  installs: [pip, managers],
  launchers: pythonLaunchers,
  isBuild: ({ name = '' }) => /^(poetry|pipenv|pdm|uv)$/.test(baseName(name)),
  inspection: {
    packageFolders: ['site-packages', 'dist-packages'],
    *packages({ paths }) {
      for (const path of paths) {
        const name = /\/(?:site|dist)-packages\/([^/]+)-[^-/]+\.dist-info\/METADATA$/.exec(
          path,
        )?.[1]
        if (name !== undefined) yield `pip ${name}`
      }
    },
  },
}
