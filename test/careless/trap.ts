import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { z } from 'zod'
import { openProject } from '../../src/project/open-project.ts'
import type { Project } from '../../src/project/project.ts'

const folder = path.join(import.meta.dirname, 'traps')

const mustSchema = z.strictObject({
  /** Paths that the final stage must have. */
  files: z.array(z.string()).optional(),
  /** OS packages that it must install, unless its image, by this pattern, brings what is needed. */
  packages: z.array(z.strictObject({ name: z.string(), unless: z.string().optional() })).optional(),
  /** What its image's name must match. */
  image: z.string().optional(),
  /** Words that one of its lines must hold: a command that configures something. */
  lines: z.array(z.string()).optional(),
  /** Paths that its user must be able to write to, be it as root. */
  writable: z.array(z.string()).optional(),
  /** Paths that it should be without: nothing needs them. */
  without: z.array(z.string()).optional(),
})

const trapSchema = z.strictObject({
  kind: z.enum([
    ...([
      'imports',
      'programs',
      'files',
      'writes',
      'made',
      'libraries',
      'parts',
      'consumers',
    ] as const),
    // The careless answer is right: nothing may be lifted.
    'nothing',
  ]),
  /** What is needed, and why, in a sentence. */
  why: z.string(),
  /** Why the engine does not see it yet; the test says when it does. */
  open: z.string().optional(),
  must: mustSchema,
  /** Codes with which a refusal is right, too: there is no better answer, or none yet. */
  mayRefuse: z.array(z.string()).optional(),
  /** How it shows in the engine: what the container says. */
  shows: z.strictObject({
    /** Path that is asked over HTTP; else the container's output is read. */
    ask: z.string().optional(),
    port: z.number().optional(),
    /** Text of the answer, or of the output. */
    expect: z.string().optional(),
    /** The answer's Content-Type. */
    type: z.string().optional(),
    /** What the health check must say. */
    health: z.literal('healthy').optional(),
    /** Run in the image instead of its start command, as a consumer does. */
    command: z.array(z.string()).optional(),
    env: z.record(z.string(), z.string()).optional(),
    /** Where a new volume lies, whose first contents and owner are the image's. */
    volumes: z.array(z.string()).optional(),
    /** Where a folder lies that root alone may write to, whatever the image has there. */
    rootFolders: z.array(z.string()).optional(),
    /** Where a socket lies that root alone may open, and that answers HTTP. */
    rootSocket: z.string().optional(),
  }),
})

/** A small project of which a careless answer loses something. */
export interface Trap extends z.infer<typeof trapSchema> {
  readonly name: string
  readonly context: string
  readonly source: string
  readonly project: Project
}

export function listTraps(): readonly Trap[] {
  return readdirSync(folder)
    .sort()
    .map((name) => {
      const context = path.join(folder, name, 'context')
      const dockerfilePath = path.join(context, 'Dockerfile')
      const said: unknown = JSON.parse(readFileSync(path.join(folder, name, 'trap.json'), 'utf8'))
      return {
        ...trapSchema.parse(said),
        name,
        context,
        source: readFileSync(dockerfilePath, 'utf8'),
        project: openProject({ root: context, dockerfilePath }),
      }
    })
}
