import { expect, test } from 'vitest'
import { migrate } from '../../src/migrate.ts'
import { ecosystems, rules } from '../../transforms/index.ts'
import { memoryProject } from '../memory-project.ts'

/** What comes of a PHP image that installs packages: the reason where it stays one stage, else what stays behind. */
function saidOf(packages: string, from = 'php:8.3-apache-bookworm', dev = 0): string {
  const isAlpine = from.includes('alpine')
  const install = isAlpine
    ? `apk add --no-cache ${packages}`
    : `apt-get update && apt-get install -y --no-install-recommends ${packages} && rm -rf /var/lib/apt/lists/*`
  const source = `FROM ${from}
RUN ${install}
COPY --from=composer:2 /usr/bin/composer /usr/bin/composer
WORKDIR /var/www/html
COPY . .
RUN composer install
CMD ["php", "-S", "0.0.0.0:8000"]
`
  const project = memoryProject({
    Dockerfile: source,
    'composer.json': JSON.stringify({
      require: {},
      ...(dev > 0 && { 'require-dev': { 'acme/p0': '1.0.0' } }),
    }),
    'composer.lock': JSON.stringify({
      packages: [],
      'packages-dev': Array.from({ length: dev }, (_, i) => ({
        name: `acme/p${i}`,
        version: '1.0.0',
      })),
    }),
    'index.php': '<?php echo 1;\n',
  })
  const outcome = migrate(source, project, { ecosystems, rules })
  return outcome.outcome === 'migrated'
    ? (outcome.changes.find(({ rule }) => rule === 'split-stages')?.why ?? 'one stage')
    : outcome.reason
}

test('a few megabytes are no reason for a second stage', () => {
  expect(saidOf('unzip')).toBe('one stage')
  expect(saidOf('unzip', 'php:8.3-cli-alpine')).toBe('one stage')
})

test('git is one, and so are many dev packages', () => {
  expect(saidOf('git unzip')).toBe(
    'What only the build needs stays behind: composer, git and unzip.',
  )
  expect(saidOf('unzip', undefined, 40)).toBe(
    'What only the build needs stays behind: composer, the dev packages and unzip.',
  )
})

test('a package whose size nobody knows may be one', () => {
  expect(saidOf('unzip subversion', 'php:8.3-cli-alpine')).toContain('subversion')
})

test('what the image has itself is nowhere left', () => {
  expect(saidOf('git curl make')).toBe('What only the build needs stays behind: composer and git.')
})
