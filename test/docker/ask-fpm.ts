import { connect } from 'node:net'
import type { FixtureRequest } from '../fixture.ts'
import type { Answer } from './ask.ts'

/**
 * Asks php-fpm for a path as the web server in front of it does, by FastCGI (https://fastcgi-archives.github.io/FastCGI_Specification.html).
 *
 * @param address 'host:port'
 * @param script the file that it runs for every path
 * @throws Error where nobody listens yet, or what listens ends without an answer.
 */
export async function askFpm(
  address: string,
  script: string,
  { path }: FixtureRequest,
): Promise<Answer> {
  const [host = '', port = ''] = address.split(':')
  const [, query = ''] = path.split('?')
  const said = await exchange(host, Number(port), {
    GATEWAY_INTERFACE: 'CGI/1.1',
    SERVER_PROTOCOL: 'HTTP/1.1',
    SERVER_NAME: 'localhost',
    REQUEST_METHOD: 'GET',
    REQUEST_URI: path,
    QUERY_STRING: query,
    SCRIPT_NAME: '/index.php',
    SCRIPT_FILENAME: script,
  })
  const [head = '', ...rest] = said.split('\r\n\r\n')
  return {
    status: Number(/^Status: (\d+)/m.exec(head)?.[1] ?? 200),
    type: /^Content-type: ([^;\r\n]+)/im.exec(head)?.[1] ?? 'none',
    body: rest.join('\r\n\r\n'),
  }
}

const begin = 1
const end = 3
const params = 4
const stdin = 5
const stdout = 6

function exchange(host: string, port: number, asked: Readonly<Record<string, string>>) {
  return new Promise<string>((resolve, reject) => {
    const socket = connect(port, host)
    const parts: Buffer[] = []
    socket.setTimeout(20_000, () => socket.destroy(new Error(`no answer from ${host}:${port}`)))
    socket.on('error', reject)
    socket.on('data', (part: Buffer) => parts.push(part))
    socket.on('close', () => {
      const records = readRecords(Buffer.concat(parts))
      if (!records.some(({ type }) => type === end)) reject(new Error('php-fpm did not answer'))
      const said = records.filter(({ type }) => type === stdout).map(({ content }) => content)
      resolve(Buffer.concat(said).toString())
    })
    socket.write(
      Buffer.concat([
        // A responder that closes the connection afterwards.
        record(begin, Buffer.from([0, 1, 0, 0, 0, 0, 0, 0])),
        record(params, Buffer.concat(Object.entries(asked).map(nameAndValue))),
        record(params, Buffer.alloc(0)),
        record(stdin, Buffer.alloc(0)),
      ]),
    )
  })
}

/** All of one request, which has the number 1. */
function record(type: number, content: Buffer): Buffer {
  const head = Buffer.from([1, type, 0, 1, 0, 0, 0, 0])
  head.writeUInt16BE(content.length, 4)
  return Buffer.concat([head, content])
}

/** Lengths below 128 are one byte. */
function nameAndValue([name, value]: readonly [string, string]): Buffer {
  return Buffer.concat([Buffer.from([name.length, value.length]), Buffer.from(name + value)])
}

function readRecords(
  bytes: Buffer,
): readonly { readonly type: number; readonly content: Buffer }[] {
  const records = []
  for (let at = 0; at + 8 <= bytes.length;) {
    const length = bytes.readUInt16BE(at + 4)
    records.push({
      type: bytes.readUInt8(at + 1),
      content: bytes.subarray(at + 8, at + 8 + length),
    })
    at += 8 + length + bytes.readUInt8(at + 6)
  }
  return records
}
