import { describe, expect, test } from 'vitest'
import { factsOfText } from '../../../src/facts/facts.ts'
import { lostPython } from '../../../src/plan/needs/python/lost-python.ts'
import { toolRowsOf } from '../../../src/plan/tooling.ts'
import { python } from '../../../transforms/python/index.ts'
import { memoryProject, type Files } from '../../memory-project.ts'

const sources: Files = {
  'requirements.txt': 'flask==3.0.3\ngunicorn==22.0.0\n',
  'app.py': 'import flask\n',
  'pyproject.toml': '[project]\nname = "tide"\n',
}

const tools = toolRowsOf([python])

/** What the engine says of a hand-written answer: `before` and `after` are the lines below FROM, the runtime stage begins with its own. */
function lost(before: string, after: string, files: Files = {}): string | undefined {
  const project = memoryProject({ ...sources, ...files })
  const [was, is] = [before, after].map((text) => factsOfText(text, project, tools))
  return was === undefined || is === undefined ? 'does not parse' : lostPython(was, is)
}

const start = 'CMD ["gunicorn", "app:app"]\n'
const venv = 'RUN python -m venv /opt/venv\nENV PATH="/opt/venv/bin:$PATH"\n'
const install = 'WORKDIR /app\nCOPY requirements.txt .\nRUN pip install -r requirements.txt\n'
const own = `FROM python:3.12\n${venv}${install}COPY . .\n${start}`
const builder = `FROM python:3.12 AS builder\n${venv}${install}`
const path = 'ENV PATH="/opt/venv/bin:$PATH"\n'
const rest = `WORKDIR /app\nCOPY . .\n${start}`
const copied = 'COPY --from=builder /opt/venv /opt/venv\n'

describe('an environment', () => {
  test('is copied at its own path, and PATH names it', () => {
    expect(lost(own, `${builder}FROM python:3.12-slim\n${path}${copied}${rest}`)).toBeUndefined()
  })

  test('may come by the folder around it, and through another stage', () => {
    const through = 'FROM python:3.12-slim AS packages\nCOPY --from=builder /opt /opt\n'
    const from = 'COPY --from=packages /opt/venv /opt/venv\n'
    expect(
      lost(own, `${builder}${through}FROM python:3.12-slim\n${path}${from}${rest}`),
    ).toBeUndefined()
  })

  test('is not left behind', () => {
    expect(lost(own, `${builder}FROM python:3.12-slim\n${path}${rest}`)).toBe(
      'what `pip install -r requirements.txt` installs, into /opt/venv, would not be in the runtime stage at that path',
    )
  })

  test('is not moved', () => {
    const moved = 'ENV PATH="/venv/bin:$PATH"\nCOPY --from=builder /opt/venv /venv\n'
    expect(lost(own, `${builder}FROM python:3.12-slim\n${moved}${rest}`)).toMatch(/\/opt\/venv/)
  })

  test('is on PATH, before the programs of the image', () => {
    const without = `${builder}FROM python:3.12-slim\n${copied}${rest}`
    expect(lost(own, without)).toBe(
      'PATH of the runtime stage does not name /opt/venv/bin, where gunicorn is',
    )
    const behind = `${builder}FROM python:3.12-slim\nENV PATH="$PATH:/opt/venv/bin"\n${copied}${rest}`
    expect(lost(own, behind)).toMatch(/PATH of the runtime stage/)
  })

  test('needs no PATH where the start names it', () => {
    const byPath = 'CMD ["/opt/venv/bin/gunicorn", "app:app"]\n'
    const before = own
      .replace(start, byPath)
      .replace(path, '')
      .replace('RUN pip', 'RUN /opt/venv/bin/pip')
    const after = `FROM python:3.12 AS builder\nRUN python -m venv /opt/venv\n${install.replace('RUN pip', 'RUN /opt/venv/bin/pip')}`
    expect(
      lost(before, `${after}FROM python:3.12-slim\n${copied}${rest.replace(start, byPath)}`),
    ).toBeUndefined()
  })

  test('of a manager that starts the program needs no PATH', () => {
    const sync = 'WORKDIR /app\nCOPY pyproject.toml .\nRUN uv sync --no-install-project\n'
    const run = 'COPY . .\nCMD ["uv", "run", "gunicorn", "app:app"]\n'
    const after = `FROM python:3.12 AS builder\n${sync}FROM python:3.12-slim\nWORKDIR /app\n`
    expect(
      lost(
        `FROM python:3.12\n${sync}${run}`,
        `${after}COPY --from=builder /app/.venv .venv\n${run}`,
      ),
    ).toBeUndefined()
    expect(lost(`FROM python:3.12\n${sync}${run}`, `${after}${run}`)).toMatch(/\/app\/\.venv/)
  })

  test('may be made once more', () => {
    expect(
      lost(own, `${builder}FROM python:3.12-slim\n${venv}${install}COPY . .\n${start}`),
    ).toBeUndefined()
  })
})

