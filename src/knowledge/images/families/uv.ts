import { defaultPath } from '../image-folders.ts'
import { readImageTag } from '../image-tag.ts'
import { imageConfig, systemOf, type ImageFamily } from './image-family.ts'
import { python } from './languages.ts'

const name = 'ghcr.io/astral-sh/uv'

/** The word of a tag that names the Python: 'python3.12'. */
const pythonWord = /^python(\d+\.\d+)$/

/** A word of a tag that names a system, or a Python on one. */
const system = /^(python.*|debian|bookworm|trixie|alpine.*|slim)$/

/**
 * The image of Docker that one of uv's with Python stands on: `ghcr.io/astral-sh/uv:0.5-python3.12-bookworm-slim` =>
 * `python:3.12-slim-bookworm`. Undefined for the others: in those, uv itself brings the Python that a project asks for.
 */
export function pythonUnderUv(image: string, tag: string | undefined): string | undefined {
  if (image !== name || tag?.includes('$') !== false) return undefined
  const words = tag.split('-')
  const at = words.findIndex((word) => pythonWord.test(word))
  const version = pythonWord.exec(words[at] ?? '')?.[1]
  // `python3.15-rc-trixie` has a word of its own.
  const [system, slim, ...more] = words.slice(at + 1)
  if (version === undefined || system === undefined || more.length > 0) return undefined
  if (slim !== undefined && slim !== 'slim') return undefined
  return `python:${[version, ...(slim === undefined ? [] : [slim]), system].join('-')}`
}

/** Images of uv on those of Python and of distributions; the plain tags have the programs alone. */
export const uv: ImageFamily = {
  name: 'uv',
  matches: (image) => image === name,
  source: 'https://github.com/astral-sh/uv: .github/workflows/build-docker.yml',
  describe: (tag) => {
    const base = pythonUnderUv(name, tag.text)
    if (base !== undefined) {
      const plain = readImageTag(base.slice('python:'.length))
      const traits = python.describe(plain, 'python')
      return {
        ...traits,
        name: 'python',
        version: plain.version,
        config: { ...traits.config, Cmd: ['/usr/local/bin/uv'] },
        programs: [...(traits.programs ?? []), 'uv', 'uvx'],
      }
    }
    const isBare = !tag.opaque && !tag.words.some((word) => system.test(word))
    return isBare
      ? {
          system: { distribution: 'none', libc: 'none' },
          bare: true,
          config: imageConfig({
            Env: { PATH: defaultPath },
            WorkingDir: '/io',
            Entrypoint: ['/uv'],
          }),
          programs: [],
        }
      : {
          system: systemOf(tag, {}),
          config: imageConfig({ Env: { PATH: defaultPath }, Cmd: ['/usr/local/bin/uv'] }),
          programs: undefined,
        }
  },
}
