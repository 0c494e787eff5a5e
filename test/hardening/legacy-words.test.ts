import { describe, expect, test } from 'vitest'
import type { Rule } from '../../src/transform.ts'
import { keyValue } from '../../transforms/hardening/key-value/key-value.ts'
import { maintainerLabel } from '../../transforms/hardening/maintainer-label/maintainer-label.ts'
import { after, applyRule } from './apply-rule.ts'

function changed(rule: Rule, lines: string, head = '') {
  const before = `${head}FROM scratch AS a\n\nFROM debian:12\n`
  const outcome = applyRule(rule, `${before}${lines}\n`)
  return outcome.outcome === 'unchanged' ? 'stays' : after(outcome).replace(before, '').trimEnd()
}

describe('key-value', () => {
  test.each([
    ['ENV A b', 'ENV A=b'],
    ['env A b', 'env A=b'],
    ['ENV   A   b', 'ENV   A=b'],
    ['ENV A b c', 'ENV A="b c"'],
    ['ENV A b=c', 'ENV A=b=c'],
    ['ENV PATH /opt/bin:$PATH', 'ENV PATH=/opt/bin:$PATH'],
    ['ENV OPTS -a $PATH -b ${HOME:-x y}', 'ENV OPTS="-a $PATH -b ${HOME:-x y}"'],
    ['ENV A "b c"', 'ENV A="b c"'],
    ["ENV A 'b c'", "ENV A='b c'"],
    ['ENV A b "c d" e', 'ENV A="b c d e"'],
    ['ENV A b\\ c d', 'ENV A="b c d"'],
    ['ENV A "b c" \'$d\'', 'ENV A="b c \\$d"'],
    ['ENV A b "c $D" e', 'ENV A=b\\ "c $D"\\ e'],
    ["ENV A it's  b'", "ENV A=it's  b'"],
    ['ENV A b \\\n    c', 'ENV A="b     c"'],
    ['LABEL maintainer Jo Doe <jo@example.com>', 'LABEL maintainer="Jo Doe <jo@example.com>"'],
    ['LABEL a.b c', 'LABEL a.b=c'],
  ])('%j', (lines, wanted) => {
    expect(changed(keyValue, lines)).toBe(wanted)
  })

  test('with another escape', () => {
    expect(changed(keyValue, 'ENV A C:\\x "y z"', '# escape=`\n')).toBe('ENV A="C:\\x y z"')
  })

  test.each(['ENV A=b', 'ENV A=b C=d', 'ARG A=b', 'LABEL a=b', 'ONBUILD ENV A b'])(
    '%j stays',
    (lines) => {
      expect(changed(keyValue, lines)).toBe('stays')
    },
  )
})

describe('maintainer-label', () => {
  const label = 'LABEL org.opencontainers.image.authors='
  test.each([
    ['MAINTAINER Jo <jo@example.com>', `${label}"Jo <jo@example.com>"`],
    ['maintainer Jo', `${label.replace('LABEL', 'label')}"Jo"`],
    ['MAINTAINER "Jo Doe"', `${label}"Jo Doe"`],
    ['MAINTAINER Jo "Joe" $Doe\\x', `${label}"Jo \\"Joe\\" \\$Doe\\\\x"`],
    ['MAINTAINER Jo, \\\n Jim', `${label}"Jo,  Jim"`],
  ])('%j', (lines, wanted) => {
    expect(changed(maintainerLabel, lines)).toBe(wanted)
  })

  test('a stage that has the label keeps its line', () => {
    expect(changed(maintainerLabel, `MAINTAINER Jo\n${label}Jim`)).toBe('stays')
  })
})
