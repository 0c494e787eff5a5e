import { execFileSync } from 'node:child_process'
import {
  chmodSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  statSync,
  symlinkSync,
  utimesSync,
} from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { ApplyError } from '../../src/apply/apply-error.ts'
import { writeFile } from '../../src/apply/write-file.ts'
import { writeGroup } from '../../src/apply/write-group.ts'
import { folderWith } from '../cli/surroundings.ts'

const isRoot = process.getuid?.() === 0

describe('writeFile', () => {
  it('replaces the content, byte for byte, and leaves nothing else behind', () => {
    const folder = folderWith({ Dockerfile: '\ufeffFROM a\r\n' })
    writeFile({
      path: join(folder, 'Dockerfile'),
      before: '\ufeffFROM a\r\n',
      after: '\ufeffFROM b\r\nü',
    })
    expect(readFileSync(join(folder, 'Dockerfile'), 'utf8')).toBe('\ufeffFROM b\r\nü')
    expect(readdirSync(folder)).toEqual(['Dockerfile'])
  })

  it('keeps the mode', () => {
    const path = join(folderWith({ Dockerfile: 'a' }), 'Dockerfile')
    chmodSync(path, 0o751)
    writeFile({ path, before: 'a', after: 'b' })
    expect(statSync(path).mode & 0o7777).toBe(0o751)
  })

  it.runIf(isRoot)('keeps the owner', () => {
    const path = join(folderWith({ Dockerfile: 'a' }), 'Dockerfile')
    execFileSync('chown', ['123:456', path])
    writeFile({ path, before: 'a', after: 'b' })
    expect(statSync(path)).toMatchObject({ uid: 123, gid: 456 })
  })

  it('replaces what a link leads to, not the link', () => {
    const folder = folderWith({ 'real/Dockerfile': 'a' })
    symlinkSync('real/Dockerfile', join(folder, 'Dockerfile'))
    writeFile({ path: join(folder, 'Dockerfile'), before: 'a', after: 'b' })
    expect(readlinkSync(join(folder, 'Dockerfile'))).toBe('real/Dockerfile')
    expect(readFileSync(join(folder, 'real/Dockerfile'), 'utf8')).toBe('b')
    expect(lstatSync(join(folder, 'real/Dockerfile')).isFile()).toBe(true)
  })

  it.each([
    ['changed', 'other', 'a', 'Dockerfile is not what it was when it was read.'],
    ['gone', undefined, 'a', 'Dockerfile is not what it was when it was read.'],
    ['there by now', 'other', null, 'There is a Dockerfile by now.'],
  ])('refuses where the file is %s', (_, now, before, message) => {
    const folder = folderWith(now === undefined ? {} : { Dockerfile: now })
    const path = join(folder, 'Dockerfile')
    expect(() => {
      writeFile({ path, before, after: 'b' })
    }).toThrow(new ApplyError('changed-on-disk', message))
    expect(existsSync(path) ? readFileSync(path, 'utf8') : undefined).toBe(now)
    expect(readdirSync(folder)).toEqual(now === undefined ? [] : ['Dockerfile'])
  })

  it('puts no new file where a link stands, not even a dangling one', () => {
    const folder = folderWith({})
    symlinkSync('elsewhere', join(folder, '.dockerignore'))
    expect(() => {
      writeFile({ path: join(folder, '.dockerignore'), before: null, after: 'x' })
    }).toThrow(ApplyError)
    expect(readdirSync(folder)).toEqual(['.dockerignore'])
  })

  it.skipIf(isRoot)('says so where the file is read-only', () => {
    const path = join(folderWith({ Dockerfile: 'a' }), 'Dockerfile')
    chmodSync(path, 0o444)
    expect(() => {
      writeFile({ path, before: 'a', after: 'b' })
    }).toThrow('You may not write it.')
  })

  it.each([['D'.repeat(254)], ['ü'.repeat(127)], ['\u{1f40b}'.repeat(63)]])(
    'writes a file with the longest of names: %s',
    (name) => {
      const folder = folderWith({ [name]: 'a' })
      writeFile({ path: join(folder, name), before: 'a', after: 'b' })
      expect(readFileSync(join(folder, name), 'utf8')).toBe('b')
      expect(readdirSync(folder)).toEqual([name])
    },
  )

  it('removes what killed runs left, but not what may be at work', () => {
    const folder = folderWith({
      Dockerfile: 'a',
      '.Dockerfile.1.msb-migrate-tmp': 'old',
      '.Dockerfile.2.msb-migrate-tmp': 'new',
    })
    utimesSync(join(folder, '.Dockerfile.1.msb-migrate-tmp'), 0, 0)
    writeFile({ path: join(folder, 'Dockerfile'), before: 'a', after: 'b' })
    expect(readdirSync(folder)).toEqual(['.Dockerfile.2.msb-migrate-tmp', 'Dockerfile'])
  })
})

describe('writeGroup', () => {
  it('writes all, in order', () => {
    const folder = folderWith({ Dockerfile: 'a', x: '1' })
    writeGroup([
      { path: join(folder, '.dockerignore'), before: null, after: 'n' },
      { path: join(folder, 'x'), before: '1', after: '2' },
      { path: join(folder, 'Dockerfile'), before: 'a', after: 'b' },
    ])
    expect(
      ['.dockerignore', 'x', 'Dockerfile'].map((name) => readFileSync(join(folder, name), 'utf8')),
    ).toEqual(['n', '2', 'b'])
  })

  it('touches nothing where one of them has changed', () => {
    const folder = folderWith({ Dockerfile: 'other', x: '1' })
    const write = () => {
      writeGroup([
        { path: join(folder, 'x'), before: '1', after: '2' },
        { path: join(folder, 'Dockerfile'), before: 'a', after: 'b' },
      ])
    }
    expect(write).toThrow('Dockerfile is not what it was')
    expect(readFileSync(join(folder, 'x'), 'utf8')).toBe('1')
  })

  it('puts back what it wrote where a later one fails', () => {
    // No name is left for the temporary file.
    const taken = Array.from({ length: 1000 }, (_, i): [string, string] => [
      `full/.Dockerfile.${i + 1}.msb-migrate-tmp`,
      '',
    ])
    const folder = folderWith({ x: '1', 'full/Dockerfile': 'a', ...Object.fromEntries(taken) })
    const write = () => {
      writeGroup([
        { path: join(folder, '.dockerignore'), before: null, after: 'n' },
        { path: join(folder, 'x'), before: '1', after: '2' },
        { path: join(folder, 'full/Dockerfile'), before: 'a', after: 'b' },
      ])
    }
    expect(write).toThrow('It could not be written (EEXIST).')
    expect(readFileSync(join(folder, 'x'), 'utf8')).toBe('1')
    expect(readdirSync(folder)).toEqual(['full', 'x'])
  })

  it('counts a file that has its new content already as written', () => {
    const folder = folderWith({ Dockerfile: 'b' })
    writeGroup([{ path: join(folder, 'Dockerfile'), before: 'a', after: 'b' }])
    mkdirSync(join(folder, 'd'))
    expect(() => {
      writeGroup([{ path: join(folder, 'd'), before: 'a', after: 'b' }])
    }).toThrow('It could not be written (EISDIR).')
  })
})
