import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { composeDocument } from '../../../src/project/consumers/compose-document.ts'
import { readComposeService } from '../../../src/project/consumers/compose-service.ts'
import { planDependencies, splitCommand } from '../../../src/verify/run/dependency-plan.ts'
import { folderWith } from '../../cli/surroundings.ts'

function composeOf(services: Readonly<Record<string, unknown>>, folder = '/x') {
  const document = composeDocument(join(folder, 'compose.yml'), { services })
  const read = document.services.map((each) =>
    readComposeService(each, document, (text) => text.replace('$TAG', '16')),
  )
  const byName = new Map(read.map((each) => [each.name, each]))
  const service = byName.get('api')
  if (service === undefined) throw new Error('there is no api')
  return { service, services: byName }
}

describe('services that are started beside', () => {
  test('come in the order in which they need each other; a circle ends', () => {
    const run = composeOf({
      api: { depends_on: ['db', 'jobs'] },
      jobs: { depends_on: { migrate: { condition: 'service_completed_successfully' } } },
      migrate: { depends_on: ['db'], build: '.' },
      db: { image: 'postgres:$TAG', depends_on: ['api'] },
      other: { image: 'x' },
    })
    expect(
      planDependencies(run).map(({ service, image, mustEnd }) => [service.name, image, mustEnd]),
    ).toEqual([
      ['db', 'postgres:16', false],
      ['migrate', undefined, true],
      ['jobs', undefined, false],
    ])
  })

  test('are run as compose runs them, but for ports and data', () => {
    const folder = folderWith({ 'init/a.sql': '', 'my.cnf': '', 'data/x': '' })
    const db = {
      image: 'mysql',
      user: '999',
      container_name: 'the-db',
      ports: ['3306:3306'],
      entrypoint: ['run', 'it'],
      command: `--a "b c" 'd'`,
      tmpfs: '/tmp',
      healthcheck: { test: ['CMD', 'ping', '-h', 'a b'], interval: '5s', retries: 3 },
      volumes: [
        './init:/docker-entrypoint-initdb.d',
        './my.cnf:/etc/my.cnf:ro',
        './data:/var/lib/mysql',
        'logs:/logs',
      ],
    }
    const run = composeOf({ api: { links: ['db'] }, db }, folder)
    expect(planDependencies(run)).toMatchObject([
      {
        options: [
          '--user=999',
          '--tmpfs=/tmp',
          "--health-cmd=ping -h 'a b'",
          '--health-interval=5s',
          '--health-retries=3',
          `--mount=type=bind,"source=${folder}/init","target=/docker-entrypoint-initdb.d",readonly`,
          `--mount=type=bind,"source=${folder}/my.cnf","target=/etc/my.cnf",readonly`,
          '--entrypoint=run',
        ],
        command: ['it', '--a', 'b c', 'd'],
        aliases: ['db', 'the-db'],
      },
    ])
  })

  test.each([
    ['redis-server --save ""', ['redis-server', '--save', '']],
    [`sh -c 'echo "x y"'`, ['sh', '-c', 'echo "x y"']],
    ['a\\ b "c \\"d\\""', ['a b', 'c "d"']],
    ['', []],
  ])('the command %s', (line, words) => {
    expect(splitCommand(line)).toEqual(words)
  })
})
