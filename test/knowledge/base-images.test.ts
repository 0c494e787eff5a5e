import { describe, expect, it } from 'vitest'
import { imageFamilies } from '../../src/knowledge/images/families/families.ts'
import { describeBaseImage, isKnownImage } from '../../src/knowledge/images/describe-base-image.ts'

const summary = (reference: string) => {
  const image = describeBaseImage(reference)
  const { family, version, variant, distribution, release, libc, packageManager } = image
  return [family, version, variant, distribution, release, libc, packageManager]
    .map((value) => value ?? '-')
    .join(' ')
}

describe('describeBaseImage', () => {
  it.each([
    ['node:20', 'node 20 full debian bookworm glibc apt'],
    ['node', 'node - full debian - glibc apt'],
    ['node:latest', 'node - full debian - glibc apt'],
    ['node:lts', 'node lts full debian - glibc apt'],
    ['node:slim', 'node - slim debian - glibc apt'],
    ['node:bookworm', 'node - full debian bookworm glibc apt'],
    ['node:20-bookworm', 'node 20 full debian bookworm glibc apt'],
    ['node:18-buster-slim', 'node 18 slim debian buster glibc apt'],
    ['node:20-alpine3.19', 'node 20 alpine alpine 3.19 musl apk'],
    ['node:12-alpine', 'node 12 alpine alpine 3.15 musl apk'],
    ['node:hydrogen-alpine', 'node 18 alpine alpine 3.21 musl apk'],
    ['node:lts-krypton', 'node 24 full debian bookworm glibc apt'],
    ['node:8.10', 'node 8.10 full debian jessie glibc apt'],
    ['node:16', 'node 16 full debian buster glibc apt'],
    ['node:26', 'node 26 full debian trixie glibc apt'],
    ['node:99', 'node 99 full debian - glibc apt'],
    ['node:20@sha256:0178a641', 'node 20 full debian bookworm glibc apt'],
    ['node:${NODE_VERSION}', 'node - - - - - -'],
    ['node:${NODE_VERSION}-alpine', 'node - alpine alpine - musl apk'],
    ['golang:${GO}-alpine${ALPINE}', 'golang - alpine alpine - musl apk'],
    ['node:${NODE_VERSION}-slim', 'node - slim debian - glibc apt'],
    ['docker.io/library/node:20', 'node 20 full debian bookworm glibc apt'],
    ['public.ecr.aws/docker/library/node:20', 'node 20 full debian bookworm glibc apt'],
    [
      'mcr.microsoft.com/mirror/docker/library/node:20-slim',
      'node 20 slim debian bookworm glibc apt',
    ],
    ['arm32v7/node:16-alpine', 'node 16 alpine alpine 3.18 musl apk'],
    ['golang:1.22', 'golang 1.22 full debian bookworm glibc apt'],
    ['golang:1.24.5', 'golang 1.24.5 full debian bookworm glibc apt'],
    ['golang:1.24', 'golang 1.24 full debian trixie glibc apt'],
    ['golang:1.16.6', 'golang 1.16.6 full debian buster glibc apt'],
    ['golang:1.16', 'golang 1.16 full debian bullseye glibc apt'],
    ['golang:1', 'golang 1 full debian - glibc apt'],
    ['golang:1.21-alpine', 'golang 1.21 alpine alpine 3.20 musl apk'],
    ['golang:alpine', 'golang - alpine alpine - musl apk'],
    ['bitnami/golang:1.22.2', 'golang 1.22.2 full debian - glibc apt'],
    ['bitnami/golang:1.22-debian-12', 'golang 1.22 full debian bookworm glibc apt'],
    ['bitnami/node:20-debian-12', 'bitnami/node 20 - debian bookworm glibc apt'],
    ['golang:1.25rc1', 'golang 1.25rc1 full debian - glibc apt'],
    ['golang:1.22-nanoserver', 'golang 1.22 - - - - -'],
    ['php:8.2-apache-bookworm', 'php 8.2 apache debian bookworm glibc apt'],
    ['php:7.4-fpm-alpine', 'php 7.4 fpm alpine - musl apk'],
    ['dunglas/frankenphp:1-php8.4-alpine', 'php 8.4 cli alpine - musl apk'],
    ['dunglas/frankenphp', 'php - cli debian - glibc apt'],
    ['dunglas/frankenphp:1.9-php8.3.12-bookworm', 'php 8.3.12 cli debian bookworm glibc apt'],
    ['nginx:stable-alpine', 'nginx stable alpine alpine - musl apk'],
    [
      'nginxinc/nginx-unprivileged:1.28',
      'nginxinc/nginx-unprivileged 1.28 - debian trixie glibc apt',
    ],
    ['python', 'python - full debian trixie glibc apt'],
    ['python:3', 'python 3 full debian trixie glibc apt'],
    ['python:3-slim', 'python 3 slim debian trixie glibc apt'],
    ['"python:3.9-slim-buster"', 'python 3.9 slim debian buster glibc apt'],
    ['python:3.9-slim-buster', 'python 3.9 slim debian buster glibc apt'],
    ['debian:12-slim', 'debian 12 slim debian bookworm glibc apt'],
    ['debian:stable-slim', 'debian stable slim debian - glibc apt'],
    ['ubuntu:22.04', 'ubuntu 22.04 - ubuntu 22.04 glibc apt'],
    ['ubuntu:jammy', 'ubuntu - - ubuntu 22.04 glibc apt'],
    ['alpine:3.19.1', 'alpine 3.19.1 alpine alpine 3.19 musl apk'],
    ['scratch', 'scratch - - none - none -'],
    ['busybox:musl', 'busybox - - none - none -'],
    ['gcr.io/distroless/static-debian12:nonroot', 'distroless/static - - none - none -'],
    [
      'ghcr.io/astral-sh/uv:0.5-python3.12-bookworm-slim',
      'python 3.12 slim debian bookworm glibc apt',
    ],
    ['ghcr.io/astral-sh/uv:python3.13-alpine', 'python 3.13 alpine alpine - musl apk'],
    ['ghcr.io/astral-sh/uv:bookworm-slim', 'uv - - debian bookworm glibc apt'],
    ['ghcr.io/astral-sh/uv:0.5.11', 'uv 0.5.11 - none - none -'],
    ['gcr.io/distroless/base-debian11', 'distroless/base - - debian bullseye glibc -'],
    ['gcr.io/distroless/nodejs20-debian12', 'distroless/nodejs 20 - debian bookworm glibc -'],
    ['oven/bun:1-alpine', 'oven/bun 1 alpine alpine - musl apk'],
    ['registry.access.redhat.com/ubi9/ubi-minimal:9.3', 'ubi 9 - rhel 9.3 glibc microdnf'],
    [
      'registry.access.redhat.com/ubi9/python-312-minimal:1',
      'ubi/python-minimal 3.12 slim rhel 9 glibc microdnf',
    ],
    ['registry.access.redhat.com/ubi8', 'ubi 8 - rhel 8 glibc dnf'],
    ['amazonlinux:2', 'amazonlinux 2 - rhel 2 glibc yum'],
    ['eclipse-temurin:17-jre-focal', 'eclipse-temurin 17 - ubuntu 20.04 glibc apt'],
  ])('%s is %s', (reference, expected) => {
    expect(summary(reference)).toBe(expected)
  })

  it.each(['registry.corp/node:20', 'corp/node:20', '${REGISTRY}/node:20', '${BASE}', 'mysql:5.7'])(
    'knows nothing of %s',
    (reference) => {
      const image = describeBaseImage(reference)
      expect(isKnownImage(image)).toBe(false)
      expect(summary(reference)).toBe('unknown - - - - - -')
      expect(image.config.Env.size).toBe(0)
      expect(image.hasShell).toBeUndefined()
      expect(image.hasProgram('sh')).toBeUndefined()
    },
  )

  it('knows the user, the shell and the ports that an image brings', () => {
    expect(describeBaseImage('node:20-slim').user?.uid).toBe(1000)
    expect(describeBaseImage('php:8-fpm-alpine').user?.uid).toBe(82)
    expect(describeBaseImage('golang:1.22').user).toBeUndefined()
    expect(describeBaseImage('gcr.io/distroless/static:nonroot').config.User).toBe('65532')
    expect(describeBaseImage('gcr.io/distroless/static:debug').hasShell).toBe(false)
    expect(describeBaseImage('scratch').hasShell).toBe(false)
    expect(describeBaseImage('busybox').hasShell).toBe(true)
    expect(describeBaseImage('nginx:alpine').config.ExposedPorts).toEqual(['80/tcp'])
  })
})

describe('the table of base images', () => {
  it('has a source for each row and no name twice', () => {
    const names = imageFamilies.map((family) => family.name)
    expect(new Set(names).size).toBe(names.length)
    for (const family of imageFamilies) expect(family.source).toMatch(/https:\/\//)
  })

  it('matches each name by one row', () => {
    for (const { name } of imageFamilies) {
      const rows = imageFamilies.filter((family) => family.matches(name))
      expect(rows.length, name).toBeLessThanOrEqual(1)
    }
  })
})
