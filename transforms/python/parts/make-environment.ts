import { isAtLeast, type Facts } from '../../../src/transform.ts'

/** Where Python's own guides put it: https://docs.docker.com/guides/python/containerize/ */
export const environment = '/opt/venv'

/**
 * The command that makes the environment. venv puts in what ensurepip brings; the images up to 3.11 have wheel besides, without which pip
 * builds packages that have no pyproject.toml apart from those that are installed, and those of 3.6 and older a pip that is three years newer,
 * which knows the wheels of today: https://github.com/docker-library/python, https://pip.pypa.io/en/stable/news/#v23-1
 */
export function makeEnvironment({ final: { base } }: Facts): string {
  const made = `python -m venv ${environment}`
  if (isAtLeast(base.version, '3.12')) return made
  const tools = isAtLeast(base.version, '3.7') ? 'wheel' : '--upgrade pip wheel'
  return `${made} && ${environment}/bin/pip install --no-cache-dir ${tools}`
}
