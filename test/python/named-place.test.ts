import { expect, test } from 'vitest'
import { factsOfText } from '../../src/facts/facts.ts'
import { namedPlace } from '../../transforms/python/parts/named-place.ts'
import { memoryProject, type Files } from '../memory-project.ts'

const why = (files: Files) => {
  const facts = factsOfText('FROM python:3.12\nCOPY . .\n', memoryProject(files))
  return facts && namedPlace(facts)?.why
}

const many = (count: number, ending: string) =>
  Object.fromEntries(Array.from({ length: count }, (_, i) => [`data/${i}.${ending}`, '']))

test('a script that names a program by its place is found among many files', () => {
  const files = { ...many(3000, 'json'), 'run.sh': 'exec /usr/local/bin/gunicorn shop:app\n' }
  expect(why(files)).toContain('run.sh names /usr/local/bin/gunicorn')
})

test('of more files than are read nothing is known; pictures and the like are not read', () => {
  expect(why(many(5001, 'json'))).toContain('One of more than 5000 files may name packages')
  expect(why(many(5001, 'png'))).toBeUndefined()
})

test.each([
  'subprocess.run(["python", "job.py"], env={"PATH": "/usr/local/bin:/usr/bin:/bin"})',
  "os.environ['PATH'] = '/usr/local/bin'\nos.system('celery -A shop worker')",
])('a program that sets the PATH of what it starts: %s', (line) => {
  expect(why({ 'app.py': `${line}\n` })).toContain('app.py names PATH=/usr/local/bin')
})

test.each([
  'subprocess.run(["git", "gc"], env={"PATH": "/usr/bin:/bin"})',
  'PATH = "/usr/bin/chromedriver"\nsubprocess.run(["python", "job.py"])',
  'os.environ["PATH"] += ":/usr/bin"\nsubprocess.run(["python", "job.py"])',
])('no PATH that Python is looked for in: %s', (line) => {
  expect(why({ 'app.py': `${line}\n` })).toBeUndefined()
})

test.each([
  ['setup.py', 'setup(data_files=[("share/tides", ["a.json"])])'],
  ['setup.cfg', '[options.data_files]\nshare/tides = a.json'],
  ['pyproject.toml', '[tool.setuptools.data-files]\n"share/tides" = ["a.json"]'],
  [
    'pyproject.toml',
    '[tool.hatch.build.targets.wheel.shared-data]\n"a.json" = "share/tides/a.json"',
  ],
])('data that a package puts below the prefix of its Python: %s, %s', (manifest, text) => {
  const app = { 'tides.py': "open('/usr/local/share/tides/a.json')\n" }
  expect(why({ ...app, [manifest]: text })).toContain('tides.py names /usr/local/share/tides')
  expect(why(app)).toBeUndefined()
})

test('what others put there stays', () => {
  const declared = 'setup(data_files=[("share/tides", ["a.json"])])\n'
  expect(why({ 'setup.py': declared, 'a.py': "open('/usr/local/share/x/b')\n" })).toBeUndefined()
})
