import { describe, expect, test } from 'vitest'
import { factsOfPython, parsePython } from '../../src/programs/readers/python.ts'
import { rightsOf } from '../../src/programs/rights.ts'
import type { PathUse, SourceFacts } from '../../src/programs/source-facts.ts'

/** The facts of a source in the folder shop/, in an image whose ENV says `DATA_DIR=/data`. */
function read(text: string, isModule: (name: string) => boolean = () => false): SourceFacts {
  const source = parsePython('shop/app.py', `${text}\n`)
  if (source === undefined) throw new Error('no Python')
  return factsOfPython(
    source,
    {
      path: 'shop/app.py',
      env: (name) => (name === 'DATA_DIR' ? '/data' : undefined),
      lookUp: () => undefined,
      folderOf: (name) => (name === 'shop' ? 'shop' : name === 'shop.web' ? 'shop/web' : undefined),
    },
    isModule,
  )
}

const imports =
  'import os, sys, shutil, subprocess, socket, json, sqlite3, logging, tempfile\nfrom pathlib import Path\n'
const facts = (lines: string) => read(imports + lines)
const show = ({ value }: Pick<PathUse, 'value'>) =>
  `${value.base}:${value.path}${value.isPrefix ? '*' : ''}`
const pathsOf = (found: SourceFacts, start: string) =>
  found.paths.filter(({ use }) => use.startsWith(start)).map(show)

