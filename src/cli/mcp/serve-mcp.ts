import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import { StdioServerTransport } from '@modelcontextprotocol/sdk/server/stdio.js'
import type { CallToolResult } from '@modelcontextprotocol/sdk/types.js'
import { realpathSync } from 'node:fs'
import { resolve } from 'node:path'
import { isWithin } from '../../project/relative-path.ts'
import type { Surroundings } from '../migrate/surroundings.ts'
import { readVersion } from '../version.ts'
import { capturedRun } from './captured-run.ts'
import { mcpInput, type McpTool, mcpTools } from './mcp-tools.ts'

const instructions = `Makes Dockerfiles lean, safe, multi-stage ones, without guessing: a file for which that can't be shown to be right is refused, with the reason.
Look at changes and assumptions before they are written; answer a refusal by mending what it names, or by a fact in msb-migrate.config.yaml.`

/**
 * Serves coding agents over standard input and output (https://modelcontextprotocol.io), until the input ends or Ctrl-C: exit code 0 or 130.
 * Tools that write are there only where `allowWrite`; paths outside of the working directory are not taken.
 */
export async function serveMcp(
  around: Surroundings,
  allowWrite: boolean,
  run: (argv: readonly string[], around: Surroundings) => Promise<number>,
): Promise<number> {
  const server = new McpServer({ name: 'msb-migrate', version: readVersion() }, { instructions })
  // Runs that write side by side would wait for each other; and a report is one folder's state.
  let last: Promise<unknown> = Promise.resolve()
  const inTurn = (work: () => Promise<CallToolResult>) => {
    const result = last.then(work)
    last = result.catch(() => undefined)
    return result
  }
  for (const tool of mcpTools.filter(({ writes }) => allowWrite || !writes))
    server.registerTool(
      tool.name,
      {
        title: tool.title,
        description: tool.description,
        inputSchema: { ...tool.input },
        annotations: {
          readOnlyHint: !tool.writes,
          destructiveHint: tool.writes,
          idempotentHint: true,
          openWorldHint: false,
        },
      },
      (input) => inTurn(() => answer(tool, input, around, run)),
    )
  const ended = new Promise<void>((done) => {
    around.stdin.once('end', done)
    around.stdin.once('close', done)
    around.interrupt.addEventListener('abort', () => {
      done()
    })
  })
  await server.connect(new StdioServerTransport(around.stdin, around.stdout))
  await ended
  await last
  await server.close()
  return around.interrupt.aborted ? 130 : 0
}

async function answer(
  tool: McpTool,
  given: unknown,
  around: Surroundings,
  run: (argv: readonly string[], around: Surroundings) => Promise<number>,
): Promise<CallToolResult> {
  const input = mcpInput.parse(given)
  const outside = [...(input.paths ?? []), ...(input.file === undefined ? [] : [input.file])].find(
    (path) => leadsOut(path, around.cwd),
  )
  if (outside !== undefined)
    return failure(`${outside} is outside of the server's folder, ${around.cwd}.`)
  const { code, stdout, stderr } = await capturedRun(tool.argv(input), around, run)
  // 1 is for `--check`; 3: some files failed, and the report says which.
  if (code !== 0 && code !== 3) return failure(stderr.trim())
  return { content: [{ type: 'text', text: stdout === '' ? stderr : stdout }] }
}

const failure = (text: string): CallToolResult => ({
  isError: true,
  content: [{ type: 'text', text }],
})

/** By its words, those between the braces of a pattern included, or by the links in it. */
function leadsOut(path: string, cwd: string): boolean {
  if (path.split(/[/\\{}(),|]/).includes('..')) return true
  const wanted = resolve(cwd, path)
  if (!isWithin(cwd, wanted)) return true
  try {
    return !isWithin(realpathSync(cwd), realpathSync(wanted))
  } catch {
    // A pattern, or what is not there: the run says that.
    return false
  }
}
