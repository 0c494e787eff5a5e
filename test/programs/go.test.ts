import { describe, expect, test } from 'vitest'
import { expressionHolds, fileNameHolds } from '../../src/programs/readers/go/constraints.ts'
import {
  factsOfPackage,
  isCompiled,
  parseGo,
  shareNames,
  type GoFacts,
} from '../../src/programs/readers/go.ts'

const plain = { tags: new Set<string>(), cgo: undefined }

function parse(text: string, path = 'main.go') {
  const source = parseGo(path, text)
  if (source === undefined) throw new Error('no Go')
  return source
}

/** The facts of files of one package, in an image whose ENV says `DATA_DIR=/data`. */
function read(...bodies: readonly string[]): readonly GoFacts[] {
  const sources = bodies.map((body, i) => parse(`package main\n${body}\n`, `f${i}.go`))
  shareNames(sources)
  const env = (name: string) => (name === 'DATA_DIR' ? '/data' : undefined)
  return factsOfPackage(sources, {
    env,
    namesOf: () => undefined,
    imagePath: (path) => `/app/${path}`,
  })
}

const imports = [
  'os',
  'os/exec',
  'path/filepath',
  'fmt',
  'net/http',
  'net',
  'database/sql',
  'syscall',
  'flag',
  'strconv',
]
  .map((path) => `import "${path}"`)
  .join(';')

function facts(lines: string): GoFacts {
  const [file] = read(`${imports}\nfunc main() {\n${lines}\n}`)
  if (file === undefined) throw new Error('no file')
  return file
}

describe('a Go file', () => {
  test('imports, in every form, comments aside', () => {
    const { imports: found } = parse(
      'package main\nimport "fmt"\nimport (\n\t. "net/http"\n\t_ "embed" // files\n\t// "os"\n\tx "a/b"\n)\n/*\n#include <a.h>\n*/\nimport "C"\nfunc main() {}\n',
    )
    expect(found.map(({ path }) => path)).toEqual(['fmt', 'net/http', 'embed', 'a/b', 'C'])
    expect(found[1]?.at.line).toBe(4)
  })

  test('literals, but those of imports, comments and struct tags', () => {
    const { literals } = parse(
      'package main\nimport "fmt"\ntype T struct {\n\tName string `json:"name"`\n}\nfunc main() {\n\tx := "b" // "c"\n\t/* "d" */\n\tf(`e\nf`, g("\\x68"))\n\tr := \'"\'\n}',
    )
    expect(literals.map(({ text, at }) => [text, at.line])).toEqual([
      ['b', 7],
      ['e\nf', 9],
      ['h', 10],
    ])
  })

  test('line ends of Windows, a byte order mark, and what is no Go', () => {
    const source = parse('\uFEFF// x\r\npackage main\r\n\r\nimport "os"\r\n')
    expect(source.package).toBe('main')
    expect(source.imports).toMatchObject([{ path: 'os', at: { line: 4 } }])
    expect(parseGo('a.go', '')).toBeUndefined()
    expect(parseGo('a.go', '/* package main */')).toBeUndefined()
  })

  test('what can be read of a broken one counts, and the break is told', () => {
    const source = parse('package main\nimport "os"\nfunc main() {\n\tos.Open("a")\n\tif {{{\n}\n')
    expect(source.imports).toHaveLength(1)
    expect(source.broken?.line).toBeGreaterThan(1)
  })

  test('what //go:embed compiles in', () => {
    const { embeds } = parse(
      'package main\nimport "embed"\n//go:embed web/dist "a b.txt" all:tmpl\nvar files embed.FS\n// //go:embed no\n',
    )
    expect(embeds).toEqual(['web/dist', 'a b.txt', 'tmpl'])
  })
})

