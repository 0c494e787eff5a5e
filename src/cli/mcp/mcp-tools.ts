import { z } from 'zod'

/** A tool that coding agents call. It is a command line by another name, so that both say the same. */
export interface McpTool {
  readonly name: string
  readonly title: string
  readonly description: string
  /** Fields of its input. Those of `paths` and `file` are paths; the rest are no paths. */
  readonly input: Readonly<Record<string, z.ZodType>>
  readonly writes: boolean
  /** The command line, without the program's name. */
  readonly argv: (input: McpInput) => readonly string[]
}

/** What a tool is called with, checked by its `input`. */
export interface McpInput {
  readonly paths?: readonly string[] | undefined
  readonly file?: string | undefined
  readonly line?: number | undefined
  readonly code?: string | undefined
  readonly only?: readonly string[] | undefined
  readonly with?: readonly string[] | undefined
  readonly skip?: readonly string[] | undefined
  readonly safe?: boolean | undefined
}

/** The shape of every input together. */
export const mcpInput = z.object({
  paths: z.array(z.string()).optional(),
  file: z.string().optional(),
  line: z.number().optional(),
  code: z.string().optional(),
  only: z.array(z.string()).optional(),
  with: z.array(z.string()).optional(),
  skip: z.array(z.string()).optional(),
  safe: z.boolean().optional(),
})

const paths = z
  .array(z.string().min(1))
  .min(1)
  .describe(
    'Dockerfiles, folders or patterns (services/**/Dockerfile), from the folder of the server',
  )
const changes = {
  only: z.array(z.string().min(1)).optional().describe('Use these rules only; "all" is every rule'),
  with: z
    .array(z.string().min(1))
    .optional()
    .describe('Use these rules, too, which are off unless asked for; "all" is all of them'),
  skip: z.array(z.string().min(1)).optional().describe('Leave these rules out'),
  safe: z.boolean().optional().describe('Leave out changes that rest on an assumption'),
}

const changeWords = ({ only, with: besides, skip, safe }: McpInput): readonly string[] => [
  ...(only === undefined ? [] : ['--only', only.join(',')]),
  ...(besides === undefined ? [] : ['--with', besides.join(',')]),
  ...(skip === undefined ? [] : ['--skip', skip.join(',')]),
  ...(safe === true ? ['--safe'] : []),
]

const migrate = (mode: string) => (input: McpInput) => [
  mode,
  ...changeWords(input),
  ...['--format', 'json', '--', ...(input.paths ?? [])],
]

/** All tools, those that write included. */
export const mcpTools: readonly McpTool[] = [
  {
    name: 'list_dockerfiles',
    title: 'List Dockerfiles',
    description:
      'Counts and lists Dockerfiles: ecosystem, stages, what would change, what is refused and why, and what base images would save. Writes nothing.',
    input: { paths },
    writes: false,
    argv: (input) => ['inventory', '--format', 'json', '--', ...(input.paths ?? [])],
  },
  {
    name: 'migrate_dockerfiles',
    title: 'Show lean, multi-stage Dockerfiles',
    description:
      'Gives what each Dockerfile would become (`after`, other files), each change with its reason and evidence, assumptions, and what is refused and why. Deterministic; writes nothing.',
    input: { paths, ...changes },
    writes: false,
    argv: migrate('--dry-run'),
  },
  {
    name: 'explain',
    title: 'Explain a code, a rule or a line',
    description:
      'What a refusal code or a rule means and what to do about it (`code`), or where each line of a migrated Dockerfile comes from (`file`, and `line` of it).',
    input: {
      code: z.string().min(1).optional().describe('A code, a rule or an outcome'),
      file: z.string().min(1).optional().describe('A Dockerfile'),
      line: z.number().int().positive().optional().describe('A line of the file'),
    },
    writes: false,
    argv: ({ code, file, line }) => [
      'explain',
      ...['--format', 'json', '--'],
      file === undefined ? (code ?? '') : `./${file}${line === undefined ? '' : `:${line}`}`,
    ],
  },
  {
    name: 'verify_dockerfiles',
    title: 'Build, run and compare',
    description:
      'Builds and runs the image of each Dockerfile before and after by the Docker Engine of this machine, and compares state, answers and sizes. Takes minutes. Runs the code of the project in containers; writes nothing.',
    input: { paths, ...changes },
    writes: false,
    argv: (input) => [
      'verify',
      ...changeWords(input),
      ...['--format', 'json', '--', ...(input.paths ?? [])],
    ],
  },
  {
    name: 'write_dockerfiles',
    title: 'Write lean, multi-stage Dockerfiles',
    description:
      'Migrates Dockerfiles and writes them. Only files that git has a committed copy of; `msb-migrate undo` takes it back.',
    input: { paths, ...changes },
    writes: true,
    argv: migrate('--write'),
  },
]
