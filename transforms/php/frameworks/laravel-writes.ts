import {
  folderHelpers,
  isTransient,
  isWithin,
  readPhpValue,
  resolvePath,
  type Evidence,
  type PhpValue,
} from '../../../src/transform.ts'
import type { StageView } from '../../javascript/stage-view.ts'

/** Where a configuration says what is written: the ways of keys to it, `*` for any. */
interface Setting {
  readonly file: string
  readonly keys: readonly string[]
  /** Entries without one of these drivers write no files. */
  readonly drivers?: RegExp
  readonly source: string
}

const settings: readonly Setting[] = [
  {
    file: 'filesystems',
    keys: ['disks.*.root'],
    drivers: /^local$/,
    source: 'https://laravel.com/docs/filesystem#the-local-driver',
  },
  {
    file: 'cache',
    keys: ['stores.*.path', 'stores.*.lock_path'],
    drivers: /^file$/,
    source: 'https://github.com/laravel/framework/blob/12.x/config/cache.php',
  },
  {
    file: 'logging',
    keys: ['channels.*.path', 'channels.*.with.stream'],
    source: 'https://laravel.com/docs/logging#available-channel-drivers',
  },
  {
    file: 'session',
    keys: ['files'],
    source: 'https://github.com/laravel/framework/blob/12.x/config/session.php',
  },
  {
    file: 'view',
    keys: ['compiled'],
    source: 'https://github.com/laravel/framework/blob/12.x/config/view.php',
  },
  {
    file: 'dompdf',
    keys: ['options.font_dir', 'options.font_cache', 'options.temp_dir'],
    source: 'https://github.com/barryvdh/laravel-dompdf/blob/master/config/dompdf.php',
  },
  {
    file: 'excel',
    keys: ['temporary_files.local_path'],
    source: 'https://github.com/SpartnerNL/Laravel-Excel/blob/3.1/config/excel.php',
  },
  {
    file: 'debugbar',
    keys: ['storage.path'],
    source: 'https://github.com/barryvdh/laravel-debugbar/blob/master/config/debugbar.php',
  },
  {
    file: 'media-library',
    keys: ['temporary_directory_path'],
    source: 'https://github.com/spatie/laravel-medialibrary/blob/main/config/media-library.php',
  },
]

export interface ConfiguredWrites {
  readonly writes: readonly { readonly path: string; readonly evidence: Evidence }[]
  /** Why that is not all. */
  readonly gap: string | undefined
}

/** The folders outside of `storage` that Laravel's configuration says are written to. */
export function laravelWrites(view: StageView, folder: string): ConfiguredWrites {
  const writes: { readonly path: string; readonly evidence: Evidence }[] = []
  let gap: string | undefined
  for (const { file, keys, drivers } of settings) {
    const source = view.contextPath(resolvePath(folder, `config/${file}.php`) ?? '')
    const text = source === undefined ? undefined : view.project.read(source)
    if (source === undefined || text === undefined) continue
    const returned = readPhpValue(text)
    for (const found of keys.flatMap((key) => valuesAt(returned, key.split('.'), drivers))) {
      const path = placeOf(found.value, folder)
      const evidence = { path: source, ...found.at }
      if (path === 'unknown')
        gap ??= `${source}:${found.at.line} names a folder that only run time knows`
      else if (path !== 'none' && !isTransient(path) && !isWithin(path, `${folder}/storage`))
        writes.push({ path, evidence })
    }
  }
  return { writes, gap }
}

interface FoundValue {
  readonly value: PhpValue
  readonly at: { readonly line: number; readonly text: string }
}

function valuesAt(
  value: PhpValue,
  [key, ...rest]: readonly string[],
  drivers: RegExp | undefined,
): readonly FoundValue[] {
  if (value.kind !== 'list' || key === undefined) return []
  const driver = value.entries.find((entry) => keyOf(entry.key) === 'driver')?.value
  if (drivers !== undefined && driver?.kind === 'text' && !drivers.test(driver.text)) return []
  return value.entries.flatMap((entry) => {
    if (key !== '*' && keyOf(entry.key) !== key) return []
    return rest.length === 0
      ? [{ value: entry.value, at: entry.at }]
      : valuesAt(entry.value, rest, drivers)
  })
}

const keyOf = (key: PhpValue | undefined) => (key?.kind === 'text' ? key.text : undefined)

/** `public_path('uploads')`, `env('UPLOADS', base_path('uploads'))`, `'/data'`; a stream or `null` is no file. */
function placeOf(value: PhpValue | undefined, folder: string): string {
  switch (value?.kind) {
    case 'text':
      if (value.text.startsWith('/')) return value.text
      return value.text === '' || /^(php|https?):/.test(value.text) ? 'none' : 'unknown'
    case 'call': {
      const name = value.name.toLowerCase()
      const [first, second] = value.args
      if (name === 'env') return second === undefined ? 'none' : placeOf(second, folder)
      if (name === 'realpath' || name === 'rtrim') return placeOf(first, folder)
      if (name === 'sys_get_temp_dir') return 'none'
      const helper = folderHelpers.get(name)
      if (helper === undefined || (first !== undefined && first.kind !== 'text')) return 'unknown'
      const below = [helper, first?.kind === 'text' ? first.text : '']
      return resolvePath(folder, below.filter((part) => part !== '').join('/')) ?? 'unknown'
    }
    case 'flag':
    case 'null':
      return 'none'
    default:
      return 'unknown'
  }
}
