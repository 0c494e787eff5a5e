import { describe, expect, it } from 'vitest'
import { placeOfPackage, runtimeCounterparts } from '../../src/knowledge/os-packages.ts'
import { describeBaseImage } from '../../src/knowledge/images/describe-base-image.ts'
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

describe('the libraries that an image has by itself', () => {
  const has = (image: string, names: string) =>
    names.split(' ').map((name) => describeBaseImage(image).hasPackage(name))

  it.each([
    ['python:3.12-slim-bookworm', 'libffi8 libssl3 zlib1g libsqlite3-0 libstdc++6', true],
    ['python:3.12-slim-trixie', 'libffi8 libssl3t64 libreadline8t64', true],
    ['python:3.12-slim-bookworm', 'libpq5 libxml2 libssl3t64 libpcre2-16-0', false],
    ['python:3.12-alpine3.20', 'libffi sqlite-libs xz-libs', true],
    ['python:3.12-alpine3.20', 'libpq libstdc++', false],
    ['php:8.3-fpm-bookworm', 'libxml2 libcurl4 libonig5 libsqlite3-0', true],
    ['php:8.3-fpm-bookworm', 'libzip4 libicu72', false],
    ['php:7.3-fpm-bullseye', 'libonig5 libsqlite3-0', false],
    ['debian:bookworm-slim', 'zlib1g libgnutls30 libuuid1', true],
    ['debian:trixie-slim', 'libgnutls30t64 libffi8', false],
    ['node:20-bookworm-slim', 'libssl3', false],
  ])('%s: %s %s', (image, names, expected) => {
    expect(new Set(has(image, names))).toEqual(new Set([expected]))
  })

  it('is not known of an image that has no release, and none where there is no system', () => {
    expect(has('registry.example/python:3.12-slim', 'zlib1g')).toEqual([undefined])
    expect(has('gcr.io/distroless/static-debian12', 'zlib1g')).toEqual([false])
  })
})
