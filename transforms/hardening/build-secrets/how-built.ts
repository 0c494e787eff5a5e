import { listText, placeOf, type Facts, type Usage } from '../../../src/transform.ts'
import { oldBuilder } from '../old-builder.ts'
import type { Handed, Plan } from './plan.ts'

/** Who builds the image without mounts, as a sentence; undefined where nobody is seen to. */
export function buildsWithoutMounts({ project }: Facts): string | undefined {
  const old = oldBuilder(project, 'mounts')
  if (old !== undefined) return old
  const platform = project
    .usages()
    .find(({ kind, path }) => kind === 'platform' && !/(^|\/)fly[\w.-]*\.toml$/.test(path))
  return platform === undefined
    ? undefined
    : `${placeOf(platform)} has the image built where no secret can be given`
}

/** The first place that gives a variable to the build with its value written out; nothing can say where the value is to come from then. */
export function writtenOut(name: string, { project }: Facts): Usage | undefined {
  return project.usages().find(({ buildArgs }) => {
    const value = buildArgs.get(name)
    return value !== undefined && value !== '' && !value.includes('$')
  })
}

/** How the image is built from now on, in sentences. */
export function callText(plans: readonly Plan[], { project }: Facts): string {
  const handed = plans.map((plan) => plan.handed)
  const flags = [...new Set(handed.map(flagOf))].join(' ')
  const places = project.usages().flatMap((usage) => {
    const text = textAt(usage, handed)
    return text === undefined ? [] : [`${placeOf(usage)} needs ${text}`]
  })
  const shown = places.slice(0, mostPlaces)
  const rest = places.length - shown.length
  const more = rest === 0 ? '' : ` So do ${rest} more places.`
  const said = shown.map((text) => ` ${text}.`).join('')
  return `The build has to be called with ${flags.includes(' --') ? 'its secrets' : 'its secret'}: \`docker build ${flags} .\`.${said}${more}`
}

const mostPlaces = 4

function flagOf(handed: Handed): string {
  switch (handed.kind) {
    case 'ssh':
      return '--ssh default'
    case 'variable':
      return `--secret id=${handed.id},env=${handed.name}`
    case 'file':
      return `--secret id=${handed.id},src=${handed.path}`
  }
}

/** What a file that has the image built must say. */
function textAt(usage: Usage, handed: readonly Handed[]): string | undefined {
  const isSsh = handed.some(({ kind }) => kind === 'ssh')
  const secrets = handed.flatMap((each) => (each.kind === 'ssh' ? [] : [each]))
  const ids = [...new Set(secrets.map(({ id }) => id))]
  const passed = secrets.filter(
    (each) => each.kind === 'variable' && usage.buildArgs.has(each.name),
  )
  switch (usage.kind) {
    case 'compose': {
      const own = [...new Set(secrets.map(composeSecret))].join(', ')
      const build = [
        ...(ids.length === 0 ? [] : [`\`secrets: [${ids.join(', ')}]\``]),
        ...(isSsh ? ['`ssh: [default]`'] : []),
      ]
      const top = ids.length === 0 ? '' : `, and \`secrets: { ${own} }\` at its top level`
      return `${listText(build)} below \`build\` of ${usage.name}${top}`
    }
    case 'bake': {
      const own = secrets.map((each) => `"${flagOf(each).replace('--secret ', '')}"`).join(', ')
      const parts = [
        ...(own === '' ? [] : [`\`secret = [${own}]\``]),
        ...(isSsh ? ['`ssh = ["default"]`'] : []),
      ]
      return `${listText(parts)} in ${usage.name}`
    }
    case 'workflow':
      return passed.length === 0 && !isSsh
        ? undefined
        : `${listText([
            ...passed.map(({ id }) => `\`${id}\` below \`secrets\``),
            ...(isSsh ? ['`ssh: default`'] : []),
          ])} instead of \`build-args\``
    case 'platform':
      return secrets.length === 0
        ? undefined
        : `\`fly deploy\` with ${listText(ids.map((id) => `\`--build-secret ${id}=$${id.toUpperCase()}\``))}`
    case 'script':
      return passed.length === 0
        ? undefined
        : `${listText(passed.map((each) => `\`${flagOf(each)}\``))} instead of \`--build-arg\``
    default:
      return undefined
  }
}

const composeSecret = (handed: Exclude<Handed, { kind: 'ssh' }>): string =>
  handed.kind === 'file'
    ? `${handed.id}: { file: ${handed.path} }`
    : `${handed.id}: { environment: ${handed.name} }`
