import { describe, expect, it } from 'vitest'
import { commands } from '../../src/cli/commands.ts'
import { options } from '../../src/cli/options.ts'
import { helpText } from '../../src/cli/help-text.ts'
import { didYouMean } from '../../src/cli/did-you-mean.ts'
import { parseArguments } from '../../src/cli/parse-arguments.ts'
import { folderWith, runHere } from './surroundings.ts'

async function parse(...argv: string[]) {
  const request = await parseArguments(argv)
  if (request.kind !== 'run') throw new Error('not a run')
  return request.options
}

describe('the command line', () => {
  it('is read in any order', async () => {
    expect(
      await parse(
        'a',
        '-w',
        '--only',
        'x,y',
        'b',
        '--only=z',
        '-qj2',
        '--no-color',
        '12',
        '--',
        '-c',
      ),
    ).toMatchObject({
      paths: ['a', 'b', '12', '-c'],
      mode: 'write',
      only: ['x', 'y', 'z'],
      quiet: true,
      jobs: 2,
      color: false,
    })
    expect(await parse()).toMatchObject({
      paths: [],
      mode: undefined,
      only: undefined,
      skip: [],
      color: undefined,
    })
    expect(await parse('--color', '--format', 'diff', '--format', 'json')).toMatchObject({
      color: true,
      format: 'json',
    })
  })

  it.each([
    [['--nope'], 'there is no option --nope'],
    [['--format', 'xml'], '--format takes one of pretty, diff, json'],
    [['--context'], '--context needs a value'],
    [['--context', ''], '--context needs a value'],
    [['-d', '-w'], '--dry-run and --write exclude each other'],
    [['-j', 'many'], '--jobs takes a number from 1 to 999, not "many"'],
    [['--stdin-filepath', 'x', 'y'], '--stdin-filepath takes no other paths'],
    [['-'], '"-" is not a path'],
    [['--only', 'sparkle'], 'there is no rule "sparkle"; the rules are split-stages'],
    [['--context', 'nowhere'], '--context: there is no folder nowhere'],
    [['redo'], 'no Dockerfile at "redo"; --allow-unmatched'],
    [['undo', '--write'], '--write is not for undo; see msb-migrate undo --help'],
    [['undo', '--format', 'json'], '--format is not for undo'],
    [['--only='], '--only needs the name of a rule'],
    [['--only', ','], '--only needs the name of a rule'],
    [['--color=xyz'], '--color takes no value such as "xyz"'],
    [['--no-color=xyz'], '--no-color takes no value such as "xyz"'],
    [['-w=x'], '-w takes no value such as "x"'],
    [['--fromat', 'json'], 'there is no option --fromat; did you mean --format?; see --help'],
    [['--format', 'jsno'], 'did you mean json?'],
    [['--only', 'split-stage'], 'there is no rule "split-stage"; did you mean split-stages?'],
    [['verfy'], 'no Dockerfile at "verfy"; did you mean verify?'],
  ])('%j is bad usage', async (argv, message) => {
    const ran = await runHere(argv, { cwd: folderWith({ Dockerfile: 'FROM x' }) })
    expect(ran).toMatchObject({ code: 2, stdout: '' })
    expect(ran.stderr).toContain(message)
    expect(ran.stderr).toMatch(/^msb-migrate: .*\n$/s)
  })
})

describe('a slip of the keyboard', () => {
  it.each([
    ['verfy', ['verify', 'pr'], '; did you mean verify?'],
    ['php', ['verify', 'pr'], ''],
    ['app', ['verify', 'pr'], ''],
    ['xml', ['html', 'json'], ''],
    ['', ['verify'], ''],
    ['verify services', ['verify'], ''],
  ])('%j among %j', (word, known, text) => {
    expect(didYouMean(word, known)).toBe(text)
  })
})

describe('--help and --version', () => {
  it('go to standard output', async () => {
    const ran = await runHere(['--help'], { cwd: '/', columns: 80 })
    expect(ran).toMatchObject({ code: 0, stderr: '' })
    expect(ran.stdout.split('\n').filter((line) => line.length > 80)).toEqual([])
    expect((await runHere(['--version'], { cwd: '/' })).stdout).toMatch(/^\d+\.\d+\.\d+\n$/)
  })

  it.each([undefined, ...commands])(
    'are of a command, too, and the first fits on a screen: %s',
    async (command) => {
      const argv = command === undefined ? ['--help'] : [command, '--help']
      const { stdout } = await runHere(argv, { cwd: '/', columns: 100 })
      expect(stdout).toMatch(new RegExp(`^msb-migrate ${command ?? '\\[paths'}`))
      if (command === undefined) expect(stdout.trimEnd().split('\n').length).toBeLessThanOrEqual(40)
    },
  )

  it('have the rare options behind --help all', async () => {
    const rare = options.filter(({ isRare }) => isRare === true).map(({ name }) => `--${name}`)
    const { stdout } = await runHere(['--help'], { cwd: '/' })
    expect(rare.filter((name) => stdout.includes(name))).toEqual([])
    const all = await runHere(['--help', 'all'], { cwd: '/' })
    expect(rare.filter((name) => all.stdout.includes(name))).toEqual(rare)
  })

  it('name every option', () => {
    const text = [undefined, ...commands].map((command) => helpText(command, 100, true)).join('')
    for (const { name, alias } of options) {
      expect(text).toContain(alias === undefined ? `  --${name}` : `-${alias}, --${name}`)
    }
  })
})
