import { describe, expect, test } from 'vitest'
import { isParseFailure, parseDockerfile } from '../../src/dockerfile/parse/parse.ts'
import { gatherFacts } from '../../src/facts/facts.ts'
import { toolRowsOf } from '../../src/plan/tooling.ts'
import { ecosystems } from '../../transforms/index.ts'
import { memoryProject } from '../memory-project.ts'

const files = Object.fromEntries(
  [
    'app.py',
    'main.py',
    'manage.py',
    'job.py',
    'shop/__init__.py',
    'shop/__main__.py',
    'shop/wsgi.py',
    'shop/asgi.py',
    'shop/tasks.py',
    'shop/celery.py',
    'src/lib/web.py',
    'api/server.py',
    'api/jobs.py',
    'tasks.py',
    'fabfile/__init__.py',
    'worker/__init__.py',
  ].map((path) => [path, '']),
)

/** What runs in the end, the servers on the way to it left out: 'folder$ program arguments'. */
function leaves(lines: string): readonly string[] {
  const dockerfile = parseDockerfile(`FROM python:3.12\nWORKDIR /app\nCOPY . .\n${lines}\n`)
  if (isParseFailure(dockerfile)) throw new Error(dockerfile.reason)
  const { start } = gatherFacts(dockerfile, memoryProject(files), toolRowsOf(ecosystems))
  return (start?.processes ?? [])
    .filter((process) => !process.follows)
    .map(({ cwd, name, args }) => `${cwd}$ ${[name, ...args].map((word) => word ?? '?').join(' ')}`)
}

