import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { PassThrough } from 'node:stream'
import { expect, it } from 'vitest'
import { folderWith, runHere } from './surroundings.ts'

const files = {
  'a/Dockerfile': 'FROM big\n# IGNORE\n',
  'b/Dockerfile': 'FROM big\n',
  'c/Dockerfile': 'REFUSE\n',
}

/** Somebody who keeps pressing one key. */
async function pressing(key: string) {
  const cwd = folderWith(files)
  const stdin = new PassThrough()
  const timer = setInterval(() => stdin.write(key), 5)
  const ran = await runHere([], { cwd, stdin, terminal: true, env: { NO_COLOR: '1' } })
  clearInterval(timer)
  const texts = ['a', 'b'].map((folder) => readFileSync(join(cwd, folder, 'Dockerfile'), 'utf8'))
  return { ...ran, written: texts.map((text) => text.startsWith('FROM small')), cwd }
}

it('shows the summary and refusals first, then asks, then writes', async () => {
  const ran = await pressing('y')
  expect(ran).toMatchObject({ code: 0, written: [true, true] })
  expect(ran.stdout).toBe('')
  expect(ran.stderr).toContain('+ FROM small')
  expect(ran.stderr).toMatch(
    /^3 Dockerfiles: 2 would change, 1 refused \(onbuild\) · 0.0 s\n\nc\/Dockerfile:2: refused/,
  )
  expect(ran.stderr).toContain('Write this file and 1 more [y,n,')
  expect(ran.stderr).toMatch(
    /a\/Dockerfile: written\nb\/Dockerfile: written\nTo take it back: msb-migrate undo\n$/,
  )
  expect(readFileSync(join(ran.cwd, 'a/.dockerignore'), 'utf8')).toBe('node_modules\n')
})

it('writes nothing without a yes', async () => {
  const no = await pressing('n')
  expect(no).toMatchObject({ code: 0, written: [false, false] })
  expect(no.stderr).toMatch(/Nothing was written\.\n$/)
  expect(await pressing('\u0003')).toMatchObject({ code: 130, written: [false, false] })
  expect(await pressing('q')).toMatchObject({ code: 130, written: [false, false] })
})
