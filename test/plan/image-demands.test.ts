import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { factsOfText } from '../../src/facts/facts.ts'
import { demandsOf } from '../../src/plan/uses/image-demands.ts'
import { openProject } from '../../src/project/open-project.ts'
import { tempFolder } from '../project/temp-folder.ts'

const dockerfile = 'FROM node:20\nWORKDIR /app\nCOPY . .\nCMD ["node", "server.js"]\n'

/** What a service of compose, by its lines, asks of the image. */
function demands(lines: string, files: Readonly<Record<string, string>> = {}) {
  const compose = `services:\n  web:\n    build: .\n${lines.replace(/^/gm, '    ')}\nvolumes: { kept: {} }\n`
  const root = tempFolder({ Dockerfile: dockerfile, 'compose.yml': compose, ...files })
  const project = openProject({ root, dockerfilePath: path.join(root, 'Dockerfile') })
  const facts = factsOfText(dockerfile, project)
  if (facts === undefined) throw new Error('does not parse')
  return demandsOf(facts)
}

describe('what is written', () => {
  test.each([
    ['volumes: ["kept:/data"]', ['/data']],
    ['volumes: [{ type: volume, source: kept, target: /var/lib/app }]', ['/var/lib/app']],
    ['volumes: ["/app/node_modules"]', []],
    ['volumes: [{ type: tmpfs, target: /cache }]', []],
    ['environment: { DB_PATH: /data/app.db }', ['/data/app.db']],
    ['environment: ["DATABASE_URL=file:/data/app.db?mode=rwc"]', ['/data/app.db']],
    ['environment: { DATABASE_URL: "sqlite:////srv/store/app.sqlite" }', ['/srv/store/app.sqlite']],
    ['environment: { UPLOAD_DIR: /uploads }', ['/uploads']],
    ['environment: { DB_FILE: ./state/app.db }', ['/app/state/app.db']],
    ['environment: { ANYTHING: /data/x }\nvolumes: ["kept:/data"]', ['/data', '/data/x']],
    ['environment: { DB_PASSWORD_FILE: /run/secrets/db }', []],
    ['environment: { CONFIG_PATH: /app/config.json }', []],
    ['environment: { API_BASE: /api/v1 }', []],
    ['environment: { DATABASE_URL: "postgres://db/app" }', []],
    ['env_file: [web.env]', ['/kept/app.db']],
  ])('%s', (lines, expected) => {
    const { writes } = demands(lines, { 'web.env': 'SQLITE_PATH="/kept/app.db"\n' })
    expect(writes.map((item) => item.path)).toEqual(expected)
  })
})

describe('what needs root', () => {
  test.each([
    ['volumes: ["/var/run/docker.sock:/var/run/docker.sock"]', /docker\.sock/],
    ['volumes: ["//var/run/docker.sock:/var/run/docker.sock"]', /docker\.sock/],
    ['volumes: ["${SOCKET:-/run/docker.sock}:/run/docker.sock:ro"]', /docker\.sock/],
    [
      'volumes: [{ type: bind, source: /run/podman/podman.sock, target: /var/run/docker.sock }]',
      /docker\.sock/,
    ],
    ['privileged: true', /privileged/],
    ['cap_add: [NET_RAW]', /NET_RAW/],
    ['devices: ["/dev/ttyUSB0:/dev/ttyUSB0"]', /ttyUSB0/],
    ['device_cgroup_rules: ["c 188:* rmw"]', /188/],
    ['pid: host', /pid: host/],
    ['user: "1000:1000"', /sets the user/],
    ['volumes: ["/srv/data:/data"]', /\/srv\/data at \/data/],
    ['volumes: ["./data:/data"]', /data at \/data/],
    ['develop: { watch: [{ action: sync, path: ./src, target: /app/src }] }', /\/app\/src/],
    ['volumes: ["/etc/localtime:/etc/localtime:ro"]', undefined],
    ['volumes: ["./src:/app/src"]', undefined],
    ['develop: { watch: [{ action: rebuild, path: ./src }] }', undefined],
    ['volumes: ["kept:/data"]', undefined],
  ])('%s', (lines, expected) => {
    const { needsRoot } = demands(lines, { 'src/a.js': '' })
    if (expected === undefined) expect(needsRoot).toBeUndefined()
    else expect(needsRoot).toMatch(expected)
  })
})