describe('paths that are written', () => {
  const written = (lines: string) =>
    facts(lines).paths.flatMap(({ use, value }) =>
      use.startsWith('writes') ? [`${value.base}:${value.path}${value.isPrefix ? '*' : ''}`] : [],
    )

  test.each([
    ['os.WriteFile("data/a.txt", b, 0o644)', ['cwd:data/a.txt']],
    ['os.WriteFile(`data/a.txt`, b, 0o644)', ['cwd:data/a.txt']],
    ['os.MkdirAll("/var/lib/x", 0o755)', ['root:/var/lib/x']],
    ['const dir = "data"\nos.MkdirAll(dir, 0o755)', ['cwd:data']],
    ['const dir string = "data"\nos.Mkdir(dir, 0)', ['cwd:data']],
    ['dir := "data"\nif dir == "b" {}\nos.Mkdir(dir, 0)', ['cwd:data']],
    ['os.Create(filepath.Join("a", name))', ['cwd:a*']],
    ['dir := "a"\nos.Create(filepath.Join(dir, "x.db"))', ['cwd:a/x.db']],
    ['os.Create(filepath.Join("a", "/b"))', ['cwd:a/b']],
    ['os.Create(filepath.Clean("a/../b"))', ['cwd:a/../b']],
    ['os.Create(fmt.Sprintf("a/b/%s.txt", name))', ['cwd:a/b*']],
    ['os.Create("a/" + name)', ['cwd:a*']],
    ['os.Create(filepath.Join(os.TempDir(), "x"))', ['root:/tmp/x']],
    ['own, _ := os.Executable()\nos.Create(filepath.Dir(own) + "/x")', ['own-folder:./x']],
    ['os.Create(filepath.Join(filepath.Dir(os.Args[0]), "x"))', ['own-folder:x']],
    ['dir, err := os.Getwd()\nos.Create(dir + "/x")', ['cwd:x']],
    ['os.OpenFile("a.log", os.O_RDONLY, 0)', []],
    ['os.OpenFile("log/a.log", os.O_APPEND|os.O_CREATE, 0o644)', ['cwd:log/a.log']],
    ['os.Rename("a", "b")', ['cwd:a', 'cwd:b']],
    ['sql.Open("sqlite3", "file:db/a.db?cache=shared")', ['cwd:db/a.db']],
    ['sql.Open("sqlite3", ":memory:")', []],
    ['sql.Open("postgres", "host=db")', []],
    ['os.CreateTemp("", "x")', []],
    ['dir := "a"\ndir = "b"\nos.Mkdir(dir, 0)', ['cwd:a', 'cwd:b']],
    ['os.CreateTemp("data", "x")', ['cwd:data']],
    ['os.Symlink("a", "links/b")', ['cwd:links/b']],
    ['net.Listen("unix", "/run/app/app.sock")', ['root:/run/app/app.sock']],
    ['file, err := os.Open("a")\nfile.Truncate(0)', []],
    ['func() { os.Create("in/closure") }()', ['cwd:in/closure']],
  ])('%s', (lines, paths) => {
    expect(written(lines)).toEqual(paths)
    expect(facts(lines).gaps).toEqual([])
  })

  test.each([
    'os.Create(name)',
    'sql.Open("sqlite3", dsn)',
    'os.WriteFile(a+b, c, 0)',
    'os.Create("/" + name + x)\nos.Create(os.Getenv("DIR"))',
    'os.Create(filepath.Join(name, "..", "x"))',
    'dir := "a"\ndir += "/b"\nos.Mkdir(dir, 0)',
    'dir := "a"\ndir, err = find()\nos.Mkdir(dir, 0)',
    'dir := "a"\nflag.StringVar(&dir, "d", "", "")\nos.Mkdir(dir, 0)',
    'for _, dir := range all {\nos.Mkdir(dir, 0)\n}',
    'save := func(dir, file string) { os.Mkdir(dir, 0) }',
    'dir := flag.String("dir", "data", "")\nos.Mkdir(*dir, 0)',
    'select {\ncase dir := <-all:\nos.Mkdir(dir, 0)\n}',
    'switch dir := any.(type) {\ncase string:\nos.Mkdir(dir, 0)\n}',
  ])('a gap: %s', (lines) => {
    expect(facts(lines).gaps.map(({ what }) => what)).toEqual(['writes'])
  })

  test('where the program goes to another folder, nobody knows what its paths mean', () => {
    const { gaps, goesTo } = facts('os.Chdir(x)')
    expect(gaps.map(({ what }) => what)).toEqual(['reads'])
    expect(goesTo).toHaveLength(1)
  })

  test.each([
    ['dir := os.Getenv("DIR")\nif dir == "" {\ndir = "data"\n}\nos.Mkdir(dir, 0)', ['cwd:data']],
    [
      'dir := os.Getenv("DATA_DIR")\nif dir == "" {\ndir = "x"\n}\nos.Mkdir(dir, 0)',
      ['root:/data', 'cwd:x'],
    ],
    ['os.Mkdir(filepath.Join(os.Getenv("DATA_DIR"), "a"), 0)', ['root:/data/a']],
    ['os.Mkdir(fmt.Sprintf("%s/a", os.Getenv("DATA_DIR")), 0)', ['root:/data/a']],
  ])('what the image says of the environment, and defaults: %s', (lines, paths) => {
    expect(written(lines)).toEqual(paths)
    expect(facts(lines).gaps).toEqual([])
  })

  test.each([
    'func get(key, other string) string {\nif v := os.Getenv(key); v != "" {\nreturn v\n}\nreturn other\n}',
    'func get(key string, other string) string {\nif v, ok := os.LookupEnv(key); ok {\nreturn v\n}\nreturn other\n}',
    'func get(key, other string) string {\nv := os.Getenv(key)\nif v == "" {\nv = other\n}\nreturn v\n}',
    'func look(key string) (string, error) { return os.Getenv(key), nil }\nfunc get(key, other string) string {\nv, _ := look(key)\nif v == "" {\nreturn other\n}\nreturn v\n}',
  ])('functions that read the environment with a default: %s', (helper) => {
    const of = (call: string) =>
      read(
        `${imports}\nfunc main() { os.Mkdir(filepath.Join(${call}, "a"), 0) }`,
        `import "os"\n${helper}`,
      )[0]
    expect(of('get("DIR", "files")')?.gaps).toEqual([])
    expect(of('get("DIR", "files")')?.paths).toContainEqual(
      expect.objectContaining({
        use: 'writes-folder',
        value: { base: 'cwd', path: 'files/a', isPrefix: false },
      }),
    )
    const known = of('get("DATA_DIR", "files")')
    const folders = known?.paths.filter(({ use }) => use === 'writes-folder')
    expect(folders?.map(({ value }) => value.path)).toEqual(['/data/a'])
    expect(of('get("DIR", unknown)')?.gaps).toMatchObject([{ what: 'writes' }])
  })

  test.each([
    'func get(key string) string { return get(key) }',
    'func get(key string) string { key = key + key; return key }',
    'func get(key string) string { return lists[key] }',
    'func get(key string) (dir string) { return }',
  ])('a function that tells nothing: %s', (helper) => {
    const [file] = read(`${imports}\nfunc main() { os.Mkdir(get("DATA_DIR"), 0) }\n${helper}`)
    expect(file?.gaps).toMatchObject([{ what: 'writes' }])
  })

  test('texts that double with each name are followed no further than a path goes', () => {
    const lines = Array.from({ length: 25 }, (_, i) => `a${i + 1} := a${i} + a${i}`).join('\n')
    expect(facts(`a0 := "xx"\n${lines}\nos.Mkdir(a25, 0)`).gaps).toHaveLength(1)
  })

  test('a parameter hides a constant of the same name, in its function alone', () => {
    const [file] = read(
      'import "os"\nconst dir = "data"\nfunc save(dir string) { os.Mkdir(dir, 0) }\nfunc main() { os.Mkdir(dir, 0) }',
    )
    expect(file?.gaps).toHaveLength(1)
    expect(file?.paths.filter(({ use }) => use === 'writes-folder')).toMatchObject([
      { value: { path: 'data' } },
    ])
  })

  test('a constant of another file of the package', () => {
    const files = read('import "os"\nfunc main() { os.Mkdir(dir, 0) }', 'const dir = "data"')
    expect(files[0]?.gaps).toEqual([])
    const again = read(
      'import "os"\nfunc main() { os.Mkdir(dir, 0) }',
      'var dir = "data"\nfunc set() { dir = other }',
    )
    expect(again[0]?.gaps).toHaveLength(1)
  })

  test.each([
    'import sys "os"\nfunc main() { sys.Create("a") }',
    'import . "os"\nfunc main() { Create("a") }',
  ])('the import decides what is called: %s', (body) => {
    expect(read(body)[0]?.paths.some(({ use }) => use === 'writes-file')).toBe(true)
  })

  test('a parameter of the same name is not the package', () => {
    const [file] = read('import "os/exec"\nfunc run(exec Runner) { exec.Command(name) }')
    expect(file?.gaps).toEqual([])
  })

  test('a name that is guessed from a path takes none from the standard library', () => {
    const [file] = read(
      'import "os/exec"\nimport "example.com/go-exec"\nfunc f() { exec.Command("git") }',
    )
    expect(file?.programs).toMatchObject([{ name: 'git' }])
  })

  test('another package of the same name is not os', () => {
    const [file] = read('import "example.com/os"\nfunc main() { os.Create(x) }')
    expect(file?.gaps).toEqual([])
  })
})

