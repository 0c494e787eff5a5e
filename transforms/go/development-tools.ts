import { baseName, refuse, type Facts, type Process, type Refusal } from '../../src/transform.ts'
import { isGo } from './build-command.ts'

/** Programs that build again whenever a source changes: https://github.com/air-verse/air and its like. */
const watchers = new Set([
  'air',
  'realize',
  'fresh',
  'CompileDaemon',
  'compiledaemon',
  'reflex',
  'gin',
  'modd',
  'arelo',
  'watcher',
  'gow',
  'wgo',
  'nodemon',
  'bee',
  'revel',
  'entr',
  'gaper',
  'godo',
])

/** The refusal for an image that starts the tests, a watcher or a debugger; undefined where it starts a program. */
export function developmentRefusal(
  processes: readonly Process[],
  line: number,
): Refusal | undefined {
  if (processes.some((process) => isGo(process, 'test')))
    return refuse(
      'test-image',
      `Line ${line} runs the tests, which need the go command and the sources: the image is a test image, not one that runs a program.`,
      line,
    )
  const tool = processes.find((process) => whatItDoes(process) !== undefined)
  if (tool === undefined) return undefined
  const where = tool.via.at(-1)
  const place =
    where === undefined || where.path === 'Dockerfile' ? '' : ` (${where.path}:${where.line})`
  return refuse(
    'development-image',
    `Line ${line} starts ${tool.name}${place}, ${whatItDoes(tool)}: a development image.`,
    line,
  )
}

/** The refusal for an image in which a compose service compiles: it needs the go command, or a watcher that only the golang image has. */
export function composeRefusal({ overrides }: Facts): Refusal | undefined {
  for (const { usage, processes } of overrides) {
    const tool = processes.find(
      (process) => baseName(process.name ?? '') === 'go' || whatItDoes(process) !== undefined,
    )
    if (tool === undefined) continue
    return refuse(
      usage.bindMounts.length > 0 ? 'compose-mounts-source' : 'development-image',
      `${usage.path}:${usage.line} runs \`${tool.argv.join(' ')}\` in this image, which an image without the go command and the sources can't do. Give the development setup a Dockerfile or a target of its own.`,
    )
  }
  return undefined
}

function whatItDoes(process: Process): string | undefined {
  const name = baseName(process.name ?? '')
  if (watchers.has(name)) return 'which rebuilds the program whenever a source file changes'
  return name === 'dlv' || isGo(process, 'tool') ? 'a debugger' : undefined
}
