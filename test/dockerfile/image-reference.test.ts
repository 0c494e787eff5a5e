import { expect, test } from 'vitest'
import { formatImageReference, parseImageReference } from '../../src/dockerfile/image-reference.ts'

const digest = `sha256:${'a'.repeat(64)}`

test.each([
  ['node', undefined, 'node', undefined, undefined],
  ['node:20-slim', undefined, 'node', '20-slim', undefined],
  ['library/node:20', undefined, 'node', '20', undefined],
  ['docker.io/library/node:20', undefined, 'node', '20', undefined],
  ['index.docker.io/node', undefined, 'node', undefined, undefined],
  ['nginxinc/nginx-unprivileged:1', undefined, 'nginxinc/nginx-unprivileged', '1', undefined],
  [
    'gcr.io/distroless/static-debian12:nonroot',
    'gcr.io',
    'distroless/static-debian12',
    'nonroot',
    undefined,
  ],
  ['localhost/a', 'localhost', 'a', undefined, undefined],
  ['reg:5000/a', 'reg:5000', 'a', undefined, undefined],
  [`reg:5000/a/b:1@${digest}`, 'reg:5000', 'a/b', '1', digest],
  [`node@${digest}`, undefined, 'node', undefined, digest],
  ['myorg/my.image', undefined, 'myorg/my.image', undefined, undefined],
  ['MyRegistry/a:1', 'MyRegistry', 'a', '1', undefined],
  ['node:${V}', undefined, 'node', '${V}', undefined],
  ['node:${V:-20}-alpine', undefined, 'node', '${V:-20}-alpine', undefined],
  ['node:$V', undefined, 'node', '$V', undefined],
  ['${REG}/x:1', '${REG}', 'x', '1', undefined],
  ['${REG:-a.b/c:1}/x', '${REG:-a.b/c:1}', 'x', undefined, undefined],
  ['$BASE', undefined, '$BASE', undefined, undefined],
  ['${A:-${B:-c:1}}', undefined, '${A:-${B:-c:1}}', undefined, undefined],
  ['"node:20"', undefined, 'node', '20', undefined],
  ['scratch', undefined, 'scratch', undefined, undefined],
])('%s', (text, registry, name, tag, digestPart) => {
  expect(parseImageReference(text)).toEqual({ text, registry, name, tag, digest: digestPart })
})

test.each(['node', 'a/b:1', `reg:5000/a:1@${digest}`, '${REG}/x:${T:-1}'])(
  '%s comes back',
  (text) => {
    expect(formatImageReference(parseImageReference(text))).toBe(text)
  },
)

test('a changed part is written in its place', () => {
  const node = parseImageReference('registry.example.com/node:20')
  expect(formatImageReference({ ...node, tag: '20-slim' })).toBe(
    'registry.example.com/node:20-slim',
  )
})
