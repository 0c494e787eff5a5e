import {
  unknownStart,
  type Launcher,
  type Started,
  composerCommandOf,
} from '../../../src/transform.ts'
import { evidenceIn, readComposerManifest } from './manifest.ts'

/** `composer run build`, `composer build`: https://getcomposer.org/doc/articles/scripts.md#running-scripts-manually */
export const composerLauncher: Launcher = {
  read: ({ command, place }) => {
    const call = composerCommandOf(command)
    if (call === undefined || call.isGlobal) return undefined
    const isRun = call.name === 'run'
    const words = isRun ? call.args.filter((arg) => arg !== '--') : [call.name, ...call.args]
    const at = words.findIndex((arg) => arg?.startsWith('-') !== true)
    const name = words[at]
    const manifest =
      call.folder === undefined ? undefined : readComposerManifest(place, call.folder)
    const lines = name === undefined ? undefined : manifest?.scripts.get(name)
    if (name === undefined || manifest === undefined || lines === undefined)
      return isRun && name !== undefined
        ? unknownStart(`no composer.json with a script "${name}" is in the build context`)
        : undefined
    const starts = lines.map((line): Started => {
      const text = shellLine(line)
      if (text === undefined) return { why: `${line} is a function of PHP` }
      const evidence = evidenceIn(manifest, 'scripts', name, line)
      return { text, cwd: call.folder, bin: 'vendor/bin', evidence }
    })
    return { kind: 'starts', starts }
  },
}

/** A line of a script as a shell would see it: `@php artisan x`, `@composer x`, `@other`. Undefined for a callback `Acme\Scripts::run`. */
export function shellLine(line: string): string | undefined {
  if (/^@putenv\b/.test(line)) return ''
  if (/^\\?[A-Za-z_]\w*(\\\w+)*::\w+$/.test(line)) return undefined
  const plain = line.replace(/@(no_)?additional_args\b/g, '')
  const [, name] = /^@([\w:.-]+)/.exec(plain) ?? []
  if (name === undefined) return plain
  return name === 'php' || name === 'composer' ? plain.slice(1) : `composer run ${plain.slice(1)}`
}
