import type { ImageTag } from '../image-tag.ts'
import { imageConfig, named, systemOf, type ImageFamily } from './image-family.ts'
import { defaultPath } from '../image-folders.ts'

const path = { PATH: defaultPath }

/** https://www.debian.org/releases/: Debian's images are tagged by number, too. */
const debianNumbers: Readonly<Record<string, string>> = {
  '8': 'jessie',
  '9': 'stretch',
  '10': 'buster',
  '11': 'bullseye',
  '12': 'bookworm',
  '13': 'trixie',
}

export const debian: ImageFamily = {
  name: 'debian',
  matches: named('debian'),
  source: 'https://github.com/debuerreotype/docker-debian-artifacts',
  describe: (tag) => ({
    variant: tag.slim ? 'slim' : undefined,
    system: systemOf(tag, { debian: debianNumbers[tag.version?.split('.')[0] ?? ''] }),
    config: imageConfig({ Env: path, Cmd: ['bash'] }),
    programs: [],
  }),
}

export const buildpackDeps: ImageFamily = {
  name: 'buildpack-deps',
  matches: named('buildpack-deps'),
  source: 'https://github.com/docker-library/buildpack-deps',
  describe: (tag) => {
    const part = tag.words.find((word) => word === 'curl' || word === 'scm')
    return {
      variant: part === undefined ? 'full' : undefined,
      system: isUbuntuNumber(tag.version)
        ? { distribution: 'ubuntu', release: tag.version }
        : systemOf(tag, {}),
      config: imageConfig({ Env: path, Cmd: ['bash'] }),
      packages: [part === undefined ? 'buildpack-deps' : `buildpack-deps-${part}`],
      programs: [],
    }
  },
}

export const ubuntu: ImageFamily = {
  name: 'ubuntu',
  matches: named('ubuntu'),
  source: 'https://hub.docker.com/_/ubuntu; CMD is `/bin/bash` there, the same program',
  describe: (tag) => ({
    system: {
      distribution: 'ubuntu',
      release: tag.ubuntu ?? (isUbuntuNumber(tag.version) ? tag.version : undefined),
    },
    config: imageConfig({ Env: path, Cmd: ['bash'] }),
    programs: undefined,
  }),
}

function isUbuntuNumber(version: string | undefined): boolean {
  return /^\d\d\.\d\d$/.test(version ?? '')
}

export const alpine: ImageFamily = {
  name: 'alpine',
  matches: named('alpine'),
  source: 'https://github.com/alpinelinux/docker-alpine',
  describe: (tag) => ({
    variant: 'alpine',
    system: { distribution: 'alpine', release: minorVersion(tag) },
    config: imageConfig({ Env: path, Cmd: ['/bin/sh'] }),
    programs: [],
  }),
}

function minorVersion(tag: ImageTag): string | undefined {
  return /^(\d+\.\d+)(\.\d+)?$/.exec(tag.words[0] ?? '')?.[1]
}

export const busybox: ImageFamily = {
  name: 'busybox',
  matches: named('busybox'),
  source: 'https://github.com/docker-library/busybox: glibc, musl and uclibc builds; CMD `sh`',
  describe: () => ({
    system: { distribution: 'none', libc: 'none' },
    config: imageConfig({ Env: path, Cmd: ['/bin/sh'] }),
    packages: ['busybox'],
    programs: undefined,
  }),
}

export const scratch: ImageFamily = {
  name: 'scratch',
  matches: named('scratch'),
  source: 'https://docs.docker.com/build/building/base-images/; BuildKit sets PATH',
  describe: () => ({
    system: { distribution: 'none', libc: 'none' },
    bare: true,
    config: imageConfig({ Env: path }),
    programs: [],
  }),
}

export const amazonlinux: ImageFamily = {
  name: 'amazonlinux',
  matches: named('amazonlinux', 'public.ecr.aws/amazonlinux/amazonlinux'),
  source: 'https://github.com/amazonlinux/container-images; yum up to 2, dnf from 2023',
  describe: (tag) => ({
    system: {
      distribution: 'rhel',
      release: tag.version,
      packageManager: /^(1|2|2016|2017|2018)(\.|$)/.test(tag.version ?? '') ? 'yum' : 'dnf',
    },
    config: imageConfig({ Env: path, Cmd: ['/bin/bash'] }),
    programs: undefined,
  }),
}
