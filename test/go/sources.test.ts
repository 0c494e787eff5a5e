import { describe, expect, test } from 'vitest'
import { binaryName, readModule } from '../../transforms/go/module.ts'
import { readPath } from '../../transforms/go/path-expression.ts'
import { behaviourOf } from '../../transforms/go/program-behaviour.ts'
import { readGoFile, type GoFile } from '../../transforms/go/source-file.ts'

function read(lines: string): GoFile {
  const file = readGoFile(`package main\n${lines}\n`)
  if (file === undefined) throw new Error('no Go')
  return file
}

describe('a Go file', () => {
  test('imports, in every form, comments aside', () => {
    const file = read(
      'import "fmt"\nimport (\n\t. "net/http"\n\t_ "embed" // files\n\t// "os"\n\tx "a/b"\n)\n/*\n#include <a.h>\n*/\nimport "C"\nfunc main() {}\n',
    )
    expect(file.imports.map(({ path }) => path)).toEqual(['fmt', 'net/http', 'embed', 'a/b', 'C'])
    expect(file.imports[1]?.line).toBe(4)
  })

  test('literals with the call that they stand in', () => {
    const file = read(
      'func main() {\n\tos.Open("a")\n\tx := "b" // "c"\n\t/* "d" */\n\tf(`e\nf`, g("h"))\n\tr := \'"\'\n\thttp.Handle("/", http.FileServer(http.Dir("static")))\n}',
    )
    expect(file.literals).toEqual([
      { value: 'a', line: 3, call: 'os.Open' },
      { value: 'b', line: 4, call: '' },
      { value: 'e\nf', line: 6, call: 'f' },
      { value: 'h', line: 7, call: 'g' },
      { value: '/', line: 9, call: 'http.Handle' },
      { value: 'static', line: 9, call: 'http.Dir' },
    ])
  })

  test('line ends of Windows, and what is no Go', () => {
    const file = readGoFile('// x\r\npackage main\r\n\r\nimport "os"\r\n')
    expect(file).toMatchObject({ package: 'main', imports: [{ path: 'os', line: 4 }] })
    expect(readGoFile('')).toBeUndefined()
    expect(readGoFile('/* package main */')).toBeUndefined()
  })

  test.each([
    ['const dir = "a"', 'a'],
    ['const dir string = "a"', 'a'],
    ['var (\n\tdir = "a"\n)', 'a'],
    ['dir := "a"\nif dir == "b" {}', undefined],
    ['dir := "a"\ndir = "b"', undefined],
    ['dir := "a"\ndir += "/b"', undefined],
    ['dir := "a"\ndir, err = find()', undefined],
    ['dir := "a"\nflag.StringVar(&dir, "d", "", "")', undefined],
    ['const dir = "a"\nfunc save(dir string) {}', undefined],
    ['const dir = "a"\nfunc save(dir, file string) {}', undefined],
    ['dir := "a" + x', undefined],
    ['dir := find("a")', undefined],
  ])('a name that stands for one string: %j', (lines, value) => {
    expect(read(lines).constants.get('dir')).toBe(value)
  })
})

describe('a path in an expression', () => {
  const constants = new Map([['dir', 'data']])
  const path = (path: string) => ({ kind: 'path', path })
  const below = (folder: string) => ({ kind: 'below', folder })

  test.each([
    ['"a/b.txt"', path('a/b.txt')],
    ['`a, b`', path('a, b')],
    ['"a,b", 0644', path('a,b')],
    ['dir', path('data')],
    ['filepath.Join("a", name)', below('a')],
    ['path.Join(dir, "x.db")', below('data')],
    ['filepath.Clean(dir)', path('data')],
    ['filepath.Join(dir, "..", "x")', { kind: 'unknown' }],
    ['fmt.Sprintf("a/b/%s.txt", name)', below('a/b')],
    ['fmt.Sprintf("%s/b", name)', { kind: 'unknown' }],
    ['"a/" + name', below('a')],
    ['"a" + name', { kind: 'unknown' }],
    ['"/" + name', below('/')],
    ['dir + "/" + name', below('data')],
    ['os.Getenv("DIR")', { kind: 'unknown' }],
    ['', { kind: 'unknown' }],
  ])('%s', (expression, expected) => {
    expect(readPath(expression, constants)).toEqual(expected)
  })
})

