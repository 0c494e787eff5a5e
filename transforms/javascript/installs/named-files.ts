import { inSource, resolvePath, type Project } from '../../../src/transform.ts'

/** The files of the sources that a file of settings names, relative to their folder: certificates, patches, what `.pnpmfile.cjs` requires. */
export function namedFiles(name: string, project: Project, source: string): readonly string[] {
  const lines = (project.read(inSource(source, name)) ?? '').split('\n')
  const isComment = (line: string) => /^\s*(#|;|\/\/|\/?\*)/.test(line)
  const words = lines.flatMap((line) => (isComment(line) ? [] : line.split(/[\s=:,;'"`()[\]{}]+/)))
  return words.flatMap((word) => {
    const path = resolvePath('/', word)?.slice(1) ?? ''
    const found = ['', '.js', '.cjs', '.json', '/index.js'].find(
      (end) => path !== '' && project.isFile(inSource(source, `${path}${end}`)),
    )
    return found === undefined || !/[./]/.test(word) ? [] : [`${path}${found}`]
  })
}
