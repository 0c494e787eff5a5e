import { describe, expect, test } from 'vitest'
import {
  hasWheel,
  librariesNeeded,
  normalName,
  osPackagesOf,
  pypiPackage,
  pypiPackagesOfModule,
  pypiRows,
} from '../../src/knowledge/pypi-packages/index.ts'
import { isSince, orderOf, releaseOf } from '../../src/knowledge/pypi-packages/release-order.ts'

const debian = (release: string) => ({ packageManager: 'apt', release }) as const
const alpine = { packageManager: 'apk', release: '3.20' } as const

const pypiNames = [...new Set(pypiRows().flatMap(({ names }) => names.split(' ')))]

describe('the tables', () => {
  test('names are as they are compared', () => {
    expect(pypiNames.filter((name) => name !== normalName(name) || name === '')).toEqual([])
    expect(pypiNames.length).toBeGreaterThan(1000)
  })

  test('do not contradict each other', () => {
    const said = new Map<string, string>()
    const ofRow = ['source', 'imports']
    const found = pypiRows().flatMap(({ names, ...row }) =>
      names.split(' ').flatMap((name) =>
        Object.entries(row).flatMap(([field, value]) => {
          if (ofRow.includes(field)) return []
          const key = `${name}: ${field}`
          const before = said.get(key)
          said.set(key, JSON.stringify(value))
          return before === undefined || before === JSON.stringify(value) ? [] : [key]
        }),
      ),
    )
    expect(found).toEqual([])
  })

  test.each(['bullseye', 'bookworm', 'trixie'])('libraries have names in %s', (release) => {
    const missing = pypiNames.filter((name) => {
      const row = pypiPackage(name)
      const { libraries, linked } = row ?? {}
      return [libraries, linked].some((need) => osPackagesOf(need, debian(release)) === undefined)
    })
    expect(missing).toEqual([])
  })

  test('what is said for Alpine has names there', () => {
    const missing = pypiNames.filter((name) => {
      const { libraries, linked } = pypiPackage(name) ?? {}
      return [libraries, linked].some(
        (need) => need?.apk !== undefined && osPackagesOf(need, alpine) === undefined,
      )
    })
    expect(missing).toEqual([])
  })

  test('what packages bring has rows', () => {
    const brought = pypiNames.flatMap((name) => {
      const { brings = '', extras = {} } = pypiPackage(name) ?? {}
      return [brings, ...Object.values(extras)].flatMap((text) => text.split(' ').filter(Boolean))
    })
    expect(brought.filter((name) => pypiPackage(name) === undefined)).toEqual([])
  })
})

describe('a package', () => {
  test.each(['Psycopg2_Binary', 'psycopg2.binary', 'PSYCOPG2--binary'])('%s', (name) => {
    expect(pypiPackage(name)).toMatchObject({ names: 'psycopg2-binary', isCompiled: 'wheels' })
  })

  test('of several tables is one row', () => {
    expect(pypiPackage('gunicorn')).toMatchObject({
      isCompiled: 'pure',
      files: ['gunicorn.conf.py'],
    })
    expect(pypiPackage('streamlit')).toMatchObject({
      isCompiled: 'pure',
      keeps: 'settings and state, in a folder of the home',
    })
  })

  test('of a family', () => {
    expect(pypiPackage('types-requests')).toMatchObject({ isCompiled: 'pure' })
    expect(pypiPackage('azure-cognitiveservices-speech')?.keepsBase).toBeDefined()
    expect(pypiPackage('of-nobody')).toBeUndefined()
  })

  test.each<[string, string[]]>([
    ['PIL', ['pillow']],
    ['yaml', ['pyyaml']],
    ['psycopg2', ['psycopg2', 'psycopg2-binary']],
    ['requests', ['requests']],
    ['_of_nobody', ['-of-nobody']],
  ])('module %s', (module, names) => {
    expect(pypiPackagesOfModule(module)).toEqual(names)
  })

  test('module cv2 may be of four packages', () => {
    expect([...pypiPackagesOfModule('cv2')].sort()).toEqual([
      'opencv-contrib-python',
      'opencv-contrib-python-headless',
      'opencv-python',
      'opencv-python-headless',
    ])
  })
})

