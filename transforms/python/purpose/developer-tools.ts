/** What makes a program one for the developer's machine. */
export interface DeveloperTool {
  readonly names: string
  /** First words; any where undefined. */
  readonly verbs?: string
  /** Flags that watch the sources or open a debugger; it needs none where undefined. */
  readonly flags?: string
  /** Flags with which it serves for real. */
  readonly unless?: string
  readonly what: string
  readonly source: string
}

const watching = 'which starts again whenever a source file changes'
const debugging = 'a debugger'
const prompt = 'in which a person works'

/**
 * Servers of development that serve for real with other words do so here, too: `manage.py runserver` and `flask run` are the start command of
 * many images, and need nothing that others do not.
 */
export const developerTools: readonly DeveloperTool[] = [
  {
    names: 'uvicorn hypercorn gunicorn granian pserve',
    flags: '--reload',
    what: watching,
    source: 'https://www.uvicorn.org/settings/#development',
  },
  {
    names: 'uwsgi',
    flags: '--py-autoreload --py-auto-reload --python-autoreload --touch-reload',
    what: watching,
    source: 'https://uwsgi-docs.readthedocs.io/en/latest/Options.html',
  },
  {
    names: 'flask quart',
    verbs: 'run',
    flags: '--debug --reload --debugger',
    what: watching,
    source: 'https://flask.palletsprojects.com/en/stable/cli/#debug-mode',
  },
  {
    names: 'fastapi',
    verbs: 'dev',
    what: watching,
    source: 'https://fastapi.tiangolo.com/fastapi-cli/#fastapi-dev',
  },
  {
    names: 'fastapi',
    verbs: 'run',
    flags: '--reload',
    what: watching,
    source: 'https://fastapi.tiangolo.com/fastapi-cli/',
  },
  {
    names: 'litestar',
    verbs: 'run',
    flags: '--reload -r --debug -d --pdb -P',
    what: watching,
    source: 'https://docs.litestar.dev/latest/usage/cli.html',
  },
  {
    names: 'sanic',
    flags: '--dev -d --debug --reload --auto-reload -r',
    what: watching,
    source: 'https://sanic.dev/en/guide/running/development.html',
  },
  {
    names: 'manage.py django-admin django',
    verbs: 'runserver_plus shell shell_plus dbshell livereload',
    what: 'made for the developer',
    source: 'https://django-extensions.readthedocs.io/en/latest/runserver_plus.html',
  },
  {
    names: 'celery',
    flags: '--autoreload',
    what: watching,
    source: 'https://docs.celeryq.dev/en/3.1/userguide/workers.html#autoreloading',
  },
  {
    names: 'dramatiq',
    flags: '--watch',
    what: watching,
    source: 'https://dramatiq.io/guide.html',
  },
  {
    names: 'chainlit',
    flags: '-w --watch',
    what: watching,
    source: 'https://docs.chainlit.io/backend/command-line',
  },
  {
    names: 'panel bokeh',
    verbs: 'serve',
    flags: '--dev --autoreload',
    what: watching,
    source: 'https://panel.holoviz.org/how_to/server/commandline.html',
  },
  {
    names: 'reflex',
    verbs: 'run',
    unless: '--env',
    what: watching,
    source: 'https://reflex.dev/docs/hosting/self-hosting/',
  },
  {
    names: 'mkdocs lektor zensical',
    verbs: 'serve server s',
    what: 'a server for those who write the pages',
    source: 'https://www.mkdocs.org/user-guide/cli/#mkdocs-serve',
  },
  {
    names: 'dagster chalice briefcase',
    verbs: 'dev local',
    what: 'a development server',
    source: 'https://docs.dagster.io/guides/deploy/deployment-options/running-dagster-locally',
  },
  {
    names: 'watchmedo',
    verbs: 'auto-restart shell-command tricks',
    what: watching,
    source: 'https://github.com/gorakhargosh/watchdog#shell-utilities',
  },
  {
    names: 'watchfiles hupper jurigged sphinx-autobuild nodemon watchexec entr',
    what: watching,
    source: 'https://watchfiles.helpmanual.io/cli/',
  },
  {
    names: 'debugpy pdb ipdb pudb ptvsd',
    what: debugging,
    source: 'https://docs.python.org/3/library/pdb.html',
  },
  {
    names: 'ipython ipython3 bpython ptpython IPython',
    what: prompt,
    source: 'https://ipython.readthedocs.io/',
  },
  {
    names: 'jupyter',
    verbs: 'notebook lab server console qtconsole nbclassic',
    what: prompt,
    source: 'https://docs.jupyter.org/en/latest/running.html',
  },
  {
    names:
      'jupyter-notebook jupyter-lab jupyter-server jupyter-console jupyter-nbclassic jupyterlab notebook start-notebook.sh start-notebook.py',
    what: prompt,
    source: 'https://jupyter-docker-stacks.readthedocs.io/',
  },
  {
    names: 'marimo',
    verbs: 'edit new tutorial',
    what: prompt,
    source: 'https://docs.marimo.io/cli/',
  },
]
