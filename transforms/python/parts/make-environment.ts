import { isAtLeast, isWithin, volumeFolders, type Facts } from '../../../src/transform.ts'

/** Where an environment is put; the first as in Docker's own guide: https://docs.docker.com/guides/python/containerize/ */
const places = ['/opt/venv', '/venv', '/usr/local/venv'] as const

/** Where the environment is to be: no COPY of the sources and no mount lies over it. */
export function environmentOf({ final, project }: Facts): string {
  const covering = [
    ...final.copies.flatMap(({ destination }) => (destination === '/' ? [] : (destination ?? []))),
    ...volumeFolders(final.config),
    ...project.usages().flatMap(({ mounts }) => mounts.map(({ target }) => target)),
  ]
  return places.find((place) => !covering.some((folder) => isWithin(place, folder))) ?? places[0]
}

/**
 * The command that makes the environment. venv puts in what ensurepip brings; the images up to 3.11 have wheel besides, without which pip
 * builds packages that have no pyproject.toml apart from those that are installed, and those of 3.6 and older a pip that is three years newer,
 * which knows the wheels of today: https://github.com/docker-library/python, https://pip.pypa.io/en/stable/news/#v23-1
 */
export function makeEnvironment({ final: { base } }: Facts, environment: string): string {
  const made = `python -m venv ${environment}`
  if (isAtLeast(base.version, '3.12')) return made
  const tools = isAtLeast(base.version, '3.7') ? 'wheel' : '--upgrade pip wheel'
  return `${made} && ${environment}/bin/pip install --no-cache-dir ${tools}`
}
