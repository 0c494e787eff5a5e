import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { openProject } from '../../src/project/open-project.ts'
import { tempFolder } from './temp-folder.ts'

/** What the builds of a Dockerfile are for, by the files beside it. */
function platforms(file: string, text: string) {
  const root = tempFolder({ '.git/HEAD': '', Dockerfile: 'FROM node\n', [file]: text })
  const project = openProject({ root, dockerfilePath: path.join(root, 'Dockerfile') })
  return project.usages().map((usage) => usage.platforms)
}

const workflow = (inputs: string, above = '', strategy = '') =>
  `on: push\n${above}jobs:\n  image:\n    runs-on: ubuntu-24.04\n${strategy}    steps:\n      - uses: docker/build-push-action@v6\n        with:\n          context: .\n${inputs}`

describe('platforms that an image is built for', () => {
  const both = ['linux/amd64', 'linux/arm64']

  test.each<[string, string]>([
    ['.github/workflows/a.yml', workflow('          platforms: linux/amd64,linux/arm64\n')],
    [
      '.github/workflows/a.yml',
      workflow('          platforms: |\n            linux/amd64\n            linux/arm64\n'),
    ],
    [
      '.github/workflows/a.yml',
      workflow(
        '          platforms: ${{ env.PLATFORMS }}\n',
        'env:\n  PLATFORMS: linux/amd64, linux/arm64\n',
      ),
    ],
    [
      '.github/workflows/a.yml',
      workflow(
        '          platforms: ${{ matrix.platform }}\n',
        '',
        '    strategy:\n      matrix:\n        platform: [linux/amd64, linux/arm64]\n',
      ),
    ],
    [
      '.github/workflows/a.yml',
      'jobs:\n  a:\n    steps:\n      - run: docker buildx build --platform linux/amd64,linux/arm64 --push -t shop .\n',
    ],
    [
      'Makefile',
      'PLATFORMS ?= linux/amd64,linux/arm64\nTAG := $(shell git describe)\npush:\n\tdocker buildx build --platform=$(PLATFORMS) --push -t shop:$(TAG) .\n',
    ],
    [
      'scripts/push.sh',
      'PLATFORMS="linux/amd64,linux/arm64"\ndocker buildx build --platform "${PLATFORMS}" -t shop --push .\n',
    ],
    [
      'push.sh',
      'docker buildx build \\\n  --platform "${PLATFORMS:-linux/amd64,linux/arm64}" \\\n  -t shop --push .\n',
    ],
    [
      '.gitlab-ci.yml',
      'push:\n  script:\n    - docker buildx build --platform linux/amd64,linux/arm64 --push .\n',
    ],
    [
      'docker-bake.hcl',
      'target "base" {\n  platforms = ["linux/amd64", "linux/arm64"]\n}\ntarget "app" {\n  inherits = ["base"]\n}\n',
    ],
    ['docker-bake.json', '{"target": {"app": {"platforms": ["linux/amd64", "linux/arm64"]}}}\n'],
    [
      'compose.yaml',
      'services:\n  web:\n    build:\n      context: .\n      platforms: [linux/amd64, linux/arm64]\n',
    ],
  ])('%s %#', (file, text) => {
    expect(platforms(file, text).at(-1)).toEqual(both)
  })

  test.each<[string, string, readonly string[]]>([
    [
      'compose.yaml',
      'services:\n  web:\n    build: .\n    platform: linux/amd64\n',
      ['linux/amd64'],
    ],
    ['compose.yaml', 'services:\n  web:\n    build: .\n', []],
    ['push.sh', 'docker buildx build --platform "$PLATFORMS" .\n', []],
    ['.github/workflows/a.yml', workflow('          platforms: ${{ inputs.platforms }}\n'), []],
  ])('%s %# has what is known', (file, text, wanted) => {
    expect(platforms(file, text)).toEqual([wanted])
  })
})
