import type { Project } from '../project/project.ts'
import type { RunCommand } from './commands/command.ts'
import type { Evidence } from './evidence.ts'
import type { Launcher } from './follow/launcher.ts'
import type { Process } from './follow/process.ts'
import type { StageFacts } from './stages/stage-facts.ts'

/** What is known of languages' tools, as the ecosystems hand it in. */
export interface ToolRows {
  /** The rows of what starts other programs, by which commands are followed. */
  readonly launchers: readonly Launcher[]
  readonly builders: readonly Builder[]
}

/** A stage, and what its commands are read by. */
export interface Workshop extends ToolRows {
  readonly final: StageFacts
  readonly stages: readonly StageFacts[]
  readonly project: Project
}

/** A file or folder that a tool makes or reads; absolute, in the image. */
export interface ToolPath {
  readonly path: string
  readonly isFolder: boolean
  readonly evidence: readonly Evidence[]
  /** Of a symbolic link what it leads to; absolute. */
  readonly leadsTo?: string | undefined
}

/** A path of a program that runs. */
export interface ToolUse extends ToolPath {
  readonly use: 'reads' | 'writes'
}

/** What the tools of a language make of sources, by their own configuration, and what those use that run in the container. */
export interface Builder {
  /** What a command of a stage leaves, packages aside; undefined where it is no tool of the language. */
  readonly makes: (command: RunCommand, shop: Workshop) => Leaves | undefined
  /** What a program that is started in the container reads and writes because of what it is: `vite preview` reads its `dist`. */
  readonly uses: (process: Process, shop: Workshop) => readonly ToolUse[]
}

/** What a command leaves in the image. */
export interface Leaves {
  readonly paths: readonly ToolPath[]
  /** What was there before, and is not any more; absolute. */
  readonly removes: readonly string[]
  /** False where it may leave more than that. */
  readonly isAll: boolean
  /** Programs that it puts into a folder of the whole image: `npm install -g pm2`. */
  readonly programs: readonly string[]
}

const known = new WeakMap<RunCommand, { readonly leaves: Leaves | undefined }>()

/** What the first tool that knows a command says of it. */
export function leavesOf(command: RunCommand, shop: Workshop): Leaves | undefined {
  const found = known.get(command) ?? { leaves: askBuilders(command, shop) }
  known.set(command, found)
  return found.leaves
}

function askBuilders(command: RunCommand, shop: Workshop): Leaves | undefined {
  for (const { makes } of shop.builders) {
    const leaves = makes(command, shop)
    if (leaves !== undefined) return leaves
  }
  return undefined
}
