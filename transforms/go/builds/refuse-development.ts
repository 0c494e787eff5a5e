import { refuse, type Process, type Refusal } from '../../../src/transform.ts'
import { whatItDoes } from '../tables/development-tools.ts'
import { isGo } from './build-command.ts'

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