describe('paths that are written', () => {
  test.each<[string, string[]]>([
    ["open('data/a.txt', 'w')", ['cwd:data/a.txt']],
    ["open('data/a.txt', mode='a')", ['cwd:data/a.txt']],
    ["from sqlalchemy import create_engine\ncreate_engine(url='sqlite:///a.db')", ['cwd:a.db']],
    ["import polars\npolars.DataFrame().write_json('a.json')", ['cwd:a.json']],
    ["open('/data/a.txt'.removeprefix('/'), 'w')", ['cwd:data/a.txt']],
    ["import typing\nopen(typing.cast(str, 'a.txt'), 'w')", ['cwd:a.txt']],
    ["open(file='data/a.txt', mode='wb')", ['cwd:data/a.txt']],
    ["with open('/var/a', 'x') as f, open('b', 'r+') as g:\n    pass", ['root:/var/a', 'cwd:b']],
    ["import io\nio.open('a', 'w')", ['cwd:a']],
    ["import codecs\ncodecs.open('a', 'w', 'utf-8')", ['cwd:a']],
    ["import gzip\ngzip.open('a.gz', 'wt')", ['cwd:a.gz']],
    ["import zipfile\nzipfile.ZipFile('a.zip', 'w')", ['cwd:a.zip']],
    ["import aiofiles\nasync def f():\n  async with aiofiles.open('a', 'w') as g: pass", ['cwd:a']],
    ["from zipfile import ZipFile\nZipFile('a.zip').extractall('out')", ['cwd:out']],
    ["from zipfile import ZipFile\nZipFile('a.zip').extractall()", ['cwd:.']],
    ["os.makedirs('data/x', exist_ok=True)", ['cwd:data/x']],
    ["os.mkdir('/data')", ['root:/data']],
    ["os.makedirs(name='x')", ['cwd:x']],
    ["os.remove('a')", ['cwd:a']],
    ["os.rename('a', 'b')", ['cwd:a', 'cwd:b']],
    ["os.symlink('a', 'links/b')", ['cwd:links/b']],
    ["shutil.copy('a', 'b')", ['cwd:b']],
    ["shutil.copytree(src='a', dst='b')", ['cwd:b']],
    ["shutil.move('a', 'b')", ['cwd:a', 'cwd:b']],
    ["shutil.rmtree('cache')", ['cwd:cache']],
    ["Path('a.txt').write_text('x')", ['cwd:a.txt']],
    ["(Path('data') / 'a.bin').write_bytes(b'')", ['cwd:data/a.bin']],
    ["Path('data').mkdir(parents=True)", ['cwd:data']],
    ["Path('a').open('w')", ['cwd:a']],
    ["Path('a').open(mode='w')", ['cwd:a']],
    ["Path('a').touch()", ['cwd:a']],
    ["Path('a').unlink()", ['cwd:a']],
    ["p = Path('data')\np.mkdir()", ['cwd:data']],
    ["p = Path('data')\nq = p / 'x' / 'y.txt'\nq.parent.mkdir()", ['cwd:data/x']],
    ["Path('a', 'b').joinpath('c').mkdir()", ['cwd:a/b/c']],
    ["Path('a.txt').with_suffix('.bak').touch()", ['cwd:a.bak']],
    ["Path('x/a.txt').with_name('b').touch()", ['cwd:x/b']],
    ["Path.cwd().joinpath('x').mkdir()", ['cwd:x']],
    ["import pathlib\npathlib.Path('a').mkdir()", ['cwd:a']],
    ["from pathlib import Path as P\nP('a').mkdir()", ['cwd:a']],
    ["from os import makedirs as make\nmake('a')", ['cwd:a']],
    ["from os import path\nos.mkdir(path.join('a', 'b'))", ['cwd:a/b']],
    ["os.mkdir(os.path.join('a', '/b'))", ['root:/b']],
    ["os.mkdir(os.path.abspath('a'))", ['cwd:a']],
    ["os.mkdir(os.path.normpath('a/../b'))", ['cwd:a/../b']],
    ["os.mkdir(os.getcwd() + '/x')", ['cwd:x']],
    ["os.mkdir(os.path.join(os.getcwd(), 'x'))", ['cwd:x']],
    ["D = 'data'\nos.mkdir(D)", ['cwd:data']],
    ["D = 'data'\ndef f():\n    os.mkdir(D)", ['cwd:data']],
    ["D: str = 'data'\nos.mkdir(f'{D}/x')", ['cwd:data/x']],
    ["os.mkdir('a' 'b')", ['cwd:ab']],
    ["os.mkdir('data/' + name)", ['cwd:data*']],
    ["os.mkdir(f'data/{name}.d')", ['cwd:data*']],
    ["os.mkdir('data/%s' % name)", ['cwd:data*']],
    ["D = 'x'\nos.mkdir('%s/%s' % (D, 'y'))", ['cwd:x/y']],
    ["os.mkdir('{}/a'.format('b'))", ['cwd:b/a']],
    ["os.mkdir('{d}/a'.format(d='b'))", ['cwd:b/a']],
    ["os.mkdir('/'.join(['a', 'b']))", ['cwd:a/b']],
    ["os.mkdir(os.sep.join(('a', 'b')))", ['cwd:a/b']],
    ["os.mkdir(os.path.join(tempfile.gettempdir(), 'x'))", ['root:/tmp/x']],
    ["with tempfile.TemporaryDirectory() as d:\n    open(d + '/a', 'w')", ['root:/tmp*']],
    ["tempfile.mkdtemp(dir='work')", ['cwd:work']],
    ['tempfile.mkdtemp()', []],
    ['tempfile.NamedTemporaryFile(dir=None)', []],
    ["for d in ('a', 'b'):\n    os.makedirs(d)", ['cwd:a', 'cwd:b']],
    ["DIRS = ['a', 'b']\nfor d in DIRS:\n    os.makedirs(d)", ['cwd:a', 'cwd:b']],
    ["d = 'a' if x else 'b'\nos.mkdir(d)", ['cwd:a', 'cwd:b']],
    ["CONF = {'dir': 'data'}\nos.mkdir(CONF['dir'])", ['cwd:data']],
    ["class C:\n    D = 'data'\n    def f(self):\n        os.mkdir(self.D)", ['cwd:data']],
    [
      "class C:\n    def __init__(self):\n        self.d = 'data'\n    def f(self):\n        os.mkdir(self.d)",
      ['cwd:data'],
    ],
    ["class C:\n    D = 'data'\nos.mkdir(C.D)", ['cwd:data']],
    ["class C:\n    d = 'data'\nc = C()\nos.mkdir(c.d)", ['cwd:data']],
    ["def here(*a):\n    return os.path.join('data', *a)\nos.mkdir(here('x'))", ['cwd:data*']],
    ["def root():\n    return Path('data')\n(root() / 'x').mkdir()", ['cwd:data/x']],
    ["sqlite3.connect('app.db')", ['cwd:app.db']],
    ["sqlite3.connect(database='app.db')", ['cwd:app.db']],
    ["sqlite3.connect('file:db/a.db?mode=rwc', uri=True)", ['cwd:db/a.db']],
    ["sqlite3.connect(':memory:')", []],
    ["from sqlalchemy import create_engine\ncreate_engine('sqlite:///shop.db')", ['cwd:shop.db']],
    [
      "from sqlalchemy import create_engine\ncreate_engine('sqlite+pysqlite:////srv/shop.db')",
      ['root:/srv/shop.db'],
    ],
    ["from sqlalchemy import create_engine\ncreate_engine('sqlite://')", []],
    ["from sqlalchemy import create_engine\ncreate_engine('postgresql://db/shop')", []],
    [
      "from sqlalchemy import create_engine\nB = os.path.dirname(__file__)\ncreate_engine(f'sqlite:///{B}/a.db')",
      ['own-folder:./a.db'],
    ],
    ["app.config['SQLALCHEMY_DATABASE_URI'] = 'sqlite:////srv/a.db'", ['root:/srv/a.db']],
    ["app.config['UPLOAD_FOLDER'] = 'uploads'", ['cwd:uploads']],
    ["EMAIL_FILE_PATH = 'mails'", ['cwd:mails']],
    [
      "CACHES = {'default': {'BACKEND': 'django.core.cache.backends.filebased.FileBasedCache', 'LOCATION': 'cache'}}",
      ['cwd:cache'],
    ],
    [
      "CACHES = {'default': {'BACKEND': 'django.core.cache.backends.locmem.LocMemCache', 'LOCATION': 'a'}}",
      [],
    ],
    ["logging.FileHandler('logs/app.log')", ['cwd:logs/app.log']],
    [
      "from logging.handlers import RotatingFileHandler\nRotatingFileHandler(filename='a.log', maxBytes=1)",
      ['cwd:a.log'],
    ],
    ["logging.basicConfig(filename='a.log')", ['cwd:a.log']],
    [
      "LOGGING = {'handlers': {'file': {'class': 'logging.FileHandler', 'filename': 'logs/a.log'}}}",
      ['cwd:logs/a.log'],
    ],
    [
      "BASE_DIR = Path(__file__).resolve().parent.parent\nDATABASES = {'default': {'ENGINE': 'django.db.backends.sqlite3', 'NAME': BASE_DIR / 'db.sqlite3'}}",
      ['own-folder:../db.sqlite3'],
    ],
    ["DATABASES = {'default': {'ENGINE': 'django.db.backends.postgresql', 'NAME': 'shop'}}", []],
    ["MEDIA_ROOT = '/srv/media'", ['root:/srv/media']],
    ["df.to_csv('out/a.csv')", ['cwd:out/a.csv']],
    ['df.to_json()', []],
    ["image.save('out/a.png')", ['cwd:out/a.png']],
    ['form.save(commit=False)', []],
    ["import numpy as np\nnp.save('a.npy', b)", ['cwd:a.npy']],
    ["import soundfile as sf\nsf.write('1.wav', y, sr)", ['cwd:1.wav']],
    ["import boto3\nboto3.client('s3').download_file('b', 'k', 'local.bin')", ['cwd:local.bin']],
    ["boto3.resource('s3').Bucket('b').download_file('k', 'local.bin')", ['cwd:local.bin']],
    ["c.download_file('b', 'k', Filename='local.bin')", ['cwd:local.bin']],
    ["c.open_sftp().get('a', 'b.txt')", ['cwd:b.txt']],
    ["sftp = c.open_sftp()\nsftp.get('a', 'b.txt')", ['cwd:b.txt']],
    ["from reportlab.pdfgen import canvas\ncanvas.Canvas('h.pdf').save()", ['cwd:h.pdf']],
    ["from reportlab.pdfgen.canvas import Canvas\nc = Canvas('h.pdf')", ['cwd:h.pdf']],
    ["p = FPDF()\np.output('t.pdf')", ['cwd:t.pdf']],
    ["import pdfkit\npdfkit.from_url('https://x.org', 'out.pdf')", ['cwd:out.pdf']],
    ["AudioSegment.from_file('a.mp3').export('b.wav', format='wav')", ['cwd:b.wav']],
    ["VideoFileClip('a.mp4').write_videofile('b.mp4')", ['cwd:b.mp4']],
    ['import wget\nwget.download(u)', ['cwd:.']],
    ['import wget\nwget.download(u, bar=None)', ['cwd:.']],
    ["import wget\nwget.download(u, 'a.zip')", ['cwd:a.zip']],
    ["import wget\nwget.download(u, out='a.zip')", ['cwd:a.zip']],
    ["from joblib import Memory\nMemory('cachedir')", ['cwd:cachedir']],
    [
      "from telegram.ext import PicklePersistence\nPicklePersistence(filepath='conv')",
      ['cwd:conv'],
    ],
    [
      "from flask_caching import Cache\nCache(app, config={'CACHE_TYPE': 'FileSystemCache', 'CACHE_DIR': 'cache'})",
      ['cwd:cache'],
    ],
    [
      "config = {'CACHE_TYPE': 'FileSystemCache', 'CACHE_DIR': 'cache'}\napp.config.from_mapping(config)",
      ['cwd:cache'],
    ],
    ["import logzero\nlogzero.logfile('rot.log', maxBytes=1)", ['cwd:rot.log']],
    ["g.SaveCredentialsFile('creds.txt')", ['cwd:creds.txt']],
    ["s.bind('/app/s.sock')", ['root:/app/s.sock']],
    ["s.bind(('0.0.0.0', 80))\nz.bind('tcp://*:5555')", []],
    ["page.screenshot(path='a.png')", ['cwd:a.png']],
    ["import unknown as u\nu.write('a.bin', b)\nu.save(b, 'c.bin')", ['cwd:a.bin', 'cwd:c.bin']],
    ["graph.export_png('a.png')", ['cwd:a.png']],
    ["config.get('a', 'b.txt')\nself.write('index.html')\nresponse.write('a.b')", []],
    ["client.download('https://example.org/a.zip')\nout.export(format='wav')", []],
    ["import requests\nrequests.get('http://a/b.txt')\nrender_template('x.html')", []],
    ["from PIL import Image\nImage.open('a.png')\npd.read_csv('a.csv')", []],
    ["open('a')", []],
    ["open('a', 'rb')", []],
    ["global d\nd = 'a'\nos.mkdir(d)", ['cwd:a']],
    ["open('s3://bucket/a', 'w')", []],
  ])('%s', (lines, paths) => {
    const found = facts(lines)
    expect(pathsOf(found, 'writes')).toEqual(paths)
    expect(found.gaps).toEqual([])
  })

  test.each([
    "open(name, 'w')",
    'Path(name).write_text(x)',
    'target.write_text(x)',
    'os.makedirs(a + b)',
    "os.mkdir(os.path.join(name, '..', 'x'))",
    "d = 'a'\nd += '/b'\nos.mkdir(d)",
    "def f(d='data'):\n    os.mkdir(d)",
    'for d in find():\n    os.mkdir(d)',
    "d = 'a'\ndef f():\n    global d\n    d = find()\ndef g():\n    os.mkdir(d)",
    'sqlite3.connect(name)',
    "from sqlalchemy import create_engine\ncreate_engine(os.environ['DB'])",
    'logging.FileHandler(name)',
    "a, b = find()\nopen(a, 'w')",
    'f = lambda p: os.mkdir(p)',
  ])('a gap: %s', (lines) => {
    expect(facts(lines).gaps.map(({ what }) => what)).toContain('writes')
  })

  test.each<[string, string[]]>([
    ["os.mkdir(os.environ['DATA_DIR'])", ['root:/data']],
    ["os.mkdir(os.environ.get('DATA_DIR', 'x'))", ['root:/data']],
    ["os.mkdir(os.getenv('DATA_DIR') + '/a')", ['root:/data/a']],
    ["os.mkdir(os.getenv('OTHER', 'files'))", ['cwd:files']],
    ["os.mkdir(os.getenv('OTHER', default='files'))", ['cwd:files']],
    ["os.mkdir(os.getenv('OTHER') or 'files')", ['cwd:files']],
    ["d = os.environ.get('OTHER')\nif not d:\n    d = 'files'\nos.mkdir(d)", ['cwd:files']],
    ["from os import environ\nos.mkdir(environ.get('OTHER', 'files'))", ['cwd:files']],
    ["from decouple import config\nos.mkdir(config('OTHER', default='files'))", ['cwd:files']],
    ["import environ\nenv = environ.Env()\nos.mkdir(env('OTHER', default='files'))", ['cwd:files']],
    ["os.mkdir(os.path.expandvars('$DATA_DIR/a'))", ['root:/data/a']],
    ["(Path(os.environ.get('OTHER', '/srv')) / 'a').mkdir()", ['root:/srv/a']],
  ])('what the image says of the environment, and defaults: %s', (lines, paths) => {
    const found = facts(lines)
    expect(pathsOf(found, 'writes')).toEqual(paths)
    expect(found.gaps).toEqual([])
  })

  test('a variable that nobody sets is a gap with its name', () => {
    expect(facts("os.mkdir(os.environ['OTHER'])").gaps).toMatchObject([
      { what: 'writes', variable: 'OTHER' },
    ])
  })
})

