import type { Directive, Instruction } from '../instruction.ts'
import { openingsIn } from './heredoc.ts'
import { SyntaxFault } from '../syntax-fault.ts'

/** What a `# syntax=` line says about the frontend that reads the file. */
export interface Frontend {
  /** The 1.x of Docker's frontend; undefined where none is named, and for `docker/dockerfile:1`. */
  readonly minor: number | undefined
  readonly labs: boolean
  /** The newest of its line: `docker/dockerfile:1`. Not so for a digest, nor for the frontend of others. */
  readonly isNewest: boolean
}

/** The last 1.x of the channel `experimental`, which became `labs`: https://docs.docker.com/build/buildkit/dockerfile-release-notes/ */
const lastExperimental = 1

/** https://docs.docker.com/build/buildkit/frontend/ */
export function frontendOf(directives: readonly Directive[]): Frontend {
  const syntax = directives.find(({ name }) => name === 'syntax')?.value.split(' ', 1)[0] ?? ''
  const tag = /(?:^|\/)docker\/dockerfile(?:-upstream)?:([\w.-]+)/.exec(syntax)?.[1] ?? ''
  const minor = /^1\.(\d+)/.exec(tag)?.[1]
  return {
    minor:
      minor !== undefined
        ? Number(minor)
        : tag.includes('experimental')
          ? lastExperimental
          : undefined,
    labs: /labs|experimental|^master/.test(tag),
    isNewest: /^(docker\.io\/)?docker\/dockerfile(:(1|1-labs|labs|latest))?$/.test(syntax),
  }
}

const newFlags: Readonly<Record<string, ReadonlySet<string>>> = {
  COPY: new Set(['parents', 'exclude']),
  ADD: new Set(['exclude']),
  RUN: new Set(['security']),
}

/**
 * Fails where the file's own frontend would read it in another way than the current one does.
 * @throws SyntaxFault
 */
export function checkFrontend(instruction: Instruction, { minor, labs }: Frontend): void {
  // Stable since 1.20, which most builders do not have built in.
  const flag = instruction.flags.find(({ name }) => newFlags[instruction.keyword]?.has(name))
  if (flag !== undefined && !labs && (minor === undefined || minor < 20)) {
    throw unsupported(`--${flag.name} needs a "# syntax=" line of 1.20 or later, or of labs`)
  }
  if (instruction.heredocs.length === 0 || minor === undefined) return
  if (minor < 3 || (minor === 3 && !labs)) {
    throw unsupported('The frontend of the "# syntax=" line reads no here-documents')
  }
  if (minor < 16 && openingsIn(instruction.body.text).some(({ spaced }) => spaced)) {
    throw unsupported('The frontend of the "# syntax=" line does not read "<< NAME"')
  }
}

function unsupported(reason: string): SyntaxFault {
  return new SyntaxFault(reason, 'unsupported-syntax')
}
