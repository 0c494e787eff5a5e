import { folderOf, type Facts, type OtherFile } from '../../../src/transform.ts'
import { isSameServer } from './own-conf.ts'
import { writeNginxConf, type NginxConf } from './nginx-conf.ts'

/** The configuration as a file of the build context. */
export interface ConfFile {
  /** Relative to the context. */
  readonly path: string
  readonly isTemplate: boolean
  readonly otherFiles: readonly OtherFile[]
  /** Of what was there already, for the user; a sentence. */
  readonly note: string | undefined
}

/** Beside the Dockerfile, or the project's own file where that does the same; with an exception where the ignore file would hide it. */
export function confFile({ project }: Facts, conf: NginxConf): ConfFile {
  const text = writeNginxConf(conf)
  const folder = project.dockerfile === undefined ? '.' : folderOf(project.dockerfile)
  const place = folder === '.' || folder.startsWith('..') ? '' : `${folder}/`
  const isTemplate = typeof conf.port !== 'number'
  const nameOf = (name: string) => `${place}${name}${isTemplate ? '.template' : ''}`
  const names = ['nginx.conf', 'nginx.static.conf', 'nginx.site.conf'].map(nameOf)
  const [own] = names
  const isOwn = own !== undefined && project.isFile(own)
  if (isOwn && isSameServer(project.read(own) ?? '', conf))
    return {
      path: own,
      isTemplate,
      otherFiles: [],
      note: `The project's own ${own} says the same, and is used.`,
    }
  const path =
    names.find((name) => project.standsAt(name) === undefined) ?? nameOf('nginx.frontend.conf')
  return {
    path,
    isTemplate,
    otherFiles: [{ path, before: null, after: text }, ...unhide(project, path)],
    note: isOwn
      ? `The project's own ${own} does something else, so that this one has another name.`
      : undefined,
  }
}

/** An exception at the end of the ignore file: the last line that matches decides. https://docs.docker.com/build/concepts/context/#negating-matches */
function unhide(project: Facts['project'], path: string): readonly OtherFile[] {
  const ignore = project.ignoreFile
  if (ignore === undefined || !project.isIgnored(path)) return []
  const { text } = ignore
  const end = text.includes('\r\n') ? '\r\n' : '\n'
  const gap = text === '' || text.endsWith('\n') ? '' : end
  return [{ path: ignore.path, before: text, after: `${text}${gap}!${path}${end}` }]
}
