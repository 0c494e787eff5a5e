import { expect, test } from 'vitest'
import { loadFault } from '../../src/cli/load-module.ts'

/** What Node before 22.18 throws. https://nodejs.org/docs/latest-v20.x/api/errors.html#err_unknown_file_extension */
const unknown = (name: string) =>
  new TypeError(`Unknown file extension ".${name.split('.').at(-1)}" for ${name}`)

test.each(['/a b/msb-migrate.config.ts', '/a/x.mts', '/a/x.cts'])(
  'TypeScript that this Node does not read is said with what to do: %s',
  (path) => {
    expect(loadFault(unknown(path), path, 'v20.19.0')).toBe(
      'Node reads TypeScript from 22.18 on, and this is v20.19.0; run msb-migrate with a newer Node, or have it as JavaScript (.mjs)',
    )
  },
)

test('the file is named where it is another one', () => {
  expect(loadFault(unknown('/a/b.ts'), '/a/c.mjs', 'v22.12.0')).toContain('or have /a/b.ts as')
  expect(loadFault(new Error('it ran'), '/a/c.mjs', 'v22.12.0')).toBe('it ran')
  expect(loadFault('text', '/a/c.mjs', 'v22.12.0')).toBe('text')
})
