import { inSource, type InstallSite, isAtLeast, type Manifests } from '../../../src/transform.ts'

/** Subcommands that build what `go mod download` can bring beforehand. */
const builders = /^(build|install|test|vet|generate|get)$/

/** go.mod and go.sum, where `go mod download` needs no more; undefined where it does, or where there is nothing to download. */
export function goManifests(site: InstallSite): Manifests | undefined {
  const { project, source } = site
  const path = inSource(source, 'go.mod')
  const mod = project.read(path)
  if (mod === undefined || project.isFile(inSource(source, 'go.work'))) return undefined
  if (project.isFolder(inSource(source, 'vendor')) || !hasModules(site)) return undefined
  const text = mod.replaceAll(/\/\/(?! indirect).*$/gm, '')
  // https://go.dev/ref/mod#go-mod-file-replace: a path that begins with ./ or ../ or is absolute names a folder.
  if (/=>\s*(\.{0,2}\/|[A-Z]:)/.test(text)) return undefined
  const required = requiredModules(text)
  const sums = project.read(inSource(source, 'go.sum'))
  if (required.length === 0 || sums === undefined) return undefined
  // The build would look in the author's go.sum for what only the download's copy of it had learned.
  if (required.some((module) => !sums.includes(`${module} h1:`)) && !/=>/.test(text))
    return undefined
  const line = mod.split('\n').findIndex((entry) => /^require\b/.test(entry)) + 1
  return {
    files: ['go.mod', 'go.sum'],
    folders: [],
    evidence: [{ path, line, text: mod.split('\n')[line - 1]?.trim() ?? '' }],
    assumption: undefined,
  }
}

/** Whether a `go mod download` may be added above the sources: the RUN's first command builds, and sets nothing that the download would need as well. */
export function buildsModules({ stage, step, folder }: InstallSite): boolean {
  const [first] = stage.commands.filter((command) => command.step === step)
  if (first?.name !== 'go' || first.cwd !== folder || step.instruction.flags.length > 0)
    return false
  if (stage.base.family !== 'golang' || first.link?.kind !== 'simple' || first.linkIndex > 0)
    return false
  const settings = [...first.assignments].filter(([name]) => /^GO(?!OS$|ARCH$|ARM|AMD)/.test(name))
  return (
    builders.test(first.args[0] ?? '') &&
    settings.every(([name, value]) => name === 'GO111MODULE' && value !== 'off')
  )
}

/** 'example.com/a v1.2.3' of every require that is not `// indirect`. */
function requiredModules(mod: string): readonly string[] {
  const lines = mod.split('\n').filter((line) => !line.includes('// indirect'))
  return lines.flatMap((line) => {
    const [, module, version] =
      /^\s*(?:require\s+)?([\w.~-]+\.[\w.~-]+\/\S+|[\w.~-]+\.\w+)\s+(v\d\S*)\s*$/.exec(line) ?? []
    return module === undefined ? [] : [`${module} ${version}`]
  })
}

/** `go mod` needs Go 1.11, and below GOPATH 1.13 (https://go.dev/doc/go1.13#modules). */
function hasModules({ stage, step, folder }: InstallSite): boolean {
  if (step.variable('GO111MODULE') === 'off' || /-mod=vendor/.test(step.variable('GOFLAGS') ?? ''))
    return false
  if (/GO111MODULE=off|-mod=vendor/.test(step.instruction.text)) return false
  const isInGopath = folder.startsWith('/go/src/') && step.variable('GO111MODULE') !== 'on'
  return isAtLeast(stage.base.version, isInGopath ? '1.13' : '1.11')
}
