import { expect, test } from 'vitest'
import { tagDefaults } from '../../src/programs/readers/go/tag-defaults.ts'

test.each([
  ['env:"PAGES" envDefault:"./pages"', ['./pages']],
  ['yaml:"mail" env-default:"mail/welcome" env:"MAIL"', ['mail/welcome']],
  ['default:"./rules/all.yml" help:"Rules, default=none."', ['./rules/all.yml', 'none.']],
  ['env:"STEPS, default=sql/steps"', ['sql/steps']],
  ['json:"name,omitempty"', []],
  ['default:"a \\"b\\""', ['a \\"b\\"']],
  ['no tag at all', []],
])('the defaults of `%s`', (tag, defaults) => {
  expect(tagDefaults(tag)).toEqual(defaults)
})
