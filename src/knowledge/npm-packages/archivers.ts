import type { NpmPackage } from './npm-package.ts'

/** Packages that start a program of the system which packs or unpacks. */
export const packagesWithArchivers: readonly NpmPackage[] = [
  {
    names: 'cross-zip bestzip',
    programs: 'zip unzip',
    source: 'https://github.com/feross/cross-zip/blob/master/index.js',
  },
  {
    names: 'cross-unzip',
    programs: 'unzip',
    source: 'https://github.com/fritx/cross-unzip/blob/master/index.js',
  },
  {
    names: 'node-7z node-7z-archive',
    programs: '7z',
    source: 'https://github.com/quentinrossetti/node-7z/blob/master/src/bin.js',
  },
  {
    names: 'node-unrar',
    programs: 'unrar',
    source: 'https://github.com/scopsy/node-unrar/blob/master/lib/index.js',
  },
]
