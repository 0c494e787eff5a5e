import { describe, expect, it } from 'vitest'
import { accepted, files, hold } from './session.ts'

describe('on a screen', () => {
  it('writes what was answered with y, after a last look', async () => {
    const session = await hold(['y', 'n', 'y', 'y'])
    expect(accepted(session)).toEqual(['a/Dockerfile', 'c/Dockerfile'])
    expect(session.isComplete).toBe(true)
    expect(session.screen).toContain('+ FROM small')
    expect(session.screen).toContain('To be written: 2, 1 stays as it is')
  })

  it('writes what is left after a switch', async () => {
    const session = await hold(['2', ' ', 'y', 'd', 'y'])
    expect(accepted(session)).toEqual(['a/Dockerfile'])
    expect(session.accepted[0]?.result).toMatchObject({ after: 'FROM small\nCMD ["app"]\n' })
    expect(session.screen).toContain('2 [ ] Run as the user "node"')
  })

  it('keeps what was accepted at q, where that is wished, and is not complete', async () => {
    const session = await hold(['y', 'q', 'y'])
    expect(accepted(session)).toEqual(['a/Dockerfile'])
    expect(session.isComplete).toBe(false)
    expect(accepted(await hold(['y', 'q', 'q']))).toEqual([])
  })

  it.each([
    ['Ctrl-C', '\u0003'],
    ['Ctrl-D', '\u0004'],
    ['the end of input', null],
    ['a signal', undefined],
  ])('accepts nothing after %s', async (_, key) => {
    const session = await hold(['y', key])
    expect(session).toMatchObject({ accepted: [], isComplete: false })
  })

  it('does nothing at Enter and other keys, and explains itself at ?', async () => {
    const session = await hold(['\rxY \u001b[A?', 'd', 'd'])
    expect(accepted(session)).toEqual([])
    expect(session.screen).toContain('Ctrl-C leaves every file as it is.')
  })

  it('goes on where it was after an editor, a pager, a verification', async () => {
    for (const [key, kind] of [
      ['e', 'edit'],
      ['P', 'page'],
      ['v', 'verify'],
    ] as const) {
      const session = await hold(['y', key, 'y', 'y', 'y'])
      expect(session.screen).toContain(`${kind} was done.`)
      expect(accepted(session)).toHaveLength(files.length)
    }
  })
})

describe('plainly', () => {
  const plainly = (...lines: readonly (string | null | undefined)[]) =>
    hold(
      lines.map((line) => (typeof line === 'string' ? `${line}\n` : line)),
      { isPlain: true },
    )

  it('takes letters and words, and says things once', async () => {
    const session = await plainly('yes', 'n', '2', 'y', 'y')
    expect(accepted(session)).toEqual(['a/Dockerfile', 'c/Dockerfile'])
    expect(session.screen).toContain('File 1 of 3: a/Dockerfile, node. not answered.')
    expect(session.screen).toContain('Change 2, switched off: Run as the user "node".')
    expect(session.screen).toContain('  added by change 1: FROM small')
    expect(session.screen).toContain('To be written: 2, 1 stays as it is')
  })

  it('moves no cursor and prints over nothing', async () => {
    const { screen, raw } = await plainly('?', '', 'xyz', '2', 'd')
    expect(raw).not.toMatch(/[\u001b\r\b]/)
    expect(screen).toContain('An empty line does nothing.')
    expect(screen).toContain('"xyz" is not known here; type "help".')
  })

  it.each([[null], [undefined]])('accepts nothing after %s', async (end) => {
    expect(await plainly('y', end)).toMatchObject({ accepted: [], isComplete: false })
  })

  it('keeps lines that are typed ahead', async () => {
    const session = await plainly('n\nn\ny\ny', '', '', '')
    expect(accepted(session)).toEqual(['c/Dockerfile'])
  })
})
