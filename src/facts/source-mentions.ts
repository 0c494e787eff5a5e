import type { Project } from '../project/project.ts'

/** Above this the sources are not read: whatever is asked counts as mentioned. */
const mostFiles = 1500

const program =
  /\.([cm]?[jt]sx?|vue|svelte|astro|go|php|py|rb|sh|bash|mk|toml|ya?ml|mdx)$|(^|\/)(Makefile|Rakefile|Taskfile|artisan|console)$/
/** Packages, and what runs outside of the image. */
const notOurs =
  /(^|\/)((vendor|node_modules|\.yarn|\.git|\.github|\.circleci)\/|(docker-)?compose[^/]*\.ya?ml$|\.[^/]*\.ya?ml$)/

/** Whether the project's programs, scripts or settings say something that a pattern finds. Reads every source file, once a question is asked. */
export function sourceMentions(project: Project): (wanted: RegExp) => boolean {
  let texts: readonly string[] | undefined
  return (wanted) => {
    texts ??= textsOf(project)
    return texts === unknown || texts.some((text) => wanted.test(text))
  }
}

const unknown: readonly string[] = []

function textsOf(project: Project): readonly string[] {
  const files = project.files().filter((file) => !notOurs.test(file))
  const programs = files.filter((file) => program.test(file))
  if (programs.length > mostFiles) return unknown
  const manifests = files.filter((file) => /(^|\/)(package|composer)\.json$/.test(file))
  return [
    '',
    ...programs.flatMap((file) => project.read(file) ?? []),
    ...manifests.map((file) => ofManifest(project.json(file))),
  ]
}

/** What a manifest runs and depends on, a line each; not where the project lives. */
function ofManifest(manifest: unknown): string {
  if (typeof manifest !== 'object' || manifest === null) return ''
  const fields = new Map<string, unknown>(Object.entries(manifest))
  const names = ['dependencies', 'devDependencies', 'require', 'require-dev'].flatMap((field) => {
    const value = fields.get(field)
    return typeof value === 'object' && value !== null ? Object.keys(value) : []
  })
  const scripts = fields.get('scripts')
  const lines = typeof scripts === 'object' && scripts !== null ? Object.values(scripts).flat() : []
  return [...names, ...lines.map((line) => (typeof line === 'string' ? line : ''))].join('\n')
}
