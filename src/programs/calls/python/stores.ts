import { argumentAt, type Call, type CallRow } from '../../call.ts'
import { hasPath, rowsOf, textOf, words } from './row.ts'

const ofSqlite = (call: Call) => /^(sqlite|\?)/.test(textOf(call, 0, 'url') ?? '')
const handlers = 'https://docs.python.org/3/library/logging.handlers.html'

/** What keeps data in files: databases, logs, and what other packages read and write. */
export const pythonStores: readonly CallRow[] = [
  ...rowsOf('sqlite3 aiosqlite', {
    names: ['connect'],
    database: 0,
    source: 'https://docs.python.org/3/library/sqlite3.html#sqlite3.connect',
  }),
  ...rowsOf('sqlite3 aiosqlite', { names: ['connect'], database: 'database' }),
  {
    names: words('create_engine create_async_engine engine_from_config'),
    when: ofSqlite,
    database: 0,
    source: 'https://docs.sqlalchemy.org/en/20/core/engines.html#sqlite',
  },
  {
    names: words('create_engine create_async_engine'),
    when: (call) => /^(sqlite|\?)/.test(argumentAt(call, 'url')?.text('?') ?? ''),
    database: 'url',
  },
  // What else the environment may say there is for whoever sets it.
  ...rowsOf('dj_database_url', {
    names: words('config parse'),
    when: (call) => /^sqlite/.test(textOf(call, 0, 'default') ?? ''),
    database: 'default',
    source: 'https://github.com/jazzband/dj-database-url#usage',
  }),
  ...rowsOf('environ.Env environ.FileAwareEnv', {
    names: words('db db_url'),
    when: (call) => /^sqlite/.test(textOf(call, 1, 'default') ?? ''),
    database: 'default',
    source: 'https://django-environ.readthedocs.io/en/latest/types.html#environ-env-db-url',
  }),
  ...rowsOf('databases dataset', {
    names: words('Database connect'),
    when: ofSqlite,
    database: 0,
    source: 'https://www.encode.io/databases/',
  }),
  ...rowsOf('peewee playhouse.sqlite_ext playhouse.pool', {
    names: words('SqliteDatabase SqliteExtDatabase PooledSqliteDatabase'),
    database: 0,
    source: 'https://docs.peewee-orm.com/en/latest/peewee/database.html#using-sqlite',
  }),
  ...rowsOf('tinydb', { names: ['TinyDB'], writes: [0], source: 'https://tinydb.readthedocs.io/' }),
  ...rowsOf('shelve dbm dbm.gnu dbm.ndbm dbm.dumb', {
    names: ['open'],
    writes: [0, 'filename'],
    source: 'https://docs.python.org/3/library/shelve.html',
  }),
  ...rowsOf('diskcache', {
    names: words('Cache FanoutCache Deque Index'),
    fills: [0, 'directory'],
    source: 'https://grantjenks.com/docs/diskcache/',
  }),
  ...rowsOf('duckdb', {
    names: ['connect'],
    database: 0,
    source: 'https://duckdb.org/docs/stable/clients/python/dbapi',
  }),
  ...rowsOf('chromadb', {
    names: ['PersistentClient'],
    fills: [0, 'path'],
    source: 'https://docs.trychroma.com/docs/run-chroma/persistent-client',
  }),
  ...rowsOf('lmdb', {
    names: ['open'],
    fills: [0, 'path'],
    source: 'https://lmdb.readthedocs.io/',
  }),
  ...rowsOf('logging logging.handlers', {
    names: words('FileHandler RotatingFileHandler TimedRotatingFileHandler WatchedFileHandler'),
    writes: [0, 'filename'],
    source: handlers,
  }),
  ...rowsOf('logging', { names: ['basicConfig'], writes: ['filename'], source: handlers }),
  // `{'class': 'logging.FileHandler', 'filename': ...}`, `{'ENGINE': ...sqlite3, 'NAME': ...}`, `{'BACKEND': ..., 'DIRS': [...]}`
  { module: 'settings', names: ['handler'], writes: ['filename'], source: handlers },
  {
    module: 'settings',
    names: ['database'],
    database: 'NAME',
    source: 'https://docs.djangoproject.com/en/stable/ref/settings/#databases',
  },
  {
    module: 'settings',
    names: ['templates'],
    reads: ['DIRS'],
    source: 'https://docs.djangoproject.com/en/stable/ref/settings/#templates',
  },
  ...rowsOf('loguru.logger', {
    names: ['add'],
    when: hasPath(0, 'sink'),
    writes: [0, 'sink'],
    source: 'https://loguru.readthedocs.io/en/stable/api/logger.html',
  }),
  ...rowsOf('pandas polars geopandas', {
    names: words(
      'read_csv read_excel read_json read_parquet read_pickle read_feather read_table read_fwf read_hdf read_file read_xml scan_csv scan_parquet',
    ),
    reads: [0],
    source: 'https://pandas.pydata.org/docs/reference/io.html',
  }),
  {
    names: words(
      'to_csv to_excel to_json to_parquet to_pickle to_feather to_hdf to_html to_netcdf to_file write_csv write_parquet write_json write_excel savefig write_image write_html imwrite',
    ),
    when: hasPath(0, 'path_or_buf'),
    writes: [0, 'path_or_buf'],
    source: 'https://pandas.pydata.org/docs/reference/io.html',
  },
  ...rowsOf('urllib.request urllib wget gdown', {
    names: words('urlretrieve download'),
    writes: [1, 'filename', 'out', 'output'],
    source: 'https://docs.python.org/3/library/urllib.request.html#urllib.request.urlretrieve',
  }),
  ...rowsOf('xlsxwriter xlsxwriter.workbook', {
    names: ['Workbook'],
    when: hasPath(0, 'filename'),
    writes: [0, 'filename'],
    source: 'https://xlsxwriter.readthedocs.io/workbook.html',
  }),
  ...rowsOf('pandas', { names: ['ExcelWriter'], when: hasPath(0, 'path'), writes: [0, 'path'] }),
  ...rowsOf('numpy', {
    names: words('load loadtxt genfromtxt fromfile'),
    reads: [0],
    source: 'https://numpy.org/doc/stable/reference/routines.io.html',
  }),
  ...rowsOf('numpy', { names: words('save savez savez_compressed savetxt'), writes: [0] }),
  ...rowsOf('joblib torch safetensors.torch keras.models tensorflow.keras.models onnx mlflow', {
    names: words('load load_model load_file'),
    reads: [0],
    source: 'https://joblib.readthedocs.io/en/stable/generated/joblib.load.html',
  }),
  ...rowsOf('joblib torch', {
    names: words('dump save'),
    when: hasPath(1, 'filename'),
    writes: [1],
  }),
  ...rowsOf('PIL.Image cv2 imageio skimage.io soundfile librosa onnxruntime fasttext', {
    names: words(
      'open imread CascadeClassifier VideoCapture read load InferenceSession load_model',
    ),
    when: hasPath(0, 'fp'),
    reads: [0],
    source: 'https://pillow.readthedocs.io/en/stable/reference/Image.html',
  }),
  ...rowsOf('PIL.ImageFont', {
    names: words('truetype load'),
    when: hasPath(0, 'font'),
    reads: [0, 'font'],
    source: 'https://pillow.readthedocs.io/en/stable/reference/ImageFont.html',
  }),
  ...rowsOf('reportlab.pdfbase.ttfonts', {
    names: ['TTFont'],
    when: hasPath(1, 'filename'),
    reads: [1, 'filename'],
    source: 'https://docs.reportlab.com/reportlab/userguide/ch3_fonts/',
  }),
  ...rowsOf('werkzeug.datastructures.FileStorage', {
    names: ['save'],
    writes: [0, 'dst'],
    source:
      'https://werkzeug.palletsprojects.com/en/stable/datastructures/#werkzeug.datastructures.FileStorage.save',
  }),
  ...rowsOf('django.core.files.storage', {
    names: ['FileSystemStorage'],
    fills: [0, 'location'],
    source: 'https://docs.djangoproject.com/en/stable/ref/files/storage/',
  }),
  // Of objects of any class: images, documents.
  {
    names: words('save write_file writeto save_model save_weights'),
    when: (call) =>
      !/^(numpy|torch|joblib|werkzeug)\b/.test(call.module ?? '') && hasPath(0, 'filename')(call),
    writes: [0],
    source: 'https://pillow.readthedocs.io/en/stable/reference/Image.html#PIL.Image.Image.save',
  },
  ...rowsOf('dotenv', {
    names: words('load_dotenv dotenv_values'),
    mayName: [0, 'dotenv_path'],
    source: 'https://saurabh-kumar.com/python-dotenv/',
  }),
]
