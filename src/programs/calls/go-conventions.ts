import type { CallRow } from '../call.ts'

const words = (text: string) => text.split(' ')

/** Files and folders that a function, or an import by itself, looks for without being told their names. */
interface Convention {
  /** Import paths, separated by blanks; major versions at their end are left out. */
  readonly modules: string
  /** Functions, separated by blanks; none for the import by itself. */
  readonly names?: string
  readonly files: string
  readonly source: string
}

const rows: readonly Convention[] = [
  {
    modules: 'github.com/joho/godotenv',
    names: 'Load Overload Read',
    files: '.env',
    source: 'https://pkg.go.dev/github.com/joho/godotenv#Load',
  },
  {
    modules: 'github.com/joho/godotenv/autoload',
    files: '.env',
    source: 'https://pkg.go.dev/github.com/joho/godotenv/autoload',
  },
  {
    modules: 'github.com/spf13/viper',
    names: 'ReadInConfig',
    files: 'config.yaml config.yml config.json config.toml config.env config .env app.env',
    source: 'https://github.com/spf13/viper#reading-config-files',
  },
  {
    modules:
      'github.com/astaxie/beego github.com/beego/beego github.com/beego/beego/v2/server/web github.com/beego/beego/server/web',
    names: 'Run',
    files: './conf ./views ./static',
    source: 'https://github.com/beego/beedoc',
  },
  {
    modules: 'github.com/gogf/gf/frame/g github.com/gogf/gf/v2/frame/g',
    names: 'Server',
    files: 'config.toml config.yaml ./manifest ./config ./resource ./template ./public',
    source: 'https://goframe.org/docs/core/gcfg',
  },
  {
    modules:
      'gopkg.in/macaron.v1 github.com/go-macaron/macaron github.com/Unknwon/macaron github.com/go-martini/martini github.com/codegangsta/martini',
    names: 'Classic',
    files: './public',
    source: 'https://github.com/go-macaron/macaron/blob/v1/macaron.go, Classic',
  },
  {
    modules: 'gopkg.in/macaron.v1 github.com/go-macaron/macaron github.com/Unknwon/macaron',
    names: 'Renderer Renderers',
    files: './templates',
    source: 'https://github.com/go-macaron/macaron/blob/v1/render.go, prepareRenderOptions',
  },
  {
    modules:
      'github.com/martini-contrib/render github.com/codegangsta/martini-contrib/render github.com/go-macaron/renders github.com/go-macaron/pongo2 github.com/macaron-contrib/pongo2',
    names: 'Renderer Pongoer',
    files: './templates',
    source: 'https://github.com/martini-contrib/render/blob/master/render.go, prepareOptions',
  },
  {
    modules: 'github.com/flamego/flamego',
    names: 'Static Classic',
    files: './public',
    source: 'https://github.com/flamego/flamego/blob/main/static.go',
  },
  {
    modules: 'github.com/flamego/template',
    names: 'Templater',
    files: './templates',
    source: 'https://github.com/flamego/template/blob/main/template.go',
  },
  {
    modules: 'github.com/urfave/negroni github.com/codegangsta/negroni',
    names: 'Classic',
    files: './public',
    source: 'https://github.com/urfave/negroni/blob/master/negroni.go, Classic',
  },
  {
    modules:
      'github.com/unrolled/render gopkg.in/unrolled/render.v1 github.com/thedevsaddam/renderer',
    names: 'New',
    files: './templates',
    source: 'https://github.com/unrolled/render/blob/v1/render.go, prepareOptions',
  },
  {
    modules:
      'github.com/foolin/goview github.com/foolin/goview/supports/ginview github.com/foolin/goview/supports/echoview github.com/foolin/gin-template github.com/foolin/echo-template',
    names: 'Default New Use NewMiddleware',
    files: './views',
    source: 'https://github.com/foolin/goview/blob/master/view.go, DefaultConfig',
  },
  {
    modules: 'github.com/gobuffalo/pop github.com/markbates/pop',
    names: 'Connect LoadConfigFile',
    files: 'database.yml config/database.yml',
    source: 'https://github.com/gobuffalo/pop/blob/main/config.go, LookupPaths',
  },
  {
    modules: 'github.com/gobuffalo/buffalo',
    names: 'New',
    files: 'database.yml ./config ./templates ./public ./locales',
    source: 'https://gobuffalo.io/documentation/getting_started/directory-structure/',
  },
  {
    modules: 'github.com/revel/revel',
    names: 'Run Init',
    files: './conf ./app/views ./public ./messages',
    source: 'https://revel.github.io/manual/organization.html',
  },
]

/** By `module.Function`, or `import module`. */
export const goDefaultFiles: ReadonlyMap<string, readonly string[]> = new Map(
  rows.flatMap(({ modules, names, files }) =>
    words(modules).flatMap((module) =>
      (names === undefined ? [undefined] : words(names)).map((name): [string, string[]] => [
        name === undefined ? `import ${module}` : `${module}.${name}`,
        words(files),
      ]),
    ),
  ),
)

/** The same folders, where a program names them in its own words. */
export const goFolders: readonly CallRow[] = [
  // https://github.com/unrolled/render#available-options, and those that are made like it
  ...words(
    'gopkg.in/macaron.v1 github.com/go-macaron/macaron github.com/martini-contrib/render github.com/unrolled/render',
  ).map((module): CallRow => ({
    module,
    names: words('Options RenderOptions'),
    reads: ['Directory'],
  })),
  // https://github.com/foolin/goview#config
  ...words('github.com/foolin/goview github.com/foolin/gin-template').map((module): CallRow => ({
    module,
    names: words('Config TemplateConfig'),
    reads: ['Root'],
  })),
  // https://pkg.go.dev/github.com/kataras/iris/v12#HTML
  {
    module: 'github.com/kataras/iris',
    names: words('HTML Django Pug Handlebars Amber Jet Ace Blocks'),
    mayName: [0],
  },
  { names: ['HandleDir'], mayName: [1] },
  // https://github.com/gin-contrib/multitemplate
  { names: words('AddFromFiles AddFromGlob'), mayName: [1, 2, 3, 4] },
]
