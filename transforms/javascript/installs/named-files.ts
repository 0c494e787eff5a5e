import { inSource, resolvePath, type Project } from '../../../src/transform.ts'

/** The files of the sources that a file of settings names, relative to their folder: certificates, patches, what `.pnpmfile.cjs` requires. */
export function namedFiles(name: string, project: Project, source: string): readonly string[] {
  return wordsOf(name, project, source).flatMap((word) => {
    const path = resolvePath('/', word)?.slice(1) ?? ''
    const found = ['', '.js', '.cjs', '.json', '/index.js'].find(
      (end) => path !== '' && project.isFile(inSource(source, `${path}${end}`)),
    )
    return found === undefined || !/[./]/.test(word) ? [] : [`${path}${found}`]
  })
}

/** The same for folders: a mirror with the packages themselves. A word without a dot or a slash is a path where a line has a name and a value. */
export function namedFolders(name: string, project: Project, source: string): readonly string[] {
  const hasValues = /^\.(yarn|npm)rc$/.test(name)
  const folders = wordsOf(name, project, source).flatMap((word) => {
    const path = resolvePath('/', word)?.slice(1) ?? ''
    const isPath = path !== '' && (hasValues || /[./]/.test(word))
    return isPath && project.isFolder(inSource(source, path)) ? [path] : []
  })
  return [...new Set(folders)]
}

function wordsOf(name: string, project: Project, source: string): readonly string[] {
  const lines = (project.read(inSource(source, name)) ?? '').split('\n')
  const isComment = (line: string) => /^\s*(#|;|\/\/|\/?\*)/.test(line)
  return lines.flatMap((line) => (isComment(line) ? [] : line.split(/[\s=:,;'"`()[\]{}]+/)))
}
