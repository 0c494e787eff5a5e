import { spawn } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { has, oddFiles, scriptFor } from './shells.ts'
import { folderWith } from './surroundings.ts'

// Keys typed into shells at a terminal, where they are installed.

describe.runIf(has('bash') && has('script'))('bash', () => {
  it('completes names with blanks, colons and quotes as they are', async () => {
    const cwd = folderWith(oddFiles)
    const script = await scriptFor('bash')
    writeFileSync(join(cwd, '.script'), script)
    const keys = [
      'PS1= ; bind "set bell-style none"; . ./.script; msb-migrate() { printf "[%s]" "$@"; echo; }\n',
      ...['--config a\t\n', '--config c\\:\t\n', '--config it\t\n', 'ser\t\n'].map(
        (line) => `msb-migrate ${line}`,
      ),
    ]
    const said = await typed('bash --norc --noprofile -i', cwd, keys)
    for (const line of [
      '[--config][a b.yaml]',
      '[--config][c:d.yaml]',
      "[--config][it's.yaml]",
      '[services/]',
    ])
      expect(said).toContain(line)
  })
})

/** Types keys into a shell at a terminal, and gives what it said. */
async function typed(shell: string, cwd: string, keys: readonly string[]): Promise<string> {
  const child = spawn('script', ['-qec', shell, '/dev/null'], {
    ...{ cwd, env: { ...process.env, TERM: 'dumb', HOME: cwd } },
  })
  let said = ''
  child.stdout.on('data', (chunk: Buffer) => (said += chunk.toString()))
  const ended = new Promise((resolve) => child.once('close', resolve))
  for (const each of keys) {
    await setTimeout(700)
    child.stdin.write(each)
  }
  await setTimeout(700)
  child.stdin.write('exit\n')
  await Promise.race([ended, setTimeout(5000)])
  child.kill('SIGKILL')
  return said
}

describe.runIf(has('zsh') && has('script'))('zsh', () => {
  it('completes commands, options, values and names', async () => {
    const cwd = folderWith({ ...oddFiles, '.script': await scriptFor('zsh') })
    const lines = [
      'inv\t',
      '--config a\t',
      '--config c\t',
      '--format sa\t',
      'undo --dry\t',
      '--only split-stages,layer\t',
      '--format=sa\t',
    ]
    const said = await typed('zsh -f -i', cwd, [
      'PS1= ; autoload -U compinit && compinit -u -D; . ./.script; msb-migrate() { printf "[%s]" "$@"; echo; }\n',
      ...lines.map((line) => `msb-migrate ${line}\n`),
    ])
    for (const line of [
      '[inventory]',
      '[--config][a b.yaml]',
      '[--config][c:d.yaml]',
      '[--format][sarif]',
      '[undo][--dry-run]',
      '[--only][split-stages,layer-order]',
      '[--format=sarif]',
    ])
      expect(said).toContain(line)
  }, 60_000)
})
