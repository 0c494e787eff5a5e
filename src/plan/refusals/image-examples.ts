import { type Example, inDockerfile, inFile } from './example.ts'
import type { imageRefusals } from './image-refusals.ts'

const node = ['FROM node:20', 'WORKDIR /app', 'COPY . .']
const python = ['FROM python:3.12', 'COPY . .', 'RUN pip install -r requirements.txt']
const uv = [
  'FROM python:3.12',
  'WORKDIR /app',
  'COPY . .',
  'RUN pip install uv && uv sync --no-dev',
]
const go = ['FROM golang:1.22', 'WORKDIR /app', 'COPY . .']

/** How the refusals of image-refusals.ts are got rid of. */
export const imageExamples: Readonly<Record<keyof typeof imageRefusals, Example | null>> = {
  'development-image': inDockerfile(
    [...node, 'RUN npm ci', 'CMD ["npx", "nodemon", "server.js"]'],
    [...node, 'RUN npm ci', 'CMD ["node", "server.js"]'],
  ),
  'test-image': null,
  'runtime-program-unknown': inFile(
    'main.go',
    ['exec.Command(os.Getenv("CONVERTER"), path).Run()'],
    ['exec.Command("convert", path).Run()'],
  ),
  'sources-not-in-context': inDockerfile(
    [
      'FROM php:8.2-apache',
      'RUN apt-get update && apt-get install -y git',
      'RUN git clone https://github.com/acme/site.git /var/www/html',
    ],
    ['FROM php:8.2-apache', 'COPY . /var/www/html'],
  ),
  'start-needs-dev-dependency': inDockerfile(
    [...node, 'RUN npm ci --omit=dev', 'CMD ["npx", "ts-node", "src/server.ts"]'],
    [...node, 'RUN npm ci', 'RUN npx tsc', 'CMD ["node", "dist/server.js"]'],
  ),
  'dev-dependency-imported': inFile(
    'package.json',
    ['{ "devDependencies": { "slugify": "1.6.6" } }'],
    ['{ "dependencies": { "slugify": "1.6.6" } }'],
  ),
  'production-install-before-build': inDockerfile(
    [...node, 'RUN npm ci --omit=dev', 'RUN npm run build', 'CMD ["node", "dist/server.js"]'],
    [...node, 'RUN npm ci', 'RUN npm run build', 'CMD ["node", "dist/server.js"]'],
  ),
  'installs-at-start': inDockerfile(
    [...node, 'CMD npm install && node server.js'],
    [...node, 'RUN npm install', 'CMD ["node", "server.js"]'],
  ),
  'no-manifest': inDockerfile(
    [
      '# built with "docker build api", where package.json is not',
      'FROM node:20',
      'COPY . /app',
      'CMD ["npm", "start"]',
    ],
    [
      '# built with "docker build .": msb-migrate --context .',
      'FROM node:20',
      'COPY . /app',
      'CMD ["npm", "start"]',
    ],
  ),
  'no-application': inDockerfile(
    ['FROM php:8.3-cli', 'COPY . .', 'RUN composer install', 'CMD ["php", "./bot.php"]'],
    [
      'FROM php:8.3-cli',
      'WORKDIR /app',
      'COPY . .',
      'RUN composer install',
      'CMD ["php", "./bot.php"]',
    ],
  ),
  'unknown-build-output': inDockerfile(
    ['FROM node:20', 'COPY . .', 'RUN npm ci && npm run build', 'CMD ["npm", "start"]'],
    [...node, 'RUN npm ci && npm run build', 'CMD ["npm", "start"]'],
  ),
  'yarn-global-cache': inFile(
    '.yarnrc.yml',
    ['nodeLinker: pnp'],
    ['nodeLinker: pnp', 'enableGlobalCache: false'],
  ),
  'manager-at-start': inDockerfile(
    [...uv, 'CMD ["uv", "run", "app.py"]'],
    [...uv, 'ENV PATH="/app/.venv/bin:$PATH"', 'CMD ["python", "app.py"]'],
  ),
  'unmovable-packages': inDockerfile(
    [...python, 'CMD ["/usr/local/bin/gunicorn", "shop:app"]'],
    [...python, 'CMD ["gunicorn", "shop:app"]'],
  ),
  'unplaced-command': inDockerfile(
    [...go, 'RUN ./build.sh', 'CMD ["./app"]'],
    [...go, 'RUN go build -o app .', 'CMD ["./app"]'],
  ),
  'no-start-command': inDockerfile(
    [...go, 'RUN go build -o app .'],
    [...go, 'RUN go build -o app .', 'CMD ["./app"]'],
  ),
  'unknown-start-command': inDockerfile(
    [...go, 'RUN go build -o app .', 'CMD ["server"]'],
    [...go, 'RUN go build -o app .', 'CMD ["./app"]'],
  ),
  'contradicted-start': inDockerfile(
    [...go, 'RUN go build -o app .', '# msb-migrate: start ./server', 'CMD ["./app"]'],
    [...go, 'RUN go build -o app .', 'CMD ["./app"]'],
  ),
  'missing-start-file': inDockerfile(
    [...node, 'RUN npm ci', 'CMD ["node", "srv.js"]'],
    [...node, 'RUN npm ci', 'CMD ["node", "server.js"]'],
  ),
  'missing-copy-source': inDockerfile(
    [
      'FROM golang:1.22',
      'WORKDIR /app',
      'COPY backend/ .',
      'RUN go build -o app .',
      'CMD ["./app"]',
    ],
    [...go, 'RUN go build -o app .', 'CMD ["./app"]'],
  ),
  'runtime-base-lacks-program': inFile(
    'main.go',
    ['exec.Command("go", "version").Output()'],
    ['runtime.Version()'],
  ),
  'mixed-c-libraries': inDockerfile(
    [
      'FROM golang:1.22 AS builder',
      'RUN go install example.org/tool@latest',
      'FROM alpine:3.20',
      'COPY --from=builder /go/bin/tool /tool',
      'CMD ["/tool"]',
    ],
    [
      'FROM golang:1.22-alpine AS builder',
      'RUN go install example.org/tool@latest',
      'FROM alpine:3.20',
      'COPY --from=builder /go/bin/tool /tool',
      'CMD ["/tool"]',
    ],
  ),
  onbuild: inDockerfile(
    [
      'FROM node:20',
      'WORKDIR /app',
      'ONBUILD COPY . .',
      'ONBUILD RUN npm ci',
      'CMD ["node", "server.js"]',
    ],
    [...node, 'RUN npm ci', 'CMD ["node", "server.js"]'],
  ),
  'built-upon': inFile(
    'e2e/Dockerfile',
    ['FROM acme/shop', 'RUN npm run test:e2e'],
    ['FROM acme/shop-builder', 'RUN npm run test:e2e'],
  ),
  'unknown-base-image': inDockerfile(
    [
      'FROM registry.example.com/go-base:4',
      'WORKDIR /app',
      'COPY . .',
      'RUN go build -o app .',
      'CMD ["./app"]',
    ],
    [...go, 'RUN go build -o app .', 'CMD ["./app"]'],
  ),
  'compose-mounts-source': inFile(
    'compose.yaml',
    ['services:', '  app:', '    build: .', '    command: go run .', '    volumes: ["./:/app"]'],
    [
      'services:',
      '  app:',
      '    build:',
      '      context: .',
      '      dockerfile: Dockerfile.dev',
      '    command: go run .',
      '    volumes: ["./:/app"]',
    ],
  ),
  'compose-overrides-start': inFile(
    'compose.yaml',
    ['services:', '  lint:', '    build: .', '    command: npx eslint .'],
    [
      'services:',
      '  lint:',
      '    build:',
      '      context: .',
      '      dockerfile: Dockerfile.lint',
      '    command: npx eslint .',
    ],
  ),
  'windows-image': null,
}
