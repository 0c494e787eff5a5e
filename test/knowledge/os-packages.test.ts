import { describe, expect, it } from 'vitest'
import { placeOfPackage, runtimeCounterparts } from '../../src/knowledge/os-packages.ts'
import { alpineDevNames } from '../../src/knowledge/os-packages/alpine-counterparts.ts'
import {
  debianCounterparts,
  debianRows,
} from '../../src/knowledge/os-packages/debian-counterparts.ts'
import { placedNames } from '../../src/knowledge/os-packages/package-places.ts'

describe('placeOfPackage', () => {
  it.each([
    ['apt', 'build-essential', 'build'],
    ['apt', 'libpq-dev', 'build'],
    ['apt', 'g++-12', 'build'],
    ['apt', 'git', 'build'],
    ['apt', 'python3', 'interpreter'],
    ['apt', 'python3.11-dev', 'interpreter'],
    ['apt', 'ca-certificates', 'both'],
    ['apt', 'fonts-liberation', 'run'],
    ['apt', 'vim', 'run'],
    ['apk', 'build-base', 'build'],
    ['apk', 'vips-dev', 'build'],
    ['apk', 'libc6-compat', 'both'],
    ['apk', 'su-exec', 'run'],
    ['dnf', 'openssl-devel', 'build'],
    ['apt', 'some-vendor-thing', undefined],
  ] as const)('%s %s: %s', (manager, name, expected) => {
    expect(placeOfPackage(manager, name)).toBe(expected)
  })

  it('names no package twice', () => {
    const names = placedNames.flat()
    expect(names.filter((name, i) => names.indexOf(name) !== i)).toEqual([])
  })
})

describe('runtimeCounterparts', () => {
  it.each([
    ['apt', 'bookworm', 'libpng-dev', ['libpng16-16']],
    ['apt', 'trixie', 'libpng-dev', ['libpng16-16t64']],
    ['apt', 'bookworm', 'libzip-dev', ['libzip4']],
    ['apt', 'trixie', 'libzip-dev', ['libzip5']],
    ['apt', 'bullseye', 'libicu-dev', ['libicu67']],
    ['apt', 'bookworm', 'libicu-dev', ['libicu72']],
    ['apt', 'trixie', 'libffi-dev', ['libffi8']],
    ['apt', 'bookworm', 'libpam0g-dev', ['libpam0g']],
    ['apt', 'trixie', 'libgl1-mesa-dev', ['libgl1', 'libglvnd0']],
    ['apt', 'bookworm', 'tk-dev', ['libtk8.6', 'libtcl8.6']],
    ['apt', 'bookworm', 'libeigen3-dev', []],
    ['apt', 'trixie', 'libatlas-base-dev', undefined],
    ['apt', 'bullseye', 'libldap-dev', undefined],
    ['apt', '22.04', 'libpng-dev', undefined],
    ['apt', undefined, 'libpng-dev', undefined],
    ['apt', 'bookworm', 'libnobody-dev', undefined],
    ['apk', '3.19', 'vips-dev', ['vips', 'vips-cpp']],
    ['apk', '3.14', 'icu-dev', ['icu-libs']],
    ['apk', undefined, 'icu-dev', ['icu-libs', 'icu-data-full']],
    ['apk', '3.19', 'openssl-dev', []],
    ['apk', '3.8', 'openssl-dev', undefined],
    ['dnf', '9', 'openssl-devel', undefined],
  ] as const)('%s %s %s', (manager, release, name, expected) => {
    expect(runtimeCounterparts(manager, release, name)).toEqual(expected)
  })

  it('has a row for a package once, and no row without a release', () => {
    expect(new Set(alpineDevNames).size).toBe(alpineDevNames.length)
    expect(debianCounterparts.size).toBe(debianRows.length)
    for (const [name, releases] of debianCounterparts) {
      expect(releases.size, name).toBeGreaterThan(0)
      for (const names of releases.values())
        expect(names.join(' '), name).not.toMatch(/-dev\b|=|\|/)
    }
  })
})
