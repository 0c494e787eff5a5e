import { chmodSync, cpSync, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { spawnSync } from 'node:child_process'
import { beforeAll, describe, expect, it, vi } from 'vitest'
import { buildOnce, program } from '../built-program.ts'
import { folderWith } from './surroundings.ts'
import { openProgram, openTerminal } from './terminal.ts'

// Real key presses on a real terminal.
beforeAll(buildOnce, 120_000)
vi.setConfig({ testTimeout: 90_000 })

const examples = join(import.meta.dirname, '../../examples/services')

function services(...names: readonly string[]): string {
  const folder = folderWith({})
  for (const name of names) cpSync(join(examples, name), join(folder, name), { recursive: true })
  return folder
}

const read = (folder: string, name: string) => readFileSync(join(folder, name), 'utf8')

const tool = {
  'go.mod': 'module example.com/x\n\ngo 1.22\n',
  'main.go':
    'package main\n\nimport (\n\t"os"\n\t"os/exec"\n)\n\nfunc main() {\n\t_ = exec.Command(os.Getenv("TOOL")).Run()\n}\n',
  Dockerfile:
    'FROM golang:1.22\nWORKDIR /app\nCOPY . .\nRUN go build -o server .\nCMD ["./server"]\n',
}

/** An editor that does one thing to its file. */
function editor(script: string): string {
  const path = join(folderWith({ 'edit.sh': `#!/bin/sh\n${script}\n` }), 'edit.sh')
  chmodSync(path, 0o755)
  return path
}

describe('on a terminal', () => {
  it('answers, switches, and writes after a last look; the screen that was there is there again', async () => {
    const folder = services('orders', 'invoices')
    const term = openTerminal([], folder)
    await term.shows('1/2 invoices/Dockerfile')
    term.type('3 ')
    await term.shows(/not answered[^]*3 \[ \] Install dependencies/)
    term.type('\r')
    await term.shows('Enter does nothing here')
    term.type('y')
    await term.shows('2/2 orders/Dockerfile')
    term.type('n')
    await term.shows('without layer-order')
    expect(read(folder, 'invoices/Dockerfile')).not.toContain('AS builder')
    term.type('y')
    expect(await term.ended).toBe(0)
    await term.shows(
      /^2 Dockerfiles: 2 would change[^]*invoices\/Dockerfile: written\nTo take it back: msb-migrate undo$/,
    )
    expect(read(folder, 'invoices/Dockerfile')).toMatch(/AS builder\nWORKDIR \/app\nCOPY \. \./)
    expect(read(folder, 'orders/Dockerfile')).not.toContain('AS builder')
  })

  it.each([
    ['q', 'q'],
    ['Ctrl-C', '\u0003'],
    ['Ctrl-D', '\u0004'],
  ])('%s writes nothing more', async (_, key) => {
    const folder = services('orders', 'invoices')
    const term = openTerminal([], folder)
    await term.shows('1/2')
    if (key !== 'q') {
      term.type('y')
      await term.shows('2/2')
    }
    term.type(key)
    expect(await term.ended).toBe(130)
    await term.shows('Nothing was written.')
    expect(read(folder, 'invoices/Dockerfile')).not.toContain('AS builder')
  })

  it('keeps what was answered and draws again when the terminal changes its size', async () => {
    const term = openTerminal([], services('orders', 'invoices'))
    await term.shows('1/2')
    term.type('2 ')
    await term.shows('2 [ ] Add a .dockerignore')
    term.resize(120, 40)
    const wide = await term.shows(/─{119}/)
    expect(wide).toContain('2 [ ] Add a .dockerignore')
    term.resize(60, 20)
    const narrow = await term.shows(/^─{59}$/m)
    expect(narrow.split('\n').length).toBeLessThanOrEqual(20)
    expect(narrow).toContain('2 [ ] Add a .dockerignore')
    term.type('\u0003')
    expect(await term.ended).toBe(130)
  })

  it('stops at Ctrl-Z and goes on where it was, and leaves nothing of it behind', async () => {
    const folder = services('orders')
    const shell = openProgram(['bash', '--norc', '--noprofile', '-i'], folder, { PS1: 'READY ' })
    await shell.shows('READY')
    shell.type(`'${process.execPath}' '${program}'\r`)
    await shell.shows('1/1')
    shell.type('2 ')
    await shell.shows(/not answered[^]*2 \[ \]/)
    shell.type('\u001a')
    expect(await shell.shows('Stopped')).not.toContain('1/1')
    shell.type('fg\r')
    expect(await shell.shows('1/1')).toContain('2 [ ]')
    shell.type('n')
    expect(await shell.shows(/Nothing was written\.\nREADY/)).not.toContain('Write this file')
    shell.type('exit\r')
    expect(await shell.ended).toBe(0)
  })

  it('asks the question behind a refusal, and writes the answer to the configuration', async () => {
    const folder = folderWith(tool)
    const term = openTerminal([], folder)
    await term.shows('main.go:9 starts a program')
    term.type(' ')
    await term.shows('Answer (Enter')
    term.type('git\r')
    await term.shows(/not answered[^]*By your answer: It starts git, and no other program\./)
    term.type('y')
    await term.shows('c has them written')
    term.type('c')
    await term.shows('[x] Your answers')
    term.type('y')
    expect(await term.ended).toBe(0)
    expect(read(folder, 'Dockerfile')).toContain('ca-certificates git')
    expect(read(folder, 'msb-migrate.config.yaml')).toBe(
      'overrides:\n  - files: Dockerfile\n    facts:\n      programs:\n        - git\n',
    )
  })

  it('takes the text of an editor once it holds', async () => {
    const folder = services('orders')
    const broken = openTerminal([], folder, {
      EDITOR: editor("sed -i 's/--from=builder/--from=bulder/' $1"),
    })
    await broken.shows('1/1')
    broken.type('e')
    await broken.shows(/Your text was not taken:\n {2}line \d+: There is no stage "bulder"/)
    broken.type('y')
    await broken.shows('The edited text does not hold')
    broken.type('u')
    await broken.shows('Taken back.')
    broken.type('\u0003')
    await broken.ended

    const term = openTerminal([], folder, { VISUAL: editor('echo "LABEL by=hand" >> $1') })
    await term.shows('1/1')
    term.type('e')
    await term.shows(/not answered[^]*\[x\] Edited by hand/)
    term.type('y')
    expect(await term.ended).toBe(0)
    expect(read(folder, 'orders/Dockerfile')).toMatch(/LABEL by=hand\n$/)
    expect(readdirSync(tmpdir()).filter((name) => name.startsWith('msb-migrate-edit-'))).toEqual([])
  })

  it('shows all of it in the pager, and goes on', async () => {
    const folder = services('orders')
    const marks = folderWith({})
    const pager = editor(`cat > ${marks}/shown`)
    const term = openTerminal([], folder, { PAGER: pager })
    await term.shows('1/1')
    term.type('P')
    for (let i = 0; i < 100 && !existsSync(join(marks, 'shown')); i++)
      await new Promise((resolve) => setTimeout(resolve, 50))
    await term.shows('1/1')
    expect(read(marks, 'shown')).toContain('What is different in the image')
    term.type('n')
    expect(await term.ended).toBe(0)
  })

  it('says that there is no Docker where it is to verify', async () => {
    const term = openTerminal([], services('orders'), { DOCKER_HOST: 'unix:///nowhere.sock' })
    await term.shows('1/1')
    term.type('v')
    await term.shows('skipped: Not verified')
    term.type('n')
    expect(await term.ended).toBe(0)
  })

  it('tells the same in words, without a single control sequence', async () => {
    const folder = services('orders')
    const term = openTerminal([], folder, { TERM: 'dumb' }, [100, 200])
    await term.shows('Write this file? Type y or n')
    term.type('2\r')
    const screen = await term.shows('Change 2, switched off')
    expect(screen).toContain('removed by change 1: FROM node:20')
    term.type('yes\r')
    expect(await term.ended).toBe(0)
    expect(read(folder, 'orders/Dockerfile')).not.toContain('USER node')
  })
})

it('saves decisions on a terminal, and does the same bytes again without one', async () => {
  const [first, second] = [services('orders', 'invoices'), services('orders', 'invoices')]
  const term = openTerminal(['--decisions', 'decisions.yaml'], first)
  await term.shows('1/2')
  term.type('2 ')
  await term.shows(/not answered[^]*2 \[ \]/)
  term.type('A')
  await term.shows('To be written: 2')
  term.type('y')
  expect(await term.ended).toBe(0)
  writeFileSync(join(second, 'decisions.yaml'), read(first, 'decisions.yaml'))
  const replay = (folder: string) =>
    spawnSync(process.execPath, [program, '--decisions', 'decisions.yaml'], {
      cwd: folder,
      encoding: 'utf8',
      input: '',
    })
  const again = replay(second)
  expect(again.status).toBe(0)
  expect(again.stderr).toContain('orders/Dockerfile: written, as was decided')
  for (const name of ['orders/Dockerfile', 'orders/.dockerignore', 'invoices/Dockerfile'])
    expect(read(second, name)).toBe(read(first, name))
  expect(existsSync(join(second, 'invoices/.dockerignore'))).toBe(false)
  // What is done stays so; what is another by now is listed and left.
  expect(replay(second).status).toBe(0)
  const third = services('orders')
  writeFileSync(join(third, 'decisions.yaml'), read(first, 'decisions.yaml'))
  writeFileSync(join(third, 'orders/Dockerfile'), `${read(third, 'orders/Dockerfile')}# more\n`)
  const changed = replay(third)
  expect(changed.status).toBe(3)
  expect(changed.stderr).toContain('has changed since it was decided')
  expect(read(third, 'orders/Dockerfile')).not.toContain('AS builder')
})
