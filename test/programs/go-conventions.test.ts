import { expect, test } from 'vitest'
import { factsOfPackage, parseGo, shareNames } from '../../src/programs/readers/go.ts'

function pathsOf(module: string, body: string): readonly string[] {
  const text = `package main\nimport "${module}"\nfunc main() {\n${body}\n}\n`
  const source = parseGo('main.go', text)
  if (source === undefined) throw new Error('no Go')
  shareNames([source])
  const env = () => undefined
  return factsOfPackage([source], {
    env,
    namesOf: () => undefined,
    imagePath: (path) => `/app/${path}`,
  }).flatMap(({ paths }) => paths.map(({ value }) => value.path))
}

test.each([
  ['gopkg.in/macaron.v1', 'macaron.Classic()', './public'],
  ['gopkg.in/macaron.v1', 'm.Use(macaron.Renderer())', './templates'],
  ['github.com/go-martini/martini', 'martini.Classic()', './public'],
  ['github.com/martini-contrib/render', 'm.Use(render.Renderer())', './templates'],
  ['github.com/urfave/negroni/v3', 'negroni.Classic()', './public'],
  ['github.com/unrolled/render', 'render.New()', './templates'],
  ['github.com/unrolled/render', 'render.New(render.Options{Directory: "pages"})', 'pages'],
  ['github.com/foolin/goview/supports/ginview', 'ginview.Default()', './views'],
  ['github.com/gobuffalo/pop/v6', 'pop.Connect("development")', 'database.yml'],
  ['github.com/gin-contrib/multitemplate', 'r.AddFromFiles("a", "tpl/a.html")', 'tpl/a.html'],
  ['github.com/kataras/iris/v12', 'app.RegisterView(iris.HTML("./pages", ".html"))', './pages'],
])('%s: %s', (module, body, path) => {
  expect(pathsOf(module, body)).toContain(path)
})
