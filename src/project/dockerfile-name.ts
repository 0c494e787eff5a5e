/** Is this a name that people give to Dockerfiles? */
export function isDockerfileName(name: string): boolean {
  if (name.endsWith('.dockerignore')) return false
  // Case matters: dockerfile.go and containerfile_test.py are programs.
  return /^(Dockerfile(\..+)?|(Dockerfile|DOCKERFILE)[_-][\w-]+|DOCKERFILE|dockerfile|.+\.[Dd]ockerfile|Containerfile.*)$/.test(
    name,
  )
}