describe('paths that are read', () => {
  test.each<[string, string[]]>([
    ["open('a.txt').read()", ['cwd:a.txt']],
    ["json.load(open('a.json'))", ['cwd:a.json']],
    ["Path('a.txt').read_text(encoding='utf-8')", ['cwd:a.txt']],
    ["Path(__file__).with_name('a.txt').read_text()", ['own-folder:a.txt']],
    ["(Path(__file__).parent / 'a' / 'b.txt').read_text()", ['own-folder:a/b.txt']],
    ["Path(__file__).resolve().parents[1].joinpath('b.txt').open()", ['own-folder:../b.txt']],
    ["open(os.path.join(os.path.dirname(__file__), 'a.txt'))", ['own-folder:a.txt']],
    [
      "HERE = os.path.abspath(os.path.dirname(__file__))\nopen(HERE + '/a.txt')",
      ['own-folder:./a.txt'],
    ],
    ["open(os.path.dirname(os.path.dirname(__file__)) + '/a')", ['own-folder:../a']],
    ["open(os.path.splitext(__file__)[0] + '.json')", ['own-folder:app.json']],
    ["os.listdir('plugins')", ['cwd:plugins']],
    ["import glob\nglob.glob('data/*.csv')", ['cwd:data/*.csv']],
    ["for p in Path('data').glob('*.csv'):\n    p.read_text()", ['cwd:data', 'cwd:data*']],
    ["import pkgutil\npkgutil.get_data('shop', 'data/a.txt')", ['own-folder:data/a.txt']],
    ["import pkgutil\npkgutil.get_data(__name__, 'a.txt')", ['own-folder:a.txt']],
    [
      "from importlib import resources\nresources.files('shop.web').joinpath('a.html').read_text()",
      ['own-folder:web/a.html', 'own-folder:web'],
    ],
    [
      "from importlib.resources import files\n(files('shop') / 'a.html').read_text()",
      ['own-folder:a.html', 'own-folder:.'],
    ],
    [
      "import pkg_resources\npkg_resources.resource_filename('shop', 'a.txt')",
      ['own-folder:a.txt'],
    ],
    [
      "from flask import Flask\nFlask(__name__, template_folder='views', static_folder='../public')",
      ['own-folder:views', 'own-folder:../public'],
    ],
    ['from flask import Flask\nFlask(__name__)', ['own-folder:templates', 'own-folder:static']],
    [
      "from flask import send_from_directory, send_file\nsend_from_directory('files', x)\nsend_file('a.pdf')",
      ['own-folder:files', 'own-folder:a.pdf'],
    ],
    [
      "from fastapi.staticfiles import StaticFiles\napp.mount('/s', StaticFiles(directory='static'))",
      ['cwd:static'],
    ],
    [
      "from fastapi.templating import Jinja2Templates\nJinja2Templates(directory='views')",
      ['cwd:views'],
    ],
    [
      "from jinja2 import Environment, FileSystemLoader\nEnvironment(loader=FileSystemLoader('views'))",
      ['cwd:views'],
    ],
    [
      "from jinja2 import PackageLoader\nPackageLoader('shop')\nPackageLoader('shop', 'views')",
      ['own-folder:templates', 'own-folder:views'],
    ],
    ["import configparser\nc = configparser.ConfigParser()\nc.read('a.ini')", ['cwd:a.ini']],
    ["import pandas as pd\npd.read_csv('data/a.csv')", ['cwd:data/a.csv']],
    ["import pandas as pd\npd.read_csv('https://example.org/a.csv')", []],
    ["from PIL import Image\nImage.open('a.png')", ['cwd:a.png']],
    ["import torch\ntorch.load('model/a.pt', map_location='cpu')", ['cwd:model/a.pt']],
    ["STATICFILES_DIRS = [os.path.join('web', 'dist')]", ['cwd:web/dist']],
    [
      "TEMPLATES = [{'BACKEND': 'django.template.backends.django.DjangoTemplates', 'DIRS': ['views']}]",
      ['cwd:views'],
    ],
    ["open(os.path.expanduser('~/.shop'))", []],
  ])('%s', (lines, paths) => {
    expect(pathsOf(facts(lines), 'reads')).toEqual(paths)
  })

  test('a literal may name a file, from the folder of the program or of the source', () => {
    const { paths } = read("load('conf/a.yaml')\nload('word')")
    expect(paths.map((each) => `${each.use} ${show(each)}`)).toEqual([
      'names cwd:conf/a.yaml',
      'names own-folder:conf/a.yaml',
    ])
  })

  test('a file of settings may be there', () => {
    const { paths } = read("from dotenv import load_dotenv\nload_dotenv('.env.prod')")
    expect(paths.map(show)).toContain('cwd:.env.prod')
  })
})