describe('paths that are read', () => {
  const found = (lines: string, use: string) =>
    read(
      `import "net/http";import "github.com/spf13/viper";import "github.com/gin-gonic/gin"\nfunc main() {\n${lines}\n}`,
    ).flatMap(({ paths }) =>
      paths.flatMap(({ use: own, value }) => (own === use ? [value.path] : [])),
    )

  test.each([
    ['http.Handle("/", http.FileServer(http.Dir("public")))', ['public']],
    ['http.ServeFile(w, r, "index.html")', ['index.html']],
    ['r.LoadHTMLGlob("templates/*")', ['templates/*']],
    ['r.Static("/", ".")', ['.']],
    ['r.StaticFS("/", gin.Dir(".", false))', ['.']],
  ])('%s', (lines, paths) => {
    expect(found(lines, 'reads')).toEqual(paths)
  })

  test('viper looks for a name with each of its endings', () => {
    expect(found('v := viper.New()\nv.SetConfigName("settings")', 'names')).toContain(
      'settings.yaml',
    )
    expect(found('viper.ReadInConfig()', 'names')).toContain('config.yaml')
  })

  test.each<[string, readonly string[]]>([
    ['http.ListenAndServeTLS(":443", "a.pem", "b.pem", nil)', ['a.pem', 'b.pem']],
    ['http.ServeTLS(l, nil, "a.pem", "b.pem")', ['a.pem', 'b.pem']],
    ['server.ListenAndServeTLS("a.pem", "b.pem")', ['a.pem', 'b.pem']],
    ['server.ServeTLS(l, "a.pem", "b.pem")', ['a.pem', 'b.pem']],
    ['gin.Default().RunTLS(":443", "a.pem", "b.pem")', ['a.pem', 'b.pem']],
    ['server.ListenAndServeTLS("", "")', []],
  ])('certificates: %s', (lines, expected) => {
    expect(found(lines, 'reads')).toEqual(expected)
  })
})

