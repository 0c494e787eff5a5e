import { describe, expect, test } from 'vitest'
import { migrate } from '../../src/migrate.ts'
import { nonRootUser } from '../../transforms/hardening/non-root-user/non-root-user.ts'
import { python } from '../../transforms/python/index.ts'
import { memoryProject } from '../memory-project.ts'

type Files = Readonly<Record<string, string>>

/** The lines that a slim image gets for its user, or why it gets none. */
function userOf(start: string, files: Files = {}): string {
  const source = `FROM python:3.12-slim\nWORKDIR /app\nCOPY . .\n${start}\n`
  const project = memoryProject({ 'app.py': 'import json\n', ...files, Dockerfile: source })
  const outcome = migrate(source, project, { ecosystems: [python], rules: [nonRootUser] })
  if (outcome.outcome !== 'migrated') return outcome.reason.replace(/^.*No USER is added: /s, '')
  const own = outcome.after.split('\n').filter((line) => !source.split('\n').includes(line))
  return own.filter((line) => !line.startsWith('RUN groupadd')).join('; ')
}

const app = (text: string, start = 'CMD ["python", "app.py"]', files: Files = {}) =>
  userOf(start, { 'app.py': text, ...files })

const flask = 'from flask import Flask, request\nimport os\napp = Flask(__name__)\n'

describe('what starts', () => {
  test.each([
    'CMD ["python", "app.py"]',
    'CMD ["python", "-u", "app.py", "--verbose"]',
    'CMD ["gunicorn", "-w", "4", "-b", "0.0.0.0:8000", "app:app"]',
    'CMD ["gunicorn", "--access-logfile", "-", "--worker-tmp-dir", "/dev/shm", "app:app"]',
    'CMD exec gunicorn --bind :$PORT app:app',
    'CMD ["uvicorn", "app:app", "--host", "0.0.0.0", "--port", "8080"]',
    'CMD ["python", "-m", "uvicorn", "app:app"]',
    'CMD ["flask", "run", "--host=0.0.0.0"]',
    'CMD ["celery", "-A", "app", "worker", "-l", "info"]',
    'CMD ["celery", "-A", "app", "beat", "-S", "django"]',
    'CMD ["python", "-m", "http.server", "8000"]',
    'CMD ["ddtrace-run", "python", "app.py"]',
  ])('%s: a user', (start) => {
    expect(userOf(start)).toBe('USER 10001')
  })

  const started = (...lines: readonly string[]) =>
    userOf('CMD ["bash", "start.sh"]', { 'start.sh': ['#!/bin/bash', ...lines, ''].join('\n') })

  test('a script of bash: a user', () => {
    expect(
      started(
        ...['shopt -s nullglob', 'declare -i n=1', 'while (( n < 3 )); do let n+=1; done'],
        ...['if [[ -f ready ]] || egrep -q ready app.py; then echo ready; fi'],
        'exec gunicorn app:app',
      ),
    ).toBe('USER 10001')
  })

  test('a file that only a run shows: no user', () => {
    expect(started('python "$here/app.py"')).toBe(
      'which file python runs is only known at run time.',
    )
  })

  test.each([
    [
      'CMD ["uvicorn", "app:app", "--port", "80"]',
      "the program listens on port 80, and ports below 1024 need root outside of Docker's own defaults",
    ],
    [
      'CMD ["gunicorn", "-b", ":80", "app:app"]',
      "the program listens on port 80, and ports below 1024 need root outside of Docker's own defaults",
    ],
    [
      'ENV FLASK_RUN_PORT=443\nCMD ["flask", "run"]',
      "the program listens on port 443, and ports below 1024 need root outside of Docker's own defaults",
    ],
    [
      'CMD ["python", "-m", "http.server", "80"]',
      "the program listens on port 80, and ports below 1024 need root outside of Docker's own defaults",
    ],
    ['CMD ["mlflow", "server"]', 'where mlflow writes is not known.'],
    ['CMD ["python", "-m", "weblate"]', 'where weblate writes is not known.'],
    ['CMD ["python", "/srv/other.py"]', 'where other.py writes is not known.'],
    ['CMD ["gunicorn", "shop:app"]', 'the module that gunicorn loads is not known.'],
    [
      'CMD ["gunicorn", "-u", "www-data", "app:app"]',
      '`gunicorn -u` starts as root and drops to another user itself.',
    ],
    ['CMD ["uwsgi", "--ini", "app.ini"]', 'what uwsgi is told by its settings is not read.'],
    [
      'CMD ["uvicorn", "app:app", "--log-config", "log.yaml"]',
      'log.yaml, which uvicorn reads, is not in the build context.',
    ],
  ])('%s: none, and why', (start, why) => {
    expect(userOf(start)).toContain(why)
  })

  test.each([
    ['CMD ["celery", "-A", "app", "beat"]', 'RUN chown app:app /app; USER 10001'],
    ['CMD ["celery", "-A", "app", "worker", "-B"]', 'RUN chown app:app /app; USER 10001'],
    [
      'CMD ["celery", "-A", "app", "beat", "-s", "/data/schedule.db"]',
      'RUN mkdir -p /data && chown app:app /data; USER 10001',
    ],
    [
      'CMD ["gunicorn", "--access-logfile", "logs/access.log", "app:app"]',
      'RUN mkdir -p logs && chown app:app logs; USER 10001',
    ],
    [
      'CMD ["gunicorn", "--bind", "unix:/sockets/app.sock", "app:app"]',
      'RUN mkdir -p /sockets && chown app:app /sockets; USER 10001',
    ],
  ])('%s: a folder of its own', (start, lines) => {
    expect(userOf(start)).toBe(lines)
  })

  test.each([
    ["bind = '0.0.0.0:8000'\naccesslog = '-'\nworkers = 2\n", 'USER 10001'],
    ["bind = '0.0.0.0:8000'\nerrorlog = 'errors.log'\n", 'gunicorn.conf.py sets files or users of'],
  ])('settings of gunicorn: %j', (text, said) => {
    expect(userOf('CMD ["gunicorn", "app:app"]', { 'gunicorn.conf.py': text })).toContain(said)
  })
})