describe('imports', () => {
  test.each<[string, string[]]>([
    ['import os', ['os']],
    ['import os.path, json as j', ['os.path', 'json']],
    ['from a import b', ['a:b']],
    ['from a.b import (c, d as e,)', ['a.b:c', 'a.b:d']],
    ['from . import x', ['.:x']],
    ['from .. a import b', ['..a:b']],
    ['from .a.b import *', ['.a.b']],
    ["import importlib\nimportlib.import_module('a.b')", ['importlib', 'a.b']],
    [
      "from importlib import import_module\nimport_module('.x', 'shop')",
      ['importlib:import_module', '.x'],
    ],
    ["__import__('a')", ['a']],
    ["import importlib\nimportlib.import_module(f'a.b.{x}')", ['importlib', 'a.b*']],
    ["import importlib\nimportlib.import_module('a.' + x)", ['importlib', 'a*']],
    ['from __future__ import annotations', []],
    ["import runpy\nrunpy.run_path('scripts/a.py')", ['runpy', 'scripts/a.py']],
  ])('%s', (lines, specifiers) => {
    const found = read(lines).imports.map(
      ({ specifier, value }) => specifier + (value?.isPrefix === true ? '*' : ''),
    )
    expect(found).toEqual(specifiers)
  })

  test.each([
    ['import a', true],
    ['try:\n    import a\nexcept ImportError:\n    a = None', false],
    ['if x:\n    import a', false],
    ['def f():\n    import a', false],
    ['class C:\n    import a', false],
  ])('%s: certain %s', (lines, isCertain) => {
    expect(read(lines).imports).toMatchObject([{ specifier: 'a', isCertain }])
  })

  test('a module whose name is computed is a gap', () => {
    expect(read('import importlib\nimportlib.import_module(name)').gaps).toMatchObject([
      { what: 'loads' },
    ])
  })

  test('modules that are named in quotes', () => {
    const { imports: found } = read(
      "uvicorn.run('shop.main:app')\nCELERY = ['shop.tasks']\nx = 'other.word'",
      (name) => name.startsWith('shop.'),
    )
    expect(found.map(({ specifier }) => specifier)).toEqual(['shop.main:app', 'shop.tasks'])
  })
})

