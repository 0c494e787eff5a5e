import {
  chmodSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  truncateSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { openRun } from '../../src/apply/journal/append.ts'
import { journalsIn, type KnownRun, replaceRun, runsOf } from '../../src/apply/journal/read.ts'
import { mostRuns, type RunHead } from '../../src/apply/journal/record.ts'
import { type Fate, planBack, takeBack } from '../../src/apply/journal/take-back.ts'
import type { TextFile } from '../../src/apply/write-file.ts'
import { writeGroup } from '../../src/apply/write-group.ts'
import { folderWith } from '../cli/surroundings.ts'

const head = (run = 'one'): RunHead => ({
  version: 1,
  run,
  at: '2026-01-02T03:04:05.000Z',
  root: '/r',
})

const runsIn = (journal: string): readonly KnownRun[] =>
  [...runsOf(journal)].flatMap((run) => (typeof run === 'string' ? [] : [run]))

/** Writes, and gives the run that a journal has of it. */
function written(folder: string, ...groups: (readonly TextFile[])[]): KnownRun {
  const journal = join(folder, 'state/journal')
  const { append } = openRun(journal, head())
  for (const group of groups) writeGroup(group, append)
  const run = runsIn(journal)[0]
  if (run === undefined) throw new Error('nothing was written down')
  return run
}

const kinds = (fates: readonly Fate[]): readonly string[] =>
  fates.map((fate) => (fate.kind === 'left' ? fate.why : fate.kind))
const back = (run: KnownRun): readonly string[] =>
  takeBack(planBack(run.groups)).flatMap(({ fates }) => kinds(fates))

describe('a journal', () => {
  it('is of its user alone, and is on disk before the first byte is replaced', () => {
    const folder = folderWith({ Dockerfile: 'a' })
    const path = join(folder, 'Dockerfile')
    const journal = join(folder, 'state/journal')
    const { append } = openRun(journal, head())
    writeGroup([{ path, before: 'a', after: 'b' }], (files) => {
      const forget = append(files)
      expect(readFileSync(path, 'utf8')).toBe('a')
      expect(runsIn(journal)).toMatchObject([{ groups: [{ files: [{ path }] }] }])
      return forget
    })
    expect(statSync(journal).mode & 0o777).toBe(0o700)
    expect(statSync(join(journal, '000001.jsonl')).mode & 0o777).toBe(0o600)
  })

  it('does not hold what could not be written', () => {
    const folder = folderWith({ Dockerfile: 'a' })
    const journal = join(folder, 'state/journal')
    const { append } = openRun(journal, head())
    const path = join(folder, 'Dockerfile')
    expect(() => {
      writeGroup([{ path, before: 'a', after: 'b' }], (files) => {
        const forget = append(files)
        writeFileSync(path, 'by somebody else')
        return forget
      })
    }).toThrow('is not what it was')
    expect(runsIn(journal)).toMatchObject([{ groups: [] }])
  })

  it('is whole up to where a crash cut it off', () => {
    const folder = folderWith({ a: 'a', b: 'b' })
    const run = written(
      folder,
      [{ path: join(folder, 'a'), before: 'a', after: 'x' }],
      [{ path: join(folder, 'b'), before: 'b', after: 'y' }],
    )
    const { size } = statSync(run.path)
    const counts = new Set<number>()
    for (let cut = size; cut >= 0; cut -= 7) {
      truncateSync(run.path, cut)
      const runs = [...runsOf(join(run.path, '..'))]
      expect(runs.filter((each) => typeof each === 'string')).toEqual([])
      for (const each of runs) if (typeof each !== 'string') counts.add(each.groups.length)
    }
    expect([...counts].sort()).toEqual([0, 1, 2])
  })

  it(`keeps the last ${mostRuns} runs`, () => {
    const folder = folderWith({ a: '0' })
    const journal = join(folder, 'journal')
    for (let n = 0; n < mostRuns + 5; n++)
      writeGroup(
        [{ path: join(folder, 'a'), before: String(n), after: String(n + 1) }],
        openRun(journal, head(`run ${n}`)).append,
      )
    const names = readdirSync(journal).sort()
    expect(names).toHaveLength(mostRuns)
    expect(names[0]).toBe('000006.jsonl')
    expect(runsIn(journal)[0]?.head.run).toBe(`run ${mostRuns + 4}`)
  })

  it('goes on where its file has been taken away meanwhile', () => {
    const folder = folderWith({ a: 'a' })
    const journal = join(folder, 'journal')
    const { append } = openRun(journal, head())
    const path = join(folder, 'a')
    writeGroup([{ path, before: 'a', after: 'b' }], append)
    unlinkSync(join(journal, '000001.jsonl'))
    writeGroup([{ path, before: 'b', after: 'c' }], append)
    expect(runsIn(journal)).toMatchObject([{ groups: [{ files: [{ before: { text: 'b' } }] }] }])
  })

  it('of another version is told from those that are understood', () => {
    const folder = folderWith({
      'place/k/000001.jsonl': '{"version":2}\n{"x":1}\n',
      'place/k/000002.jsonl': '{"version":1,"ru',
      'place/k/other.txt': '',
    })
    expect([...runsOf(join(folder, 'place/k'))]).toEqual([join(folder, 'place/k/000001.jsonl')])
    expect(journalsIn(join(folder, 'place'))).toEqual([])
    expect(journalsIn(join(folder, 'nowhere'))).toEqual([])
  })
})

describe('taking back', () => {
  it('gives bytes back as they were, removes what was new, the Dockerfile first', () => {
    const text = '\ufeffFROM a\r\n# ü'
    const folder = folderWith({ Dockerfile: text })
    const path = join(folder, 'Dockerfile')
    chmodSync(path, 0o640)
    const run = written(folder, [
      { path: join(folder, '.dockerignore'), before: null, after: 'x\n' },
      { path, before: text, after: '\ufeffFROM b\r\n' },
    ])
    expect(back(run)).toEqual(['back', 'back'])
    expect(readFileSync(path)).toEqual(Buffer.from(text))
    expect(statSync(path).mode & 0o777).toBe(0o640)
    expect(readdirSync(folder).sort()).toEqual(['Dockerfile', 'state'])
    expect(back(run)).toEqual(['done', 'done'])
  })

  it('leaves what was changed, and what that counts on', () => {
    const folder = folderWith({ Dockerfile: 'a' })
    const path = join(folder, 'Dockerfile')
    const run = written(folder, [
      { path: join(folder, 'nginx.conf'), before: null, after: 'x\n' },
      { path, before: 'a', after: 'b' },
    ])
    writeFileSync(path, 'b, and more')
    expect(back(run)).toEqual([
      'It has been changed since.',
      'It belongs to Dockerfile, which stays.',
    ])
    expect(readFileSync(join(folder, 'nginx.conf'), 'utf8')).toBe('x\n')
  })

  it('gives the Dockerfile back where only what is beside it was changed', () => {
    const folder = folderWith({ Dockerfile: 'a' })
    const run = written(folder, [
      { path: join(folder, '.dockerignore'), before: null, after: 'x\n' },
      { path: join(folder, 'Dockerfile'), before: 'a', after: 'b' },
    ])
    writeFileSync(join(folder, '.dockerignore'), 'x\nmine\n')
    expect(back(run)).toEqual(['back', 'It has been changed since.'])
    expect(readFileSync(join(folder, 'Dockerfile'), 'utf8')).toBe('a')
  })

  it('goes through what one run wrote twice, last first', () => {
    const folder = folderWith({ a: 'a', b: 'b' })
    const ignore = join(folder, '.dockerignore')
    const run = written(
      folder,
      [
        { path: ignore, before: null, after: 'x\n' },
        { path: join(folder, 'a'), before: 'a', after: 'A' },
      ],
      [
        { path: ignore, before: 'x\n', after: 'x\ny\n' },
        { path: join(folder, 'b'), before: 'b', after: 'B' },
      ],
    )
    expect(back(run)).toEqual(['back', 'back', 'back', 'back'])
    expect(readdirSync(folder).sort()).toEqual(['a', 'b', 'state'])
  })

  it('leaves what is gone, has another mode, or is a link to elsewhere now', () => {
    const folder = folderWith({ gone: 'a', mode: 'a', link: 'a', other: 'b' })
    const all = ['gone', 'mode', 'link'].map((name): readonly TextFile[] => [
      { path: join(folder, name), before: 'a', after: 'b' },
    ])
    chmodSync(join(folder, 'mode'), 0o644)
    const run = written(folder, ...all)
    unlinkSync(join(folder, 'gone'))
    chmodSync(join(folder, 'mode'), 0o755)
    unlinkSync(join(folder, 'link'))
    symlinkSync('other', join(folder, 'link'))
    expect(back(run)).toEqual([
      'Its path leads elsewhere now.',
      'Its mode was 644 and is 755 now.',
      'It is not there any more.',
    ])
    expect(readFileSync(join(folder, 'other'), 'utf8')).toBe('b')
  })

  it('leaves in the record what could not be taken back', () => {
    const folder = folderWith({ a: 'a' })
    const run = written(folder, [{ path: join(folder, 'a'), before: 'a', after: 'b' }])
    const journal = join(run.path, '..')
    replaceRun(
      run,
      run.groups.map((group) => ({ ...group, isLeft: true as const })),
    )
    const left = runsIn(journal)[0]
    expect(left?.groups).toMatchObject([{ isLeft: true }])
    expect(() => {
      replaceRun(run, [])
    }).toThrow('is not what it was')
    if (left !== undefined) replaceRun(left, [])
    expect(readdirSync(journal)).toEqual([])
  })
})
