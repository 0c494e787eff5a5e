import { describe, expect, test } from 'vitest'
import type { Files } from '../../memory-project.ts'
import { manifest, outcomeOf } from '../../node/node-app.ts'

/** The lines that are copied from the builder, folders that are made, and what a person has to accept. */
function brought(text: string, files: Files) {
  const outcome = outcomeOf(text, files)
  if (outcome.outcome !== 'migrated') throw new Error(outcome.reason)
  return {
    lines: outcome.after.split('\n').filter((line) => /--from|mkdir/.test(line)),
    assumption: outcome.changes.find(({ rule }) => rule === 'split-stages')?.assumption,
  }
}

const go = (body: string, imports = '"os"\n\t"log"') =>
  `package main\n\nimport (\n\t${imports}\n)\n\nfunc main() {\n${body}\n}\n`
const golang = (source: string, ignored: string, more: Files = {}) =>
  brought(
    'FROM golang:1.22\nWORKDIR /app\nCOPY . .\nRUN go build -o server .\nCMD ["./server"]\n',
    {
      'go.mod': 'module example.com/app\n\ngo 1.22\n',
      'main.go': source,
      '.gitignore': ignored,
      ...more,
    },
  )
const godotenv = '"log"\n\t"github.com/joho/godotenv"'
const fatal = 'if err != nil {\n\t\tlog.Fatal(err)\n\t}'
const sure = ['COPY --from=builder /app/server ./']

describe('a file that git leaves out and that is not here', () => {
  test('comes along where it is there when the image is built', () => {
    const source = go(`\t_, err := os.ReadFile("config.json")\n\t${fatal}`)
    expect(golang(source, 'config.json\n')).toEqual({
      lines: ['COPY --from=builder /app/server /app/config.json* ./'],
      assumption:
        'main.go:9 reads config.json, which .gitignore keeps out of this folder: it comes along where it is there when the image is built.',
    })
  })
  test('comes in its folder where that is not here, either', () => {
    const source = go(
      '\tlog.Fatal(http.ListenAndServeTLS(":8443", "certs/a.crt", "certs/a.key", nil))',
      '"log"\n\t"net/http"',
    )
    expect(golang(source, 'certs\n').lines).toEqual([
      'RUN mkdir -p certs',
      'COPY --from=builder --chown=nonroot:nonroot /app/certs ./certs',
      ...sure,
    ])
    expect(golang(source, '*.key\n*.crt\n', { 'certs/README': 'x' }).lines).toEqual([
      'COPY --from=builder /app/certs/a.crt* ./certs/',
      'COPY --from=builder --chown=nonroot:nonroot /app/certs/a.key* ./certs/',
      ...sure,
    ])
  })
  test.each(['godotenv.Load()', 'godotenv.Load(".env")'])(
    'is one of variables where %s has to find it',
    (call) => {
      const line = ['COPY --from=builder /app/server /app/.env* ./']
      expect(golang(go(`\terr := ${call}\n\t${fatal}`, godotenv), '.env\n').lines).toEqual(line)
      const inside = `\tif err := ${call}; err != nil {\n\t\tpanic(err)\n\t}`
      expect(golang(go(inside, godotenv), '.env\n').lines).toEqual(line)
      const told = `\tif err := ${call}; err != nil {\n\t\tlog.Println("none")\n\t}`
      expect(golang(go(told, godotenv), '.env\n').lines).toEqual(sure)
    },
  )
  test.each([
    [
      '\tmust(godotenv.Load())',
      'func must(failure error) {\n\tif failure != nil {\n\t\tlog.Fatal(failure)\n\t}\n}',
    ],
    [
      '\terr := godotenv.Load()\n\thandle(err)',
      'func handle(err error) {\n\tif err != nil {\n\t\tpanic(err)\n\t}\n}',
    ],
    ['\tlo.Must0(godotenv.Load())', ''],
    ['\tcheckErr(godotenv.Load())', ''],
    [`\terr := load()\n\t${fatal}`, 'func load() error {\n\treturn godotenv.Load()\n}'],
  ])('is one of variables where %s has to find it by another function', (call, helper) => {
    const source = (text: string) => `${go(call, godotenv)}\n${text}\n`
    expect(golang(source(helper), '.env\n').lines).toEqual([
      'COPY --from=builder /app/server /app/.env* ./',
    ])
    const told = 'func tell(err error) {\n\tif err != nil {\n\t\tlog.Println(err)\n\t}\n}'
    const quiet = `${go('\ttell(godotenv.Load())', godotenv)}\n${told}\n`
    expect(golang(quiet, '.env\n').lines).toEqual(sure)
  })
  test('is named by a configuration, a flag or a function of the project', () => {
    const viper = '"log"\n\t"github.com/spf13/viper"'
    const named = `\tviper.SetConfigName("config")\n\tviper.AddConfigPath(".")\n\terr := viper.ReadInConfig()\n\t${fatal}`
    expect(golang(go(named, viper), 'config.yaml\n').lines).toEqual([
      'COPY --from=builder /app/server /app/config.yaml* ./',
    ])
    const flag = `\tpath := flag.String("config", "local.toml", "")\n\tflag.Parse()\n\t_, err := os.ReadFile(*path)\n\t${fatal}`
    expect(golang(go(flag, '"flag"\n\t"log"\n\t"os"'), 'local.toml\n').lines).toEqual([
      'COPY --from=builder /app/server /app/local.toml* ./',
    ])
  })
  test.each<[string, string, string, Files]>([
    ['git has it', 'os.ReadFile("config.json")', '', {}],
    [
      'Docker leaves it out',
      'os.ReadFile("config.json")',
      'config.json\n',
      { '.dockerignore': 'config.json\n' },
    ],
    [
      'somebody mounts it',
      'os.ReadFile("config.json")',
      'config.json\n',
      {
        'compose.yaml':
          'services:\n  app:\n    build: .\n    volumes: ["./config.json:/app/config.json"]\n',
      },
    ],
    [
      'the program makes it',
      'os.OpenFile("state.json", os.O_CREATE|os.O_RDWR, 0o644)',
      'state.json\n',
      {},
    ],
  ])('stays away where %s', (_name, call, ignored, more) => {
    const { lines } = golang(go(`\t_, err := ${call}\n\t${fatal}`), ignored, more)
    expect(lines.join('\n')).not.toContain('json')
  })
  test('is read by a program of Node at its start, or named by the start command', () => {
    const text = (flags: string) =>
      `FROM node:20\nWORKDIR /app\nCOPY package*.json ./\nRUN npm ci\nCOPY . .\nRUN npm run build\nCMD ["node", ${flags}"dist/index.js"]\n`
    const files = {
      'package.json': manifest({ scripts: { build: 'tsc' } }),
      'tsconfig.json': '{ "compilerOptions": { "outDir": "dist", "rootDir": "src" } }',
      'src/index.ts': `import fs from 'fs'\nconsole.log(fs.readFileSync('key.json', 'utf8'))\n`,
      '.gitignore': 'node_modules\ndist\n.env\nkey.json\n',
    }
    expect(brought(text(''), files).lines).toContain(
      'COPY --from=builder /app/package.json /app/key.json* ./',
    )
    expect(
      brought(text('"--env-file=.env", '), { ...files, 'src/index.ts': 'console.log(1)\n' }).lines,
    ).toContain('COPY --from=builder /app/package.json /app/.env* ./')
  })
})