describe('libraries', () => {
  const linkedBy = (name: string) => pypiPackage(name)?.linked

  test.each<[string, string, string[]]>([
    ['bookworm', 'python-ldap', ['libldap-2.5-0', 'libsasl2-2']],
    ['trixie', 'python-ldap', ['libldap2', 'libsasl2-2']],
    ['bullseye', 'psycopg2', ['libpq5']],
    ['trixie', 'mysqlclient', ['libmariadb3']],
  ])('%s: %s', (release, name, packages) => {
    expect(osPackagesOf(linkedBy(name), debian(release))).toEqual(packages)
  })

  test('of Alpine, of another system, of none', () => {
    expect(osPackagesOf(linkedBy('psycopg2'), alpine)).toEqual(['libpq'])
    expect(osPackagesOf(linkedBy('psycopg2'), { packageManager: 'dnf', release: '9' })).toBe(
      undefined,
    )
    expect(osPackagesOf(undefined, alpine)).toEqual([])
  })
})

const slim = {
  family: 'python',
  version: '3.12',
  libc: 'glibc',
  release: 'bookworm',
  packageManager: 'apt',
} as const
const musl = { ...slim, libc: 'musl', release: '3.20', packageManager: 'apk' } as const

describe('wheels', () => {
  test.each<[string, string | undefined, typeof slim | typeof musl, boolean | undefined]>([
    ['flask', undefined, musl, true],
    ['psycopg2', undefined, slim, false],
    ['psycopg2-binary', undefined, musl, true],
    ['psycopg2-binary', '2.9.9', musl, true],
    ['psycopg2-binary', '2.9.1', musl, false],
    ['psycopg2-binary', '2.9.5', slim, false],
    ['cryptography', '3.4', slim, true],
    ['xmlsec', '1.3.13', slim, false],
    ['xmlsec', '1.3.14', slim, true],
    ['pyarrow', '15.0', musl, false],
  ])('%s %s on %o', (name, version, image, expected) => {
    const row = pypiPackage(name)
    expect(row === undefined ? undefined : hasWheel(row, version, image)).toBe(expected)
  })

  test.each<[string | undefined, boolean]>([
    ['3.9', true],
    ['3.10', true],
    ['3.11.4', true],
    ['3.12', false],
    ['3.15', false],
    ['3', false],
    [undefined, false],
  ])('for Python %s', (version, expected) => {
    const row = pypiPackage('pillow')
    const image = { family: 'python', version, libc: 'glibc' } as const
    expect(row === undefined ? undefined : hasWheel(row, '9.5.0', image)).toBe(expected)
  })
})

describe('what a package needs when it runs', () => {
  test.each<[string, { version?: string; isWheel?: boolean }, readonly string[] | undefined]>([
    ['flask', {}, []],
    ['flask', { isWheel: false }, []],
    ['psycopg2', {}, ['libpq5']],
    ['psycopg2-binary', {}, []],
    ['psycopg2-binary', { version: '2.9.5' }, ['libpq5']],
    ['psycopg2-binary', { version: '2.9.5', isWheel: true }, []],
    ['lxml', { isWheel: false }, ['libxml2', 'libxslt1.1']],
    ['opencv-python', {}, ['libgl1', 'libglib2.0-0']],
    ['pyarrow', { isWheel: false }, undefined],
    ['dlib', {}, undefined],
  ])('%s %o', (name, item, expected) => {
    const row = pypiPackage(name)
    expect(row === undefined ? null : librariesNeeded(row, item, slim)).toEqual(expected)
  })
})

test('versions', () => {
  expect(releaseOf('3.12rc1')).toEqual([3, 12])
  expect(releaseOf('1!2.0.post1')).toEqual([2, 0])
  expect(releaseOf('v4.5.1.48')).toEqual([4, 5, 1, 48])
  expect(releaseOf('latest')).toBeUndefined()
  expect(orderOf([1, 10], [1, 9, 5])).toBeGreaterThan(0)
  expect(orderOf([1], [1, 0, 0])).toBe(0)
  expect(isSince('2.10', '2.9')).toBe(true)
  expect(isSince(undefined, '2.9')).toBeUndefined()
})
