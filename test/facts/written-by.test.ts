import { describe, expect, test } from 'vitest'
import { commandOf, commandsOfScript } from '../../src/facts/commands/command.ts'
import { parseScript } from '../../src/dockerfile/shell/shell.ts'
import { unknownMark } from '../../src/dockerfile/shell/shell-script.ts'
import { writtenBy } from '../../src/facts/effects/written-by.ts'

const written = (words: readonly (string | undefined)[]) =>
  writtenBy(commandOf(words, '/app'))?.map(({ path, isFolder }) => (isFolder ? `${path}/` : path))

describe('what a command writes', () => {
  test.each<[string, ...string[]]>([
    ['mkdir -p data/x', '/app/data/x/'],
    ['touch started', '/app/started'],
    ['rm -f data/old.txt', '/app/data/old.txt'],
    ['cp a.txt data/b.txt', '/app/data/b.txt'],
    ['sed -i s/a/b/ page.html', '/app/page.html'],
    ['tar -xf seed.tar', '/app/'],
    ['tar xzf seed.tgz -C /srv/data', '/srv/data/'],
    ['tar -czf backup.tgz data', '/app/backup.tgz'],
    ['tar -czf - data'],
    ['tar tzf seed.tgz'],
    ['tar -xOf seed.tar a.txt'],
    ['unzip -o inbox.zip', '/app/'],
    ['unzip -o inbox.zip -d data', '/app/data/'],
    ['unzip -l inbox.zip'],
    ['git clone https://example.org/pages.git', '/app/pages/'],
    ['git -C pages pull', '/app/pages/'],
    ['git commit -m x', '/app/'],
    ['git log -1'],
    ['git --version'],
    ['wget https://example.org/feed.xml', '/app/feed.xml'],
    ['wget -qO- https://example.org/feed.xml'],
    ['wget -P data https://example.org/feed.xml', '/app/data/'],
    ['curl -o data/feed.zip https://example.org/feed.zip', '/app/data/feed.zip'],
    ['curl https://example.org/feed.xml'],
    ['convert in.png -resize 10 out/small.png', '/app/out/small.png'],
    ['convert in.png png:-'],
    ['magick identify in.png'],
    ['ffmpeg -i film.mp4 out/film.webm', '/app/out/film.webm'],
    ['ffmpeg -i film.mp4'],
    ['ffmpeg -version'],
    ['zip -r out.zip public', '/app/out.zip'],
    ['zip -r - public'],
    ['sqlite3 shop.db .tables', '/app/shop.db'],
    ['sqlite3 :memory: .tables'],
    ['mogrify -resize 10 a.png', '/app/a.png', '/app/10'],
    ['gzip logs/a.log', '/app/logs/'],
    ['gzip -c logs/a.log'],
    ['pandoc a.md -o out/a.pdf', '/app/out/a.pdf'],
    ['pg_dump --file=out/a.sql shop', '/app/out/a.sql'],
    ['pg_dump shop'],
    ['soffice --headless --convert-to pdf a.odt', '/app/'],
    ['soffice --convert-to pdf --outdir out a.odt', '/app/out/'],
    ['rsync -a public/ files@example.org:/srv/'],
    ['swag init -g main.go', '/app/docs/'],
    ['swag init -o api/docs', '/app/api/docs/'],
    ['swag fmt'],
    ['ssh-keygen -t rsa -f keys/id -N x', '/app/keys/id', '/app/keys/id.pub'],
    ['ssh-keygen -y -f keys/id'],
    ['ssh-keygen -f keys/known_hosts -R host'],
    ['generate_cert --host localhost', '/app/cert.pem', '/app/key.pem'],
    ['timeout 5 mkdir data', '/app/data/'],
    ['wget -q --spider http://localhost:3000'],
    ['perl -pi -e s/a/b/ page.html', '/app/page.html'],
    ['perl -e print'],
    ['dd if=/dev/zero of=swap', '/app/swap'],
    ['mktemp -p data', '/app/data/'],
    ['mktemp'],
    ['gzip -k public/a.js', '/app/public/'],
    ['cp -r *.html public', '/app/public/'],
    ['cp a/* /usr/local/bin/', '/usr/local/bin/'],
    ['find public -name *.tmp -delete', '/app/public/'],
    ['find public /srv -exec sed -i s/a/b/ {} ;', '/app/public/', '/srv/'],
    ['find public -exec grep -l a {} +'],
    ['ls data'],
    ['our-tool data'],
  ])('%s', (line, ...all) => {
    expect(written(line.split(' '))?.toSorted()).toEqual(all.toSorted())
  })

  test('only a run shows where', () => {
    expect(written(['mkdir', undefined])).toBeUndefined()
    expect(written(['convert', 'in.png', undefined])).toBeUndefined()
    expect(written(['7z', 'x', 'a.7z'])).toBeUndefined()
    expect(written(['chmod', '755', `/${unknownMark}`])).toBeUndefined()
  })

  test('the folder is known, and the name is not', () => {
    expect(written(['convert', 'in.png', `out/${unknownMark}.png`])).toEqual(['/app/out/'])
    expect(written(['tar', '-xf', undefined, '-C', 'data'])).toEqual(['/app/data/'])
    expect(written(['wget', undefined])).toEqual(['/app/'])
  })

  /** By a line of a script, whose variables only a run shows. */
  test.each<[string, string[] | undefined]>([
    ['sed -i "s|A|$A|" public/a.js', ['/app/public/a.js']],
    ['cp "config.${APP_ENV:-prod}.json" config.json', ['/app/config.json']],
    ['ln -sf /usr/share/zoneinfo/$TZ /etc/localtime', ['/etc/localtime']],
    ['wget -O model.bin $URL', ['/app/model.bin']],
    ['tar xzf $A -C /srv/data', ['/srv/data/']],
    ['tee /srv/$B.json', ['/srv/']],
    ['touch /tmp/$NAME', ['/tmp/']],
    ['touch data/$A/../x', ['/app/data/']],
    ['find public -exec sed -i "s/A/$A/" {} \\;', ['/app/public/']],
    ['dd if=/dev/zero of=$A', undefined],
    ['sed -i "s|A|$A|" $FILE', undefined],
    ['mkdir -p $DIR', undefined],
    ['mkdir -p $DIR/../data', undefined],
    ['mkdir -p ~/.cache', undefined],
    ['xargs sed -i "s|A|$A|g"', undefined],
    ['xargs -I{} cp {} /srv/', ['/srv/']],
    ['xargs -n1 echo', []],
    ['echo $A', []],
  ])('%s', (line, all) => {
    const script = parseScript(line)
    const [command] = script === undefined ? [] : commandsOfScript(script, '/app', () => undefined)
    const paths = command && writtenBy(command)
    expect(paths?.map(({ path, isFolder }) => (isFolder ? `${path}/` : path))).toEqual(all)
  })
})
