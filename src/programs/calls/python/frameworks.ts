import type { Call, CallRow } from '../../call.ts'
import { rowsOf, words } from './row.ts'

const flask = 'https://flask.palletsprojects.com/en/stable/api/'
const django = 'https://docs.djangoproject.com/en/stable/ref/settings/'

/** Settings that name folders which are written to. */
export const folderSettings: ReadonlySet<string> = new Set(
  words(
    'MEDIA_ROOT FILE_UPLOAD_TEMP_DIR UPLOAD_FOLDER UPLOAD_DIR UPLOADED_FILES_DEST UPLOADED_PHOTOS_DEST SESSION_FILE_DIR SESSION_FILE_PATH EMAIL_FILE_PATH CACHE_DIR DOWNLOAD_FOLDER OUTPUT_FOLDER RESULT_FOLDER',
  ),
)

/** What frameworks read: templates, static files, and settings by their names. */
export const pythonFrameworks: readonly CallRow[] = [
  ...rowsOf('flask quart', {
    names: words('Flask Quart Blueprint'),
    readsBeside: ['template_folder', 'static_folder'],
    source: flask,
  }),
  ...rowsOf('flask quart flask.helpers', {
    names: ['send_from_directory'],
    readsBeside: [0, 'directory'],
    source: flask,
  }),
  ...rowsOf('flask quart flask.helpers', {
    names: ['send_file'],
    readsBeside: [0, 'path_or_file', 'filename_or_fp'],
    source: flask,
  }),
  {
    names: words('from_pyfile from_file from_json open_resource'),
    when: ({ args }) => args.length > 0,
    mayName: [0],
    source: `${flask}#flask.Config`,
  },
  ...rowsOf('fastapi.staticfiles starlette.staticfiles litestar.static_files', {
    names: words('StaticFiles StaticFilesConfig'),
    reads: [0, 'directory', 'directories'],
    source: 'https://www.starlette.io/staticfiles/',
  }),
  ...rowsOf('fastapi.templating starlette.templating', {
    names: ['Jinja2Templates'],
    reads: [0, 'directory'],
    source: 'https://www.starlette.io/templates/',
  }),
  ...rowsOf('fastapi.responses starlette.responses aiohttp.web sanic.response', {
    names: words('FileResponse file file_stream'),
    reads: [0, 'path'],
    source: 'https://www.starlette.io/responses/#fileresponse',
  }),
  ...rowsOf('jinja2 jinja2.loaders aiohttp_jinja2', {
    names: ['FileSystemLoader'],
    reads: [0, 'searchpath'],
    source: 'https://jinja.palletsprojects.com/en/stable/api/#jinja2.FileSystemLoader',
  }),
  ...rowsOf('jinja2 jinja2.loaders', {
    names: ['PackageLoader'],
    reads: [0],
    source: 'https://jinja.palletsprojects.com/en/stable/api/#jinja2.PackageLoader',
  }),
  ...rowsOf('mako.lookup', {
    names: ['TemplateLookup'],
    reads: [0, 'directories'],
    source: 'https://docs.makotemplates.org/en/latest/usage.html',
  }),
  {
    names: ['add_static'],
    reads: [1, 'path'],
    source: 'https://docs.aiohttp.org/en/stable/web_reference.html',
  },
  {
    names: ['static'],
    when: ({ module = '' }: Call) => module.startsWith('sanic'),
    reads: [1],
    source: 'https://sanic.dev/en/guide/how-to/static-redirects.html',
  },
  ...rowsOf('bottle', {
    names: ['static_file'],
    reads: ['root'],
    source: 'https://bottlepy.org/docs/stable/tutorial.html#static-files',
  }),
  ...rowsOf('tornado.web', {
    names: ['Application'],
    reads: ['template_path', 'static_path'],
    source: 'https://www.tornadoweb.org/en/stable/web.html#tornado.web.Application.settings',
  }),
  ...rowsOf('whitenoise', {
    names: ['WhiteNoise'],
    reads: ['root'],
    source: 'https://whitenoise.readthedocs.io/en/stable/base.html',
  }),
  ...rowsOf('alembic.config', {
    names: ['Config'],
    reads: [0, 'file_'],
    source: 'https://alembic.sqlalchemy.org/en/latest/api/config.html',
  }),
  ...rowsOf('connexion connexion.FlaskApp connexion.App', {
    names: words('add_api'),
    mayName: [0],
    source: 'https://connexion.readthedocs.io/',
  }),
  ...rowsOf('gettext', {
    names: words('translation bindtextdomain install'),
    reads: [1, 'localedir'],
    source: 'https://docs.python.org/3/library/gettext.html',
  }),
  // Settings by their names.
  {
    module: 'settings',
    names: words(
      'STATICFILES_DIRS FIXTURE_DIRS LOCALE_PATHS TEMPLATE_DIRS BABEL_TRANSLATION_DIRECTORIES',
    ),
    reads: [0],
    source: django,
  },
  { module: 'settings', names: ['STATIC_ROOT'], reads: [0], source: `${django}#static-root` },
  {
    module: 'settings',
    names: [...folderSettings],
    fills: [0],
    source: `${django}#media-root`,
  },
  {
    module: 'settings',
    names: ['SQLALCHEMY_DATABASE_URI'],
    database: 0,
    when: ({ args }) => /^(sqlite|\?)/.test(args[0]?.text('?') ?? ''),
    source: 'https://flask-sqlalchemy.readthedocs.io/en/stable/config/',
  },
]

/** Folders beside a source that a call looks for although it names none: https://flask.palletsprojects.com/en/stable/api/#flask.Flask */
export function pythonFoldersBeside({ module, name, args }: Call): readonly string[] {
  const isFlask = (module === 'flask' || module === 'quart') && /^(Flask|Quart)$/.test(name)
  if (!isFlask) return []
  const named = (option: string) => args.some((arg) => arg.option?.(option) !== undefined)
  return [
    ...(named('template_folder') ? [] : ['templates']),
    ...(named('static_folder') ? [] : ['static']),
  ]
}
