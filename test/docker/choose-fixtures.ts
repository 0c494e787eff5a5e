import { existsSync } from 'node:fs'
import path from 'node:path'
import { listFixtures, type Fixture } from '../fixture.ts'

/** One of each shape, cheap ones first where several would do: what a run without a filter builds. */
const sample: readonly string[] = [
  'exec-form/node-server',
  'go/cgo-off-in-run',
  'go/cgo-sqlite-volume',
  'go/cgo-runtime-library',
  'go/embedded-files',
  'go/entrypoint-script-calls-program',
  'go/exec-command-shell-alpine',
  'go/go-run-becomes-build',
  'go/healthcheck-curl',
  'go/templates-and-static',
  'go/writes-uploads',
  'node/git-called-by-program',
  'node/native-addon-apt',
  'node/pnpm-corepack-build',
  'node/path-computed-at-run-time',
  'node/plain-js-dev-dependencies',
  'node/npm-6-build',
  'php/alpine-build-deps-and-composer',
  'php/debian-apache-php',
  'php/laravel-apache-extensions',
  'php/laravel-vite-copied-node',
  'python/django-collects-static-files',
  'python/flask-gunicorn',
  'static-frontend/vite-dev-proxy-to-service',
  'static-frontend/vite-react-serve-single',
  'stages/user-and-cache-and-order',
]

/** Of these, what is verified, too: one of each kind of server, and their builds are in the cache by then. */
export const verifiedSample: readonly string[] = [
  'go/cgo-sqlite-volume',
  'go/healthcheck-curl',
  'node/native-addon-apt',
  'node/pnpm-corepack-build',
  'php/debian-apache-php',
  'static-frontend/vite-react-serve-single',
  'stages/user-and-cache-and-order',
]

/** Fixtures whose images can be built before and after. */
export function buildable(): readonly Fixture[] {
  return listFixtures().filter(
    ({ folder, context, settings }) =>
      settings.build !== false &&
      existsSync(path.join(folder, 'output.Dockerfile')) &&
      existsSync(context),
  )
}

/**
 * What MSB_DOCKER asks for: 'all'; names or parts of names, separated by commas ('go/cgo,node/next-start'); nothing for `few`.
 *
 * @throws Error where it names nothing that can be built.
 */
export function chooseFixtures(
  asked: string | undefined,
  few: readonly string[] = sample,
): readonly Fixture[] {
  const all = buildable()
  if (asked === 'all') return all
  if (asked === undefined || asked === '') {
    const missing = few.filter((name) => !all.some((fixture) => fixture.name === name))
    if (missing.length > 0) throw new Error(`no fixtures to build: ${missing.join(', ')}`)
    return all.filter(({ name }) => few.includes(name))
  }
  const parts = asked.split(',').map((part) => part.trim())
  const chosen = all.filter(({ name }) => parts.some((part) => name.includes(part)))
  if (chosen.length === 0) throw new Error(`MSB_DOCKER=${asked} names no fixture that can be built`)
  return chosen
}
