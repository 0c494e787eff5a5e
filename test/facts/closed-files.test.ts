import { expect, test } from 'vitest'
import { closedFile } from '../../src/facts/closed-files.ts'
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
  'RUN chmod 600 $KEY',
  'COPY --chmod=600 keys/a.pem /keys/',
  'ADD https://example.com/m.bin /app/',
  'RUN install -m 600 keys/a.pem /app/b.pem',
  'RUN mkdir -m 700 /data',
  'RUN openssl genrsa -out /app/key.pem 2048',
  'RUN openssl req -x509 -keyout /app/key.pem -out /app/cert.pem',
  'RUN ssh-keygen -f /app/id',
  'RUN go run /usr/local/go/src/crypto/tls/generate_cert.go --host localhost',
  'RUN umask 077 && echo a > b',
])('%s', (line) => {
  expect(closedBy(line)).toBe(line)
})

test.each([
  'RUN chmod 755 server.js',
  'RUN chmod +x server.js',
  'COPY --chmod=644 keys/a.pem /keys/',
  'ADD --chmod=644 https://example.com/m.bin /app/',
  'ADD --chown=node https://example.com/m.bin /app/',
  'ADD https://github.com/example/shop.git /app/',
  'RUN mkdir -m 755 /data',
  'RUN openssl x509 -in a -out b',
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
