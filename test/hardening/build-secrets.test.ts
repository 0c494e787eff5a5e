import { describe, expect, test } from 'vitest'
import { migrate } from '../../src/migrate.ts'
import type { Outcome } from '../../src/plan/outcome.ts'
import { buildSecrets } from '../../transforms/hardening/build-secrets/build-secrets.ts'
import { ecosystems } from '../../transforms/index.ts'
import { memoryProject, type Files } from '../memory-project.ts'

const context: Files = {
  'package.json': '{}',
  'package-lock.json': '{}',
  'requirements.txt': '',
  'composer.json': '{}',
  'go.mod': 'module a.b/c\n',
}

function outcomeOf(text: string, files: Files = {}, isOn = true): Outcome {
  const project = memoryProject({ ...context, Dockerfile: text, ...files })
  const only = isOn ? ['build-secrets'] : ['stage-names']
  return migrate(text, project, { ecosystems, rules: [buildSecrets], only })
}

/** The lines of a stage with these lines; of what stays, why. */
function linesOf(lines: string, files: Files = {}, head = 'FROM node:20'): string {
  const outcome = outcomeOf(`${head}\n${lines}\n\nFROM scratch\nCOPY --from=0 /app /app\n`, files)
  if (outcome.outcome !== 'migrated') return outcome.reason.replace(/^.*improve\. /, '')
  return outcome.after.slice(head.length + 1).replace(/\n+FROM scratch[^]*$/, '')
}

const mount = (id: string) => `RUN --mount=type=secret,id=${id}`
const text = (id: string) => `$(cat /run/secrets/${id})`
const npmrc = { '.npmrc': '//r.example/:_authToken=${NPM_TOKEN}\n' }
const npm = `${mount('npm_token')} NPM_TOKEN="${text('npm_token')}"`

