import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { format, resolveConfig } from 'prettier'

/** A file to write; `path` is relative to the repository. */
export interface NewFile {
  readonly path: string
  readonly text: string
}

const template = 'transforms/_template'
const list = 'transforms/index.ts'

/**
 * The files of a new transform: its module and fixtures, copied from the template, and the list with it registered last.
 *
 * @throws Error where the name is not one, or is taken.
 */
export async function planTransform(name: string, root: string): Promise<readonly NewFile[]> {
  if (!/^[a-z][a-z0-9-]*$/.test(name))
    throw new Error(
      'Usage: npm run new-transform -- NAME, where NAME is lower-case: ruby, ruby-on-rails',
    )
  if (existsSync(join(root, 'transforms', name)))
    throw new Error(`transforms/${name} is there already`)
  const value = name.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase())
  const module = readFileSync(join(root, template, 'index.ts'), 'utf8')
    .replace(/^\/\/ A transform to start from:[^]*?\n\/\/\n/m, '')
    .replace('export const template:', `export const ${value}:`)
    .replace("name: 'template'", `name: '${name}'`)
  const fixtures = join(root, template, '__fixtures__')
  return [
    { path: `transforms/${name}/index.ts`, text: module },
    ...filesBelow(fixtures).map((file) => ({
      path: `__fixtures__/${name}/${file}`,
      text: readFileSync(join(fixtures, file), 'utf8'),
    })),
    {
      path: list,
      text: await formatted(
        join(root, list),
        registered(readFileSync(join(root, list), 'utf8'), name, value),
      ),
    },
  ]
}

function filesBelow(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .sort()
}

/** The list with a transform at its end: the more special ones come first. */
function registered(text: string, name: string, value: string): string {
  const start = /export const ecosystems\b[^=]*=\s*\[/.exec(text)
  const end = start === null ? -1 : text.indexOf(']', start.index + start[0].length)
  const imports = [...text.matchAll(/^import .* from '\.\/.*'$/gm)].at(-1)
  if (start === null || end === -1 || imports === undefined)
    throw new Error(`${list} has no list of ecosystems to add to`)
  const afterImports = imports.index + imports[0].length
  const last = text.slice(start.index + start[0].length, end).trimEnd()
  return [
    text.slice(0, afterImports),
    `\nimport { ${value} } from './${name}/index.ts'`,
    text.slice(afterImports, start.index + start[0].length),
    `${last}${last === '' || last.endsWith(',') ? '' : ','} ${value}`,
    text.slice(end),
  ].join('')
}

async function formatted(path: string, text: string): Promise<string> {
  return format(text, { ...(await resolveConfig(path)), parser: 'typescript' })
}
