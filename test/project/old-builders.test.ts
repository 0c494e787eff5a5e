import path from 'node:path'
import { expect, test } from 'vitest'
import { openProject } from '../../src/project/open-project.ts'
import { tempFolder } from './temp-folder.ts'

/** Who builds the image of services/shop/Dockerfile without mounts, and where that is said. */
function oldBuilder(files: Readonly<Record<string, string>>): string | undefined {
  const root = tempFolder({
    '.git/HEAD': '',
    'services/shop/Dockerfile': 'FROM scratch\n',
    ...files,
  })
  const folder = path.join(root, 'services/shop')
  const project = openProject({ root: folder, dockerfilePath: path.join(folder, 'Dockerfile') })
  const found = project.oldBuilder()
  return found && `${found.path}:${found.line} ${found.name}: ${found.text}`
}

const classic = 'Docker without BuildKit'

test.each<[string, string, string | undefined]>([
  ['.gitlab-ci.yml', 'build:\n  image: gcr.io/kaniko-project/executor\n', ':2 kaniko'],
  ['.gitlab-ci-images.yml', 'build:\n  script: [/kaniko/executor]\n', ':2 kaniko'],
  ['.gitlab/ci/images.yml', 'build:\n  image: gcr.io/kaniko-project/executor\n', ':2 kaniko'],
  ['.github/workflows/a.yml', '- uses: aevea/action-kaniko@master\n', ':1 kaniko'],
  ['.tekton/build.yaml', 'taskRef:\n  name: kaniko\n', ':2 kaniko'],
  ['skaffold.dev.yaml', 'image: shop\nkaniko: {}\n', ':2 kaniko'],
  ['Jenkinsfile', 'node {\n  // kaniko\n  sh "/kaniko/executor"\n}\n', ':3 kaniko'],
  ['Makefile', 'image:\n\tDOCKER_BUILDKIT=0 docker build .\n', `:2 ${classic}`],
  ['GNUmakefile', 'image:\n\tDOCKER_BUILDKIT=0 docker build .\n', `:2 ${classic}`],
  ['tools/build.sh', 'export DOCKER_BUILDKIT=0\n', `:1 ${classic}`],
  ['package.json', '{"scripts": {"image": "DOCKER_BUILDKIT=0 docker build ."}}', `:1 ${classic}`],
  ['.env', 'DOCKER_BUILDKIT=0\n', `:1 ${classic}`],
  [
    'docker-compose.ci.yml',
    'services: { dind: { image: "docker:20.10-dind" } }\n',
    `:1 ${classic}`,
  ],
  ['.travis.yml', 'env:\n  - DOCKER_BUILDKIT: false\n', `:2 ${classic}`],
  ['cloudbuild.prod.yaml', '- name: gcr.io/cloud-builders/docker\n', `:1 ${classic}`],
  ['.circleci/config.yml', 'image: quay.io/buildah/stable:v1.21.0\n', ':1 an old Buildah'],
  ['railway.json', '{}\n', ':1 Railway'],
  ['heroku.yml', 'build:\n', ':1 Heroku'],
  ['.do/app.yaml', 'name: shop\n', ':1 App Platform'],
  ['.gitlab-ci.yml', '# image: gcr.io/kaniko-project/executor\n', undefined],
  ['.gitlab-ci.yml', 'image: docker:20.10\nvariables: { DOCKER_BUILDKIT: "1" }\n', undefined],
  ['.gitlab-ci.yml', 'image: docker:27\n', undefined],
  ['.gitlab-ci.yml', 'image: quay.io/buildah/stable:v1.35\n', undefined],
  ['fly.toml', 'app = "shop"\n', undefined],
  ['README.md', 'Built by kaniko.\n', undefined],
  ['src/kaniko.sh', '/kaniko/executor\n', undefined],
])('%s: %j', (name, text, said) => {
  expect(oldBuilder({ [name]: text })).toEqual(
    said === undefined ? undefined : (expect.stringContaining(`../../${name}${said}: `) as unknown),
  )
})

test('the nearest folder counts first, and nothing above the repository', () => {
  const kaniko = { '.gitlab-ci.yml': 'image: gcr.io/kaniko-project/executor\n' }
  expect(oldBuilder({ ...kaniko, 'services/shop/railway.toml': '[build]\n' })).toBe(
    'railway.toml:1 Railway: [build]',
  )
  expect(oldBuilder({ ...kaniko, 'services/.git/HEAD': '' })).toBe(undefined)
})
