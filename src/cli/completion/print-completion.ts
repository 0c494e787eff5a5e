import type { Surroundings } from '../migrate/surroundings.ts'
import { payloadToStream } from '../payload.ts'
import { UsageError } from '../usage-error.ts'
import { bashScript } from './bash-script.ts'
import { completionTable, shells } from './completion-table.ts'
import { fishScript } from './fish-script.ts'
import { zshScript } from './zsh-script.ts'

const scripts = { bash: bashScript, zsh: zshScript, fish: fishScript }

/** `completion SHELL`: prints the script for a shell. Gives the exit code. Throws UsageError. */
export async function printCompletion(
  words: readonly string[],
  { stdout }: Surroundings,
): Promise<number> {
  const shell = shells.find((each) => each === words[0])
  if (shell === undefined || words.length > 1)
    throw new UsageError(`completion takes the name of a shell: ${shells.join(', ')}`)
  await payloadToStream(stdout).write(scripts[shell](completionTable()))
  return 0
}
