import { Client } from '@modelcontextprotocol/sdk/client/index.js'
import type { Transport } from '@modelcontextprotocol/sdk/shared/transport.js'
import type { JSONRPCMessage } from '@modelcontextprotocol/sdk/types.js'
import { execFileSync } from 'node:child_process'
import { readFileSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PassThrough } from 'node:stream'
import { expect, it, onTestFinished } from 'vitest'
import { z } from 'zod'
import { run } from '../../src/cli/run.ts'
import { jsonReport } from '../../src/report/json/json-schema.ts'
import { fakeMigrateAll } from './fake-core.ts'
import { folderWith, runHere } from './surroundings.ts'

/** A client's end of two streams. */
class StreamTransport implements Transport {
  onclose?: () => void
  onerror?: (error: Error) => void
  onmessage?: (message: JSONRPCMessage) => void
  private rest = ''
  private readonly input: PassThrough
  private readonly output: PassThrough

  constructor(input: PassThrough, output: PassThrough) {
    this.input = input
    this.output = output
  }

  start(): Promise<void> {
    this.output.on('data', (chunk: Buffer) => {
      const lines = (this.rest + chunk.toString('utf8')).split('\n')
      this.rest = lines.pop() ?? ''
      for (const line of lines) this.onmessage?.(JSON.parse(line) as JSONRPCMessage)
    })
    return Promise.resolve()
  }

  send(message: JSONRPCMessage): Promise<void> {
    this.input.write(`${JSON.stringify(message)}\n`)
    return Promise.resolve()
  }

  close(): Promise<void> {
    this.input.end()
    this.onclose?.()
    return Promise.resolve()
  }
}

const files = {
  'a/Dockerfile': 'FROM big\nCMD a\n',
  'b/Dockerfile': 'FROM x\nREFUSE\n',
}

async function serve(cwd: string, options: readonly string[] = []) {
  const stdin = new PassThrough()
  const stdout = new PassThrough()
  const around = {
    ...{ stdin, stdout, stderr: new PassThrough(), cwd, env: {} },
    now: () => 0,
    interrupt: new AbortController().signal,
  }
  const ended = run(['mcp', ...options], around, fakeMigrateAll)
  const client = new Client({ name: 'test', version: '1' })
  await client.connect(new StreamTransport(stdin, stdout))
  onTestFinished(async () => {
    await client.close()
    expect(await ended).toBe(0)
  })
  return client
}

const answer = z.object({
  isError: z.boolean().optional(),
  content: z.array(z.object({ type: z.literal('text'), text: z.string() })),
})

async function call(client: Client, name: string, input: Record<string, unknown>) {
  const { isError = false, content } = answer.parse(
    await client.callTool({ name, arguments: input }),
  )
  return { isError, text: content.map(({ text }) => text).join('') }
}

it('names its tools, and has none that writes', async () => {
  const client = await serve(folderWith(files))
  const { tools } = await client.listTools()
  expect(tools.map(({ name, annotations }) => [name, annotations?.readOnlyHint])).toEqual([
    ['list_dockerfiles', true],
    ['migrate_dockerfiles', true],
    ['explain', true],
    ['verify_dockerfiles', true],
  ])
  expect(client.getServerVersion()?.name).toBe('msb-migrate')
})

it('migrates as the command line does, and writes nothing', async () => {
  const cwd = folderWith(files)
  const client = await serve(cwd)
  const { text } = await call(client, 'migrate_dockerfiles', { paths: ['a', 'b/Dockerfile'] })
  const { stdout } = await runHere(['--dry-run', '--format', 'json', 'a', 'b/Dockerfile'], { cwd })
  expect(jsonReport.parse(JSON.parse(text))).toEqual(JSON.parse(stdout))
  expect(readFileSync(join(cwd, 'a/Dockerfile'), 'utf8')).toBe(files['a/Dockerfile'])
  const counted = await call(client, 'list_dockerfiles', { paths: ['.'] })
  expect(JSON.parse(counted.text)).toMatchObject({ summary: { files: 2 } })
  expect((await call(client, 'explain', { code: 'onbuild' })).text).toContain('ONBUILD')
})

it('says what it does not take', async () => {
  const cwd = folderWith(files)
  symlinkSync(tmpdir(), join(cwd, 'away'))
  const client = await serve(cwd)
  for (const path of ['..', '/etc', '{a,..}/Dockerfile', 'away'])
    expect(await call(client, 'migrate_dockerfiles', { paths: [path] })).toEqual({
      isError: true,
      text: `${path} is outside of the server's folder, ${cwd}.`,
    })
  const unknown = await call(client, 'migrate_dockerfiles', { paths: ['a'], only: ['no-rule'] })
  expect(unknown).toMatchObject({ isError: true })
  expect(unknown.text).toContain('there is no rule "no-rule"')
  expect((await call(client, 'explain', { code: '--output=x' })).isError).toBe(true)
  expect((await call(client, 'migrate_dockerfiles', { paths: [] })).isError).toBe(true)
})

it('writes with --allow-write, what git has a copy of', async () => {
  const cwd = folderWith(files)
  const git = (...words: readonly string[]) => execFileSync('git', words, { cwd })
  git('init', '-q')
  const client = await serve(cwd, ['--allow-write'])
  const before = await call(client, 'write_dockerfiles', { paths: ['a'] })
  expect(before.text).toContain('uncommitted-changes')
  git('add', '.')
  git('-c', 'user.name=x', '-c', 'user.email=x@example.org', 'commit', '-qm', 'x')
  const { text, isError } = await call(client, 'write_dockerfiles', { paths: ['a'] })
  expect(isError).toBe(false)
  expect(JSON.parse(text)).toMatchObject({ files: [{ outcome: 'migrated' }] })
  expect(readFileSync(join(cwd, 'a/Dockerfile'), 'utf8')).toContain('FROM small')
})

it('takes no paths itself', async () => {
  const ran = await runHere(['mcp', 'services'], { cwd: folderWith({}) })
  expect(ran).toMatchObject({ code: 2 })
  expect(ran.stderr).toContain('mcp takes no paths')
})
