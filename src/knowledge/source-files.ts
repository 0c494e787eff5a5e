/** Endings of what people write for a machine to run or to be set up by. */
const endings =
  '[cm]?[jt]sx? vue svelte astro go php py pyi rb rake erb java kts? groovy gradle scala clj ex exs rs cs fs vb csproj fsproj props targets swift dart lua pl pm c h cc cpp hpp sh bash ps1 mk cmake toml cfg ya?ml mdx'

/** Files that are known by their names. */
const names =
  'Makefile|Rakefile|Taskfile|artisan|console|Gemfile|Pipfile|Procfile|requirements[^/]*\\.txt'

/** Sources, scripts and settings of any language: where a program says what it uses. */
const source = new RegExp(`\\.(${endings.replaceAll(' ', '|')})$|(^|/)(${names})$`)

/** Packages, and what runs outside of the image. */
const notOurs =
  /(^|\/)((vendor|node_modules|site-packages|\.venv|venv|\.yarn|\.git|\.github|\.circleci)\/|(docker-)?compose[^/]*\.ya?ml$|\.[^/]*\.ya?ml$)/

/** Whether a file of a project is a source, a script or a setting of its own. */
export const isOwnSource = (path: string) => source.test(path) && !notOurs.test(path)

/** Manifests in JSON: which fields name packages, and which say what is run. */
export const jsonManifests: readonly {
  readonly name: string
  readonly packages: readonly string[]
  readonly commands: string
  readonly source: string
}[] = [
  {
    name: 'package.json',
    packages: ['dependencies', 'devDependencies'],
    commands: 'scripts',
    source: 'https://docs.npmjs.com/cli/configuring-npm/package-json',
  },
  {
    name: 'composer.json',
    packages: ['require', 'require-dev'],
    commands: 'scripts',
    source: 'https://getcomposer.org/doc/04-schema.md',
  },
]

/** Whether a file is a manifest of the project's own. */
export const isOwnManifest = (path: string) =>
  !notOurs.test(path) &&
  jsonManifests.some(({ name }) => path === name || path.endsWith(`/${name}`))
