import { describe, expect, it } from 'vitest'
import {
  packageManagers,
  readInstall,
  readPackageCommand,
  writeInstall,
} from '../../src/knowledge/package-managers.ts'

const read = (command: string) => {
  const install = readInstall(command.split(' '))
  return install === undefined
    ? undefined
    : [install.manager, install.action, ...install.packages.map(({ name }) => name)].join(' ')
}

describe('readInstall', () => {
  it.each([
    ['apt-get install -y --no-install-recommends git curl', 'apt install git curl'],
    ['apt-get -qq -o Acquire::Retries=3 install -t buster-backports git', 'apt install git'],
    ['/usr/bin/apt-get update', 'apt update'],
    ['apt install python3=3.11* libc6:i386 g++', 'apt install python3 libc6 g++'],
    ['apt-get install -y ./chrome.deb', 'apt install ./chrome.deb'],
    ['apt-get purge -y --auto-remove gcc', 'apt remove gcc'],
    ['apt-get dist-upgrade -y', 'apt upgrade'],
    ['apt-get clean', 'apt clean'],
    ['apk add --no-cache --virtual .build-deps make g++', 'apk install make g++'],
    [
      'apk --update add -t .deps nodejs=~18 su-exec>=0.2 tini@edge',
      'apk install nodejs su-exec tini',
    ],
    [
      'apk add --repository http://dl-cdn.alpinelinux.org/alpine/edge/testing -X http://x vips',
      'apk install vips',
    ],
    ['apk del .build-deps', 'apk remove .build-deps'],
    ['microdnf install -y --nodocs --setopt=install_weak_deps=0 nodejs', 'microdnf install nodejs'],
    [
      'dnf -y install --enablerepo epel java-17-openjdk nginx-1.20.1-14.el9',
      'dnf install java-17-openjdk nginx',
    ],
    ['yum groupinstall -y development-tools', 'yum install @development-tools'],
    ['dnf group install core', 'dnf install @core'],
    ['yum clean all', 'yum clean'],
  ])('%s: %s', (command, expected) => {
    expect(read(command)).toBe(expected)
  })

  it.each([
    'npm install',
    'apt-get',
    'apt-get build-dep php',
    'dnf module enable nodejs:18',
    'apk fetch x',
  ])('does not understand %s', (command) => {
    expect(read(command)).toBeUndefined()
  })

  it('gives versions, places and what belongs together', () => {
    const install = readInstall(['apk', 'add', '--virtual=.deps', 'curl=8.1-r0', 'vips~8.14'])
    expect(install?.virtual).toBe('.deps')
    expect(install?.packages).toEqual([
      { text: 'curl=8.1-r0', name: 'curl', version: '8.1-r0', index: 3 },
      { text: 'vips~8.14', name: 'vips', version: '~8.14', index: 4 },
    ])
    expect(readInstall(['apt-get', '-y', 'install', 'git'])?.packages[0]?.index).toBe(3)
  })

  it('does not answer for words that are not known', () => {
    const argv = ['apt-get', 'install', '-y', undefined, 'git']
    expect(readInstall(argv)).toBeUndefined()
    expect(readPackageCommand(argv)).toMatchObject({ action: 'install', isComplete: false })
  })
})

describe('writeInstall', () => {
  it.each([
    [
      'apt',
      'RUN apt-get update && apt-get install -y --no-install-recommends a b && rm -rf /var/lib/apt/lists/*',
    ],
    ['apk', 'RUN apk add --no-cache a b'],
    ['dnf', 'RUN dnf install -y --nodocs --setopt=install_weak_deps=False a b && dnf clean all'],
    [
      'microdnf',
      'RUN microdnf install -y --nodocs --setopt=install_weak_deps=0 a b && microdnf clean all',
    ],
    ['yum', 'RUN yum install -y a b && yum clean all && rm -rf /var/cache/yum'],
  ] as const)('%s', (manager, expected) => {
    expect(writeInstall(manager, ['a', 'b'])).toBe(expected)
  })

  it('quotes what the shell would read', () => {
    expect(writeInstall('apk', ['nodejs>18', 'g++'])).toBe("RUN apk add --no-cache 'nodejs>18' g++")
  })
})

it('no program belongs to two package managers, and each row has a source', () => {
  const programs = packageManagers.flatMap((row) => row.programs)
  expect(new Set(programs).size).toBe(programs.length)
  for (const row of packageManagers) expect(row.source).toMatch(/^https:\/\//)
})