describe('programs', () => {
  test.each<[string, string[]]>([
    ["subprocess.run(['git', 'log'])", ['git log']],
    ["subprocess.run(args=['git', 'log'])", ['git log']],
    ["subprocess.check_output(['git', x])", ['git ?', 'ssh']],
    ["cmd = ['convert', 'a']\nsubprocess.Popen(cmd, cwd='x')", ['convert a']],
    ["subprocess.run('ls -l | wc', shell=True)", ['ls -l', 'wc']],
    ["import textwrap\nos.system(textwrap.dedent('''\n  ls\n  wc a\n'''))", ['ls', 'wc a']],
    ["subprocess.call(f'convert {a} b.png', shell=True)", ['convert ? b.png']],
    ["import shlex\nsubprocess.run(shlex.split('convert a b'))", ['convert a b']],
    ["subprocess.run('convert a b'.split())", ['convert a b']],
    ["subprocess.run('convert a b'.split(' '))", ['convert a b']],
    ["import shlex\nLINE = 'convert a b'\nsubprocess.run(shlex.split(LINE))", ['convert a b']],
    ["LINE = 'convert a b'\nsubprocess.run(LINE.split())", ['convert a b']],
    ['import shlex\nsubprocess.run(shlex.split(\'convert "a b"\'))', ['convert a b']],
    [
      "import shlex\nclass A:\n  LINE = 'convert -v'\n  def b(self, c):\n    words = shlex.split(f'{self.LINE} {c}')\n    subprocess.run(words)",
      ['convert -v ?'],
    ],
    ["subprocess.run(f'convert a {b}/c.png'.split())", ['convert a ?']],
    ["words = ['-l', 'a']\nsubprocess.run(['ls', *words])", ['ls -l a']],
    ["subprocess.run(['ls', *words])", ['ls ?']],
    ["import asyncio\nwords = ['ls', 'a']\nasyncio.create_subprocess_exec(*words)", ['ls a']],
    [
      "import asyncio\nfrom asyncio.subprocess import create_subprocess_exec\ncreate_subprocess_exec('ls')",
      ['ls'],
    ],
    ['words = ["ls", *words]\nsubprocess.run(words)', ['ls ?']],
    ["show = subprocess.check_output\nshow(['ls', 'a'])", ['ls a']],
    ["from functools import partial\nshow = partial(subprocess.run, ['ls', 'a'])", ['ls a']],
    [
      "from functools import partial\nshow = partial(subprocess.run, check=True)\nshow(['ls', 'a'])",
      ['ls a'],
    ],
    ["from multiprocessing import Pool\nPool().apply_async(os.system, ('ls a',))", ['ls a']],
    ['import psutil\npsutil.Process(os.getpid())', []],
    ["import asyncio\nasyncio.to_thread(subprocess.run, ['ls', 'a'])", ['ls a']],
    ["from threading import Thread\nThread(target=os.system, args=('ls a',)).start()", ['ls a']],
    ["loop.run_in_executor(None, os.system, 'ls a')", ['ls a']],
    ["pool.submit(subprocess.run, 'ls a', shell=True)", ['ls a']],
    ["tasks.add_task(work, 'ls a')", []],
    ["subprocess.run(['convert'] + names)", ['convert ?']],
    ["subprocess.run(['convert', *names])", ['convert ?']],
    ["subprocess.run([sys.executable, 'job.py'])", ['python job.py']],
    ["subprocess.run(['sh', '-c', 'convert a'])", ['sh -c convert a', 'convert a']],
    ["from subprocess import run as start\nstart(['convert'])", ['convert']],
    ["os.system('convert a b')", ['convert a b']],
    ["os.popen('convert a').read()", ['convert a']],
    ["os.execvp('convert', ['convert', 'a'])", ['convert convert a']],
    ["os.execlp('convert', 'convert', 'a')", ['convert convert a']],
    [
      "import asyncio\nasync def f():\n  await asyncio.create_subprocess_exec('convert', 'a')",
      ['convert a'],
    ],
    [
      "import asyncio\nasync def f():\n  await asyncio.create_subprocess_shell('convert a')",
      ['convert a'],
    ],
    ["shutil.which('convert')", ['convert']],
    ["import sh\nsh.convert('a', _cwd='/x')", ['convert a']],
    ["import sh as shell\nshell.git.log('-1')", ['git log -1']],
    ["import sh\ntool = sh.git.bake('-C', '/x')", ['git -C /x']],
    ["import sh\nsh.Command('convert')('a')", ['convert']],
    // Of a name that is imported no words are seen.
    ['from sh import convert, pg_dump as dump', ['convert', 'pg_dump']],
    ["import sh\ntry:\n  sh.cd('/x')\nexcept sh.ErrorReturnCode(1): pass", []],
    ['from plumbum.cmd import convert', ['convert']],
    ['from plumbum import cmd\ncmd.convert()', ['convert']],
    ["from plumbum import local\ntool = local['convert']", ['convert']],
    ['import torch\nmodel = torch.compile(model)', ['g++']],
    ['import torch\n@torch.compile\ndef f(x): return x', ['g++']],
    ["import torch\n@torch.compile(mode='max-autotune')\ndef f(x): return x", ['g++']],
    ["import re\nre.compile('a')\nmodel.compile()", []],
    ["from cffi import FFI\nffi = FFI()\nffi.verify('')", ['gcc']],
    ["from cffi import FFI\nffi = FFI()\nffi.dlopen('libx.so')\nother.verify()", []],
    ['import pyximport; pyximport.install()', ['gcc']],
    ["from invoke import task\n@task\ndef a(c):\n  c.run('convert a')", ['convert a']],
    ["def a(c):\n  c.run('convert a')", []],
    ["from fabric.api import local, run\nlocal('convert a')\nrun('other')", ['convert a']],
    ['from setuptools_scm import get_version\nget_version()', ['git log']],
    ['from dunamai import Version\nVersion.from_git()', ['git log']],
    ["if sys.platform == 'win32':\n    pass", []],
  ])('%s', (lines, expected) => {
    const { programs, gaps } = facts(lines)
    const line = ({ name, args }: (typeof programs)[number]) =>
      [name, ...args.map((arg) => arg ?? '?')].join(' ')
    expect(programs.map(line)).toEqual(expected)
    expect(gaps.filter(({ what }) => what === 'starts')).toEqual([])
  })

  test.each([
    'subprocess.run(cmd)',
    'subprocess.run(cmd.split())',
    "subprocess.run(f'{tool} a'.split())",
    'subprocess.run([tool, "a"])',
    'subprocess.run(line, shell=True)',
    'os.system(line)',
  ])('a gap: %s', (lines) => {
    expect(facts(lines).gaps.map(({ what }) => what)).toEqual(['starts'])
  })
})

