import { describe, expect, test } from 'vitest'
import { nonRootUser } from '../../transforms/hardening/non-root-user/non-root-user.ts'
import type { Behaviour } from '../../src/transform.ts'
import { after, applyRule, harmless } from './apply-rule.ts'

const builder = 'FROM golang:1.22 AS b\nRUN CGO_ENABLED=0 make\n\n'
const evidence = { path: 'main.go', line: 7, text: '' }
const files = { 'package.json': '{ "scripts": { "start": "node server.js" } }', 'server.js': '' }

/** What becomes of the last stage; `writes` are the folders and files that the program writes to. */
function withUser(
  stage: string,
  writes: readonly string[] = [],
  context: Record<string, string> = files,
  behaviour: Behaviour = harmless,
): string {
  const all = { ...behaviour, writes: writes.map((path) => ({ path, evidence })) }
  const text = after(applyRule(nonRootUser, builder + stage, context, all))
  return text.replace(builder, '').replace(/^.*no rule has anything to improve\. ?/, '')
}

const debian =
  'RUN groupadd --system --gid 10001 app && useradd --system --uid 10001 --gid app app\n'
const alpine = 'RUN addgroup -S -g 10001 app && adduser -S -D -H -u 10001 -G app app\n'

/** A service of compose that runs these commands instead. */
const overriddenBy = (commands: string, volumes = '[]') => ({
  'docker-compose.yml': `services:\n  a:\n    build: .\n    command: sh -c "${commands}"\n    volumes: ${volumes}\n`,
})