describe('programs and ports', () => {
  test.each([
    ['exec.Command("git", "log")', ['git']],
    ['exec.CommandContext(ctx, "git", "log")', ['git']],
    ['const tool = "git"\nexec.Command(tool)', ['git']],
    ['syscall.Exec("/usr/bin/git", args, env)', ['/usr/bin/git', 'ssh']],
    ['exec.Command("sh", "-c", "cd x && convert a b | grep c")', ['sh', 'cd', 'convert', 'grep']],
    ['cmd := &exec.Cmd{Path: "/usr/bin/git", Args: args}\ncmd.Run()', ['/usr/bin/git']],
    ['exec.Command("git", append([]string{"a"}, more...)...)', ['git', 'ssh']],
  ])('starts: %s', (lines, names) => {
    const { programs, gaps } = facts(lines)
    expect(programs.map(({ name }) => name)).toEqual(names)
    expect(gaps).toEqual([])
  })

  test.each([
    'exec.CommandContext(ctx, name, "log")',
    'exec.Command(name, "git")',
    'exec.Command("sh", "-c", line)',
  ])('a gap: %s', (lines) => {
    expect(facts(lines).gaps.map(({ what }) => what)).toEqual(['starts'])
  })

  test.each([
    ['http.ListenAndServe(":80", nil)', [80]],
    ['http.ListenAndServeTLS("0.0.0.0:443", a, b, nil)', [443]],
    ['net.Listen("tcp", ":22")', [22]],
    ['net.ListenUDP("udp", &net.UDPAddr{Port: 53})', [53]],
    ['gin.Default().Run(":80")', [80]],
    ['r.Run("localhost:8080")', [8080]],
    ['e.Logger.Fatal(e.Start(":8081"))', [8081]],
    ['srv := &http.Server{Addr: ":8082", Handler: mux}\nsrv.ListenAndServe()', [8082]],
    ['const addr = ":8083"\nhttp.ListenAndServe(addr, nil)', [8083]],
    ['http.ListenAndServe(":" + strconv.Itoa(8084), nil)', [8084]],
    ['http.ListenAndServe(fmt.Sprintf("%s:%d", host, 8085), nil)', []],
    ['fmt.Println(":90")', []],
  ])('listens: %s', (lines, ports) => {
    expect(facts(lines).ports.map(({ port }) => port)).toEqual(ports)
  })

  test('variables of the environment', () => {
    expect(facts('x := os.Getenv("DATA_DIR")').environment).toMatchObject([{ name: 'DATA_DIR' }])
  })
})