describe('ports, variables and rights', () => {
  test.each<[string, number[]]>([
    ["import uvicorn\nuvicorn.run(app, host='0.0.0.0', port=8000)", [8000]],
    ["uvicorn.run(app, port=int(os.environ.get('PORT', 8001)))", [8001]],
    ["from flask import Flask\napp = Flask(__name__)\napp.run(host='0.0.0.0', port=80)", [80]],
    ["from flask import Flask\napp = Flask(__name__)\napp.run('0.0.0.0', 80)", [80]],
    ["s = socket.socket()\ns.bind(('', 443))", [443]],
    ["ADDR = ('', 514)\ns.bind(ADDR)", [514]],
    ['s.listen(5)', []],
    ["from http.server import HTTPServer\nHTTPServer(('', 8080), Handler)", [8080]],
    ["from waitress import serve\nserve(app, listen='*:80')", [80]],
    ['from aiohttp import web\nweb.run_app(app, port=8080)', [8080]],
    ['demo.launch(server_port=7860)', [7860]],
    ["subprocess.run(['a'])", []],
  ])('%s', (lines, ports) => {
    expect(facts(lines).ports.map(({ port }) => port)).toEqual(ports)
  })

  test.each<[string, string[]]>([
    ["os.environ['A']", ['A']],
    ["os.environ.get('A')", ['A']],
    ["os.getenv('A', 'b')", ['A']],
    ["from os import environ, getenv\nenviron['A']\ngetenv('B')", ['B', 'A']],
    ["from decouple import config\nconfig('A', cast=int)", ['A']],
    ["from environs import Env\nenv = Env()\nenv.str('A')", ['A']],
    ["words['A']", []],
  ])('%s', (lines, names) => {
    expect(facts(lines).environment.map(({ name }) => name)).toEqual(names)
  })

  test.each([
    ['socket.socket(socket.AF_INET, socket.SOCK_RAW, 1)', 1],
    ['socket.socket(socket.AF_INET, socket.SOCK_STREAM)', 0],
    ['os.setuid(1)', 1],
    ["shutil.chown('a', 'b')", 1],
    ['import docker\ndocker.from_env()', 1],
    ["import serial\nserial.Serial('/dev/ttyUSB0')", 1],
  ])('%s: %i', (lines, count) => {
    expect(facts(lines).rights).toHaveLength(count)
  })

  test.each([
    'import RPi.GPIO as GPIO',
    'from RPi import GPIO',
    'from gpiozero import LED',
    'import usb.core',
    'from usb.core import find',
    'from bleak import BleakScanner',
    'import adafruit_dht',
    'from pythonping import ping',
    'from numba import njit\n@njit(cache=True)\ndef f(): pass',
    "import torch\ntorch.hub.load('pytorch/vision', 'resnet18')",
    'from sklearn.datasets import fetch_openml\nfetch_openml(name="adult")',
    'import cv2\ncv2.VideoCapture(0)',
    "from cv2 import VideoCapture\nVideoCapture('/dev/video0')",
  ])('%s needs root', (lines) => {
    expect(rightsOf(facts(lines))).not.toEqual([])
  })

  test.each([
    "import cv2\ncv2.VideoCapture('film.mp4')",
    'from bleakness import x',
    'from numba import njit\n@njit\ndef f(): pass',
    "from sklearn.datasets import fetch_openml\nfetch_openml(data_home='/tmp/x')",
  ])('%s does not', (lines) => {
    expect(rightsOf(facts(lines))).toEqual([])
  })

  test('settings whose name the environment completes are any of their folder', () => {
    const { imports: found } = facts(
      "os.environ.setdefault('DJANGO_SETTINGS_MODULE', f'shop.settings.{stage}')",
    )
    expect(found.at(-1)).toMatchObject({
      specifier: 'shop.settings',
      value: { path: 'shop/settings', isPrefix: true },
    })
  })

  test('a program that goes to another folder', () => {
    expect(facts("os.chdir('work')").goesTo).toMatchObject([{ values: [{ path: 'work' }] }])
  })
})

describe('what is broken', () => {
  test('what can be read counts, and the break is told', () => {
    const found = read("import os\nos.mkdir('a')\nif ((:\n")
    expect(pathsOf(found, 'writes')).toEqual(['cwd:a'])
    expect(found.gaps).toMatchObject([{ what: 'loads' }])
  })

  test('Python 2, a byte order mark, line ends of Windows, tabs', () => {
    const found = read('\uFEFFimport os\r\nif 1:\r\n\tprint "a", open("b.txt").read()\r\n')
    expect(found.gaps).toEqual([])
    expect(pathsOf(found, 'reads')).toEqual(['cwd:b.txt'])
  })

  test('a nest that is too deep is not read', () => {
    expect(parsePython('a.py', `${'('.repeat(6000)}${')'.repeat(6000)}`)).toBeUndefined()
  })
})
