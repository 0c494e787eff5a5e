import { argumentAt, type Call, type CallRow } from '../../call.ts'
import { hasPath, rowsOf, textOf, words } from './row.ts'

/** Whether a text stands there that is the name of a file with an ending, and no address. */
const hasFile =
  (place: number, name = '') =>
  (call: Call): boolean =>
    /^[^:\s?#]*[^:\s?#./]\.[A-Za-z]\w{0,6}$/.test(textOf(call, place, name) ?? '')

/** Modules whose calls of these names have rows of their own, or read files of that name. */
const isOfOthers = ({ module = '' }: Call) =>
  /^(numpy|torch|joblib|soundfile|scipy|wavio|librosa|urllib|wget|gdown|zipfile|tarfile|sys|os|io|click|werkzeug)\b/.test(
    module,
  )

const isSaid =
  (place: number, ...names: readonly string[]) =>
  (call: Call): boolean =>
    [place, ...names].some((at) => argumentAt(call, at)?.paths().length)

/** A row for what gets its file last, after others that it may do without. */
const lastOf = (names: string, places: readonly number[], name: string, source: string) =>
  places.map((place): CallRow => ({
    names: words(names),
    when: (call) =>
      hasPath(place, '')(call) &&
      !isSaid(-1, name)(call) &&
      places.every((later) => later <= place || !hasPath(later, '')(call)),
    writes: [place],
    source,
  }))

const pydub = 'https://github.com/jiaaro/pydub/blob/master/API.markdown'

/** What packages write where they are told to: sound, films, documents, what they fetch, what they remember. */
export const pythonWriters: readonly CallRow[] = [
  ...rowsOf('soundfile scipy.io.wavfile wavio librosa.output', {
    names: words('write write_wav'),
    when: hasPath(0, 'file'),
    writes: [0, 'file', 'filename'],
    source: 'https://python-soundfile.readthedocs.io/en/latest/#soundfile.write',
  }),
  {
    names: words('write_videofile write_audiofile write_gif save_frame VideoWriter get_writer'),
    when: hasPath(0, 'filename'),
    writes: [0, 'filename'],
    source:
      'https://zulko.github.io/moviepy/reference/reference/moviepy.video.VideoClip.VideoClip.html',
  },
  { names: ['export'], when: hasFile(0, 'out_f'), writes: [0, 'out_f'], source: pydub },
  { names: words('imsave mimsave mimwrite'), when: hasPath(0, 'uri'), writes: [0, 'uri', 'fname'] },
  { names: ['save_image'], when: hasPath(1, 'fp'), writes: [1, 'fp'] },
  ...rowsOf('reportlab.pdfgen.canvas', {
    names: ['Canvas'],
    when: hasPath(0, 'filename'),
    writes: [0, 'filename'],
    source: 'https://docs.reportlab.com/reportlab/userguide/ch2_graphics/',
  }),
  ...rowsOf('reportlab.platypus reportlab.platypus.doctemplate', {
    names: words('SimpleDocTemplate BaseDocTemplate'),
    when: hasPath(0, 'filename'),
    writes: [0, 'filename'],
  }),
  ...rowsOf('pdfkit imgkit', {
    names: words('from_url from_file from_string'),
    when: hasPath(1, 'output_path'),
    writes: [1, 'output_path'],
    source: 'https://github.com/JazzCore/python-pdfkit#usage',
  }),
  {
    names: words(
      'write_pdf write_png write_svg save_screenshot get_screenshot_as_file stream_to_file download_to_filename download_to_drive SaveCredentialsFile GetContentFile sink_csv sink_parquet to_stata to_xml to_orc',
    ),
    when: hasPath(0, 'path'),
    writes: [0, 'path', 'filename', 'custom_path', 'target'],
    source: 'https://doc.courtbouillon.org/weasyprint/stable/api_reference.html',
  },
  {
    names: words('screenshot pdf'),
    when: (call) => hasFile(-1, 'path')(call),
    writes: ['path'],
    source: 'https://playwright.dev/python/docs/api/class-page#page-screenshot',
  },
  {
    names: words('save_pretrained save_to_disk save_local to_disk to_zarr'),
    when: hasPath(0, 'save_directory'),
    fills: [0, 'save_directory', 'folder_path'],
    source: 'https://huggingface.co/docs/transformers/main_classes/model',
  },
  ...lastOf(
    'download_file fget_object',
    [0, 1, 2],
    'Filename',
    'https://boto3.amazonaws.com/v1/documentation/api/latest/guide/s3-example-download-file.html',
  ),
  {
    names: ['get'],
    when: (call) => /sftp|scp/i.test(call.object ?? '') && hasPath(1, 'localpath')(call),
    writes: [1, 'localpath', 'local_path'],
    source: 'https://docs.paramiko.org/en/stable/api/sftp.html',
  },
  { names: ['download_file'], when: isSaid(-1, 'Filename'), writes: ['Filename'] },
  ...rowsOf('wget', {
    names: ['download'],
    when: (call) => !isSaid(1, 'out')(call),
    fillsAnyway: '.',
    source: 'https://pypi.org/project/wget/',
  }),
  ...rowsOf('joblib joblib.memory', {
    names: ['Memory'],
    fills: [0, 'location', 'cachedir'],
    source: 'https://joblib.readthedocs.io/en/stable/generated/joblib.Memory.html',
  }),
  ...rowsOf('telegram.ext', {
    names: ['PicklePersistence'],
    writes: [0, 'filepath', 'filename'],
    source: 'https://docs.python-telegram-bot.org/en/stable/telegram.ext.picklepersistence.html',
  }),
  // `{'CACHE_TYPE': 'FileSystemCache', 'CACHE_DIR': ...}`, `{'BACKEND': '....FileBasedCache', 'LOCATION': ...}`
  {
    module: 'settings',
    names: ['cache'],
    fills: ['CACHE_DIR', 'LOCATION'],
    source: 'https://flask-caching.readthedocs.io/en/latest/#filesystemcache',
  },
  ...rowsOf('cachelib cachelib.file', { names: ['FileSystemCache'], fills: [0, 'cache_dir'] }),
  ...rowsOf('logzero', {
    names: ['logfile'],
    when: hasPath(0, 'filename'),
    writes: [0, 'filename'],
    source: 'https://logzero.readthedocs.io/',
  }),
  ...rowsOf('logzero', {
    names: words('setup_logger setup_default_logger'),
    when: isSaid(-1, 'logfile'),
    writes: ['logfile'],
  }),
  // The name that the reader gives to it: `bind('/run/a.sock')`.
  {
    module: 'socket',
    names: ['bindToPath'],
    writes: [0],
    source: 'https://docs.python.org/3/library/socket.html#socket-families',
  },
  ...rowsOf('asyncio', { names: ['start_unix_server'], writes: [1, 'path'] }),
  ...rowsOf('socketserver', { names: words('UnixStreamServer UnixDatagramServer'), writes: [0] }),
  // What no row knows, by its verb: a file that it is told by name.
  ...[0, 1].map((place): CallRow => ({
    names: words(
      'output dump download saveas save_as save_to save_file save_to_file export_to export_to_file write_to write_to_file dump_to_file download_to to_wav to_mp3 to_pdf to_png to_svg to_image to_gif to_video to_disk write_gexf write_gml write_graphml write_gpickle export_png export_svg export_graphviz export_text save_model save_json save_image save_html',
    ),
    when: (call) => !isOfOthers(call) && hasFile(place)(call),
    writes: [place],
  })),
  // Of a module alone: what a stream or an answer is told to write is text.
  ...[0, 1].map((place): CallRow => ({
    names: words('write save export'),
    when: (call) =>
      call.module !== undefined && call.module !== '' && !isOfOthers(call) && hasFile(place)(call),
    writes: [place],
  })),
]
