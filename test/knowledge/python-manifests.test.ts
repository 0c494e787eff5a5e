import { expect, it } from 'vitest'
import { isBuildTool, isInstaller } from '../../src/knowledge/pypi-packages/build-tools.ts'
import { isPythonManifest } from '../../src/knowledge/python-manifests.ts'

const manifests =
  'requirements.txt requirements-dev.txt api/requirements.in requirements/prod.txt requirements/linux/base.in constraints.txt dev-constraints.txt ' +
  'requirements.lock pyproject.toml services/api/pyproject.toml setup.py setup.cfg MANIFEST.in Pipfile Pipfile.lock poetry.lock poetry.toml uv.lock ' +
  'uv.toml pdm.lock pdm.toml pylock.toml pylock.dev.toml .python-version'

it.each(manifests.split(' '))('%s tells an install what to bring', (path) => {
  expect(isPythonManifest(path)).toBe(true)
})

it.each(
  'app.py requirements.py requirements.json docs/requirements/index.md settings.toml mysetup.py Pipfile.bak config/uv.tomlx'.split(
    ' ',
  ),
)('%s does not', (path) => {
  expect(isPythonManifest(path)).toBe(false)
})

it('tells what installs from what builds, and both from what a program imports', () => {
  expect(['poetry', 'setuptools', 'flask'].map(isInstaller)).toEqual([true, false, false])
  expect(['poetry', 'setuptools', 'flask'].map(isBuildTool)).toEqual([true, true, false])
})
