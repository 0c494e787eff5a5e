import { isAtLeast } from './version.ts'

const words = (text: string): ReadonlySet<string> => new Set(text.split(' '))

/**
 * Endings of files whose types Python tells in the same words with Debian's media-types and without, and those of files that none of the two
 * knows. https://github.com/python/cpython/blob/main/Lib/mimetypes.py, /etc/mime.types of Debian
 */
const ofAll = words(
  'bin css csv doc eml eps gif htm html ico jpe jpeg jpg json m3u8 mov mp2 mp3 mp4 mpeg mpg pdf png ppt ps py qt svg tar tif tiff tsv txt ' +
    'wasm webm webmanifest xls zip ' +
    'br cfg db ejs env ftl gitignore gitkeep hbs ini j2 jinja jinja2 jsx keep less lock log map mo npy onnx parquet pkl po proto sass scss ' +
    'svelte tmpl toml tsx vue yaml yml',
)

/** The same since a version of Python: https://docs.python.org/3/library/mimetypes.html, "Changed in version" */
const since: readonly (readonly [string, ReadonlySet<string>])[] = [
  ['3.10', words('heic heif')],
  ['3.11', words('avif bmp srt vtt')],
  ['3.12', words('js mjs')],
  ['3.13', words('markdown md webp')],
  [
    '3.14',
    words(
      '7z docx eot epub flac glb gltf m4a odg odp ods odt ogg ogv otf pptx rar stl ttf woff woff2 xlsx',
    ),
  ],
]

/** Whether Python tells another type of a file, or none, where the system has no /etc/mime.types; a file without an ending has no type. */
export function hasTypeOfSystem(name: string, python: string | undefined): boolean {
  const ending = /[^.]\.([^.]+)$/.exec(name)?.[1]?.toLowerCase()
  if (ending === undefined || ofAll.has(ending)) return false
  return !since.some(([version, endings]) => endings.has(ending) && isAtLeast(python, version))
}
