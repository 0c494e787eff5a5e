import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { readHcl } from '../../src/project/consumers/hcl.ts'
import { openProject } from '../../src/project/open-project.ts'
import { tempFolder } from './temp-folder.ts'

function bake(name: string, text: string, dockerfile = 'Dockerfile') {
  const root = tempFolder({ '.git/HEAD': '', [dockerfile]: '', [name]: text })
  const project = openProject({ root, dockerfilePath: path.join(root, dockerfile) })
  return project
    .usages()
    .map(({ kind, line, name, target, buildArgs }) => [
      kind,
      line,
      name,
      target,
      { ...Object.fromEntries(buildArgs) },
    ])
}

const HCL = `# images
variable "TAG" { default = "1.2" }
variable "STAGE" {
  default = "runtime"
}
group "default" { targets = ["web", "api"] }

target "_common" {
  args = { VERSION = TAG, "B" = "x-\${TAG}" }
  platforms = ["linux/amd64", "linux/arm64",]
}
/* the
   program */
target "web" {
  inherits = ["_common"]
  context = "."
  target = STAGE
  args = {
    C = notequal("", TAG) ? "a" : "b"
    D = "d" // why
  }
  output = ["type=registry"]
}
target "api" {
  dockerfile = "./docker/api.Dockerfile"
}
target "inline" {
  dockerfile-inline = <<EOT
FROM alpine
target "no" { context = "." }
EOT
}
target "far" { context = "https://github.com/a/b.git" }
target "unknown" { context = "\${NOWHERE}" }
function "f" { params = [a] result = "\${a}" }
`

describe('docker-bake.hcl', () => {
  test('gives its targets, with what they inherit and their variables', () => {
    expect(bake('docker-bake.hcl', HCL)).toEqual([
      ['bake', 8, '_common', undefined, { VERSION: '1.2', B: 'x-1.2' }],
      ['bake', 14, 'web', 'runtime', { VERSION: '1.2', B: 'x-1.2', C: '', D: 'd' }],
    ])
    expect(bake('docker-bake.hcl', HCL, 'docker/api.Dockerfile')).toEqual([
      ['bake', 24, 'api', undefined, {}],
    ])
  })

  test.each([
    '',
    '{',
    'target',
    'target "x" {',
    'target "x" { context = [',
    '"',
    '}}}',
    '\0',
    'a = b = c',
  ])('is read as far as it goes: %j', (text) => {
    expect(() => bake('docker-bake.hcl', text)).not.toThrow()
  })

  test('with hostile depth and length is read in time', () => {
    expect(readHcl(`target "x" { a = ${'['.repeat(300_000)}`)).toHaveLength(1)
    expect(readHcl('/* '.repeat(300_000))).toEqual([])
    expect(readHcl('target "x" { a = "\n'.repeat(20_000)).length).toBeGreaterThan(0)
  })

  test('that inherits in a circle ends', () => {
    expect(
      bake('docker-bake.hcl', 'target "a" { inherits = ["b"] }\ntarget "b" { inherits = ["a"] }'),
    ).toHaveLength(2)
  })
})

test('docker-bake.json', () => {
  const json = {
    variable: { V: { default: '2' } },
    group: { default: { targets: ['web'] } },
    target: { web: { context: '.', target: 'prod', args: { A: '${V}' } } },
  }
  const text = JSON.stringify(json, null, 2)
  const line = text.split('\n').findIndex((row) => row.includes('"web": {')) + 1
  expect(bake('docker-bake.json', text)).toEqual([['bake', line, 'web', 'prod', { A: '2' }]])
  expect(bake('docker-bake.json', '{"target": [1, null]}')).toEqual([])
  expect(bake('docker-bake.json', '{')).toEqual([])
})
