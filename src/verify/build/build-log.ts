import { z } from 'zod'

/** A step of a build, as BuildKit names it: '[builder 3/7] RUN npm ci'. */
export interface BuildStep {
  readonly name: string
  readonly seconds: number
  readonly isCached: boolean
  /** It began, and was not at its end when the log ended. */
  readonly isOpen: boolean
  readonly error: string | undefined
  /** The last lines that it said. */
  readonly log: readonly string[]
}

export interface BuildLog {
  readonly steps: readonly BuildStep[]
  /** What buildx says besides: the place of an error in the Dockerfile, and the error. */
  readonly rest: string
}

/** Reads `docker buildx --progress=rawjson` line by line. https://docs.docker.com/reference/cli/docker/buildx/build/#progress */
export interface BuildLogReader {
  /** Gives what a line adds, as text for a log file; '' where that is nothing. */
  readonly read: (line: string) => string
  readonly finish: () => BuildLog
}

const time = z.string().nullish()
const statusSchema = z.object({
  vertexes: z
    .array(
      z.object({
        digest: z.string(),
        name: z.string(),
        started: time,
        completed: time,
        cached: z.boolean().nullish(),
        error: z.string().nullish(),
      }),
    )
    .nullish(),
  logs: z.array(z.object({ vertex: z.string(), data: z.string() })).nullish(),
})

/** Lines kept of each step. */
const mostLines = 60

interface OpenStep {
  name: string
  started: string | undefined
  completed: string | undefined
  cached: boolean
  error: string | undefined
  log: string[]
  /** The line that is being written. */
  line: string
}

/** `onStep` hears each step as it starts. */
export function createBuildLogReader(
  onStep: (name: string) => void = () => undefined,
): BuildLogReader {
  const steps = new Map<string, OpenStep>()
  const rest: string[] = []
  const stepFor = (digest: string): OpenStep => {
    const known = steps.get(digest)
    if (known) return known
    const fresh: OpenStep = {
      ...{ name: '', started: undefined, completed: undefined, cached: false },
      ...{ error: undefined, log: [], line: '' },
    }
    steps.set(digest, fresh)
    return fresh
  }
  const readStatus = (status: z.infer<typeof statusSchema>): string => {
    const said: string[] = []
    for (const { digest, name, started, completed, cached, error } of status.vertexes ?? []) {
      const step = stepFor(digest)
      step.name = name
      if (started && step.started === undefined) {
        step.started = started
        if (cached !== true) onStep(name)
        said.push(`=> ${name}\n`)
      }
      step.completed = completed ?? step.completed
      if (cached === true && !step.cached) {
        step.cached = true
        said.push(`=> cached: ${name}\n`)
      }
      if (error && step.error === undefined) {
        step.error = error
        said.push(`=> ${name}: ${error}\n`)
      }
    }
    for (const { vertex, data } of status.logs ?? []) {
      const text = Buffer.from(data, 'base64').toString('utf8')
      addLog(stepFor(vertex), text)
      said.push(text)
    }
    return said.join('')
  }
  return {
    read: (line) => {
      const status = line.startsWith('{') ? parse(line) : undefined
      if (status !== undefined) return readStatus(status)
      rest.push(line)
      return `${line}\n`
    },
    finish: () => ({ steps: [...steps.values()].map(closeStep), rest: rest.join('\n') }),
  }
}

function addLog(step: OpenStep, text: string): void {
  const lines = (step.line + text).split('\n')
  step.line = lines.pop() ?? ''
  step.log.push(...lines)
  if (step.log.length > mostLines) step.log.splice(0, step.log.length - mostLines)
}

function closeStep(step: OpenStep): BuildStep {
  const { name, started, completed, cached, error, log, line } = step
  const milliseconds =
    started === undefined || completed === undefined
      ? 0
      : new Date(completed).getTime() - new Date(started).getTime()
  return {
    name,
    seconds: Math.max(0, milliseconds / 1000),
    isCached: cached,
    isOpen: started !== undefined && completed === undefined,
    error,
    log: line === '' ? log : [...log, line],
  }
}

function parse(line: string): z.infer<typeof statusSchema> | undefined {
  try {
    return statusSchema.safeParse(JSON.parse(line)).data
  } catch {
    return undefined
  }
}
