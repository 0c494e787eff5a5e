import { callTable } from '../call.ts'
import { pythonFiles } from './python/files.ts'
import { pythonFrameworks } from './python/frameworks.ts'
import { pythonHomes } from './python/homes.ts'
import { pythonPrograms } from './python/programs.ts'
import { pythonRights } from './python/rights.ts'
import { pythonStores } from './python/stores.ts'
import { pythonTypes } from './python/types.ts'
import { pythonWriters } from './python/writers.ts'

const rows = [
  ...pythonFiles,
  ...pythonStores,
  ...pythonFrameworks,
  ...pythonPrograms,
  ...pythonRights,
  ...pythonHomes,
  ...pythonTypes,
  ...pythonWriters,
]

/**
 * What calls of Python do. Modules are whole names, of classes too for what is called of their objects ('flask.Flask'), '' for Python's own
 * functions; arguments by name are the options of one last argument.
 */
export const pythonCalls = callTable(rows)

/** Functions that load modules by a name. https://docs.python.org/3/library/importlib.html */
export const pythonLoaders: ReadonlySet<string> = new Set([
  '__import__',
  'importlib.import_module',
  'importlib.__import__',
  'runpy.run_module',
  'django.utils.module_loading.import_string',
  'werkzeug.utils.import_string',
  'pkgutil.resolve_name',
])

/** The names that any row has, and those that load modules. */
export const pythonCallNames: ReadonlySet<string> = new Set([
  ...rows.flatMap(({ names }) => names),
  ...[...pythonLoaders].map((name) => name.slice(name.lastIndexOf('.') + 1)),
])

/** Keys of dictionaries that hold settings. */
export const pythonKeys = /['"](filename|ENGINE|DIRS|CACHE_DIR|LOCATION)['"]/
