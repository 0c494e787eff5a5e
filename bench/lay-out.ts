import { cpSync, existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'

/** A Dockerfile with its build context, to be copied as often as wanted. */
interface Template {
  readonly name: string
  readonly dockerfile: string
  readonly context: string
}

/** Lays out `count` projects below `folder`, copies of the repository's fixtures in turn; gives the number of different ones. */
export function layOut(folder: string, count: number, fixtures: string): number {
  const templates = readdirSync(fixtures).flatMap((kind) => templatesOf(join(fixtures, kind)))
  for (let i = 0; i < count; i++) {
    const template = templates[i % templates.length]
    if (template === undefined) throw new Error(`There are no fixtures in ${fixtures}`)
    // Groups of projects, as in a large repository.
    const project = join(folder, `group-${Math.floor(i / 100)}`, `${i}-${template.name}`)
    cpSync(template.context, project, { recursive: true })
    cpSync(template.dockerfile, join(project, 'Dockerfile'))
  }
  return templates.length
}

function templatesOf(folder: string): readonly Template[] {
  return readdirSync(folder).flatMap((name) => {
    const dockerfile = join(folder, name, 'input.Dockerfile')
    const context = join(folder, name, 'context')
    return existsSync(dockerfile) && existsSync(context) ? [{ name, dockerfile, context }] : []
  })
}