describe('build constraints', () => {
  test.each([
    ['//go:build ignore\n\npackage main', false],
    ['//go:build linux\n\npackage main', true],
    ['//go:build !linux\n\npackage main', false],
    ['//go:build windows || (linux && !cgo)\n\npackage main', undefined],
    ['//go:build amd64\n\npackage main', undefined],
    ['//go:build go1.18 && !js\n\npackage main', undefined],
    ['//go:build sqlite\n\npackage main', false],
    ['// +build ignore\n\npackage main', false],
    ['// Copyright\n// +build windows darwin\n\npackage main', false],
    ['// +build linux,!cgo darwin\n\npackage main', undefined],
    ['// +build linux\n// +build ignore\n\npackage main', false],
    ['// +build ignore\npackage main', true],
    ['package main\n\n// +build ignore\n', true],
    ['/* x */\n\n//go:build ignore\n\npackage main', false],
    ['// go:build ignore\n\npackage main', true],
  ])('%j', (text, verdict) => {
    expect(isCompiled(parse(`${text}\n`), plain)).toBe(verdict)
  })

  test('the tags of the build, and cgo that is off', () => {
    const tagged = parse('//go:build sqlite && cgo\n\npackage main\n')
    expect(isCompiled(tagged, { tags: new Set(['sqlite']), cgo: undefined })).toBeUndefined()
    expect(isCompiled(tagged, { tags: new Set(['sqlite']), cgo: false })).toBe(false)
  })

  test.each([
    ['a.go', true],
    ['a_test.go', false],
    ['a_windows.go', false],
    ['a_linux.go', true],
    ['a_linux_amd64.go', undefined],
    ['a_darwin_arm64.go', false],
    ['a_wasm.go', false],
    ['linux.go', true],
    ['windows.go', true],
    ['a_plan.go', true],
    ['a_windows.pb.go', false],
    ['a_linux_test.pb.go', true],
    ['_a.go', false],
  ])('%s', (name, verdict) => {
    expect(fileNameHolds(name, plain)).toBe(verdict)
  })

  test('what does not parse can not be told', () => {
    expect(expressionHolds('(((', plain)).toBeUndefined()
  })
})

test('texts that nest deeper than any program are not given to the parser, and others are read after them', () => {
  const text = `package main\nfunc a() {\n${'{'.repeat(6000)}${'}'.repeat(6000)}}`
  expect(parseGo('a.go', text)).toBeUndefined()
  expect(parseGo('a.go', 'package main\n')).toBeDefined()
})

describe('a long text that no compiler takes is not given to the parser', () => {
  const long = (line: string) => line.repeat(Math.ceil(20_000 / line.length))
  test.each([
    ['brackets in no order', long('}}}}{{{{\n')],
    ['brackets in a function', `func a() {\n${long('}}}}{{{{\n')}}`],
    ['brackets that stay open', `${long('var a = []int{1}\n')}func b() {\n`],
    ['prose', long('a quick word of the day\n')],
    ['prose in a function', `func a() {\n${long('a quick word of the day\n')}}\n`],
    ['data', long('{"a": [1, 2]},\n')],
    ['a comment without an end', `/* ${long('a ')}`],
    ['a text without an end', `var a = "\n${long('var b = 1\n')}`],
  ])('%s', (_, text) => {
    expect(parseGo('a.go', `package main\n\n${text}`)).toBeUndefined()
  })

  test.each([
    ['a table', `var table = []string{\n${long('\t"a/key.txt",\n')}}\n`],
    ['a deep nest', `var x = ${'f('.repeat(1000)}${')'.repeat(1000)}\n${long('var y = 1\n')}`],
    ['texts and signs', long('var a, b = `}\n{`, \'}\' // {\nvar c = "}\\"" /* { */\n')],
    ['names that every object has', long('func (a b) toString() int { return constructor() }\n')],
    ['declarations in lines', long('var x =\n\t1 +\n\t2;;\ntype a struct {\n\tb c `d`\n}\n')],
    [
      'functions',
      long("func (a *b[c]) d(e, f g) (h, i) {\n\tj: k++\n\treturn map[l]m{'\\'': n}\n}\n"),
    ],
  ])('but %s', (_, text) => {
    const source = parse(`package main\n\n${text}`)
    expect(source.broken).toBeUndefined()
  })
})

