import { expect, test } from 'vitest'
import type { ImageView } from '../../src/verification/image-inspection.ts'
import { inspection } from '../../transforms/php/inspection.ts'

function image(modules: string | undefined, mayRun = true): ImageView {
  return {
    ...{ entrypoint: [], cmd: ['php'], workingDir: '/app' },
    paths: ['/app/vendor/composer/installed.json'],
    read: () => '{\n        "name": "monolog/monolog",\n',
    find: () => undefined,
    hasProgram: (name) => name === 'php' && modules !== undefined,
    ask: mayRun ? () => Promise.resolve(`[PHP Modules]\n${modules ?? ''}\n`) : undefined,
  }
}

test('an extension that only the old image loads', async () => {
  expect(await inspection.inspect?.(image('Core\nintl\nZend OPcache'), image('Core'))).toEqual({
    differences: [
      {
        code: 'missing-extension',
        message: 'PHP loads intl, zend opcache in the old image only (php -m)',
      },
    ],
  })
  expect(await inspection.inspect?.(image('Core'), image('Core\nintl'))).toEqual({})
})

test('nothing is said without PHP, and where nothing may be run', async () => {
  expect(await inspection.inspect?.(image('intl'), image(undefined))).toEqual({})
  expect(await inspection.inspect?.(image('intl', false), image('Core', false))).toEqual({})
})

test('packages of Composer', () => {
  expect([...(inspection.packages?.(image('')) ?? [])]).toEqual(['composer monolog/monolog'])
})
