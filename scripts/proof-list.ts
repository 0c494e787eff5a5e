import { readFileSync } from 'node:fs'

/** A Dockerfile of a public project, at one commit. */
export interface PublicProject {
  /** OWNER/NAME */
  readonly repository: string
  readonly commit: string
  /** The build context, relative to the repository. */
  readonly context: string
  readonly dockerfile: string
  /** Asked of both containers; empty for what verify asks by itself. */
  readonly paths: readonly string[]
}

const head = 'repository,commit,context,dockerfile,paths'

/**
 * Reads a list of projects: comma-separated, with a head; paths stand between blanks.
 *
 * @throws Error where a line is not one.
 */
export function readProjects(file: string): readonly PublicProject[] {
  const [first, ...lines] = readFileSync(file, 'utf8').trim().split('\n')
  if (first !== head) throw new Error(`${file}: the first line is to be "${head}"`)
  return lines.map((line, i) => {
    const [repository = '', commit = '', context = '', dockerfile = '', paths = ''] =
      line.split(',')
    if (!/^[\w.-]+\/[\w.-]+$/.test(repository) || !/^[0-9a-f]{40}$/.test(commit))
      throw new Error(`${file}:${i + 2}: not a repository and its commit`)
    return {
      repository,
      commit,
      context,
      dockerfile,
      paths: paths.split(' ').filter((each) => each !== ''),
    }
  })
}

/** 'owner/name', with the Dockerfile where that is not the repository's own. */
export function projectName({ repository, dockerfile }: PublicProject): string {
  return /^dockerfile$/i.test(dockerfile) ? repository : `${repository} ${dockerfile}`
}