describe('a variable', () => {
  test.each<[string, string, Files?]>([
    ['ARG NPM_TOKEN\nRUN npm ci', `${npm} npm ci`, npmrc],
    ['ARG NPM_TOKEN=\nRUN npm ci && npm run build', `${npm} npm ci && npm run build`, npmrc],
    [
      'ARG NPM_TOKEN\nRUN cd web && npm ci',
      `${mount('npm_token')} cd web && NPM_TOKEN="${text('npm_token')}" npm ci`,
      npmrc,
    ],
    [
      'ARG COMPOSER_AUTH\nRUN composer install',
      `${mount('composer_auth')} COMPOSER_AUTH="${text('composer_auth')}" composer install`,
    ],
    [
      'ENV PIP_PASSWORD=x\nRUN pip install -r requirements.txt',
      `${mount('pip_password')} PIP_PASSWORD="${text('pip_password')}" pip install -r requirements.txt`,
    ],
    [
      'ARG GITHUB_TOKEN\nRUN git clone "https://$GITHUB_TOKEN@github.com/a/b"',
      `${mount('github_token')} git -c url."https://${text('github_token')}@github.com/".insteadOf="https://github.com/" clone "https://github.com/a/b"`,
    ],
    [
      'ARG API_KEY\nRUN curl -H "X-Key: ${API_KEY}" https://a.example/x | tar x',
      `${mount('api_key')} curl -H "X-Key: ${text('api_key')}" https://a.example/x | tar x`,
    ],
    [
      'ARG NPM_TOKEN\nRUN npm config set //r.example/:_authToken=$NPM_TOKEN\nRUN npm ci',
      `RUN npm config set //r.example/:_authToken=\\\${NPM_TOKEN}\n${npm} npm ci`,
    ],
    [
      'ARG NPM_TOKEN\nRUN echo "//r.example/:_authToken=$NPM_TOKEN" | tee ~/.npmrc\nRUN npm ci',
      `RUN echo "//r.example/:_authToken=\\\${NPM_TOKEN}" | tee ~/.npmrc\n${npm} npm ci`,
    ],
    [
      "ARG NPM_TOKEN\nRUN echo '//r.example/:_authToken=${NPM_TOKEN}' > .npmrc && npm ci",
      `${mount('npm_token')} echo '//r.example/:_authToken=\${NPM_TOKEN}' > .npmrc && NPM_TOKEN="${text('npm_token')}" npm ci`.replace(
        'npm_token echo',
        'npm_token echo',
      ),
    ],
    [
      'ARG GIT_TOKEN\nRUN git config --global url."https://$GIT_TOKEN@h/".insteadOf https://h/ && npm ci',
      `${mount('git_token')} git config --global url."https://${text('git_token')}@h/".insteadOf https://h/ && npm ci && git config --global --remove-section url."https://${text('git_token')}@h/"`,
    ],
    [
      'ARG NPM_TOKEN\nARG PORT=80\nRUN npm ci\nRUN echo $PORT',
      `ARG PORT=80\n${npm} npm ci\nRUN echo $PORT`,
      npmrc,
    ],
    ['ARG TOKEN\nENV NPM_TOKEN=${TOKEN}\nRUN npm ci', `${npm} npm ci`, npmrc],
    ['ENV A=1 NPM_TOKEN=abc B=2\nRUN npm ci', `ENV A=1 B=2\n${npm} npm ci`, npmrc],
    [
      'ENV A=1 \\\n  NPM_TOKEN=abc \\\n  NODE_AUTH_TOKEN=abc\nRUN npm ci',
      `ENV A=1\n${mount('npm_token')} --mount=type=secret,id=node_auth_token NPM_TOKEN="${text('npm_token')}" NODE_AUTH_TOKEN="${text('node_auth_token')}" npm ci`,
      npmrc,
    ],
  ])('%j becomes a mount', (before, after, files = {}) => {
    expect(linesOf(before, files)).toBe(after)
  })

  test('as a variable where the syntax line is sure to know that', () => {
    const lines = 'ARG NPM_TOKEN\nRUN npm ci'
    const of = (syntax: string) =>
      linesOf(lines, npmrc, `# syntax=${syntax}\nFROM node:20`).includes('env=NPM_TOKEN')
    expect(
      [
        'docker/dockerfile:1',
        'docker/dockerfile:1.10',
        'docker/dockerfile:1.17.1',
        'docker/dockerfile',
      ].map(of),
    ).toEqual([true, true, true, true])
    expect(
      [
        'docker/dockerfile:1.4',
        'acme/dockerfile:1',
        'docker/dockerfile:1.2-labs',
        'docker/dockerfile:experimental',
        'docker/dockerfile:1@sha256:' + 'a'.repeat(64),
      ].map(of),
    ).toEqual([false, false, false, false, false])
  })

  test('above the first FROM, and in several stages', () => {
    const outcome = outcomeOf(
      'ARG NPM_TOKEN\nFROM node:20 AS a\nARG NPM_TOKEN\nRUN npm ci\nFROM node:20 AS b\nARG NPM_TOKEN\nRUN npm ci\nFROM a\n',
      npmrc,
    )
    expect(outcome).toMatchObject({
      after: `FROM node:20 AS a\n${npm} npm ci\nFROM node:20 AS b\n${npm} npm ci\nFROM a\n`,
    })
  })

  test.each<[string, RegExp, Files?]>([
    ['ARG NPM_TOKEN\nRUN npm ci\nLABEL x=$NPM_TOKEN', /line 4 uses it, too/, npmrc],
    ['ARG NPM_TOKEN\nENV AUTH=x$NPM_TOKEN\nRUN npm ci', /line 3 uses it, too/, npmrc],
    ['ARG NPM_TOKEN\nRUN ["npm", "ci"]', /line 3 can't be given it as a variable/, npmrc],
    ['ARG NPM_TOKEN\nRUN sudo npm ci', /line 3 can't be given it as a variable/, npmrc],
    [
      'ARG NPM_TOKEN\nRUN if [ -n "${NPM_TOKEN:-}" ]; then npm ci; fi',
      /asks whether it is set/,
      npmrc,
    ],
    [
      'ARG NPM_TOKEN\nRUN cat <<EOF > .npmrc\n//r/:_authToken=$NPM_TOKEN\nEOF\nRUN npm ci',
      /what line 3 does with it is not seen/,
    ],
    [
      'ARG GIT_TOKEN\nRUN echo $GIT_TOKEN > /etc/token\nRUN npm ci',
      /a RUN writes it to \/etc\/token/,
    ],
    ['ARG NPM_TOKEN\nRUN make', /no RUN is seen that reads it/],
    [
      'ARG GIT_TOKEN\nRUN echo "machine h password $GIT_TOKEN" > ~/.netrc\nRUN git clone https://h/a\nRUN git clone https://h/b',
      /several RUNs need what line 3 writes/,
    ],
    [
      'ARG NPM_TOKEN\nRUN npm ci',
      /a source of the project reads it, too/,
      { ...npmrc, 'x.js': 'process.env.NPM_TOKEN' },
    ],
    [
      'ARG NPM_TOKEN\nRUN npm ci',
      /\.gitlab-ci\.yml:1 builds by kaniko/,
      { ...npmrc, '.gitlab-ci.yml': 'image: gcr.io/kaniko-project/executor\n' },
    ],
    [
      'ARG NPM_TOKEN\nRUN npm ci',
      /Makefile:2 builds by Docker without BuildKit/,
      { ...npmrc, Makefile: 'image:\n\tDOCKER_BUILDKIT=0 docker build .\n' },
    ],
    [
      'ARG NPM_TOKEN\nRUN npm ci',
      /heroku\.yml:1 builds by Heroku, which is not known to take mounts/,
      { ...npmrc, 'heroku.yml': 'build:\n  docker:\n    web: Dockerfile\n' },
    ],
  ])('%j stays, and it is said why', (before, why, files = {}) => {
    expect(linesOf(before, files)).toMatch(why)
  })

  test('that no line reads goes to whatever fetches, which is said', () => {
    const outcome = outcomeOf(
      'FROM node:20\nARG GITHUB_TOKEN\nRUN npm ci\nFROM scratch\nCOPY --from=0 /app /app\n',
    )
    expect(outcome).toMatchObject({
      changes: [
        {
          assumption: expect.stringContaining(
            'No line says who reads GITHUB_TOKEN: every RUN that fetches gets it.',
          ) as string,
        },
      ],
    })
  })
})

describe('a file', () => {
  const token = { '.npmrc': '//r.example/:_authToken=of-nobody\n' }
  test.each<[string, string, Files?]>([
    [
      'WORKDIR /app\nCOPY .npmrc ./\nRUN npm ci',
      'WORKDIR /app\nRUN --mount=type=secret,id=npmrc,target=/app/.npmrc npm ci',
      token,
    ],
    [
      'COPY .npmrc /root/\nRUN npm ci && rm -f /root/.npmrc',
      'RUN --mount=type=secret,id=npmrc,target=/root/.npmrc npm ci',
      token,
    ],
    [
      'COPY .netrc /root/.netrc\nRUN git clone https://h/a',
      'RUN --mount=type=secret,id=netrc,target=/root/.netrc git clone https://h/a',
    ],
    [
      'COPY pip.conf /etc/pip.conf\nRUN pip install x',
      'RUN --mount=type=secret,id=pip_conf,target=/etc/pip.conf pip install x',
      { 'pip.conf': '[global]\nindex-url = https://ci:of-nobody@r.example/simple\n' },
    ],
    ['COPY id_ed25519 /root/.ssh/id_ed25519\nRUN npm ci', 'RUN --mount=type=ssh npm ci'],
    [
      'ENV GIT_SSH_COMMAND="ssh -i /keys/id_rsa"\nCOPY id_rsa /keys/id_rsa\nRUN git clone git@h:a',
      'ENV GIT_SSH_COMMAND="ssh -i /keys/id_rsa"\nRUN --mount=type=secret,id=id_rsa,target=/keys/id_rsa git clone git@h:a',
    ],
    [
      'USER 1001\nWORKDIR /app\nCOPY .npmrc ./\nRUN npm ci',
      'USER 1001\nWORKDIR /app\nRUN --mount=type=secret,id=npmrc,target=/app/.npmrc,uid=1001 npm ci',
      token,
    ],
    [
      'RUN useradd app\nUSER app\nWORKDIR /app\nCOPY .npmrc ./\nRUN npm ci',
      'RUN useradd app\nUSER app\nWORKDIR /app\nRUN --mount=type=secret,id=npmrc,target=/app/.npmrc,mode=0444 npm ci',
      token,
    ],
  ])('%j becomes a mount', (before, after, files = {}) => {
    expect(linesOf(before, files)).toBe(after)
  })

  test('that a whole folder would bring again is kept out of the context', () => {
    const outcome = outcomeOf(
      'FROM node:20\nWORKDIR /app\nCOPY package.json .npmrc ./\nRUN npm ci\nCOPY . .\nFROM scratch\nCOPY --from=0 /app /app\n',
      token,
    )
    expect(outcome).toMatchObject({
      otherFiles: [{ path: '.dockerignore', before: null, after: '.npmrc\n' }],
    })
  })

  test('without a secret is none', () => {
    expect(linesOf('COPY .npmrc ./\nRUN npm ci', { '.npmrc': 'save-exact=true\n' })).not.toContain(
      '.npmrc',
    )
  })
})

describe('what is said', () => {
  const secret = 'ghp_0123456789abcdefghijklmnop'
  const file = `FROM node:20\nENV NPM_TOKEN=${secret}\nRUN npm ci\nFROM scratch\nCOPY --from=0 /app /app\n`

  test('has no value in it', () => {
    for (const isOn of [true, false]) {
      const outcome = outcomeOf(file, npmrc, isOn)
      const said =
        outcome.outcome === 'migrated' ? [outcome.changes, outcome.stays] : outcome.reason
      expect(JSON.stringify(said)).toContain('NPM_TOKEN')
      expect(JSON.stringify(said)).not.toContain(secret)
    }
  })

  test('where the rule is off: the secret, its line, and the way out', () => {
    expect(outcomeOf(file, npmrc, false)).toMatchObject({
      outcome: 'unchanged',
      reason: expect.stringContaining(
        'NPM_TOKEN (line 2) is a secret of the build that stays in a layer or in the history of a stage; `--with build-secrets` mounts it instead.',
      ) as string,
    })
  })

  test('how others have to build', () => {
    const calls = (files: Files) => {
      const outcome = outcomeOf(file, { ...npmrc, ...files })
      return outcome.outcome === 'migrated' ? outcome.changes[0]?.assumption : outcome.reason
    }
    expect(calls({})).toBe(
      'The build has to be called with its secret: `docker build --secret id=npm_token,env=NPM_TOKEN .`.',
    )
    expect(calls({ 'compose.yaml': 'services:\n  web:\n    build: .\n' })).toContain(
      ' compose.yaml:2 needs `secrets: [npm_token]` below `build` of web, and `secrets: { npm_token: { environment: NPM_TOKEN } }` at its top level.',
    )
    expect(calls({ 'docker-bake.hcl': 'target "web" {\n  context = "."\n}\n' })).toContain(
      ' docker-bake.hcl:1 needs `secret = ["id=npm_token,env=NPM_TOKEN"]` in web.',
    )
    expect(calls({ Makefile: 'image:\n\tdocker build --build-arg NPM_TOKEN .\n' })).toContain(
      ' Makefile:2 needs `--secret id=npm_token,env=NPM_TOKEN` instead of `--build-arg`.',
    )
  })
})
