import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { type Holder, takeLock } from '../../src/apply/lock.ts'
import { folderWith } from '../cli/surroundings.ts'

/** Processes of one machine, and when they began. */
const processes = new Map([
  [1, '10'],
  [2, '20'],
])
const process = (pid: number, host = 'here.example.org'): Holder => ({
  pid,
  host,
  markOf: (other) => processes.get(other),
})

it('is for one process, until it is given back', () => {
  const folder = folderWith({})
  const path = join(folder, 'lock')
  const first = takeLock(path, process(1))
  expect(takeLock(path, process(2))).toEqual({ heldBy: 1 })
  expect(takeLock(path, process(1))).toEqual({ heldBy: 1 })
  if ('release' in first) first.release()
  expect(readdirSync(folder)).toEqual([])
  expect(takeLock(path, process(2))).toMatchObject({ dead: [] })
})

it('is taken from a process that is gone, and from one whose number another has by now', () => {
  const folder = folderWith({
    'lock.here.example.org.3.30': '',
    'lock.here.example.org.1.9': '',
    'lock.here.example.org.2.19': '',
    'lock-of-others.here.example.org.2.20': '',
  })
  const lock = takeLock(join(folder, 'lock'), process(1))
  expect(lock).toMatchObject({ dead: expect.arrayContaining([1, 2, 3]) as number[] })
  expect(readdirSync(folder)).toEqual([
    'lock-of-others.here.example.org.2.20',
    'lock.here.example.org.1.10',
  ])
})

it('stays with a process of another machine, which nobody here can ask about', () => {
  const path = join(folderWith({}), 'lock')
  takeLock(path, process(1, 'there'))
  expect(takeLock(path, process(2))).toEqual({ heldBy: 1 })
})
