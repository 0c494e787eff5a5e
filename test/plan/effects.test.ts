import { describe, expect, test } from 'vitest'
import { parseScript } from '../../src/dockerfile/shell/shell.ts'
import { commandsOfScript } from '../../src/facts/commands/command.ts'
import { effectsOf } from '../../src/facts/effects/effects.ts'

/** Effects in short: '+/a' a file, '+/a/' a folder, '++/a/' a filled one, '-/a' deleted, '~mode /a' changed. */
function effects(text: string): readonly string[] | 'unknown' {
  const script = parseScript(text)
  if (script === undefined) throw new Error(text)
  const all: string[] = []
  for (const command of commandsOfScript(script, '/app', () => undefined)) {
    const own = effectsOf(command)
    if (own === undefined) return 'unknown'
    for (const effect of own) {
      if (effect.kind === 'users') all.push('users')
      else if (effect.kind === 'deletes') all.push(`-${effect.path}`)
      else if (effect.kind === 'changes') all.push(`~${effect.what} ${effect.path}`)
      else
        all.push(
          `${effect.isFilled === true ? '++' : '+'}${effect.path}${effect.isFolder ? '/' : ''}`,
        )
    }
  }
  return all
}

describe('what commands of the shell do to files', () => {
  test.each([
    ['echo a', []],
    ['cd /srv && ls -l', []],
    ['echo a > x', ['+/app/x']],
    ['cd /srv && echo a >> x 2>/dev/null', ['~content /srv/x']],
    ['echo a > $X', 'unknown'],
    ['ls > /dev/null 2>&1', []],
    ['echo a | tee -a /etc/x', ['+/etc/x']],
    ['mkdir -p a /b', ['+/app/a/', '+/b/']],
    ['mkdir -m 755 -p /a', ['+/a/']],
    ['touch -d yesterday a', ['+/app/a']],
    ['truncate -s 0 a', ['+/app/a']],
    ['rm -rf a /b/*', ['-/app/a', '-/b/*']],
    ['chmod 755 a b', ['~mode /app/a', '~mode /app/b']],
    ['chown -R a:b /x', ['~owner /x']],
    ['sed -i "s/a/b/" x', ['~content /app/x']],
    ['sed "s/a/b/" x', []],
    ['sed -i -e a -e b x', ['~content /app/x']],
    ['sed -ri -es/a/b/ x y', ['~content /app/x', '~content /app/y']],
    ['useradd -m app && adduser -D x', ['users', 'users']],
    ['find . -name x -delete', 'unknown'],
    ['find . -name x', []],
    ['find storage /srv -type d -exec chmod 775 {} \\;', ['~mode /app/storage', '~mode /srv']],
    ['find -L -type f -exec chown www-data {} +', ['~owner /app']],
    ['find . -type f -exec rm {} +', 'unknown'],
    ['find . -execdir sh -c x {} \\;', 'unknown'],
    ['find $X -exec chmod 644 {} \\;', 'unknown'],
    ['make', 'unknown'],
    ['./configure', 'unknown'],
  ])('%s', (text, expected) => {
    expect(effects(text)).toEqual(expected)
  })
})

describe('what cp, mv, ln and install leave', () => {
  test.each([
    ['cp a b', ['+/app/b']],
    ['cp a /usr/local/bin', ['+/usr/local/bin/a']],
    ['cp a /opt/', ['+/opt/a']],
    ['cp a b /x', ['+/x/a', '+/x/b']],
    ['cp x/a .', ['+/app/a']],
    ['cp -r a /etc/b', ['++/etc/b/']],
    ['cp -t /usr/bin a b', ['+/usr/bin/a', '+/usr/bin/b']],
    ['cp a/* /srv/x', ['++/srv/x/']],
    ['cp a/* /usr/bin', 'unknown'],
    ['cp $A b', 'unknown'],
    ['mv a.txt /etc', ['+/etc/a.txt', '-/app/a.txt']],
    ['mv conf /etc/', ['++/etc/conf/', '-/app/conf']],
    ['mv tool /usr/local/bin/tool', ['+/usr/local/bin/tool', '-/app/tool']],
    ['ln -s /app/a /usr/bin/a', ['+/usr/bin/a']],
    ['ln -sf /dev/stdout /var/log/a.log', ['~content /var/log/a.log']],
    ['install -m 0755 -o root a /usr/bin/a', ['+/usr/bin/a']],
    ['install -d -m 755 /a /b', ['+/a/', '+/b/']],
    ['cp a', 'unknown'],
  ])('%s', (text, expected) => {
    expect(effects(text)).toEqual(expected)
  })
})

describe('what downloads leave', () => {
  test.each([
    ['curl -fsSL https://example.com/a -o /usr/bin/a', ['+/usr/bin/a']],
    ['curl -O https://example.com/x/a.bin', ['+/app/a.bin']],
    ['curl https://example.com/a', []],
    ['curl -o a.tar.gz https://example.com/a.tar.gz', []],
    ['wget https://example.com/x/tool', ['+/app/tool']],
    ['wget -qO- https://example.com/a', []],
    ['wget -O /usr/bin/a https://example.com/a', ['+/usr/bin/a']],
    ['git clone --depth 1 https://example.com/a/b.git', ['++/app/b/']],
    ['git clone https://example.com/a/b /src', ['++/src/']],
    ['git pull', 'unknown'],
  ])('%s', (text, expected) => {
    expect(effects(text)).toEqual(expected)
  })
})
