import path from 'node:path'

/** Is this a name that people give to Dockerfiles? */
export function isDockerfileName(name: string): boolean {
  if (name.endsWith('.dockerignore')) return false
  // Case matters: dockerfile.go and containerfile_test.py are programs.
  return /^(Dockerfile(\..+)?|(Dockerfile|DOCKERFILE)[_-][\w-]+|DOCKERFILE|dockerfile|.+\.[Dd]ockerfile|Containerfile.*)$/.test(
    name,
  )
}

/** For sorting paths of Dockerfiles: those of the context's own folder first, of these the one without a word in its name. */
export function compareDockerfiles(a: string, b: string): number {
  const [x, y] = [rank(a), rank(b)]
  return x - y || (a < b ? -1 : Number(a > b))
}

function rank(way: string): number {
  const name = path.posix.basename(way)
  const isPlain = /^(Dockerfile|Containerfile)$/.test(name)
  const isForDevelopers = /dev|test|local|debug|[.-]ci\b/i.test(name)
  return way.split('/').length * 3 + (isPlain ? 0 : isForDevelopers ? 2 : 1)
}
