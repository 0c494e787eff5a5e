import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { planTransform } from '../scripts/plan-transform.ts'

const root = path.join(import.meta.dirname, '..')

describe('npm run new-transform', () => {
  test('copies the template under the new name and registers it last', async () => {
    const files = new Map(
      (await planTransform('ruby-on-rails', root)).map(({ path, text }) => [path, text]),
    )
    const module = files.get('transforms/ruby-on-rails/index.ts') ?? ''
    expect(module).toContain("export const rubyOnRails: Ecosystem = {\n  name: 'ruby-on-rails',")
    expect(module).not.toMatch(/template/i)
    const list = files.get('transforms/index.ts') ?? ''
    expect(list).toContain("import { rubyOnRails } from './ruby-on-rails/index.ts'\n")
    expect(list).toMatch(/ecosystems[^=]*= \[[^\]]*\bphp\b[^\]]*\brubyOnRails,?\s*\]/)
    expect([...files.keys()]).toEqual(
      expect.arrayContaining([
        '__fixtures__/ruby-on-rails/one-binary/input.Dockerfile',
        '__fixtures__/ruby-on-rails/one-binary/output.Dockerfile',
        '__fixtures__/ruby-on-rails/debug-build/outcome.txt',
      ]),
    )
  })

  test.each(['', 'Ruby', '../ruby', '_template'])('refuses the name %j', async (name) => {
    await expect(planTransform(name, root)).rejects.toThrow('NAME is lower-case')
  })

  test('refuses a name that is taken', async () => {
    await expect(planTransform('go', root)).rejects.toThrow('transforms/go is there already')
  })
})
