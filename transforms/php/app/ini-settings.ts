import {
  commandEvidence,
  isTransient,
  type Behaviour,
  type Evidence,
  type Facts,
} from '../../../src/transform.ts'
import type { PhpStart } from './start.ts'

/** Folders that PHP keeps files in while it runs: https://www.php.net/manual/en/ini.list.php */
const folders =
  /^(session\.save_path|upload_tmp_dir|sys_temp_dir|opcache\.file_cache|soap\.wsdl_cache_dir|xdebug\.output_dir)$/

/** Where PHP and its pools look for settings, in its own images and in Debian's and Alpine's packages. */
const settingFiles = /^\/(usr\/local\/)?etc\/php.*\.(ini|conf)$|\/(\.user\.ini|\.htaccess)$/

/** What the settings of PHP say of folders: in files that a COPY brings, in what a RUN writes, in the words of the start command. */
export function writesOfSettings(facts: Facts, { process }: PhpStart): Behaviour['writes'] {
  const { project, final } = facts
  const ofCopies = final.copies.flatMap(({ paths, from }) =>
    from !== undefined
      ? []
      : paths.flatMap(({ source, target, isFolder }) => {
          const inside = isFolder ? project.files(source) : [source]
          return inside.flatMap((file) => {
            const rest = isFolder && source !== '' ? file.slice(source.length + 1) : file
            const path = isFolder ? `${target === '/' ? '' : target}/${rest}` : target
            if (!settingFiles.test(path)) return []
            return writesIn(project.read(file) ?? '', (line, text) => ({ path: file, line, text }))
          })
        }),
  )
  const ofCommands = final.commands.flatMap((command) =>
    writesOfWords(command.argv, commandEvidence(command)),
  )
  const start = process?.via.at(-1)
  const ofStart = start === undefined ? [] : writesOfWords(process?.args ?? [], start)
  return [...ofCopies, ...ofCommands, ...ofStart]
}

/** `echo 'session.save_path = /data' > php.ini`, `php -d session.save_path=/data` */
const writesOfWords = (words: readonly (string | undefined)[], evidence: Evidence) =>
  words.flatMap((word) =>
    word?.includes('=') === true
      ? writesIn(word.replaceAll('\\n', '\n').replace(/^-d/, ''), () => evidence)
      : [],
  )

function writesIn(
  text: string,
  evidenceAt: (line: number, text: string) => Evidence,
): Behaviour['writes'] {
  return text.split(/\r?\n/).flatMap((line, i) => {
    const [name, value] = settingOf(line.trim())
    const path = value?.slice(value.lastIndexOf(';') + 1)
    return name !== undefined && folders.test(name) && path?.startsWith('/') === true
      ? isTransient(path)
        ? []
        : [{ path, isFolder: true, evidence: evidenceAt(i + 1, line.trim()) }]
      : []
  })
}

/**
 * `name = "value"`, `php_admin_value[name] = value` of a pool, `php_value name value` of Apache; a save path may have a depth before it
 * (`2;/sessions`). https://www.php.net/manual/en/configuration.file.php, https://www.php.net/manual/en/configuration.changes.php
 */
function settingOf(line: string): readonly (string | undefined)[] {
  const [, own, ofPool, ofApache, text = ''] =
    /^(?:php_(?:admin_)?value(?:\[([\w.]+)\]\s*=|\s+([\w.]+)\s)|([\w.]+)\s*=)(.*)$/.exec(line) ?? []
  const value = text.trim()
  const quoted = /^(["'])(.*?)\1/.exec(value)?.[2]
  return [own ?? ofPool ?? ofApache, quoted ?? value.replace(/\s+[;#].*$/, '')]
}
