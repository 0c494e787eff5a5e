import { expect, test } from 'vitest'
import { describeBaseImage } from '../../src/knowledge/images/describe-base-image.ts'
import { ownName, publicName } from '../../src/knowledge/images/image-names.ts'

const digest = `sha256:${'a'.repeat(64)}`
const names = [
  { from: 'node:20-slim', to: `registry.example.com/node:20-slim@${digest}` },
  { from: 'golang', to: 'registry.example.com/go' },
  { from: 'gcr.io/distroless/*', to: 'registry.example.com/distroless/*' },
  { from: 'docker.io/library/*', to: 'registry.example.com/mirror/*' },
  { from: 'nginxinc/*', to: 'registry.example.com/nginx/*' },
]

test.each([
  ['node:20', 'registry.example.com/mirror/node:20'],
  ['docker.io/library/node', 'registry.example.com/mirror/node'],
  ['node:20-slim', `registry.example.com/node:20-slim@${digest}`],
  ['golang:1.22', 'registry.example.com/go:1.22'],
  [`golang@${digest}`, `registry.example.com/go@${digest}`],
  [
    'gcr.io/distroless/static-debian12:nonroot',
    'registry.example.com/distroless/static-debian12:nonroot',
  ],
  ['nginxinc/nginx-unprivileged:1.28', 'registry.example.com/nginx/nginx-unprivileged:1.28'],
  ['node:${V}-slim', 'registry.example.com/mirror/node:${V}-slim'],
  ['quay.io/a/b', 'quay.io/a/b'],
  ['grafana/grafana', 'grafana/grafana'],
  ['scratch', 'scratch'],
])('%s is kept as %s', (name, own) => {
  expect(ownName(name, names)).toBe(own)
})

test('an image of the own registry is known by its public name', () => {
  expect(publicName('registry.example.com/mirror/node:20', names)).toBe('docker.io/library/node:20')
  expect(publicName(`registry.example.com/node:20-slim@${digest}`, names)).toBe('node:20-slim')
  expect(publicName('registry.example.com/go', names)).toBe('golang')
  const image = describeBaseImage('registry.example.com/mirror/node:20-bookworm', names)
  expect(image).toMatchObject({
    family: 'node',
    release: 'bookworm',
    reference: { text: 'registry.example.com/mirror/node:20-bookworm' },
  })
  expect(describeBaseImage('registry.example.com/other/node:20', names).family).toBe('unknown')
})
