import { spawnSync } from 'node:child_process'
import { beforeAll, describe, expect, it } from 'vitest'
import { completionTable } from '../../src/cli/completion/completion-table.ts'
import { commands, optionsOf } from '../../src/cli/commands.ts'
import { options } from '../../src/cli/options.ts'
import { ruleNames } from '../../src/cli/rule-names.ts'
import { has, oddFiles, scriptFor } from './shells.ts'
import { folderWith, runHere } from './surroundings.ts'

const files = { ...oddFiles, 'verify.d/Dockerfile': '' }

describe('the table', () => {
  it('has each option where it counts, and the values that there are', () => {
    const table = completionTable()
    expect(table.map(({ name }) => name)).toEqual(['', ...commands])
    const flags = new Set(table.flatMap((each) => each.options.flatMap((option) => option.flags)))
    expect(options.filter(({ name }) => !flags.has(`--${name}`))).toEqual([])
    for (const { name, options } of table) {
      const own = optionsOf(commands.find((each) => each === name)).map((row) => `--${row.name}`)
      expect(options.map((option) => option.flags[0])).toEqual([...own, '--help', '--version'])
    }
    const inventory = table.find(({ name }) => name === 'inventory')
    expect(inventory?.options.find(({ flags }) => flags[0] === '--format')?.words).toEqual([
      ...['pretty', 'json', 'markdown', 'html', 'csv'],
    ])
  })

  it.each([[], ['powershell'], ['bash', 'zsh']])('%j is bad usage', async (...argv) => {
    const ran = await runHere(['completion', ...argv], { cwd: '/' })
    expect(ran).toMatchObject({ code: 2, stdout: '' })
    expect(ran.stderr).toContain('completion takes the name of a shell: bash, zsh, fish')
  })
})

describe.runIf(has('bash'))('bash', () => {
  let script = ''
  beforeAll(async () => {
    script = await scriptFor('bash')
  })

  /** What bash is offered for the last of these words. */
  function offers(words: readonly string[], cwd = '/'): readonly string[] {
    const run = spawnSync(
      'bash',
      [
        '--norc',
        '-c',
        `${script}\nCOMP_WORDS=("$@"); COMP_CWORD=$((\${#COMP_WORDS[@]} - 1)); _msb_migrate; printf '%s\\n' "\${COMPREPLY[@]}"`,
        ...['bash', 'msb-migrate', ...words],
      ],
      { cwd, encoding: 'utf8' },
    )
    return run.stdout.split('\n').filter((line) => line !== '')
  }

  it.each([
    [['inv'], ['inventory']],
    [['--fo'], ['--follow-links', '--format']],
    [
      ['undo', '--'],
      ['--dry-run', '--quiet', '--color', '--no-color', '--help', '--version'],
    ],
    [
      ['--format', 'm'],
      ['markdown', 'mermaid'],
    ],
    [['--format', '=', 'sa'], ['sarif']],
    [['inventory', '--format', 'm'], ['markdown']],
    [['--only', 'split-stages,layer'], ['split-stages,layer-order']],
    [['pr', '--gr'], ['--group-by']],
    [
      ['pr', '--forge', 'git'],
      ['github', 'gitlab', 'gitea'],
    ],
    [['pr', 'st'], ['status']],
    [
      ['completion', ''],
      ['bash', 'zsh', 'fish'],
    ],
    [['explain', 'onb'], ['onbuild']],
    [['explain', 'layer'], ['layer-order']],
    [['--context', 'x', 'ver'], ['verify']],
    [['services', 'ver'], []],
    [['--smo'], []],
    [['--verify', '--smo'], ['--smoke']],
    [['verify', '--accept', 'dif'], ['different']],
    [['--jobs', ''], []],
  ])('%j', (words, offered) => {
    expect(offers(words)).toEqual(offered)
  })

  it('offers files beside commands, and each rule', () => {
    expect(offers(['ver'], folderWith(files))).toEqual(['verify', 'verify.d'])
    expect(offers(['--skip', ''])).toEqual(ruleNames)
  })
})

describe.runIf(has('fish'))('fish', () => {
  let script = ''
  beforeAll(async () => {
    script = await scriptFor('fish')
  })

  function offers(line: string, cwd = '/'): readonly string[] {
    const run = spawnSync(
      'fish',
      ['--no-config', '-c', `${script}\ncomplete -C ${JSON.stringify(line)}`],
      {
        ...{ cwd, encoding: 'utf8', env: { ...process.env, HOME: folderWith({}) } },
      },
    )
    expect(run.stderr).toBe('')
    return run.stdout
      .split('\n')
      .filter((each) => each !== '')
      .map((each) => each.replace(/\t.*/, ''))
  }

  it.each([
    ['msb-migrate inv', ['inventory']],
    [
      'msb-migrate undo --',
      ['--color', '--dry-run', '--help', '--no-color', '--quiet', '--version'],
    ],
    ['msb-migrate --format m', ['markdown', 'mermaid']],
    ['msb-migrate inventory --format m', ['markdown']],
    ['msb-migrate inventory --format=m', ['--format=markdown']],
    ['msb-migrate --only split-stages,layer', ['split-stages,layer-order']],
    ['msb-migrate pr st', ['status']],
    ['msb-migrate completion ', ['bash', 'fish', 'zsh']],
    ['msb-migrate explain onb', ['onbuild']],
    ['msb-migrate --smo', []],
    ['msb-migrate --verify --smo', ['--smoke']],
  ])('%s', (line, offered) => {
    expect([...offers(line)].sort()).toEqual(offered)
  })

  it('completes names with blanks and colons as they are', () => {
    const cwd = folderWith(files)
    expect(offers('msb-migrate --config a', cwd)).toEqual(['a b.yaml'])
    expect(offers('msb-migrate --config c', cwd)).toEqual(['c:d.yaml'])
    expect(offers('msb-migrate ser', cwd)).toEqual(['services/'])
  })
})
