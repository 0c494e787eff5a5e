import { describe, expect, it } from 'vitest'
import { migrate } from '../../src/migrate.ts'
import { isEnabled, type RuleChoice } from '../../src/plan/enabled-rules.ts'
import type { Rule } from '../../src/transform.ts'
import { memoryProject } from '../memory-project.ts'

describe('a rule', () => {
  it.each<[RuleChoice, boolean, boolean]>([
    [{}, true, false],
    [{ with: ['odd'] }, true, true],
    [{ with: ['all'] }, true, true],
    [{ only: ['usual'] }, true, false],
    [{ only: ['odd'] }, false, true],
    [{ only: ['all'] }, true, true],
    [{ only: ['usual'], with: ['odd'] }, true, true],
    [{ only: ['all'], skip: ['odd'] }, true, false],
    [{ with: ['odd'], skip: ['odd', 'usual'] }, false, false],
  ])('is used as %j says', (choice, usual, odd) => {
    expect(isEnabled({ name: 'usual' }, choice)).toBe(usual)
    expect(isEnabled({ name: 'odd', isOptional: true }, choice)).toBe(odd)
  })
})

describe('a rule that is off unless asked for', () => {
  const odd: Rule = {
    name: 'odd',
    title: 'A test',
    isOptional: true,
    apply: ({ facts: { final } }) => {
      const old = final.stage.instructions.find(({ text }) => text.startsWith('STOPSIGNAL 2'))
      return (
        old && {
          change: { rule: 'odd', title: 'A test', why: 'For a test.', risk: 'safe', evidence: [] },
          edits: [{ kind: 'replace', instruction: old, text: 'STOPSIGNAL  2' }],
        }
      )
    },
  }
  const text = (comment: string, choice: RuleChoice = {}) => {
    const source = `FROM alpine:3.20\n${comment}STOPSIGNAL 2\nCMD ["x"]\n`
    const options = { ecosystems: [], rules: [odd], ...choice }
    const outcome = migrate(source, memoryProject({}), options)
    return outcome.outcome === 'migrated' ? outcome.after : outcome.code
  }
  const use = '# msb-migrate: use odd\n'

  it('is asked for by a comment of the file, which another counts more than', () => {
    expect(text('')).not.toContain('STOPSIGNAL  2')
    expect(text(use)).toContain('STOPSIGNAL  2')
    expect(text(`${use}# msb-migrate: ignore odd\n`)).not.toContain('STOPSIGNAL  2')
    expect(text('# msb-migrate: use even\n')).toBe('unknown-directive')
  })

  it('is not asked for by a comment where other rules are to do nothing', () => {
    expect(text(use, { only: ['split-stages'] })).not.toContain('STOPSIGNAL  2')
  })

  it('is on where the project shows that it is wanted, unless it is left out', () => {
    const wanted: Rule = { ...odd, isWanted: ({ project }) => project.isFile('odd.txt') }
    const changes = (files: Readonly<Record<string, string>>, choice: RuleChoice = {}) => {
      const source = 'FROM alpine:3.20\nSTOPSIGNAL 2\nCMD ["x"]\n'
      const options = { ecosystems: [], rules: [wanted], ...choice }
      const project = memoryProject(files)
      const outcome = migrate(source, project, options)
      return outcome.outcome === 'migrated' ? outcome.changes.length : 0
    }
    expect(changes({ 'odd.txt': '' })).toBe(changes({}, { with: ['odd'] }))
    expect(changes({})).toBe(0)
    expect(changes({ 'odd.txt': '' }, { skip: ['odd'] })).toBe(0)
    expect(changes({ 'odd.txt': '' }, { only: ['even'] })).toBe(0)
  })
})
