import { describe, expect, it } from 'vitest'
import { isSecretName } from '../../src/knowledge/credentials.ts'
import { secretValues, shortenSecrets } from '../../src/report/shorten-secrets.ts'

describe('names of secrets', () => {
  it.each(
    `DB_PASSWORD PASSWORD db_password dbPassword MYSQL_ROOT_PASSWORD PGPASSWORD DBPASSWD MYSQL_PWD REDISCLI_AUTH JWT_SECRET SECRET_KEY_BASE SECRET_KEY API_KEY apiKey api-key
     AWS_ACCESS_KEY_ID AWS_SECRET_ACCESS_KEY GITHUB_TOKEN TOKEN _authToken NPM_TOKEN SMTP_PASS DB_PWD SSH_PASSPHRASE BASIC_AUTH
     GH_PAT API_KEY_2 STRIPE_SECRET2 CLIENT_SECRET_BASE64 spring.datasource.password APIKEY`.split(
      /\s+/,
    ),
  )('%s', (name) => expect(isSecretName(name)).toBe(true))

  it.each(
    `PATH KEY AUTH PWD OLDPWD PASS NODE_ENV CACHE_KEY PRIMARY_KEY PUBLIC_KEY STRIPE_PUBLISHABLE_KEY SSH_AUTH_SOCK TOKEN_TTL
     PASSWORD_MIN_LENGTH SECRET_NAME KEY_ID PASSWORD_FILE MONKEY KEYBOARD TOKENIZER AUTHOR COMPASS BYPASS_CACHE PORT`.split(
      /\s+/,
    ),
  )('not %s', (name) => expect(isSecretName(name)).toBe(false))
})

describe('shortenSecrets', () => {
  it.each([
    ['ENV DB_PASSWORD=hunter2 PORT=80', 'ENV DB_PASSWORD=hu… PORT=80'],
    ['ENV DB_PASSWORD="hunter two" A=b', 'ENV DB_PASSWORD="hu…" A=b'],
    [String.raw`ENV DB_PASSWORD=hunter\ two A=b`, 'ENV DB_PASSWORD=hu… A=b'],
    ['ENV DB_PASSWORD hunter two', 'ENV DB_PASSWORD hu…'],
    ['ARG NPM_TOKEN=abc', 'ARG NPM_TOKEN=…'],
    ['  - DB_PASSWORD=hunter2', '  - DB_PASSWORD=hu…'],
    ['["sh", "-c", "DB_PASSWORD=hunter2 node x"]', '["sh", "-c", "DB_PASSWORD=hu… node x"]'],
    ['DB_PASSWORD: hunter', 'DB_PASSWORD: hu…'],
    ['password: hunter2', 'password: hu…'],
    ['"apiKey": "hunter2",', '"apiKey": "hu…",'],
    [
      "const secret = process.env.JWT_SECRET || 'hunter2'",
      "const secret = process.env.JWT_SECRET || 'hu…'",
    ],
    ["'password' => env('DB_PASSWORD', 'hunter2')", "'password' => env('DB_PASSWORD', 'hu…')"],
    ['start --db-password hunter2 --port 80', 'start --db-password hu… --port 80'],
    ['docker build --build-arg=NPM_TOKEN=hunter2 .', 'docker build --build-arg=NPM_TOKEN=hu… .'],
    ['postgres://app:hunter2@db/app', 'postgres://app:hu…@db/app'],
    ['DATABASE_URL=postgres://app:hunter2@db/app', 'DATABASE_URL=postgres://app:hu…@db/app'],
    ['git clone https://ghp_0123456789abcdef@github.com/x', 'git clone https://gh…@github.com/x'],
    ['//registry.npmjs.org/:_authToken=hunter2', '//registry.npmjs.org/:_authToken=hu…'],
    ['-----BEGIN RSA PRIVATE KEY-----MIIEabc-----END', '-----BEGIN RSA PRIVATE KEY-----…-----END'],
    ['DB_PASSWORD=1234', 'DB_PASSWORD=…'],
    [
      'x://${DB_USER:-app}:${DB_PASSWORD:-hunter2}@db/${DB:-app}',
      'x://${DB_USER:-app}:${DB_PASSWORD:-hu…}@db/${DB:-app}',
    ],
  ])('%s', (text, expected) => {
    expect(shortenSecrets(text)).toBe(expected)
    expect(shortenSecrets(expected)).toBe(expected)
  })

  it.each([
    'ENV NODE_ENV=production PORT=3000 HOST=0.0.0.0',
    'ENV DB_PASSWORD=$PASSWORD JWT_SECRET=${SECRET:-} API_KEY=',
    'ENV PASSWORD_FILE=/run/secrets/db SECRET_KEY=/run/secrets/key',
    'MAX_TOKEN=4096 BASIC_AUTH=true CACHE_KEY=v1',
    'DATABASE_URL=postgres://db/app',
    '//registry.npmjs.org/:_authToken=${NPM_TOKEN}',
    'token: request.token,',
    'secret: it is read from a file',
    'RUN --mount=type=secret,id=npm_token,env=NPM_TOKEN npm ci',
    '`docker build --secret id=npm_token,env=NPM_TOKEN --secret id=npmrc,src=.npmrc .`',
    '`secrets: [npm_token]`, and `secrets: { npm_token: { environment: NPM_TOKEN } }`',
    '`secret = ["id=npm_token,env=NPM_TOKEN"]`, `--build-secret npm_token=$NPM_TOKEN`',
    '`npm_token` below `secrets` instead of `build-args`',
    'COPY --chown=node:node package.json ./',
    'http://localhost:3000/a?b=c',
    "import key from './key.js'",
    'RUN adduser --disabled-password --gecos "" --uid 10001 app',
    '"npm_audit_or_update": true, id=npm_registry_url',
    'BOT_TOKEN:   # Required',
    '"jsonwebtoken": "^9.0.3", "oauth-token": "1.0.0-rc.1"',
    '"createApiKey": "Make an API key", "password": "Passwort"',
    'x://${DB_USER:-app}:${DB_PASSWORD}@db:5432/${DB:-app}',
  ])('leaves %s', (text) => expect(shortenSecrets(text)).toBe(text))

  it('finds the values of a Dockerfile wherever they are repeated', () => {
    const values = secretValues(
      'FROM x\nARG API_KEY="k-12 34"\nENV DB_PASSWORD hunter2\nENV A_TOKEN=node B=c\n',
    )
    expect(values).toEqual(['k-12 34', 'hunter2'])
    expect(shortenSecrets('at hunter2: no k-12 34 for node', values)).toBe(
      'at hu…: no k-… for node',
    )
  })

  it('takes long texts in one go', () => {
    for (const part of [
      'a=',
      'KEY=',
      'X_KEY="',
      '--x-token ',
      '::',
      'ENV A ',
      'http://a:',
      '\\',
      'token: ',
    ])
      shortenSecrets(part.repeat(100_000))
  })
})
