import { argumentAt, type Call, type CallRow } from '../../call.ts'
import { hasPath, rowsOf, words } from './row.ts'

const mimetypes = 'https://docs.python.org/3/library/mimetypes.html'
const flask = 'https://flask.palletsprojects.com/en/stable/api/'
const starlette = 'https://www.starlette.io/responses/#fileresponse'

/** The call says the type itself, by one of these names. */
const without =
  (names: string) =>
  (call: Call): boolean =>
    !words(names).some((name) => argumentAt(call, name) !== undefined)

/** A row for a file whose name is an argument, and one where another name is given for those who get it. */
const named = (
  modules: string,
  row: CallRow & { readonly types: NonNullable<CallRow['types']> },
  as: string,
) =>
  [
    { ...row, when: (call: Call) => row.when?.(call) !== false && without(as)(call) },
    {
      ...row,
      when: (call: Call) => row.when?.(call) !== false && !without(as)(call),
      types: words(as),
    },
  ].flatMap((each) => rowsOf(modules, each))

/** What tells the type of a file by its ending, with what the system says of types. whitenoise and aiohttp have tables of their own. */
export const pythonTypes: readonly CallRow[] = [
  ...rowsOf('mimetypes', {
    names: words('guess_type guess_file_type'),
    types: [0, 'url', 'path'],
    source: mimetypes,
  }),
  ...rowsOf('mimetypes', {
    names: words('guess_extension guess_all_extensions'),
    looksAt: '/etc/mime.types',
    source: mimetypes,
  }),
  ...rowsOf('flask quart', { names: words('Flask Quart Blueprint'), types: ['static_folder'] }),
  ...named(
    'flask quart flask.helpers',
    {
      names: ['send_file'],
      when: (call) => without('mimetype')(call) && call.args[1]?.text('?') === undefined,
      types: [0, 'path_or_file', 'filename_or_fp'],
      source: `${flask}#flask.send_file`,
    },
    'download_name attachment_filename',
  ),
  ...rowsOf('flask quart flask.helpers', {
    names: ['send_from_directory'],
    when: (call) => without('mimetype')(call) && hasPath(1, 'path')(call),
    types: [1, 'path', 'filename'],
    source: `${flask}#flask.send_from_directory`,
  }),
  ...rowsOf('flask quart flask.helpers', {
    names: ['send_from_directory'],
    when: (call) => without('mimetype')(call) && !hasPath(1, 'path')(call),
    types: [0, 'directory'],
    source: `${flask}#flask.send_from_directory`,
  }),
  ...rowsOf('fastapi.staticfiles starlette.staticfiles', {
    names: ['StaticFiles'],
    types: [0, 'directory'],
    source: 'https://www.starlette.io/staticfiles/',
  }),
  ...named(
    'fastapi.responses starlette.responses',
    {
      names: ['FileResponse'],
      when: without('media_type'),
      types: [0, 'path'],
      source: starlette,
    },
    'filename',
  ),
  ...named(
    'django.http',
    {
      names: ['FileResponse'],
      when: without('content_type'),
      types: [0],
      source: 'https://docs.djangoproject.com/en/stable/ref/request-response/#fileresponse-objects',
    },
    'filename',
  ),
  ...rowsOf('tornado.web', {
    names: ['Application'],
    types: ['static_path'],
    source: 'https://www.tornadoweb.org/en/stable/web.html#tornado.web.StaticFileHandler',
  }),
  ...rowsOf('bottle', {
    names: ['static_file'],
    when: without('mimetype'),
    types: [0, 'filename'],
    source: 'https://bottlepy.org/docs/stable/tutorial.html#static-files',
  }),
]
