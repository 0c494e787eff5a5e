import { resolvePath, type Call, type Reading } from '../../../src/transform.ts'

type Words = Call['args']

/** Whether the context brings a file to this place of the image. */
export function isThere(path: string | undefined, { place }: Pick<Call, 'place'>): boolean {
  const source = path === undefined ? undefined : place.contextPath(path)
  return source !== undefined && place.project.isFile(source)
}

/** The folders that modules are looked for in: those that flags name, the one that the command runs in, and `src`. */
export function foldersOf(call: Call, named: readonly string[] = []): readonly string[] {
  const path = call.command.assignments.get('PYTHONPATH') ?? call.place.variable('PYTHONPATH') ?? ''
  return [...named, '.', 'src', ...path.split(':').filter(Boolean)].flatMap(
    (folder) => resolvePath(call.cwd, folder) ?? [],
  )
}

/**
 * The file of the image that a module is, of the project's own: 'shop.web' and 'shop.web:app' are shop/web.py or the package's __init__.py, or
 * what `mains` says stands for the package. Undefined for modules of others.
 */
export function fileOfModule(
  named: string | undefined,
  folders: readonly string[],
  call: Call,
  mains: readonly string[] = ['__init__.py'],
): string | undefined {
  const [module = ''] = named?.split(':', 1) ?? []
  if (!/^[A-Za-z_][\w.]*$/.test(module)) return undefined
  const below = module.replaceAll('.', '/')
  return folders
    .flatMap((folder) => [
      `${folder === '/' ? '' : folder}/${below}.py`,
      ...mains.map((main) => `${folder === '/' ? '' : folder}/${below}/${main}`),
    ])
    .find((path) => isThere(path, call))
}

/** Files that Python runs, or loads for a server; undefined where there are none. */
export function startsFiles(
  { cwd }: Call,
  files: readonly (string | undefined)[],
  rest: Words = [],
): Reading | undefined {
  const known = files.flatMap((file) => file ?? [])
  return known.length === 0
    ? undefined
    : { kind: 'starts', starts: known.map((file) => ({ words: ['python', file, ...rest], cwd })) }
}