describe('the interpreter', () => {
  const on = (image: string) => lost(own, `${builder}FROM ${image}\n${path}${copied}${rest}`)

  test('has the same minor version', () => {
    expect(on('python:3.12.12-slim')).toBeUndefined()
    expect(on('python:3.13-slim')).toBe(
      'the program runs on python:3.12, and python:3.13-slim has another version of Python',
    )
    expect(on('python:slim')).toMatch(/another version/)
  })

  test('is where the environment links to', () => {
    expect(on('debian:trixie-slim')).toBe(
      'the program runs on python:3.12, whose Python debian:trixie-slim does not have',
    )
    expect(on('gcr.io/distroless/python3-debian12')).toMatch(/does not have/)
  })

  test('stands on the release that packages were compiled on', () => {
    expect(on('python:3.12-slim-bullseye')).toMatch(/would run on bullseye/)
  })

  test("of Debian's own is installed in both stages", () => {
    const apt = 'RUN apt-get update && apt-get install -y python3 python3-venv\n'
    const made = apt + venv.replace('python', 'python3') + install
    const before = `FROM debian:bookworm\n${made}COPY . .\n${start.replace('"gunicorn"', '"python3", "-m", "gunicorn"')}`
    const after = (setup: string) =>
      `FROM debian:bookworm AS builder\n${made}FROM debian:bookworm-slim\n${setup}${path}${copied}${rest.replace('"gunicorn"', '"python3", "-m", "gunicorn"')}`
    expect(lost(before, after(apt.replace(' python3-venv', '')))).toBeUndefined()
    expect(lost(before, after(''))).toMatch(/a Python that debian:bookworm-slim does not have/)
  })
})

