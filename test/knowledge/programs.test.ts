import { describe, expect, it } from 'vitest'
import { describeBaseImage } from '../../src/knowledge/images/describe-base-image.ts'
import { bringsProgramsOf, packageOfProgram } from '../../src/knowledge/programs.ts'
import { alpinePrograms } from '../../src/knowledge/programs/alpine-programs.ts'
import { debianPrograms } from '../../src/knowledge/programs/debian-programs.ts'
import { otherPackages } from '../../src/knowledge/programs/other-packages.ts'
import { packagedPrograms } from '../../src/knowledge/programs/packaged-programs.ts'

describe('hasProgram', () => {
  it.each([
    ['node:20', 'curl git python3 convert make ps ssh bash node npm yarn corepack openssl', true],
    ['node:20', 'jq vim sqlite3 ping', false],
    ['node:20-slim', 'node npm npx yarn bash sh sed perl useradd adduser tar', true],
    ['node:20-slim', 'curl wget git python3 ps make openssl unzip', false],
    ['node:20-alpine', 'node npm sh wget nc ps vi adduser unzip', true],
    ['node:20-alpine', 'bash curl git python3 make useradd', false],
    ['node:25-slim', 'corepack', false],
    ['node:26-slim', 'yarn', false],
    ['node:26-slim', 'adduser', false],
    ['node:slim', 'adduser gpgv', undefined],
    ['php:8.2-apache', 'php a2enmod ps openssl perl patch useradd', true],
    ['php:8.2-apache', 'adduser gpgv last', false],
    ['php:8.2-apache-bookworm', 'adduser gpgv last', true],
    ['php:8.2-cli', 'openssl curl xz', true],
    ['php:8.2-cli', 'ps wget git unzip', false],
    ['python:3.12-slim', 'openssl', true],
    ['python:3.12-slim', 'curl ps', false],
    ['python:3.12-alpine', 'openssl', false],
    ['golang:1.22', 'go git gcc curl bash', true],
    ['golang:1.22', 'convert unzip', false],
    ['golang:1.22-alpine', 'go sh', true],
    ['golang:1.22-alpine', 'git gcc bash', false],
    ['debian:bookworm-slim', 'apt-key gpgv last mesg', true],
    ['debian:bookworm-slim', 'ca-certificates curl', false],
    ['debian:trixie-slim', 'useradd mount su perl', true],
    ['debian:trixie-slim', 'apt-key gpgv last mesg openssl ps', false],
    ['gcr.io/distroless/static-debian12:nonroot', 'sh ls', false],
    ['scratch', 'sh', false],
    ['nginx:alpine', 'curl nginx', true],
    ['ubuntu:22.04', 'curl', undefined],
    ['corp/base', 'sh', undefined],
  ] as const)('%s: %s: %s', (image, programs, expected) => {
    const { hasProgram } = describeBaseImage(image)
    for (const program of programs.split(' ')) expect(hasProgram(program), program).toBe(expected)
  })
})

describe('packageOfProgram', () => {
  it.each([
    ['apt', 'curl', 'curl'],
    ['apt', 'ps', 'procps'],
    ['apt', 'ping', 'iputils-ping'],
    ['apt', 'gpgv', 'gpgv'],
    ['apt', 'gpg', 'gnupg'],
    ['apt', 'nc', 'netcat-openbsd'],
    ['apt', 'convert', 'imagemagick'],
    ['apt', 'mysql', 'default-mysql-client'],
    ['apk', 'mysql', 'mariadb-client'],
    ['apk', 'redis-cli', 'redis'],
    ['apt', 'redis-cli', 'redis-tools'],
    ['apk', 'psql', 'postgresql-client'],
    ['microdnf', 'ps', 'procps-ng'],
    ['apt', 'su-exec', undefined],
    ['apt', 'no-such-program', undefined],
  ] as const)('%s: %s is in %s', (manager, program, expected) => {
    expect(packageOfProgram(manager, program)).toBe(expected)
  })
})

describe('bringsProgramsOf', () => {
  it.each([
    ['apt', 'gnupg2', 'gnupg', true],
    ['apt', 'openjdk-11-jre-headless', 'default-jre-headless', true],
    ['apt', 'postgresql-client-15', 'postgresql-client', true],
    ['apt', 'vim-tiny', 'vim', false],
    ['apk', 'gnupg2', 'gnupg', false],
    ['apk', 'curl', 'curl', true],
  ] as const)('%s: %s, where %s is wanted: %s', (manager, installed, wanted, expected) => {
    expect(bringsProgramsOf(manager, installed, wanted)).toBe(expected)
  })

  it('speaks of packages that the table of programs has', () => {
    for (const { manager, wanted } of otherPackages)
      expect(
        packagedPrograms.some((row) => row[manager] === wanted),
        wanted,
      ).toBe(true)
  })
})

it('names no program twice in a list, and no package in two rows of one manager', () => {
  for (const list of [alpinePrograms, debianPrograms])
    expect(list.filter((name, i) => list.indexOf(name) !== i)).toEqual([])
  for (const row of packagedPrograms) {
    const programs = row.programs.split(' ')
    expect(new Set(programs).size, row.programs).toBe(programs.length)
  }
})
