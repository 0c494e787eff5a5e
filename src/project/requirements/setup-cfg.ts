import { readIni } from '../formats/ini-text.ts'
import type { Manifest } from './pyproject.ts'

/** Reads setup.cfg; undefined where it says nothing of packages. https://setuptools.pypa.io/en/latest/userguide/declarative_config.html */
export function readSetupCfg(source: string): Manifest | undefined {
  const sections = readIni(source)
  const section = (name: string) => sections.find((item) => item.name === name)?.values
  const written = section('options')?.get('install_requires')?.text
  const extras = section('options.extras_require')
  if (written === undefined && extras === undefined) return undefined
  const isFile = written?.startsWith('file:') === true
  return {
    name: section('metadata')?.get('name')?.text,
    groups: [
      { name: undefined, isDev: false, requirements: isFile ? [] : linesIn(written ?? '') },
      ...[...(extras ?? [])].map(([name, { text }]) => ({
        name,
        isDev: false,
        requirements: linesIn(text),
      })),
    ].filter(({ requirements }) => requirements.length > 0),
    files: isFile ? written.slice('file:'.length).split(/[,\n]/).map(trimmed) : [],
    folders: [],
    isDynamic: false,
  }
}

/** One a line, or separated by semicolons where they stand on one. */
const linesIn = (text: string): readonly string[] =>
  (text.includes('\n') ? text.split('\n') : text.split(';')).map(trimmed).filter(Boolean)

const trimmed = (text: string) => text.trim()
