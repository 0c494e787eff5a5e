import { describe, expect, test } from 'vitest'
import { behaviourOf } from '../../src/programs/behaviour.ts'
import { followModules } from '../../src/programs/module-graph.ts'
import { absolutePath } from '../../src/programs/path-value.ts'
import { pythonLanguage } from '../../src/programs/readers/python/language.ts'
import { shell } from '../../src/programs/readers/shell.ts'
import { memoryProject } from '../memory-project.ts'

/** Follows a source of the context, which stands in /srv. */
function follow(files: Record<string, string>, entry = 'main.py', roots: readonly string[] = ['']) {
  const project = memoryProject(files)
  return followModules({
    read: (path) => project.read(path),
    files: (folder) => project.files(folder),
    languages: [pythonLanguage(project, roots), shell(project)],
    env: () => undefined,
    cwd: '/srv',
    imagePath: (path) => `/srv/${path}`,
    contextPath: (path) => (path.startsWith('/srv/') ? path.slice(5) : undefined),
  })([entry])
}

const behaviour = (files: Record<string, string>, entry?: string) =>
  behaviourOf(follow(files, entry), ({ value }, module) => {
    const ownFolder = `/srv/${module}`.replace(/\/[^/]*$/, '')
    const path = absolutePath(value, { cwd: '/srv', ownFolder })
    return path === undefined ? [] : [path]
  })

describe('modules', () => {
  const modules = (files: Record<string, string>, entry = 'main.py') =>
    follow(files, entry)
      .modules.map(({ path }) => path)
      .filter((path) => path !== entry)
      .toSorted()

  test.each<[string, Record<string, string>, string[]]>([
    ['a module beside', { 'main.py': 'import a', 'a.py': '' }, ['a.py']],
    ['a package', { 'main.py': 'import a', 'a/__init__.py': '', 'a/b.py': '' }, ['a/__init__.py']],
    [
      'a module of a package',
      { 'main.py': 'import a.b', 'a/__init__.py': '', 'a/b.py': '' },
      ['a/__init__.py', 'a/b.py'],
    ],
    ['a folder without __init__', { 'main.py': 'from a import b', 'a/b.py': '' }, ['a/b.py']],
    [
      'a name of a module',
      { 'main.py': 'from a.b import c', 'a/__init__.py': '', 'a/b.py': 'c = 1' },
      ['a/__init__.py', 'a/b.py'],
    ],
    [
      'a name of a package',
      { 'main.py': 'from a import c', 'a/__init__.py': 'c = 1' },
      ['a/__init__.py'],
    ],
    [
      'relative ones',
      {
        'main.py': 'import a.b',
        'a/__init__.py': '',
        'a/b.py': 'from . import c\nfrom .d import e\nfrom ..f import g',
        'a/c.py': '',
        'a/d.py': '',
        'f.py': '',
      },
      ['a/__init__.py', 'a/b.py', 'a/c.py', 'a/d.py', 'f.py'],
    ],
    ['below src', { 'main.py': 'import a', 'src/a/__init__.py': '' }, ['src/a/__init__.py']],
    [
      'all of a module',
      { 'main.py': 'from a import *', 'a.py': 'from b import *', 'b.py': '' },
      ['a.py', 'b.py'],
    ],
    [
      'by import_module',
      { 'main.py': "import importlib\nimportlib.import_module('a.b')", 'a/b.py': '' },
      ['a/b.py'],
    ],
    [
      'any of a folder',
      {
        'main.py': "import importlib\nimportlib.import_module(f'plugins.{name}')",
        'plugins/a.py': '',
        'plugins/b.py': '',
      },
      ['plugins/a.py', 'plugins/b.py'],
    ],
    [
      'in quotes',
      { 'main.py': "import uvicorn\nuvicorn.run('shop.web:app')", 'shop/web.py': '' },
      ['shop/web.py'],
    ],
    [
      'what runs as a program of its own',
      {
        'main.py':
          "import subprocess, sys\nsubprocess.run([sys.executable, 'jobs/a.py'])\nsubprocess.run(['python3', '-m', 'jobs.b'])",
        'jobs/a.py': 'import c',
        'jobs/b.py': '',
        'jobs/c.py': '',
      },
      ['jobs/a.py', 'jobs/b.py', 'jobs/c.py'],
    ],
    [
      'the standard library is not hidden by a module of a package',
      {
        'main.py': 'import a.b',
        'a/__init__.py': '',
        'a/b.py': 'import logging',
        'a/logging.py': '',
      },
      ['a/__init__.py', 'a/b.py'],
    ],
  ])('%s', (_, files, paths) => {
    expect(modules(files)).toEqual(paths)
  })

  test('a script of a folder has its neighbours, and the work folder', () => {
    const files = { 'tools/job.py': 'import near\nimport far', 'tools/near.py': '', 'far.py': '' }
    expect(modules(files, 'tools/job.py')).toEqual(['far.py', 'tools/near.py'])
  })

  test('packages, what Python brings, and what is nowhere', () => {
    const graph = follow({
      'main.py':
        'import os.path\nimport requests\nfrom flask import Flask\nfrom . import away\nimport own.away',
      'own/__init__.py': '',
    })
    expect(graph.packages.map(({ name }) => name)).toEqual(['requests', 'flask'])
    expect(graph.nowhere.map(({ name }) => name)).toEqual(['.:away', 'own.away'])
    expect(graph.gap).toBeUndefined()
  })

  test('a folder of the name of a package is not the package', () => {
    const graph = follow({ 'main.py': 'import docker', 'docker/Dockerfile': '' })
    expect(graph.packages.map(({ name }) => name)).toEqual(['docker'])
  })

  test('circles end', () => {
    expect(
      modules({
        'main.py': 'from a import X',
        'a.py': 'from b import X',
        'b.py': 'from a import X',
      }),
    ).toEqual(['a.py', 'b.py'])
  })
})

describe('values of other modules', () => {
  const config =
    "from pathlib import Path\nBASE_DIR = Path(__file__).resolve().parent.parent\nDATA = BASE_DIR / 'data'\n"
  test.each<[string, Record<string, string>]>([
    ['from', { 'main.py': "from shop.config import DATA\n(DATA / 'a').mkdir()" }],
    ['import', { 'main.py': "import shop.config\n(shop.config.DATA / 'a').mkdir()" }],
    ['as', { 'main.py': "from shop import config as c\n(c.DATA / 'a').mkdir()" }],
    ['*', { 'main.py': "from shop.config import *\n(DATA / 'a').mkdir()" }],
    [
      'a class of settings',
      {
        'main.py': "from shop.settings import settings\n(settings.data / 'a').mkdir()",
        'shop/settings.py':
          'from .config import DATA\nclass Settings:\n    data = DATA\nsettings = Settings()',
      },
    ],
    [
      'a function',
      {
        'main.py': "from shop.paths import folder\n(folder() / 'a').mkdir()",
        'shop/paths.py': 'from .config import DATA\ndef folder():\n    return DATA',
      },
    ],
  ])('%s', (_, files) => {
    const { writes, gaps } = behaviour({ ...files, 'shop/config.py': config })
    expect(writes).toMatchObject([{ path: '/srv/data/a', isFolder: true }])
    expect(gaps).toEqual([])
  })

  test('a circle of values is not known', () => {
    const { gaps } = behaviour({
      'main.py': 'import os\nfrom a import X\nos.mkdir(X)',
      'a.py': 'from b import X',
      'b.py': 'from a import X',
    })
    expect(gaps).toMatchObject([{ what: 'writes' }])
  })
})
