import { baseName, type Command, type InstallCall, type Installer } from '../../../src/transform.ts'
import { goCaches } from './caches.ts'
import { buildsModules, goManifests } from './manifests.ts'

/** The go command; modules go to its own cache, which a stage with the go command goes on using. */
export const goInstaller: Installer = {
  reads,
  manifests: goManifests,
  download: { line: 'RUN go mod download', suits: buildsModules },
}

function reads({ name = '', args, cwd }: Command): InstallCall | undefined {
  if (baseName(name) !== 'go') return undefined
  const words = args.filter((arg) => arg === undefined || !arg.startsWith('-'))
  const [command = ''] = words
  const needs = /^(version|env)$/.test(command)
    ? 'nothing'
    : /^mod (download|verify)( all)?$/.test(words.join(' '))
      ? 'manifests'
      : 'sources'
  const keeps = goCaches(command, args)
  const writes = /^(run|build|get|install|test|generate)$/.test(command)
  return { needs, folder: cwd, fills: false, fetches: command === 'get', writes, keeps }
}
