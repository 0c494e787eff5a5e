import { isRecord, type Project } from '../../../src/transform.ts'

type Mentions = (wanted: RegExp) => boolean

/**
 * Programs that ask for the version or the contents of the repository: https://goreleaser.com/errors/no-git/,
 * https://github.com/prometheus/promu, https://docs.antora.org/antora/latest/playbook/content-source-url/
 */
export const programsThatReadGit: ReadonlySet<string> = new Set([
  'goreleaser',
  'promu',
  'govvv',
  'antora',
  // Its hooks go into the repository: https://pre-commit.com/#pre-commit-install
  'pre-commit',
])

/** What makes a program of the build look at git's own folder: calls, libraries, plugins that stamp a version. */
const words = new RegExp(
  [
    /(?:^|[\s"'`(;&|$])git(?=[\s"'`,)]|$)|\.git\/|\.git["'`]/,
    /(?:simple|isomorphic|go)-git|nodegit|git-?(?:rev|info|describe|commit|repo|version|hash|sha|branch|log|tag|date|last|change|cliff|semver|raw)/,
    /lastUpdated|showLastUpdate|last-commit|plugins\/last-modified|sentry/,
    // They fail where there is no repository to put hooks into.
    /lefthook|captainhook|grumphp|cghooks/,
    /ReadBuildInfo|versioninfo|buildvcs(?!=false)|setuptools[_-]scm|pbr\b/,
    /\b(?:goreleaser|promu|govvv|antora)\b/,
    // Versions of Python packages by the tags of the repository, and what calls git or reads the repository from Python.
    /hatch[_-]vcs|setuptools[_-]git|versioneer|versioningit|dunamai|dynamic[_-]versioning|flit[_-]scm|source\s*=\s*["'](?:scm|vcs)["']/,
    /fetch_git_sha|git-authors|pygit2|dulwich|pre-commit\s+install/,
    // The state of the sources, noted with each experiment.
    /^(?:import|from)?\s*(?:mlflow|wandb|clearml|comet[_-]ml|neptune|sacred|dvc|kedro|zenml)\b/,
  ]
    .map(({ source }) => source)
    .join('|'),
  'im',
)

/**
 * Packages of npm, one a line, that read the repository where nobody says so: documents with the date and the authors of each page, versions in
 * what is built, reports with the commit.
 */
const packages = new RegExp(
  `^(?:${[
    // https://nextra.site/docs/file-conventions/_meta-file: "Last updated on", by @napi-rs/simple-git
    'nextra',
    // Its default theme brings @vuepress/plugin-git: https://ecosystem.vuejs.press/plugins/development/git.html
    '(?:@vuepress/[\\w-]+|vuepress(?:-[\\w-]+)?)',
    // https://docus.dev: links to the page's source
    'docus',
    '@nuxthq/studio',
    // https://lunaria.dev: the state of translations
    '@lunariajs/[\\w-]+',
    // https://github.com/ZhongxuYang/vite-plugin-version-mark, https://github.com/yjl9903/unplugin-info
    'vite-plugin-version-mark',
    'unplugin-info',
    // https://github.com/nexdrew/next-build-id
    'next-build-id',
    'auto-changelog',
    'conventional-changelog(?:-[\\w-]+)?',
    // https://docs.codecov.com/docs/javascript-bundle-analysis, https://docs.datadoghq.com/real_user_monitoring/guide/upload-javascript-source-maps
    '@codecov/[\\w-]+',
    '@datadog/[\\w-]+',
    'bugsnag-build-reporter',
  ].join('|')})$`,
  'm',
)

/** The version of the project itself is that of its commit: https://getcomposer.org/doc/07-runtime.md#installed-versions */
const rootVersion =
  /getRootPackage|rootPackageName|(?:InstalledVersions|PrettyVersions|Versions)::get(?:Reference|RootPackage)/

/** https://www.11ty.dev/docs/dates/: `date: git Last Modified` */
const pageDate = /\bgit (?:Last Modified|Created)\b/i

/** Whether a build may read git's own folder, as far as the project's texts tell. */
export const mayReadGit = (project: Project, mentions: Mentions): boolean =>
  [words, packages, rootVersion].some(mentions) ||
  readsRootVersion(project, mentions) ||
  datesPages(project, mentions)

/** `InstalledVersions::getPrettyVersion('acme/shop')` in acme/shop. */
function readsRootVersion(project: Project, mentions: Mentions): boolean {
  const manifest = project.json('composer.json')
  const name = isRecord(manifest) ? manifest['name'] : undefined
  if (typeof name !== 'string' || !/^[\w.-]+\/[\w.-]+$/.test(name)) return false
  const quoted = name.replaceAll('.', '\\.')
  return mentions(new RegExp(`get(?:Pretty|Short)?(?:Version|Reference)\\(\\s*["']${quoted}["']`))
}

function datesPages(project: Project, mentions: Mentions): boolean {
  return (
    mentions(/^@11ty\/eleventy$/m) &&
    project
      .files()
      .filter(
        (path) => /\.(md|njk|liquid|html|json)$/.test(path) && !path.includes('node_modules/'),
      )
      .some((path) => pageDate.test(project.read(path) ?? ''))
  )
}
