import {
  asPattern,
  isCredentialsFile,
  isLeftOutOfGit,
  parseRun,
  sourceMentions,
  substituted,
  type Command,
  type Facts,
  type RuleContext,
} from '../../../src/transform.ts'
import { mayReadGit, programsThatReadGit } from './git-readers.ts'
import { lineFor, type IgnoreLine } from './ignore-line.ts'
import { isAround, outputFolders, packageFolders, type MadeFolder } from './made-in-image.ts'
import { pythonLines } from './python-lines.ts'

/** Folders of editors, logs, reports of tests: nobody's input. */
const leftovers = [
  ...['.idea', '.vscode', '.nyc_output', 'coverage', '.phpunit.result.cache', '.phpunit.cache'].map(
    (name) => ({ name, pattern: name }),
  ),
  // `*.log`, as git has it
  { name: 'any-name-at-all.log', pattern: '*.log' },
  { name: 'npm-debug.log', pattern: 'npm-debug.log*' },
  { name: 'yarn-error.log', pattern: 'yarn-error.log*' },
]

const readsEnv = new RegExp(
  [
    /(?:^|["'`\s/=(])\.env(?![\w-])|dotenv|env-cmd|phpdotenv|godotenv|symfony\/(?:runtime|framework)|laravel\//,
    /^(?:vite|next|nuxt3?|react-scripts|astro|parcel(?:-bundler)?|expo|gatsby|prisma|bun|@vue\/cli-service|@nestjs\/config|@prisma\/client|@sveltejs\/kit|@adonisjs\/[\w-]+)$/,
    /--env-file|config\(\)\.env/,
    // Packages of Python that read it without its name being said: python-decouple, django-environ, environs, and programs that read it at their start.
    /\b(?:decouple|prettyconf|dynaconf|environs|read_env|honcho|chainlit|litellm|dagster|prefect)\b|\bflask\b.*\brun\b|\bpipenv\b.*\brun\b/,
  ]
    .map(({ source }) => source)
    .join('|'),
  'im',
)
/** Instructions with commands, of the build or of the container. */
const works = /^(RUN|CMD|ENTRYPOINT|HEALTHCHECK|ONBUILD)$/
const readsDockerfile = /\bDockerfile\b/
const readsCompose = /\bcompose[\w.-]*\.ya?ml/

/**
 * The lines that would do some good, where the context's own folder is copied (`isWhole`), and where a web server hands out what is (`isServed`); whether each
 * may stand is another question.
 */
export function ignoreLines(
  context: RuleContext,
  isWhole: boolean,
  isServed: boolean,
): readonly IgnoreLine[] {
  const { facts } = context
  const { project } = facts
  const made = [...packageFolders(context), ...outputFolders(context)]
    .filter(({ path }, i, all) => all.findIndex((other) => other.path === path) === i)
    .filter((folder) => isSent(folder, facts) && canBeMade(folder, facts))
    .filter((folder) => folder.isUsual || appears(folder, facts))
    .map((folder) =>
      lineFor(patternFor(folder, facts), {
        made: folder,
        isWeighty: folder.packages !== undefined || appears(folder, facts),
      }),
    )
  const ofPython = pythonLines(facts, isWhole)
  if (!isWhole) return [...made, ...ofPython]
  const mentions = sourceMentions(project)
  const isSaid = (wanted: RegExp) => () =>
    facts.dockerfile.instructions.some(
      ({ keyword, text }) => works.test(keyword) && wanted.test(text),
    ) || mentions(wanted)
  const usesGit = () =>
    runsGit(facts) ||
    mayReadGit(project, mentions) ||
    context.behaviour?.programs.some(({ name }) => name === 'git') === true
  // The Dockerfile itself need not be on disk: `--stdin-filepath`.
  const own = project.dockerfile ?? ''
  const names = [...new Set([...project.list(''), own])]
    .filter((name) => name === own || project.isFile(name))
    .sort()
  const composeFiles = names.filter((name) => /^(docker-)?compose[\w.-]*\.ya?ml$/.test(name))
  const dockerfiles = names.filter((name) =>
    /^([Dd]ockerfile|DOCKERFILE|Containerfile)([._-][\w.-]+)?$/.test(name),
  )
  // A clone that is fetched for a build has a .git, whatever this folder has.
  const hasGit = project.ignoreFile === undefined || project.isFolder('.git')
  return [
    ...made,
    lineFor('.git', { isWeighty: hasGit, isPrivate: true, isUsed: usesGit }),
    lineFor('.dockerignore', { isUsed: isSaid(readsDockerfile) }),
    ...shortened(dockerfiles, 'Dockerfile').map((name) =>
      lineFor(name, { isWeighty: isServed, isPrivate: true, isUsed: isSaid(readsDockerfile) }),
    ),
    ...shortened(composeFiles, 'docker-compose').map((name) =>
      lineFor(name, { isWeighty: isServed, isPrivate: true, isUsed: isSaid(readsCompose) }),
    ),
    ...(isLeftOutOfGit('.env', project)
      ? [lineFor('.env', { isWeighty: true, isPrivate: true, isUsed: isSaid(readsEnv) })]
      : []),
    ...(isServed ? names.filter(isKey) : []).map((name) =>
      lineFor(name, { isWeighty: true, isPrivate: true, isUsed: isSaid(wordOf(name)) }),
    ),
    ...leftovers
      .filter(({ name }) => isLeftOutOfGit(name, project))
      .filter(
        ({ pattern }, _, all) =>
          !pattern.endsWith('.log*') || all.every((other) => other.pattern !== '*.log'),
      )
      .map(({ pattern }) => lineFor(pattern)),
    ...ofPython,
  ]
}

/** A key or a password, which package managers do not look for beside the manifests. */
const isKey = (name: string) => isCredentialsFile(name) && name !== 'auth.json' && name !== '.npmrc'

const wordOf = (name: string) => new RegExp(`(?<![\\w-])${asPattern(name)}(?![\\w-])`)

// Workspaces have package folders of their own. `**/` names them all, where git ignores such a folder anywhere.
function patternFor({ path, packages }: MadeFolder, { project }: Facts): string {
  const isEverywhere =
    path === packages?.name &&
    packages.isInWorkspaces(project) &&
    isLeftOutOfGit(`any/${path}`, project)
  return isEverywhere ? `**/${path}` : path
}

/** Not where a clone brings the folder: then somebody put it there on purpose. What an install has left behind says so itself. */
function canBeMade({ path, packages }: MadeFolder, { project }: Facts): boolean {
  return (
    isLeftOutOfGit(path, project) ||
    !(project.isFolder(path) || project.isFile(path)) ||
    packages?.marks.some((name) => project.isFile(`${path}/${name}`)) === true
  )
}

/** Whether a COPY brings a folder around it. */
function isSent({ path }: MadeFolder, { stages }: Facts): boolean {
  return stages.some(({ copies }) => copies.some((copy) => isAround(copy, path)))
}

/** Where git was told of it, or where it stands: people have it on their machines. */
function appears({ path }: MadeFolder, { project }: Facts): boolean {
  return project.isFolder(path) || isLeftOutOfGit(path, project)
}

/** Beyond bringing sources of its own, a RUN asks git something about the context. */
function runsGit({ stages }: Facts): boolean {
  return stages.some(
    ({ commands, steps, unreadable }) =>
      commands.some(asksGit) ||
      // `VERSION=$(git describe)`, `-ldflags "-X main.version=$(git describe)"`
      steps.some(({ instruction, workdir, variable }) => {
        const script = instruction.keyword === 'RUN' ? parseRun(instruction) : undefined
        return script !== undefined && substituted(script, workdir, variable).some(asksGit)
      }) ||
      unreadable.some(({ instruction }) => /\bgit\b/.test(instruction.text)),
  )
}

const asksGit = ({ name, args, argv }: Command): boolean =>
  (name === 'git' && !/^(clone|config|--version|init)$/.test(args[0] ?? '')) ||
  argv.some(
    (word) =>
      word !== undefined &&
      (programsThatReadGit.has(word) ||
        (/\.git(\/|$)|buildvcs(?!=false)/.test(word) && !/:/.test(word))),
  )

/** One pattern for several names that begin alike. */
function shortened(names: readonly string[], start: string): readonly string[] {
  const alike = names.filter((name) => name.startsWith(start))
  return alike.length < 2 ? names : [`${start}*`, ...names.filter((name) => !alike.includes(name))]
}