describe('what a start command of Python leads to', () => {
  test.each<[string, string[]]>([
    ['CMD ["python", "app.py"]', ['/app$ python app.py']],
    ['CMD ["python", "-u", "app.py", "-m", "x"]', ['/app$ python -u app.py -m x']],
    ['CMD ["python", "manage.py", "runserver"]', ['/app$ python manage.py runserver']],
    ['CMD ["python", "-c", "import shop"]', ['/app$ python -c import shop']],
    ['CMD ["python", "-m", "shop"]', ['/app$ python /app/shop/__main__.py']],
    ['CMD ["python3", "-m", "shop.tasks", "-v"]', ['/app$ python /app/shop/tasks.py -v']],
    ['CMD ["python3.12", "-u", "-m", "shop.tasks"]', ['/app$ python /app/shop/tasks.py']],
    ['CMD ["python", "-m", "http.server"]', ['/app$ python -m http.server']],
    ['CMD ["python", "-m", "gunicorn", "shop.wsgi"]', ['/app$ python /app/shop/wsgi.py']],
    ['CMD ["invoke", "serve"]', ['/app$ python /app/tasks.py']],
    ['CMD ["python", "-m", "invoke", "serve"]', ['/app$ python /app/tasks.py']],
    ['CMD ["inv", "-c", "jobs", "-r", "api", "serve"]', ['/app$ python /app/api/jobs.py']],
    ['CMD ["fab", "clean"]', ['/app$ python /app/fabfile/__init__.py']],
    ['CMD ["gunicorn", "app:app"]', ['/app$ python /app/app.py']],
    [
      'CMD ["gunicorn", "-w", "4", "-b", "0.0.0.0:80", "shop.wsgi:application"]',
      ['/app$ python /app/shop/wsgi.py'],
    ],
    ['CMD gunicorn --bind=:$PORT --chdir api server:app', ['/app$ python /app/api/server.py']],
    ['CMD ["gunicorn", "shop:create_app()"]', ['/app$ python /app/shop/__init__.py']],
    ['CMD ["gunicorn", "elsewhere:app"]', ['/app$ gunicorn elsewhere:app']],
    ['CMD ["gunicorn", "-c", "conf.py"]', ['/app$ gunicorn -c conf.py']],
    [
      'CMD ["uvicorn", "main:app", "--host", "0.0.0.0", "--port", "80"]',
      ['/app$ python /app/main.py'],
    ],
    ['CMD ["uvicorn", "--host", "0.0.0.0", "lib.web:app"]', ['/app$ python /app/src/lib/web.py']],
    ['CMD ["uvicorn", "--app-dir", "api", "server:app"]', ['/app$ python /app/api/server.py']],
    ['ENV PYTHONPATH=/app/api\nCMD ["uvicorn", "server:app"]', ['/app$ python /app/api/server.py']],
    ['CMD ["hypercorn", "-b", ":80", "shop.asgi:app"]', ['/app$ python /app/shop/asgi.py']],
    ['CMD ["daphne", "-p", "80", "shop.asgi:application"]', ['/app$ python /app/shop/asgi.py']],
    ['CMD ["waitress-serve", "--port=80", "shop.wsgi:app"]', ['/app$ python /app/shop/wsgi.py']],
    ['CMD ["granian", "--interface", "asgi", "main:app"]', ['/app$ python /app/main.py']],
    ['CMD ["celery", "-A", "shop", "worker", "-l", "info"]', ['/app$ python /app/shop/celery.py']],
    ['CMD ["celery", "--app=shop.tasks", "beat"]', ['/app$ python /app/shop/tasks.py']],
    ['CMD ["celery", "worker", "-A", "worker"]', ['/app$ python /app/worker/__init__.py']],
    [
      'CMD ["dramatiq", "-p", "2", "shop.tasks", "job"]',
      ['/app$ python /app/shop/tasks.py', '/app$ python /app/job.py'],
    ],
    ['CMD ["rq", "worker"]', ['/app$ rq worker']],
    ['CMD ["uwsgi", "--http", ":80", "--wsgi-file", "app.py"]', ['/app$ python /app/app.py']],
    ['CMD ["uwsgi", "--http", ":80", "-w", "shop.wsgi:app"]', ['/app$ python /app/shop/wsgi.py']],
    ['CMD ["uwsgi", "--ini", "uwsgi.ini"]', ['/app$ uwsgi --ini uwsgi.ini']],
    ['CMD ["flask", "run", "--host=0.0.0.0"]', ['/app$ python /app/app.py']],
    ['ENV FLASK_APP=main.py\nCMD ["flask", "run"]', ['/app$ python /app/main.py']],
    ['ENV FLASK_APP=shop\nCMD ["flask", "run"]', ['/app$ python /app/shop/__init__.py']],
    ['CMD FLASK_APP=job flask run', ['/app$ python /app/job.py']],
    ['CMD ["flask", "--app", "main", "run"]', ['/app$ python /app/main.py']],
    ['CMD ["fastapi", "run"]', ['/app$ python /app/main.py']],
    [
      'CMD ["fastapi", "run", "api/server.py", "--port", "80"]',
      ['/app$ python /app/api/server.py'],
    ],
    ['CMD ["streamlit", "run", "app.py", "--server.port=80"]', ['/app$ python /app/app.py']],
    ['CMD ["uv", "run", "--no-sync", "gunicorn", "app:app"]', ['/app$ python /app/app.py']],
    ['CMD ["uv", "run", "job.py", "-v"]', ['/app$ python job.py -v']],
    ['CMD ["uv", "run", "-m", "shop"]', ['/app$ python /app/shop/__main__.py']],
    ['CMD ["poetry", "run", "python", "app.py"]', ['/app$ python app.py']],
    ['CMD ["pipenv", "run", "gunicorn", "app:app"]', ['/app$ python /app/app.py']],
    ['CMD ["pdm", "run", "uvicorn", "main:app"]', ['/app$ python /app/main.py']],
    ['CMD ["ddtrace-run", "gunicorn", "app:app"]', ['/app$ python /app/app.py']],
    ['CMD ["newrelic-admin", "run-program", "gunicorn", "app:app"]', ['/app$ python /app/app.py']],
    [
      'CMD ["opentelemetry-instrument", "--service_name", "a", "python", "app.py"]',
      ['/app$ python app.py'],
    ],
    ['CMD ["/opt/venv/bin/gunicorn", "app:app"]', ['/app$ python /app/app.py']],
    [
      'CMD python manage.py migrate && gunicorn app:app',
      ['/app$ python manage.py migrate', '/app$ python /app/app.py'],
    ],
  ])('%s', (lines, expected) => {
    expect(leaves(lines)).toEqual(expected)
  })
})
