import type { CachePlace, CacheUse, Command } from '../../../src/transform.ts'

/** Subcommands that compile, and those that only bring modules. */
const compiles = /^(build|install|test|run|generate|vet|list|get)$/

/** The module cache and the build cache of a go command; none of one that uses neither. https://go.dev/ref/mod#module-cache, https://pkg.go.dev/cmd/go#hdr-Build_and_test_caching */
export function goCaches(subcommand: string, args: Command['args']): CacheUse | undefined {
  const isModule = subcommand === 'mod'
  if (!isModule && !compiles.test(subcommand)) return undefined
  return {
    folders: (place) =>
      place.commands.some(movesCaches)
        ? []
        : [
            isVendored(args, place) ? undefined : modulesOf(place),
            isModule ? undefined : buildsOf(place),
          ].flatMap((folder) => folder ?? []),
    // https://go.dev/ref/mod#environment-variables
    isOffline: ({ value }) => value('GOPROXY') === 'off',
    isEmptiedBy: ({ name, args: words }) => name === 'go' && words[0] === 'clean',
    isReadOn: true,
  }
}

/** https://pkg.go.dev/cmd/go#hdr-Print_Go_environment_information */
const movesCaches = ({ name, args }: Command) =>
  name === 'go' && args[0] === 'env' && args[1] === '-w'

/** Whether a build reads its modules from the project's folder `vendor`: https://go.dev/ref/mod#vendoring */
function isVendored(args: Command['args'], { value, project }: CachePlace): boolean {
  const flags = `${value('GOFLAGS') ?? ''} ${args.join(' ')}`
  if (value('GO111MODULE') === 'off' || flags.includes('-mod=vendor')) return true
  return project.isFile('vendor/modules.txt') && !flags.includes('-mod=')
}

function modulesOf({ value, home }: CachePlace): string | undefined {
  const own = value('GOMODCACHE')
  if (own !== '') return own
  const path = value('GOPATH')?.split(':')[0]
  const gopath = path === '' ? home && `${home}/go` : path
  return gopath && `${gopath}/pkg/mod`
}

function buildsOf({ value, home }: CachePlace): string | undefined {
  const own = value('GOCACHE')
  if (own !== '') return own === 'off' ? undefined : own
  const folder = value('XDG_CACHE_HOME')
  return folder === '' ? home && `${home}/.cache/go-build` : folder && `${folder}/go-build`
}