describe('where a source stood when it was compiled', () => {
  const caller = 'import "os"; import "runtime"; import "path/filepath"; import "fmt"\n'
  const pathsOf = (...bodies: readonly string[]) =>
    read(...bodies).flatMap(({ paths }) =>
      paths.filter(({ use }) => use === 'reads').map(({ value }) => `${value.base} ${value.path}`),
    )
  test.each([
    ['var _, b, _, _ = runtime.Caller(0)\nfunc f() { os.ReadFile(filepath.Dir(b) + "/a.txt") }'],
    ['func f() { _, b, _, ok := runtime.Caller(0); os.ReadFile(filepath.Join(b, "../a.txt")) }'],
    [
      'var root string\nfunc init() { _, b, _, _ := runtime.Caller(0); root = filepath.Dir(b) }\nfunc f() { os.ReadFile(root + "/a.txt") }',
    ],
  ])('%s', (body) => {
    expect(pathsOf(caller + body)).toEqual(['root /app/a.txt'])
  })
  test('of the file that asks, whichever file of the package uses it', () => {
    expect(
      pathsOf(
        `${caller}var _, b, _, _ = runtime.Caller(0)`,
        'import "os"\nfunc f() { os.ReadFile(b + ".txt") }',
      ),
    ).toEqual(['root /app/f0.go.txt'])
  })
  test('not of whoever calls the function', () => {
    expect(
      pathsOf(`${caller}func f() { _, b, _, _ := runtime.Caller(1); os.ReadFile(b + ".txt") }`),
    ).toEqual(['unknown .txt'])
  })
})

test.each([
  ['os.UserHomeDir()', 'h, _ := os.UserHomeDir()'],
  ['$HOME', 'h := os.Getenv("HOME")'],
])('a file below %s is in the home of the user', (_, home) => {
  const [facts] = read(
    `import "os"; import "path/filepath"\nfunc f() { ${home}; os.ReadFile(filepath.Join(h, ".shop", "a.json")) }`,
  )
  expect(facts?.paths[0]).toMatchObject({
    use: 'names',
    value: { base: 'home', path: '.shop/a.json' },
  })
})

describe('what keeps files', () => {
  const written = (body: string) =>
    read(body).flatMap(({ paths }) =>
      paths.filter(({ use }) => use.startsWith('writes')).map(({ value }) => value.path),
    )
  test.each([
    [
      'import "go.uber.org/zap"\nfunc f() { c := zap.NewProductionConfig(); c.OutputPaths = []string{"stdout", "shop.log"} }',
      'shop.log',
    ],
    [
      'import "github.com/blevesearch/bleve/v2"\nfunc f() { bleve.New("shop.bleve", nil) }',
      'shop.bleve',
    ],
    [
      'import "github.com/peterbourgon/diskv/v3"\nfunc f() { diskv.New(diskv.Options{BasePath: "cache"}) }',
      'cache',
    ],
    ['import "golang.org/x/crypto/acme/autocert"\nvar c = autocert.DirCache("certs")', 'certs'],
  ])('%s', (body, path) => {
    expect(written(body)).toEqual([path])
  })
  test('a module of which no call says where is told apart', () => {
    const [told] = read('import "go.etcd.io/bbolt"\nfunc f(p string) { bbolt.Open(p, 0600, nil) }')
    const [untold] = read('import "go.etcd.io/bbolt"\nfunc f(db *bbolt.DB) { db.Close() }')
    expect([...(told?.keepers ?? [])]).toEqual(['go.etcd.io/bbolt'])
    expect([...(untold?.keepers ?? [])]).toEqual([])
  })
})

test('an empty folder of a file server is the one that the program runs in', () => {
  const { paths } = facts('http.Handle("/", http.FileServer(http.Dir("")))')
  expect(paths).toContainEqual({
    value: { base: 'cwd', path: '.', isPrefix: false },
    use: 'reads',
    at: { line: 4, text: 'http.Handle("/", http.FileServer(http.Dir("")))' },
  })
})