describe('non-root-user', () => {
  test('the image’s own user, above EXPOSE and below ENV', () => {
    const stage = (user: string) =>
      `FROM node:20-slim\nWORKDIR /app\nCOPY . .\nENV PORT=8080\n${user}\nEXPOSE 8080\nCMD npm start\n`
    expect(withUser(stage(''))).toBe(stage('USER node\n'))
  })

  test.each(['date +%F', 'hostname -i', 'dpkg --print-architecture', 'rpm -qa', 'apk info'])(
    '%s only tells',
    (program) => {
      expect(withUser(`FROM node:20-slim\nCMD ${program} && node server.js\n`)).toContain(
        'USER node',
      )
    },
  )

  test.each(['turbo run start', 'lerna run start', 'npx nx run api:start'])(
    'what keeps a cache in the sources stays root: %s',
    (start) => {
      expect(withUser(`FROM node:20-slim\nWORKDIR /app\nCOPY . .\nCMD ${start}\n`)).toContain(
        'No USER is added',
      )
    },
  )
  test('a file that root alone may read is given to the user by the COPY that brings it alone', () => {
    const stage = (owner: string, user: string) =>
      `FROM node:20-slim\nWORKDIR /app\nCOPY . .\nCOPY --chmod=600${owner} server.js /etc/key\n${user}CMD npm start\n`
    expect(withUser(stage('', ''))).toBe(stage(' --chown=node:node', 'USER node\n'))
  })
  describe('a file that a RUN makes and the program writes later', () => {
    const sources = {
      'server.js': "import './store.js'",
      'seed.js': 'open("app.db")',
      'train.js': 'open("state.json")',
      'other.js': '',
      'setup.sh': '#!/bin/sh\npython init.py\n',
      'upgrade.sh': 'flask db upgrade\n',
      'init.py': 'from store import db\n',
      'store.py': "db = open('app.db')\n",
    }
    const of = (run: string, path: string, more: Partial<Behaviour> = {}) =>
      withUser(
        `FROM node:20-slim\nWORKDIR /app\nCOPY . .\nRUN ${run}\nCMD ["node", "server.js"]\n`,
        [path],
        { ...files, ...sources },
        { ...harmless, ...more },
      )
    test.each([
      ...['node seed.js', 'node ./seed.js', 'npx prisma migrate deploy', 'flask db upgrade'],
      ...['python init.py', 'sh setup.sh', './upgrade.sh', 'python manage.py migrate --noinput'],
      'python -c "from store import db; db.create_all()"',
    ])('is given along with its folder: %s', (run) => {
      expect(of(run, '/app/app.db')).toContain(
        'RUN touch app.db && chown node:node /app app.db\nUSER node\n',
      )
    })
    test('is given by its folder, where that is its own', () => {
      expect(of('node seed.js', '/data/app.db')).toContain('chown -R node:node /data')
    })
    test('stays root’s where an empty one would mislead the program', () => {
      expect(of('node train.js', '/app/state.json')).toContain(
        'No USER is added: the program writes to /app/state.json, which `node train.js` may have made for root.',
      )
      const absences = [{ path: '/app/app.db', evidence }]
      expect(of('node seed.js', '/app/app.db', { absences })).toContain('No USER is added')
    })
    test.each(['node other.js', 'python manage.py collectstatic', 'npm run build'])(
      'is not awaited of what knows nothing of it: %s',
      (run) => {
        expect(of(run, '/app/app.db')).toContain('RUN chown node:node /app\nUSER node\n')
      },
    )
  })
  test('a program of that name that no package brings has a user', () => {
    expect(withUser('FROM node:20-slim\nCOPY . .\nCMD ["/turbo"]\n')).toContain('USER node')
  })

  test('a manager that corepack keeps in the home of root', () => {
    const stage = (setUp: string, state = '') =>
      `FROM node:20-slim\nWORKDIR /app\n${state}RUN ${setUp}\nCOPY . .\nRUN pnpm install\nCMD ["pnpm", "start"]\n`
    expect(withUser(stage('corepack enable'))).toContain('would be downloaded at each start')
    expect(withUser(stage('npm install -g pnpm'))).toContain('USER node')
    expect(withUser(stage('corepack enable', 'ENV COREPACK_HOME=/opt/corepack\n'))).toContain(
      'USER node',
    )
    expect(
      withUser(stage('corepack enable').replace('"pnpm", "start"', '"node", "server.js"')),
    ).toContain('USER node')
  })

  test('what sets the clock stays root', () => {
    expect(withUser('FROM node:20-slim\nCMD date -s 12:00 && node server.js\n')).toContain(
      'needs the rights of root',
    )
  })

  test('a user of Debian’s and of Alpine’s making, below the packages', () => {
    expect(withUser('FROM debian:12-slim\nCOPY --from=b /x /x\nVOLUME /tmp/a\nCMD ["/x"]\n')).toBe(
      `FROM debian:12-slim\n${debian}COPY --from=b /x /x\nVOLUME /tmp/a\nUSER 10001\nCMD ["/x"]\n`,
    )
    expect(
      withUser(
        'FROM alpine:3.20\nENV A=1\nRUN apk add --no-cache tzdata\n# it\nCOPY --from=b /x /x\nENTRYPOINT ["/x"]\nEXPOSE 1234\n',
      ),
    ).toBe(
      `FROM alpine:3.20\nENV A=1\nRUN apk add --no-cache tzdata\n${alpine}# it\nCOPY --from=b /x /x\nUSER 10001\nENTRYPOINT ["/x"]\nEXPOSE 1234\n`,
    )
  })

  test('numbers where there is no passwd file', () => {
    expect(withUser('FROM scratch\nCOPY --from=b /x /x\nCMD ["/x"]\n')).toContain(
      '/x\nUSER 10001:10001\nCMD',
    )
  })

  test('the folder that a COPY brings gets its owner there', () => {
    const stage = (chown: string, user: string) =>
      `FROM node:20-slim\nWORKDIR /app\nCOPY --from=b /app/dist ./dist\nCOPY --from=b${chown} /app/data ./data\nVOLUME /app/data\n${user}CMD ["node", "dist/index.js"]\n`
    expect(withUser(stage('', ''), ['/app/data'])).toBe(stage(' --chown=node:node', 'USER node\n'))
  })

  test('a folder that nothing brings is made, above its volume', () => {
    expect(
      withUser('FROM node:20-slim\nWORKDIR /app\nCOPY . .\nVOLUME /data\nCMD npm start\n', [
        '/app/uploads/a.txt',
        '/data',
      ]),
    ).toBe(
      'FROM node:20-slim\nWORKDIR /app\nCOPY . .\nRUN mkdir -p uploads /data && chown node:node uploads /data\nVOLUME /data\nUSER node\nCMD npm start\n',
    )
    expect(withUser('FROM node:20-slim\nVOLUME /data\nCOPY . .\nCMD ["node", "server.js"]\n')).toBe(
      'FROM node:20-slim\nRUN mkdir -p /data && chown node:node /data\nVOLUME /data\nCOPY . .\nUSER node\nCMD ["node", "server.js"]\n',
    )
  })

  test('a folder of the sources changes its owner: a second COPY would not do that', () => {
    expect(
      withUser('FROM node:20-slim\nWORKDIR /app\nCOPY . .\nCMD npm start\n', ['/app/storage'], {
        ...files,
        'storage/a': '',
      }),
    ).toBe(
      'FROM node:20-slim\nWORKDIR /app\nCOPY . .\nRUN chown -R node:node storage\nUSER node\nCMD npm start\n',
    )
  })

  test('a COPY into a folder that is there already does not give it away', () => {
    const stage = (lines: string) =>
      `FROM node:20-slim\nWORKDIR /app\nCOPY . .\nCOPY storage ./storage\n${lines}CMD npm start\n`
    expect(withUser(stage(''), ['/app/storage'], { ...files, 'storage/a': '' })).toBe(
      stage('RUN chown -R node:node storage\nUSER node\n'),
    )
  })

  test('a file beside the program: the folder, and the file where it is there already', () => {
    const stage = 'FROM node:20-slim\nWORKDIR /app\nCOPY . .\nCMD npm start\n'
    expect(withUser(stage, ['/app/count.json'])).toContain(
      'COPY . .\nRUN chown node:node /app\nUSER node\n',
    )
    expect(withUser(stage, ['/app/count.json'], { ...files, 'count.json': '' })).toContain(
      'RUN chown node:node /app count.json\n',
    )
  })

  test('what everybody or the user itself may write needs nothing', () => {
    expect(
      withUser('FROM node:20-slim\nWORKDIR /app\nCOPY . .\nCMD npm start\n', [
        '/tmp/a',
        '/home/node/.cache/b',
      ]),
    ).toBe('FROM node:20-slim\nWORKDIR /app\nCOPY . .\nUSER node\nCMD npm start\n')
  })

  test('risk and assumption', () => {
    const change = (stage: string, writes: readonly string[], compose = '') => {
      const outcome = applyRule(
        nonRootUser,
        `${builder}FROM node:20-slim\n${stage}CMD ["node", "server.js"]\n`,
        { ...files, ...(compose === '' ? {} : { 'docker-compose.yml': compose }) },
        {
          ...harmless,
          writes: writes.map((path) => ({ path, evidence })),
        },
      )
      return outcome.outcome === 'migrated'
        ? [outcome.changes[0]?.risk, outcome.changes[0]?.assumption]
        : []
    }
    expect(change('', [])).toEqual(['safe', undefined])
    expect(change('', ['/data'])).toEqual([
      'review',
      'The program writes to no other folder than /data.',
    ])
    expect(change('VOLUME /data\n', ['/data'])).toEqual([
      'review',
      'No volume that root owns is left from before at /data: the new user could not write to it.',
    ])
    expect(change('', [], 'services:\n  a:\n    build: .\n    command: node other.js\n')).toEqual([
      'review',
      'What docker-compose.yml:2 runs in this image does not need root either.',
    ])
  })

  test('nothing without knowledge of the program, of the image, or where there is a user', () => {
    const stage = 'FROM node:20\nCMD ["node", "x"]\n'
    expect(after(applyRule(nonRootUser, builder + stage, {}))).toMatch(/improve\.$/)
    expect(withUser('FROM acme/base\nCMD ["/x"]\n')).toBe('')
    expect(withUser('FROM node:20\nUSER 1000\nCMD ["node", "x"]\n')).toBe('')
    expect(withUser('FROM gcr.io/distroless/static:nonroot\nCMD ["/x"]\n')).toBe('')
  })

  test.each<[string, string, string, Record<string, string>?]>([
    ['USER root\nCMD ["node", "server.js"]', 'line N has one.', ''],
    [
      'RUN useradd web\nCMD ["node", "server.js"]',
      'line N makes a user, and nobody says whose it is.',
      '',
    ],
    [
      'RUN chown -R node /srv\nCMD ["node", "server.js"]',
      'line N sets owners, and nobody says for whom.',
      '',
    ],
    [
      'EXPOSE 80 443/tcp\nCMD ["node", "server.js"]',
      'line N exposes 80 and 443, and ports below 1024 need root',
      '',
    ],
    ['ENV PORT=80\nCMD ["node", "server.js"]', 'PORT=80 asks for a low port', ''],
    ['CMD ["node", "server.js", "--port=443"]', '--port=443 asks for a low port', ''],
    [
      'WORKDIR /root/app\nCMD ["node", "server.js"]',
      'it is started in /root, which nobody else may enter.',
      '',
    ],
    [
      'COPY a /root/.cfg\nCMD ["node", "server.js"]',
      'line N copies into /root, which nobody else may enter.',
      '',
    ],
    ['RUN chmod 0700 /a\nCMD ["node", "server.js"]', 'line N lets root alone read a file.', ''],
    [
      'CMD ["gosu", "node", "node", "server.js"]',
      '`gosu node node server.js` starts as root and drops to another user itself.',
      '',
    ],
    ['CMD nginx && node server.js', '`nginx` starts as root', ''],
    [
      'CMD ["npx", "prisma", "migrate", "deploy"]',
      '`npx prisma migrate deploy` writes into folders of the image',
      '',
    ],
    ['CMD ping -c 1 a; node server.js', '`ping -c 1 a` needs the rights of root.', ''],
    ['CMD echo $A > /etc/a && node server.js', '`echo …` writes to /etc/a.', ''],
    ['CMD ["node", "server.js"]', 'the program writes to /app, where it lies itself', '/app'],
    [
      'CMD ["node", "server.js"]',
      'the program writes to /var/log, a folder of the system.',
      '/var/log/a.log',
    ],
    [
      'CMD ["node", "server.js"]',
      'docker-compose.yml:2 sets the user.',
      '',
      { 'docker-compose.yml': 'services:\n  a:\n    build: .\n    user: "0"\n' },
    ],
    [
      'CMD ["node", "server.js"]',
      'docker-compose.yml:2 mounts ./d at /data, which Docker makes for root where it is not there.',
      '/data/x',
      { 'docker-compose.yml': 'services:\n  a:\n    build: .\n    volumes: ["./d:/data"]\n' },
    ],
    [
      'CMD ["node", "server.js"]',
      'docker-compose.yml:2 mounts /srv/d at /data, which may belong to root.',
      '/data/x',
      { 'docker-compose.yml': 'services:\n  a:\n    build: .\n    volumes: ["/srv/d:/data"]\n' },
    ],
    [
      'CMD ["node", "server.js"]',
      'docker-compose.yml:2 mounts /var/run/docker.sock, which belongs to root and its group.',
      '',
      {
        'docker-compose.yml':
          'services:\n  a:\n    build: .\n    volumes: ["/var/run/docker.sock:/var/run/docker.sock:ro"]\n',
      },
    ],
    [
      'COPY run.sh /usr/local/bin/\nENTRYPOINT ["run.sh"]\nCMD ["node", "server.js"]',
      'run.sh:2 (`sed -i s/a/b/ /etc/a`) writes to /etc/a.',
      '',
      { 'run.sh': '#!/bin/sh\nsed -i s/a/b/ /etc/a\nexec "$@"\n' },
    ],
    [
      'COPY run.sh /usr/local/bin/\nENTRYPOINT ["run.sh"]\nCMD ["node", "server.js"]',
      'run.sh:2 (`ln -sf … /etc/localtime`) writes to /etc/localtime.',
      '',
      { 'run.sh': '#!/bin/sh\nln -sf /usr/share/zoneinfo/$TZ /etc/localtime\nexec "$@"\n' },
    ],
    ['CMD mkdir -p $DIR && node server.js', '`mkdir -p …` writes to a path that is not known.', ''],
    [
      'CMD ["node", "server.js"]',
      'config/default.json names port 80, and ports below 1024 need root',
      '',
      { 'config/default.json': '{ "server": { "port": 80 }, "mail": { "port": 25 } }' },
    ],
    [
      'CMD ["node", "server.js"]',
      '.env names port 80, and ports below 1024 need root',
      '',
      { '.env': 'PORT=80\n', 'package.json': '{ "dependencies": { "dotenv": "*" } }' },
    ],
    [
      'CMD ["node", "server.js"]',
      'config.yaml names port 443, and ports below 1024 need root',
      '',
      { 'config.yaml': 'addr: ":443"\n' },
    ],
    [
      'CMD ["node", "server.js"]',
      'docker-compose.yml:2 (`apk add curl`) installs packages.',
      '',
      overriddenBy('apk add curl && node server.js'),
    ],
    [
      'CMD ["node", "server.js"]',
      'docker-compose.yml:2 (`cp a b`) writes to /app/b.',
      '',
      overriddenBy('cp a b && node server.js'),
    ],
    [
      'CMD ["node", "server.js"]',
      'docker-compose.yml:2 (`rc-service sshd start`) needs the rights of root.',
      '',
      overriddenBy('rc-service sshd start && node server.js'),
    ],
    [
      'HEALTHCHECK CMD wget -qO- localhost:3000 > /var/log/h || exit 1\nCMD ["node", "server.js"]',
      '`wget -qO- localhost:3000` writes to /var/log/h.',
      '',
    ],
  ])('%s: %s', (lines, why, write, more = {}) => {
    const stage = `FROM node:20\nWORKDIR /app\n${lines}\n`.replace(
      'WORKDIR /app\n',
      lines.includes('WORKDIR') ? '' : 'COPY . /app\nWORKDIR /app\n',
    )
    const text = withUser(stage, write === '' ? [] : [write], { ...files, a: '', ...more })
    expect(text.replace(/line \d/, 'line N')).toContain(`No USER is added: ${why}`)
  })

  test.each<[string, Record<string, string>?]>([
    ['CMD mkdir -p ~/.cache /tmp/$A && node server.js'],
    ['CMD mkdir -p "$HOME/.cache" && node server.js'],
    ['HEALTHCHECK CMD wget -q --spider localhost:3000\nCMD ["node", "server.js"]'],
    ['CMD ["node", "server.js"]', { 'config.json': '{ "mail": { "port": 25 }, "port": 587 }' }],
    // Compose reads it for itself.
    ['CMD ["node", "server.js"]', { '.env': 'PORT=80\n' }],
    ['CMD ["node", "server.js"]', overriddenBy('touch x && node server.js', '[".:/app"]')],
    ['CMD ["node", "server.js"]', overriddenBy('echo $$A > /tmp/a && node server.js')],
  ])('%s: what is written is everybody’s, the user’s or the host’s', (lines, more = {}) => {
    expect(
      withUser(`FROM node:20\nWORKDIR /app\nCOPY . .\n${lines}\n`, [], { ...files, ...more }),
    ).toContain('USER node')
  })

  test('unknown writers and programs, and an image without a shell', () => {
    const stage = 'FROM node:20\nWORKDIR /app\nCOPY . .\nCMD npm start\n'
    expect(
      withUser(stage, [], files, {
        ...harmless,
        writesElsewhere: 'a.js:3 writes to a path that is computed',
      }),
    ).toBe('No USER is added: a.js:3 writes to a path that is computed.')
    expect(withUser(stage, [], files, { ...harmless, ports: [53] })).toContain(
      'the program listens on port 53',
    )
    expect(withUser(stage, [], files, { ...harmless, programs: [{ name: '', evidence }] })).toBe(
      'No USER is added: main.go:7 starts a program that is only known at run time.',
    )
    expect(
      withUser(stage, [], files, { ...harmless, programs: [{ name: 'docker', evidence }] }),
    ).toContain('main.go:7 starts docker, which needs the rights of root')
    expect(
      withUser(stage, [], files, { ...harmless, programs: [{ name: 'apt-get', evidence }] }),
    ).toContain('main.go:7 starts apt-get, which needs the rights of root')
    expect(
      withUser('FROM gcr.io/distroless/static\nCOPY --from=b /x /x\nCMD ["/x"]\n', ['/data']),
    ).toContain('the image has no shell that could make /data')
  })
})