describe('what a program does', () => {
  const behaviour = (lines: string) =>
    behaviourOf(
      {
        files: [{ ...read(`func main() {\n${lines}\n}`), path: 'main.go' }],
        vendored: [],
        module: undefined,
        gap: undefined,
      },
      '/app',
    )

  test.each([
    ['os.WriteFile("data/a.txt", b, 0o644)', ['/app/data']],
    ['os.MkdirAll("/var/lib/x", 0o755)', ['/var/lib/x']],
    ['os.Create("/tmp/a")', []],
    ['os.OpenFile("a.log", os.O_RDONLY, 0)', []],
    ['os.OpenFile("log/a.log", os.O_APPEND|os.O_CREATE, 0o644)', ['/app/log']],
    ['sql.Open("sqlite3", "file:db/a.db?cache=shared")', ['/app/db']],
    ['sql.Open("sqlite3", ":memory:")', []],
    ['sql.Open("postgres", "host=db")', []],
    ['os.CreateTemp("", "x")', []],
  ])('writes: %s', (line, folders) => {
    const { writes, writesElsewhere } = behaviour(line)
    expect(writes.map(({ path }) => path)).toEqual(folders)
    expect(writesElsewhere).toBeUndefined()
  })

  test.each(['os.Create(name)', 'sql.Open("sqlite3", dsn)', 'os.WriteFile(a+b, c, 0)'])(
    'writes where nobody can tell: %s',
    (line) => {
      expect(behaviour(line).writesElsewhere).toContain('main.go:3')
    },
  )

  test.each([
    ['exec.Command("git", "log")', ['git']],
    ['exec.CommandContext(ctx, "git", "log")', ['git']],
    ['exec.CommandContext(ctx, name, "log")', ['']],
    ['exec.Command(name, "git")', ['']],
    ['const tool = "git"\nexec.Command(tool)', ['git']],
    ['syscall.Exec("/usr/bin/git", args, env)', ['/usr/bin/git']],
    ['exec.Command("sh", "-c", "cd x && convert a b | grep c")', ['sh', 'cd', 'convert', 'grep']],
    ['exec.Command("sh", "-c", line)', ['sh', '']],
  ])('starts: %s', (line, names) => {
    expect(behaviour(line).programs.map(({ name }) => name)).toEqual(names)
  })

  test.each([
    ['http.ListenAndServe(":80", nil)', [80]],
    ['http.ListenAndServeTLS("0.0.0.0:443", a, b, nil)', [443]],
    ['net.Listen("tcp", ":22")', [22]],
    ['gin.Default().Run(":80")', [80]],
    ['r.Run("localhost:8080")', [8080]],
    ['e.Logger.Fatal(e.Start(":8081"))', [8081]],
    ['fmt.Println(":90")', []],
  ])('listens: %s', (line, ports) => {
    expect(behaviour(line).ports).toEqual(ports)
  })
})

describe('go.mod', () => {
  test('blocks, single lines, comments, quotes and line ends', () => {
    const text =
      'module "example.com/a" // x\r\n\r\ngo 1.22\r\nrequire a.com/x v1.0.0\r\nrequire (\r\n\tb.com/y v1.0.0 // indirect\r\n\t// c.com/z v1\r\n)\r\nreplace d.com/w => ../w\r\n'
    expect(readModule(text, 'sub')).toEqual({
      folder: 'sub',
      path: 'example.com/a',
      requires: [
        { path: 'a.com/x', line: 4 },
        { path: 'b.com/y', line: 6 },
      ],
    })
  })

  test.each([
    ['example.com/app', 'app'],
    ['example.com/app/v2', 'app'],
    ['gopkg.in/tool.v3', 'tool'],
    ['app', 'app'],
    ['v2', 'v2'],
    ['example.com/app/v1', 'v1'],
    ['example.com/cmd/v20', 'cmd'],
  ])('the name of what is built of %s', (path, name) => {
    expect(binaryName(path)).toBe(name)
  })
})
