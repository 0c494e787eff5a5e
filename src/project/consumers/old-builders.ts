import path from 'node:path'
import { fileNames, type ProjectCache } from '../project-cache.ts'
import { COMPOSE, searchedFolders } from './find-build-uses.ts'
import { appSpec } from './platforms/app-spec.ts'
import { heroku } from './platforms/heroku.ts'
import { platforms } from './platforms/index.ts'
import { railway } from './platforms/railway.ts'
import { scriptFiles } from './scripts/index.ts'

/** A line that says who builds images here, where that one knows no `RUN --mount`. */
export interface OldBuilder {
  /** Absolute. */
  readonly file: string
  /** 1-based. */
  readonly line: number
  readonly text: string
  /** As people say it: 'kaniko'. */
  readonly name: string
}

/** Files beside those of scripts, platforms and compose: other names of pipelines, which only say who builds. */
const others =
  /^((\.gitlab-ci|\.?azure-pipelines|\.woodpecker|buildspec|cloudbuild)([._-].+)?\.ya?ml|\.env)$/
/** Folders whose files are all of pipelines. */
const pipelines =
  '.circleci .github/workflows .gitlab .gitlab/ci .buildkite .tekton .do .woodpecker'.split(' ')

/**
 * Who builds the images of a project without mounts, by the files of its pipelines in the Dockerfile's folder (absolute path) and above it;
 * undefined where nothing says so. Of several Dockerfiles that a pipeline builds it is taken for all.
 */
export function findOldBuilder(dockerfile: string, cache: ProjectCache): OldBuilder | undefined {
  for (const folder of searchedFolders(path.dirname(dockerfile), cache)) {
    const own = fileNames(folder, cache).filter(
      (name) =>
        others.test(name) ||
        COMPOSE.test(name) ||
        platforms.some((platform) => platform.names.test(name)),
    )
    const all = pipelines.flatMap((below) =>
      fileNames(path.join(folder, below), cache).map((name) => `${below}/${name}`),
    )
    for (const name of new Set([...own, ...scriptFiles(folder, cache), ...all])) {
      const file = path.join(folder, name)
      const found = builderIn(name, cache.readText(file) ?? '')
      if (found !== undefined) return { file, ...found }
    }
  }
  return undefined
}

const classic = 'Docker without BuildKit'

function builderIn(name: string, text: string): Omit<OldBuilder, 'file'> | undefined {
  const lines = text.split('\n')
  const platform = platformOf(name)
  if (platform !== undefined) return { line: 1, text: lines[0]?.trim() ?? '', name: platform }
  const asksForBuildKit = /\bDOCKER_BUILDKIT["']?\s*[:=]\s*["']?1\b|\bbuildx\b/.test(text)
  const read = (line: string) =>
    /^\s*(#|\/\/)/.test(line)
      ? undefined
      : (nameIn(line) ?? (!asksForBuildKit && isPlainDocker(name, line) ? classic : undefined))
  const at = lines.findIndex((line) => read(line) !== undefined)
  const line = lines[at]
  const found = line === undefined ? undefined : read(line)
  return line === undefined || found === undefined
    ? undefined
    : { line: at + 1, text: line.trim(), name: found }
}

/**
 * Railway takes a cache mount only by an id with the number of its service (https://docs.railway.com/builds/dockerfiles#cache-mounts); Heroku
 * and App Platform do not say that they take any.
 */
const withoutMounts = [
  [railway, 'Railway'],
  [heroku, 'Heroku'],
  [appSpec, 'App Platform'],
] as const

const platformOf = (name: string): string | undefined =>
  withoutMounts.find(([{ names }]) => names.test(name))?.[1]

/**
 * Before its release 23 the engine builds without BuildKit unless it is told to, and so does Cloud Build's own docker
 * (https://cloud.google.com/build/docs/building/build-containers).
 */
const isPlainDocker = (name: string, line: string) =>
  /\bdocker:(?:1\d|20)(?:\.\d+)*(?:-\w+)*\b/.test(line) ||
  (path.posix.basename(name).startsWith('cloudbuild') && line.includes('cloud-builders/docker'))

function nameIn(line: string): string | undefined {
  if (/\bkaniko\b/i.test(line)) return 'kaniko'
  // 0 is the classic builder: https://docs.docker.com/build/buildkit/#getting-started
  if (/\bDOCKER_BUILDKIT["']?\s*[=:]\s*["']?(0|false)\b/.test(line)) return classic
  // Mounts of every kind came with Buildah 1.24: https://github.com/containers/buildah/releases/tag/v1.24.0
  const minor = /\bbuildah(?:\/stable)?:v?1\.(\d+)/.exec(line)?.[1]
  return minor !== undefined && Number(minor) < 24 ? 'an old Buildah' : undefined
}
