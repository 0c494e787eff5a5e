import { describe, expect, test } from 'vitest'
import { closedFile, closedFiles } from '../../src/facts/stages/closed-files.ts'
import { factsOfText } from '../../src/facts/facts.ts'
import { memoryProject } from '../memory-project.ts'

const project = memoryProject({ 'server.js': '', 'keys/a.pem': '' })

const closedBy = (text: string) => {
  const facts = factsOfText(`FROM node:20\nWORKDIR /app\nCOPY . .\n${text}\n`, project)
  if (facts === undefined) throw new Error('it does not parse')
  return closedFile(facts)?.text.trim()
}

test.each([
  'RUN chmod 600 keys/a.pem',
  'RUN chmod -R go-rwx keys',
  'RUN chmod -R 644 keys',
  'RUN chmod 600 $KEY',
  'COPY --chmod=600 keys/a.pem /keys/',
  'ADD https://example.com/m.bin /app/',
  'RUN install -m 600 keys/a.pem /app/b.pem',
  'RUN mkdir -m 700 /data',
  'RUN openssl genrsa -out /app/key.pem 2048',
  'RUN openssl req -x509 -keyout /app/key.pem -out /app/cert.pem',
  'RUN ssh-keygen -f /app/id',
  'RUN go run /usr/local/go/src/crypto/tls/generate_cert.go --host localhost',
  'RUN go run /usr/lib/go-1.19/src/crypto/tls/generate_cert.go --host localhost',
  'RUN mkcert -key-file /app/key.pem -cert-file /app/cert.pem localhost',
  'RUN umask 077 && echo a > b',
])('%s', (line) => {
  expect(closedBy(line)).toBe(line)
})

test.each([
  'RUN chmod 755 server.js',
  'RUN chmod +x server.js',
  'RUN chmod -R 755 keys',
  'COPY --chmod=644 keys/a.pem /keys/',
  'ADD --chmod=644 https://example.com/m.bin /app/',
  'ADD --chown=node https://example.com/m.bin /app/',
  'ADD https://github.com/example/shop.git /app/',
  'RUN mkdir -m 755 /data',
  'RUN openssl x509 -in a -out b',
  'RUN ssh-keygen -y -f /app/id',
  'RUN umask 022',
  'USER node\nRUN chmod 600 keys/a.pem',
])('%s closes nothing', (lines) => {
  expect(closedBy(lines)).toBeUndefined()
})

test('a mode comes along with what is copied from the stage, and with nothing else', () => {
  const named = (copy: string) => {
    const text = `FROM node:20 AS builder\nWORKDIR /app\nCOPY . .\nRUN chmod 600 keys/a.pem\nFROM node:20-slim\n${copy}\n`
    const facts = factsOfText(text, project)
    return facts && closedFile(facts)?.text.trim()
  }
  expect(named('COPY --from=builder /app/keys /keys')).toBe('RUN chmod 600 keys/a.pem')
  expect(named('COPY --from=builder /app /app')).toBe('RUN chmod 600 keys/a.pem')
  expect(named('COPY --from=builder --chown=node /app/keys /keys')).toBeUndefined()
  expect(named('COPY --from=builder /app/server.js /app/')).toBeUndefined()
})

describe('a file of the context that its owner alone may read', () => {
  const files = { 'server.js': '', 'keys/a.pem': '', '.env': '', Dockerfile: '' }
  const named = (closed: readonly string[], text: string) => {
    const facts = factsOfText(text, memoryProject(files, 'Dockerfile', closed))
    return facts && closedFile(facts)?.text.trim()
  }
  const carried = (copy: string) =>
    `FROM golang:1.22 AS builder\nWORKDIR /app\nCOPY . .\nFROM builder AS later\nFROM debian:12\n${copy}\n`

  test.each([
    ['COPY . .', 'COPY . .'],
    ['COPY .env ./', 'COPY .env ./'],
    ['COPY keys /keys/', undefined],
    ['COPY server.js ./', undefined],
    ['COPY --chown=node . .', undefined],
    ['COPY --chmod=644 .env ./', undefined],
  ])('%s', (line, found) => {
    expect(named(['.env'], `FROM node:20\nWORKDIR /app\n${line}\n`)).toBe(found)
  })

  test.each([
    ['COPY --from=builder /app/keys /keys', 'COPY --from=builder /app/keys /keys'],
    ['COPY --from=later /app/keys /keys', 'COPY --from=later /app/keys /keys'],
    ['COPY --from=builder /app/server.js /app/', undefined],
    ['COPY --from=builder --chmod=755 /app/keys /keys', undefined],
    ['COPY --from=builder --chown=65532 /app/keys /keys', undefined],
  ])('%s', (line, found) => {
    expect(named(['keys/a.pem'], carried(line))).toBe(found)
  })

  test('where the Dockerfile is closed, too, so are all files of the machine', () => {
    expect(named(['.env', 'Dockerfile'], 'FROM node:20\nCOPY . .\n')).toBeUndefined()
  })
})

describe('the COPY that gives a closed file to another user', () => {
  const files = { 'server.js': '', 'keys/a.pem': '', 'keys/b.pem': '', '.env': '', Dockerfile: '' }
  const openers = (text: string) => {
    const facts = factsOfText(text, memoryProject(files, 'Dockerfile', ['.env', 'keys/a.pem']))
    return facts === undefined
      ? []
      : closedFiles(facts).map(({ opener }) => opener?.step.instruction.text.trim())
  }
  const own = (lines: string) => openers(`FROM node:20\nWORKDIR /app\n${lines}\n`)
  const carried = (lines: string) =>
    openers(
      `FROM node:20 AS builder\nWORKDIR /app\nCOPY . .\nRUN make\nFROM debian:12\nWORKDIR /app\n${lines}\n`,
    )

  test('brings nothing but it, or a folder of its own', () => {
    expect(own('COPY .env ./')).toEqual(['COPY .env ./'])
    expect(own('COPY keys ./keys')).toEqual(['COPY keys ./keys'])
    for (const line of [
      'COPY --from=builder /app/keys ./keys',
      'COPY --from=builder /app/.env* ./',
    ])
      expect(carried(line)).toEqual([line])
  })
  test('is none that brings more, nor a RUN', () => {
    expect(own('COPY . .')).toEqual([undefined])
    expect(own('COPY keys ./')).toEqual([undefined])
    expect(own('COPY server.js .\nRUN chmod 600 server.js')).toEqual([undefined])
    expect(carried('COPY --from=builder /app ./')).toEqual([undefined])
    expect(carried('COPY --from=builder /app/server /app/.env* ./')).toEqual([undefined])
  })
})
