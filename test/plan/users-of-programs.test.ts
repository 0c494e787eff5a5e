import { expect, test } from 'vitest'
import { migrate } from '../../src/migrate.ts'
import { ecosystems, rules } from '../../transforms/index.ts'
import { memoryProject, type Files } from '../memory-project.ts'

// Which user the runtime stage has, and what is given to it, by what the program does.

const go =
  'FROM golang:1.22-bookworm\nWORKDIR /app\nCOPY . .\nRUN go build -o notes .\nCMD ["./notes"]\n'
const node =
  'FROM node:20\nWORKDIR /app\nCOPY package.json ./\nRUN npm install\nCOPY . .\nCMD ["node", "server.js"]\n'

function migrated(text: string, files: Files): string {
  const outcome = migrate(text, memoryProject(files), { ecosystems, rules })
  if (outcome.outcome !== 'migrated') throw new Error(`${outcome.code}: ${outcome.reason}`)
  return outcome.after
}

const goProgram = (module: string, body: string) =>
  migrated(go, {
    'go.mod': 'module example.com/notes\n\ngo 1.22\n',
    'main.go': `package main\n\nimport "${module}"\n\nfunc main() { ${body} }\n`,
  })
const nodeProgram = (text: string, more: Files = {}) =>
  migrated(node, {
    'package.json': '{"name":"notes","dependencies":{"ms":"2"}}',
    'server.js': text,
    ...more,
  })

const asUser = /^USER |:nonroot AS runtime$/m

test.each([
  ['net', 'net.Listen("unix", "/var/run/notes.sock")'],
  ['os', 'os.WriteFile("/run/notes.pid", nil, 0o644)'],
  ['os', 'os.Chdir("/srv"); os.WriteFile("notes", nil, 0o644)'],
  ['os', 'os.Chown("/tmp/x", 1000, 1000)'],
  ['github.com/lrstanley/go-ytdlp', 'ytdlp.MustInstall(nil, nil)'],
])('%s: %s stays root', (module, body) => {
  expect(goProgram(module, body)).not.toMatch(asUser)
})

test.each([
  ['os', 'os.Chdir("data"); os.ReadFile("x.json")'],
  ['os', 'os.WriteFile("/tmp/notes", nil, 0o644)'],
])('%s: %s does not', (module, body) => {
  expect(goProgram(module, body)).toMatch(asUser)
})

test('a server in the program keeps its folder', () => {
  const body = 'server.NewServer(&server.Options{JetStream: true, StoreDir: "./js"})'
  expect(goProgram('github.com/nats-io/nats-server/v2/server', body)).toContain(
    'COPY --from=builder --chown=nonroot:nonroot /app/js ./js',
  )
})

test.each([
  "process.chdir('/'); require('fs').writeFileSync('x', '1')",
  "require('child_process').execSync('npm install left-pad')",
  "require('child_process').execSync('apt-get install -y jq')",
  'if (process.getuid() !== 0) process.exit(1)',
])('%s stays root', (text) => {
  expect(nodeProgram(text)).not.toMatch(asUser)
})

test('process.chdir(__dirname) goes nowhere else', () => {
  const text = "process.chdir(__dirname); require('fs').writeFileSync('data/x', '1')"
  expect(nodeProgram(text)).toMatch(asUser)
})

test('an empty folder of this machine is made where a clone lacks it', () => {
  const text = "require('fs').writeFileSync('uploads/x', '1')"
  expect(nodeProgram(text, { 'uploads/': '' })).toContain(
    'RUN mkdir -p uploads && chown -R node:node uploads',
  )
})
