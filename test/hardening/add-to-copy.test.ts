import { describe, expect, test } from 'vitest'
import { addToCopy } from '../../transforms/hardening/add-to-copy/add-to-copy.ts'
import { after, applyRule } from './apply-rule.ts'

const files = {
  'app.conf': 'a=1\n',
  'src/a.tar': 'folders are not unpacked',
  'notes.tar.gz': 'version https://git-lfs.github.com/spec/v1\n',
  'logo.png': '\u0000\u0001',
  blob: '\u0000\u0001',
}

function copied(line: string) {
  const before = 'FROM scratch AS a\n\nFROM debian:12\n'
  const outcome = applyRule(addToCopy, `${before}${line}\n`, files)
  return outcome.outcome === 'unchanged' ? 'stays' : after(outcome).replace(before, '').trimEnd()
}

describe('add-to-copy', () => {
  test.each([
    ['ADD app.conf /etc/', 'COPY app.conf /etc/'],
    ['add app.conf /etc/', 'copy app.conf /etc/'],
    ['  ADD . /app', '  COPY . /app'],
    [
      'ADD --chown=1:1 --chmod=644 src app.conf /app/',
      'COPY --chown=1:1 --chmod=644 src app.conf /app/',
    ],
    ['ADD ["app.conf", "/a b/"]', 'COPY ["app.conf", "/a b/"]'],
    ['ADD *.conf /etc/', 'COPY *.conf /etc/'],
    ['ADD app.conf $HOME/', 'COPY app.conf $HOME/'],
    ['ADD logo.png /', 'COPY logo.png /'],
    ['ADD <<EOF /a\nx\nEOF', 'COPY <<EOF /a\nx\nEOF'],
    ['ADD app.conf \\\n  /etc/', 'COPY app.conf \\\n  /etc/'],
  ])('%j', (line, wanted) => {
    expect(copied(line)).toBe(wanted)
  })

  test.each([
    'ADD https://example.com/a.txt /a',
    'ADD git@github.com:a/b.git /a',
    'ADD https://github.com/a/b.git#main /a',
    'ADD --checksum=sha256:24454f830cdb571e2c4ad15481119c43b3cafd48dd869a9b2945d1036d1dc68d https://a.b/c /a',
    'ADD notes.tar.gz /a',
    'ADD missing.txt /a',
    'ADD blob /a',
    'ADD app.conf blob /a/',
    'ARG F=app.conf\nADD $F /a',
    'ONBUILD ADD app.conf /a',
  ])('%j stays', (line) => {
    expect(copied(line)).toBe('stays')
  })
})
