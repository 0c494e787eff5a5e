import { argumentAt, type Call, type CallRow } from '../../call.ts'
import { askingGit } from './git.ts'
import { rowsOf, says, words } from './row.ts'

const subprocess = 'https://docs.python.org/3/library/subprocess.html'
const osProcess = 'https://docs.python.org/3/library/os.html#process-management'

const byShell = says('shell')
const isList = (call: Call, place: number | string) =>
  argumentAt(call, place)?.items() !== undefined && argumentAt(call, place)?.paths().length !== 0
const runs = words('run call check_call check_output Popen')

/** A row for the words by their place, and one for their name. */
const both = (row: CallRow, of: (place: number | string) => CallRow): readonly CallRow[] =>
  [0, 'args'].map((place) => {
    const own = of(place)
    return {
      ...row,
      ...own,
      when: (call) => argumentAt(call, place)?.paths().length !== 0 && own.when?.(call) !== false,
    }
  })

const starting = (modules: string, names: readonly string[], source: string) =>
  rowsOf(modules, { names, startsIn: 'cwd', source }).flatMap((row) => [
    ...both(row, (place) => ({
      names,
      starts: place,
      hasListOfWords: true,
      when: (call) => isList(call, place) || !byShell(call),
    })),
    ...both(row, (place) => ({
      names,
      startsLine: place,
      when: (call) => !isList(call, place) && byShell(call),
    })),
  ])

/** What starts programs, and what listens. */
export const pythonPrograms: readonly CallRow[] = [
  ...starting('subprocess subprocess32 gevent.subprocess psutil', runs, subprocess),
  ...rowsOf('subprocess', {
    names: words('getoutput getstatusoutput'),
    startsLine: 0,
    source: subprocess,
  }),
  ...rowsOf('os', { names: words('system popen'), startsLine: 0, source: osProcess }),
  ...rowsOf('os', {
    names: words('execv execve execvp execvpe posix_spawn posix_spawnp'),
    starts: 0,
    hasListOfWords: true,
    source: osProcess,
  }),
  ...rowsOf('os', { names: words('execl execle execlp execlpe'), starts: 0, source: osProcess }),
  ...rowsOf('os', {
    names: words('spawnv spawnvp spawnl spawnlp'),
    starts: 1,
    hasListOfWords: true,
    source: osProcess,
  }),
  ...rowsOf('asyncio asyncio.subprocess', {
    names: ['create_subprocess_exec'],
    starts: 0,
    startsIn: 'cwd',
    source: 'https://docs.python.org/3/library/asyncio-subprocess.html',
  }),
  ...rowsOf('asyncio asyncio.subprocess', {
    names: ['create_subprocess_shell'],
    startsLine: 0,
    startsIn: 'cwd',
    source: 'https://docs.python.org/3/library/asyncio-subprocess.html',
  }),
  ...rowsOf('shutil', {
    names: ['which'],
    starts: 0,
    hasListOfWords: true,
    source: 'https://docs.python.org/3/library/shutil.html#shutil.which',
  }),
  ...rowsOf('pexpect', {
    names: words('spawn run'),
    startsLine: 0,
    source: 'https://pexpect.readthedocs.io/',
  }),
  ...rowsOf('invoke fabric fabric.api', {
    names: words('run sudo local'),
    when: ({ module, name }) => module !== 'fabric.api' || name === 'local',
    startsLine: 0,
    source: 'https://www.pyinvoke.org/',
  }),
  ...rowsOf('plumbum', { names: ['local'], starts: 0, source: 'https://plumbum.readthedocs.io/' }),
  ...askingGit,
  ...rowsOf('sh', {
    names: ['Command'],
    starts: 0,
    source: 'https://sh.readthedocs.io/en/latest/sections/command_class.html',
  }),
  ...rowsOf('torch', {
    names: ['compile'],
    startsProgram: 'g++',
    source: 'https://docs.pytorch.org/docs/stable/torch.compiler_faq.html',
  }),
  ...rowsOf('cffi.FFI', {
    names: ['verify'],
    startsProgram: 'gcc',
    source: 'https://cffi.readthedocs.io/en/stable/ref.html#ffi-verifier',
  }),
  ...rowsOf('pyximport', {
    names: ['install'],
    startsProgram: 'gcc',
    source:
      'https://cython.readthedocs.io/en/latest/src/userguide/source_files_and_compilation.html',
  }),
  ...rowsOf('pydub.AudioSegment', {
    names: words('from_file from_mp3 from_ogg'),
    startsProgram: 'ffmpeg',
    source: 'https://github.com/jiaaro/pydub#dependencies',
  }),
  ...rowsOf('ffmpeg', {
    names: words('input probe'),
    startsProgram: 'ffmpeg',
    source: 'https://github.com/kkroening/ffmpeg-python',
  }),
  ...rowsOf('pytesseract', {
    names: words('image_to_string image_to_data image_to_boxes'),
    startsProgram: 'tesseract',
    source: 'https://github.com/madmaze/pytesseract#prerequisites',
  }),
  ...rowsOf('pdf2image', {
    names: words('convert_from_path convert_from_bytes'),
    startsProgram: 'pdftoppm',
    source: 'https://github.com/Belval/pdf2image',
  }),
  ...rowsOf('pdfkit', {
    names: words('from_string from_url from_file'),
    startsProgram: 'wkhtmltopdf',
    source: 'https://github.com/JazzCore/python-pdfkit',
  }),
  ...rowsOf('graphviz', {
    names: words('Digraph Graph Source'),
    startsProgram: 'dot',
    source: 'https://graphviz.readthedocs.io/',
  }),
  {
    names: words('run serve run_app run_server serve_forever run_simple make_server Config'),
    listens: 'port',
    source: 'https://www.uvicorn.org/settings/',
  },
  {
    names: ['serve'],
    listens: 'listen',
    source: 'https://docs.pylonsproject.org/projects/waitress/',
  },
  {
    names: ['launch'],
    listens: 'server_port',
    source: 'https://www.gradio.app/docs/gradio/blocks',
  },
  { names: ['run'], when: ({ module = '' }) => /^(flask|quart)\./.test(module), listens: 1 },
  // Of a pair, the port: what calls are made of says which.
  {
    names: ['bind'],
    listens: 0,
    source: 'https://docs.python.org/3/library/socket.html#socket.socket.bind',
  },
  {
    names: ['listen'],
    when: ({ module = '' }) => module.startsWith('tornado.'),
    listens: 0,
    source: 'https://www.tornadoweb.org/en/stable/web.html#tornado.web.Application.listen',
  },
  ...rowsOf(
    'http.server socketserver wsgiref.simple_server werkzeug.serving gevent.pywsgi eventlet websockets prometheus_client',
    {
      names: words(
        'HTTPServer ThreadingHTTPServer TCPServer ThreadingTCPServer UDPServer WSGIServer listen start_http_server make_server run_simple serve',
      ),
      listens: 0,
      source: 'https://docs.python.org/3/library/http.server.html',
    },
  ),
  ...rowsOf('wsgiref.simple_server werkzeug.serving websockets', {
    names: words('make_server run_simple serve'),
    listens: 1,
    source: 'https://docs.python.org/3/library/wsgiref.html',
  }),
  ...rowsOf('asyncio', {
    names: words('start_server create_server'),
    listens: 2,
    source: 'https://docs.python.org/3/library/asyncio-stream.html',
  }),
]