describe('commands of Django', () => {
  const files = {
    'manage.py':
      'import os\nos.environ.setdefault("DJANGO_SETTINGS_MODULE", "shop.settings")\nfrom django.core.management import execute_from_command_line\n',
    'shop/__init__.py': '',
    'shop/wsgi.py': 'import os\nos.environ.setdefault("DJANGO_SETTINGS_MODULE", "shop.settings")\n',
    'shop/settings.py': `from pathlib import Path
BASE_DIR = Path(__file__).resolve().parent.parent
DATABASES = {"default": {"ENGINE": "django.db.backends.sqlite3", "NAME": BASE_DIR / "db.sqlite3"}}
MEDIA_ROOT = BASE_DIR / "media"
`,
  }

  test.each([
    'CMD ["python", "manage.py", "runserver", "0.0.0.0:8000"]',
    'CMD ["gunicorn", "shop.wsgi"]',
    'CMD python manage.py migrate && gunicorn shop.wsgi:application',
  ])('%s: the database and the media are its own', (start) => {
    expect(userOf(start, files)).toBe('RUN mkdir -p media && chown app:app /app media; USER 10001')
  })

  test('what is collected at the start', () => {
    expect(userOf('CMD python manage.py collectstatic && gunicorn shop.wsgi', files)).toBe(
      'what `manage.py collectstatic` writes is not known.',
    )
  })
})

describe('what sources and packages write', () => {
  test.each<[string, string]>([
    [`${flask}app.run(port=5000)\n`, 'USER 10001'],
    [
      `${flask}app.config["UPLOAD_FOLDER"] = "uploads"\ndef up():\n    file = request.files["a"]\n    file.save(os.path.join(app.config["UPLOAD_FOLDER"], file.filename))\n`,
      'RUN mkdir -p uploads && chown app:app uploads; USER 10001',
    ],
    [
      `${flask}def up():\n    request.files["a"].save(where)\n`,
      'app.py:5 writes to a path that is only known at run time.',
    ],
    [
      `${flask}app.config["SQLALCHEMY_DATABASE_URI"] = "sqlite:///shop.db"\n`,
      'RUN mkdir -p instance && chown app:app /app instance; USER 10001',
    ],
    [
      `${flask}os.makedirs(app.instance_path)\n`,
      'RUN mkdir -p instance && chown app:app instance; USER 10001',
    ],
    ['import logging\nlogging.FileHandler("app.log")\n', 'RUN chown app:app /app; USER 10001'],
    [
      'import streamlit as st\n',
      'app.py:1 loads streamlit, which keeps settings and state, in a folder of the home',
    ],
    [
      'from transformers import pipeline\n',
      'app.py:1 loads transformers, which keeps models and data sets, in ~/.cache/huggingface.',
    ],
    ['import gradio as gr\n', 'gradio keeps files where only a run shows.'],
  ])('%j', (text, lines) => {
    expect(app(text)).toContain(lines)
  })

  test('a database server is told by its driver', () => {
    const text =
      'import os\nfrom sqlalchemy import create_engine\ncreate_engine(os.environ["URL"])\n'
    expect(app(text)).toContain('app.py:3 writes to a path that is only known at run time')
    const files = { 'requirements.txt': 'sqlalchemy\npsycopg2-binary==2.9\n' }
    expect(app(text, undefined, files)).toBe('USER 10001')
  })

  test('an instance folder of the context', () => {
    const text = `${flask}app.config["SQLALCHEMY_DATABASE_URI"] = "sqlite:///shop.db"\n`
    expect(app(text, undefined, { 'instance/shop.db': '' })).toBe(
      'RUN chown app:app /app && chown -R app:app instance; USER 10001',
    )
  })
})

describe('what packages are handed, and may write', () => {
  test('a package of which that is known gets the folder', () => {
    expect(
      app(
        "from telegram.ext import PicklePersistence\nmemory = PicklePersistence(filepath='bot.pickle')\n",
      ),
    ).toBe('RUN chown app:app /app; USER 10001')
  })

  test.each([
    [
      "from apscheduler.jobstores.sqlalchemy import SQLAlchemyJobStore\njobs = SQLAlchemyJobStore(url='sqlite:///jobs.sqlite')\n",
      'app.py:2 names sqlite:///jobs.sqlite, which the program may write by a package.',
    ],
    [
      "from tortoise import Tortoise\nTortoise.init(db_url='sqlite://shop.db')\n",
      'app.py:2 names sqlite://shop.db, which the program may write by a package.',
    ],
    ['import yt_dlp\n', 'yt_dlp'],
  ])('%j', (text, why) => {
    expect(app(text)).toContain(why)
  })

  test('a file of the context is read', () => {
    const text = "import joblib\nmodel = joblib.load('model.pkl')\n"
    expect(app(text, undefined, { 'model.pkl': '' })).toBe('USER 10001')
  })

  test('a database in memory is no file', () => {
    expect(app("from tortoise import Tortoise\nTortoise.init(db_url='sqlite://:memory:')\n")).toBe(
      'USER 10001',
    )
  })

  test('settings of logs that name a file', () => {
    const settings = 'handlers:\n  file:\n    class: logging.FileHandler\n    filename: app.log\n'
    expect(app('import logging.config\n', undefined, { 'log.yaml': settings })).toContain(
      'log.yaml has logs written into a file.',
    )
  })
})
