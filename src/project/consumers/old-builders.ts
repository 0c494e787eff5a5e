import path from 'node:path'
import type { ProjectCache } from '../project-cache.ts'
import { relativeTo } from '../relative-path.ts'
import { searchedFolders } from './find-build-uses.ts'

/** Something beside the Dockerfile that builds images without BuildKit: it knows no `RUN --mount`. */
export interface OldBuilder {
  /** Relative to the build context. */
  readonly path: string
  /** 1-based. */
  readonly line: number
  /** As a sentence names it: 'kaniko', 'Docker without BuildKit'. */
  readonly name: string
}

/** Files of pipelines, in a folder or in one of those. */
const pipelineFiles =
  /^(\.gitlab-ci\.ya?ml|bitbucket-pipelines\.ya?ml|azure-pipelines\.ya?ml|\.drone\.ya?ml|\.woodpecker\.ya?ml|\.travis\.ya?ml|cloudbuild\.ya?ml|buildspec\.ya?ml|skaffold\.ya?ml|Jenkinsfile([._-].*)?|Makefile|Taskfile\.ya?ml|justfile|[\w.-]+\.sh)$/i
const pipelineFolders = [
  '.github/workflows',
  '.circleci',
  '.gitlab',
  '.gitlab/ci',
  '.tekton',
  '.buildkite',
  '.woodpecker',
  'ci',
  'scripts',
  'bin',
]

/** `gcr.io/kaniko-project/executor`, `kaniko: {}` of Skaffold */
const kaniko = /\bkaniko\b/
/** https://docs.docker.com/build/buildkit/#getting-started: 0 is the classic builder. */
const classic = /\bDOCKER_BUILDKIT["']?\s*[:=]\s*["']?0\b/
/** Before its release 23 the engine builds without BuildKit unless it is told to. */
const oldEngine = /\bdocker:(?:1\d|20)(?:\.\d+)*(?:-\w+)*\b/
const asksForBuildKit = /\bDOCKER_BUILDKIT["']?\s*[:=]\s*["']?1\b|\bbuildx\b/

/** What builds without BuildKit in the folders around a Dockerfile (absolute path); `root` is the build context. */
export function findOldBuilders(
  dockerfile: string,
  root: string,
  cache: ProjectCache,
): readonly OldBuilder[] {
  return searchedFolders(path.dirname(dockerfile), cache).flatMap((folder) =>
    ['', ...pipelineFolders].flatMap((below) => {
      const place = path.join(folder, below)
      if (below !== '' && cache.entries(path.dirname(place)).get(path.basename(place)) !== 'folder')
        return []
      return [...cache.entries(place)].flatMap(([name, kind]) => {
        const isOne = below === '' || below === 'ci' || below === 'scripts' || below === 'bin'
        if (kind !== 'file' || !(isOne ? pipelineFiles.test(name) : /\.ya?ml$/.test(name)))
          return []
        const file = path.join(place, name)
        return buildersIn(cache.readText(file) ?? '').map((found) => ({
          ...found,
          path: relativeTo(root, file),
        }))
      })
    }),
  )
}

function buildersIn(text: string): readonly Omit<OldBuilder, 'path'>[] {
  const isNew = asksForBuildKit.test(text)
  return text.split('\n').flatMap((words, i) => {
    if (/^\s*(#|\/\/)/.test(words)) return []
    const line = i + 1
    if (kaniko.test(words)) return [{ line, name: 'kaniko' }]
    const isOld = classic.test(words) || (!isNew && oldEngine.test(words))
    return isOld ? [{ line, name: 'Docker without BuildKit' }] : []
  })
}
