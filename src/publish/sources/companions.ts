import { posix } from 'node:path'
import { isDockerfileName } from '../../project/dockerfile-name.ts'
import type { Tree, TreeEntry } from './tree.ts'

// A round trip costs more than a few small files: what the core asks for sooner or later is fetched together.

/** Files fetched on a guess, at most. */
const most = 3_000

/** Larger ones wait until they are asked for, in bytes. */
const largest = 256 * 1024

const skipped = new Set(['.git', 'node_modules', 'vendor', 'testdata', '__snapshots__'])

/** Endings of what a source or a configuration is written in. */
const sourceEnding =
  /\.(js|cjs|mjs|jsx|ts|cts|mts|tsx|vue|svelte|astro|go|mod|sum|work|php|json|json5|jsonc|ya?ml|toml|ini|conf|sh|env|html?|twig|npmrc|yarnrc|nvmrc|lock|lockb|xml|tmpl|gohtml|cnf|rules|template)$/i

const plainName =
  /^(package\.json|package-lock\.json|npm-shrinkwrap\.json|yarn\.lock|pnpm-.*|bun\.lockb?|go\.(mod|sum|work)|composer\.(json|lock)|Makefile|Procfile|GNUmakefile|\.[a-z.]*rc|\.nvmrc|\.node-version|\.env.*|.*\.dockerignore|.*\.config\.[a-z]+|tsconfig.*\.json)$/i

/** Files that every migration asks for: Dockerfiles, ignore files, and what builds images. */
export function readAnyway({ entries }: Tree): readonly TreeEntry[] {
  return entries.filter(({ path, mode, size }) => {
    const name = posix.basename(path)
    if (mode === '160000' || (size ?? 0) > largest || isSkipped(path)) return false
    return (
      isDockerfileName(name) ||
      name.endsWith('.dockerignore') ||
      /^(docker-)?compose.*\.ya?ml$/.test(name) ||
      /^docker-bake.*\.(hcl|json)$/.test(name) ||
      /^\.github\/workflows\/[^/]+\.ya?ml$/.test(path) ||
      (path.split('/').length <= 3 && plainName.test(name))
    )
  })
}

/** Sources and configuration beside and below the files that are missing; none where they are too many, unless `all` are wanted. */
export function companionsOf(
  { entries }: Tree,
  missing: readonly TreeEntry[],
  all: boolean,
): readonly TreeEntry[] {
  const folders = new Set(missing.map(({ path }) => topOf(path)))
  const found = entries.filter(
    ({ path, mode, size }) =>
      mode !== '160000' &&
      (size ?? 0) <= largest &&
      (sourceEnding.test(path) || plainName.test(posix.basename(path))) &&
      !isSkipped(path) &&
      (folders.has('') || foldersAbove(path).some((folder) => folders.has(folder))),
  )
  return found.length > most && !all ? [] : found
}

/** The service's folder as far as a path tells: of 'services/api/src/main.ts' it is 'services/api'. */
function topOf(path: string): string {
  return posix.dirname(path).split('/').slice(0, 2).join('/').replace(/^\.$/, '')
}

function foldersAbove(path: string): readonly string[] {
  const parts = path.split('/').slice(0, -1)
  return parts.map((_, i) => parts.slice(0, i + 1).join('/'))
}

function isSkipped(path: string): boolean {
  return path.split('/').some((part) => skipped.has(part))
}