describe("packages among the image's own", () => {
  const before = `FROM python:3.12\n${install}COPY . .\n${start}`
  const from = `FROM python:3.12 AS builder\n${install}FROM python:3.12-slim\n`
  const library =
    'COPY --from=builder /usr/local/lib/python3.12/site-packages /usr/local/lib/python3.12/site-packages\n'
  const scripts = 'COPY --from=builder /usr/local/bin/gunicorn /usr/local/bin/\n'

  test('are copied with the console script that starts', () => {
    expect(lost(before, `${from}${library}${scripts}${rest}`)).toBeUndefined()
    expect(lost(before, `${from}${library}${rest}`)).toMatch(/builder's own packages/)
    expect(lost(before, `${from}${scripts}${rest}`)).toMatch(/builder's own packages/)
    expect(lost(before, `${from}${rest}`)).toMatch(/builder's own packages/)
  })

  test('of another version are none', () => {
    expect(lost(before, `${from}${library.replaceAll('3.12/', '3.11/')}${scripts}${rest}`)).toMatch(
      /builder's own packages/,
    )
  })

  test('that only build are not missed', () => {
    const tool = 'RUN pip install --upgrade pip wheel "poetry-core>=1.9"\n'
    const alone = `FROM python:3.12\n${tool}COPY . /app\nCMD ["python", "/app/app.py"]\n`
    const after = `FROM python:3.12 AS builder\n${tool}FROM python:3.12-slim\nCOPY . /app\nCMD ["python", "/app/app.py"]\n`
    expect(lost(alone, after)).toBeUndefined()
  })

  test('that nobody installs any more are missed', () => {
    const after = `FROM python:3.12 AS builder\nRUN true\nFROM python:3.12-slim\n${rest}`
    expect(lost(before, after)).toBe(
      'what `pip install -r requirements.txt` installs would not be installed',
    )
  })
})

describe('packages that move into an environment', () => {
  const before = (last: string) => `FROM python:3.12\n${install}COPY . .\n${last}`
  const after = (last: string) =>
    `${builder}FROM python:3.12-slim\n${path}${copied}WORKDIR /app\nCOPY . .\n${last}`
  const moved = (last: string, files: Files = {}) => lost(before(last), after(last), files)

  test('are found by their names', () => {
    expect(moved(start)).toBeUndefined()
    expect(moved('CMD gunicorn app:app\n')).toBeUndefined()
  })

  test('are not found by the path that they had', () => {
    expect(moved('CMD ["/usr/local/bin/gunicorn", "app:app"]\n')).toMatch(
      /\/usr\/local\/bin\/gunicorn/,
    )
    expect(moved('CMD ["/usr/local/bin/python", "app.py"]\n')).toMatch(/\/usr\/local\/bin\/python/)
    expect(
      moved('CMD ["./job.py"]\n', { 'job.py': '#!/usr/local/bin/python\nimport flask\n' }),
    ).toBe(
      '/usr/local/bin/python, which the container starts, does not know the packages in /opt/venv',
    )
    expect(
      moved('CMD ["python", "app.py"]\n', {
        'app.py': 'PATH = "/usr/local/lib/python3.12/site-packages/flask"\n',
      }),
    ).toMatch(/app\.py names a folder/)
    expect(
      moved(start, {
        'compose.yaml': 'services:\n  job:\n    build: .\n    command: /usr/local/bin/flask run\n',
      }),
    ).toMatch(/\/usr\/local\/bin\/flask/)
  })

  test('are not found by a login shell', () => {
    expect(moved('CMD ["bash", "-lc", "gunicorn app:app"]\n')).toBe(
      '`bash -lc` starts programs with another PATH, which does not name /opt/venv/bin',
    )
    expect(moved('CMD su - app -c "gunicorn app:app"\n')).toMatch(/another PATH/)
    expect(moved('CMD ["bash", "-c", "gunicorn app:app"]\n')).toBeUndefined()
  })

  test('are not found by uWSGI, which is told another folder', () => {
    const uwsgi = (words: string, ini = '') =>
      moved(`CMD ["uwsgi", ${words}]\n`, { 'uwsgi.ini': `[uwsgi]\nmodule = app:app\n${ini}` })
    expect(uwsgi('"--ini", "uwsgi.ini"', 'home = /usr/local\n')).toBe(
      'uWSGI looks for packages in /usr/local (uwsgi.ini:3), and they are in /opt/venv',
    )
    expect(uwsgi('"uwsgi.ini:uwsgi"', 'virtualenv = /usr\n')).toMatch(/in \/usr \(/)
    expect(uwsgi('"-H", "/usr/local", "-w", "app:app"')).toMatch(/\(-H\)/)
    expect(uwsgi('"--ini", "uwsgi.ini"')).toBeUndefined()
    expect(uwsgi('"--ini", "uwsgi.ini"', 'home = /opt/venv\n')).toBeUndefined()
  })

  test('are none of those that the context puts there', () => {
    const last = `COPY app.py /usr/local/bin/wait.py\n${start}`
    expect(moved(last, { 'start.sh': '/usr/local/bin/wait.py\n' })).toBeUndefined()
  })
})

describe('nothing is said', () => {
  test('of a program in another language that starts a script', () => {
    const node =
      'FROM node:20\nRUN apt-get update && apt-get install -y python3-pip\nRUN pip install rich\nCOPY . .\nCMD ["node", "a.js"]\n'
    const after =
      node.replace('FROM node:20', 'FROM node:20 AS builder') +
      'FROM node:20-slim\nCMD ["node", "a.js"]\n'
    expect(lost(node, after)).toBeUndefined()
  })
})
