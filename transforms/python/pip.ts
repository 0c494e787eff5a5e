import {
  pythonInstallOf,
  wordsOfPip,
  type CacheCleanUp,
  type CacheUse,
  type Command,
  type InstallCall,
  type Installer,
} from '../../src/transform.ts'
import { folderOfRequirements, requirementManifests } from './requirement-files.ts'

/** Releases whose own pip is older than --no-cache-dir (pip 6, https://pip.pypa.io/en/stable/news/#v6-0). */
const tooOld = /^(wheezy|jessie|7|8|precise|trusty|12\.04|14\.04)/

const cache: CacheCleanUp = {
  flag: '--no-cache-dir',
  behind: 'install',
  variable: 'PIP_NO_CACHE_DIR',
  isDone: /--(no-)?cache-dir|pip\d?\s+cache\s+(purge|remove)|\.cache\b|PIP_NO_CACHE_DIR/,
  suits: ({ family, release }) =>
    family === 'python' || (release !== undefined && !tooOld.test(release)),
}

/** https://pip.pypa.io/en/stable/topics/caching/ */
const keeps: CacheUse = {
  folders: ({ value, home, command, commands }) => {
    const isOff = value('PIP_NO_CACHE_DIR') !== '' || command.args.some(movesCache)
    const isSet = commands.some((each) => wordsOfPip(each)?.[0] === 'config')
    if (isOff || isSet) return []
    const own = value('PIP_CACHE_DIR')
    const folder = value('XDG_CACHE_HOME')
    const usual = folder === '' ? home && `${home}/.cache` : folder
    const found = own === '' ? usual && `${usual}/pip` : own
    return found === undefined ? [] : [found]
  },
  isEmptiedBy: (command) => wordsOfPip(command)?.[0] === 'cache',
  avoidedBy: '--no-cache-dir',
}

const movesCache = (word: string | undefined) => word?.startsWith('--cache-dir') === true

export const pip: Installer = {
  reads(command: Command): InstallCall | undefined {
    const words = wordsOfPip(command)
    if (words === undefined) return undefined
    const [verb] = words
    const fetches = verb === 'install' || verb === 'download'
    const listed = verb === 'install' ? folderOfRequirements(pythonInstallOf(command)) : undefined
    return {
      needs:
        fetches && namesPackages(words.slice(1))
          ? 'nothing'
          : listed === undefined
            ? 'sources'
            : 'manifests',
      folder: listed ?? command.cwd,
      fills: false,
      fetches,
      writes: true,
      cache: verb === 'install' ? cache : undefined,
      keeps: fetches ? keeps : undefined,
    }
  },
  manifests: requirementManifests,
}

/** Packages by name alone: no file of requirements, no folder, and no flag that may take one. */
function namesPackages(words: Command['args']): boolean {
  return words.every(
    (word) =>
      word !== undefined &&
      (/^(--no-cache-dir|--upgrade|-U|--no-input|-q|--quiet|--user)$/.test(word) ||
        (/^[A-Za-z0-9]/.test(word) && !/\.(whl|gz|zip|txt)$|\/|@/.test(word))),
  )
}
