import { describe, expect, it } from 'vitest'
import { describeBaseImage } from '../../src/knowledge/images/describe-base-image.ts'
import { goRuntimeBases, isPlacedSlim, leanerBase } from '../../src/knowledge/images/leaner-base.ts'

describe('leanerBase', () => {
  it.each([
    ['node:20', 'node:20-slim'],
    ['node:20-bookworm', 'node:20-bookworm-slim'],
    ['node', 'node:slim'],
    ['node:latest', 'node:slim'],
    ['node:lts', 'node:lts-slim'],
    ['node:12.18.3', 'node:12.18.3-slim'],
    ['docker.io/library/node:20', 'docker.io/library/node:20-slim'],
    ['public.ecr.aws/docker/library/node:20', 'public.ecr.aws/docker/library/node:20-slim'],
    ['arm64v8/node:20', 'arm64v8/node:20-slim'],
    ['python:3.9', 'python:3.9-slim'],
    ['python:3.9-bookworm', 'python:3.9-slim-bookworm'],
    ['ghcr.io/astral-sh/uv:python3.12-bookworm', 'python:3.12-slim-bookworm'],
    ['ghcr.io/astral-sh/uv:0.9.2-python3.13-trixie-slim', 'python:3.13-slim-trixie'],
    ['ghcr.io/astral-sh/uv:python3.12-alpine', 'python:3.12-alpine'],
    ['ghcr.io/astral-sh/uv:0.9-python3.14-alpine3.22', 'python:3.14-alpine3.22'],
  ])('%s => %s', (reference, expected) => {
    expect(leanerBase(describeBaseImage(reference))?.image).toBe(expected)
  })

  it.each([
    'node:20-slim',
    'node:20-alpine',
    'node:20@sha256:0178a641',
    'registry.corp/node:20',
    'mcr.microsoft.com/mirror/docker/library/node:20',
    'golang:1.22',
    'ghcr.io/astral-sh/uv:debian-slim',
    'ghcr.io/astral-sh/uv:python3.15-rc-trixie',
    'ghcr.io/astral-sh/uv:python3.12-bookworm-slim@sha256:0178a641',
    'ghcr.io/astral-sh/uv:python${PYTHON}-bookworm-slim',
    'node:${NODE_VERSION}',
    '${REGISTRY}/node:20',
    // The full image was stretch, the slim one still jessie.
    'node:10.13.0',
  ])('has none for %s', (reference) => {
    expect(leanerBase(describeBaseImage(reference))).toBeUndefined()
  })

  it.each([
    ['node:${NODE_VERSION}', 'node:20', 'node:${NODE_VERSION}-slim'],
    ['node:$NODE_VERSION', 'node:18.2.0', 'node:$NODE_VERSION-slim'],
    ['node:${V:-20}-bookworm', 'node:20-bookworm', 'node:${V:-20}-bookworm-slim'],
    ['node:${NODE_VERSION}', 'node:20-alpine', undefined],
    ['node:${NODE_VERSION}', 'node:20-bookworm', undefined],
    ['node:20${SUFFIX}', 'node:20', undefined],
    ['node:${TAG}', 'node:latest', undefined],
  ])('%s that stands for %s => %s', (reference, resolved, expected) => {
    expect(leanerBase(describeBaseImage(reference), resolved)?.image).toBe(expected)
  })
})

describe('goRuntimeBases', () => {
  const debian12 = 'gcr.io/distroless/base-debian12:nonroot'
  it.each([
    ['golang:1.22', 'alpine:3.21', 'debian:bookworm-slim', debian12],
    [
      'golang:1.21-bullseye',
      'alpine:3.20',
      'debian:bullseye-slim',
      'gcr.io/distroless/base-debian11:nonroot',
    ],
    ['golang:1.21-alpine3.19', 'alpine:3.19', undefined, undefined],
    ['golang:1.16-alpine', 'alpine:3.15', undefined, undefined],
    ['golang:alpine', 'alpine', undefined, undefined],
    ['golang', 'alpine', undefined, undefined],
    ['golang:1.13', 'alpine:3.12', 'debian:buster-slim', undefined],
  ])('%s', (reference, alpine, debian, distrolessBase) => {
    expect(goRuntimeBases(describeBaseImage(reference))).toEqual({
      static: 'gcr.io/distroless/static-debian12:nonroot',
      alpine,
      debian,
      distrolessBase,
    })
  })

  it('has none for other families', () => {
    expect(goRuntimeBases(describeBaseImage('node:20'))).toBeUndefined()
    expect(goRuntimeBases(describeBaseImage('golang:1.20-windowsservercore'))).toBeUndefined()
  })
})

describe('isPlacedSlim', () => {
  it.each([
    'python:3.11',
    'python:3-slim',
    'python:3.11-slim-bullseye',
    'python:3.15-rc-slim-trixie',
    'ruby:3.3-slim-bookworm',
    'node:20-slim',
    'node:20-bookworm-slim',
    'debian:bookworm-slim',
  ])('is so of %s', (reference) => {
    expect(isPlacedSlim(describeBaseImage(reference))).toBe(true)
  })

  it.each([
    'python:3.11-bullseye-slim',
    'python:bookworm-slim',
    'python:3.15-rc-trixie-slim',
    'ruby:3.3-bookworm-slim',
    'node:20-slim-bookworm',
  ])('is not so of %s', (reference) => {
    expect(isPlacedSlim(describeBaseImage(reference))).toBe(false)
  })
})
