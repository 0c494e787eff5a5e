import { existsSync } from 'node:fs'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { listFixtures, migrateFixture } from '../fixture.ts'

const words = [
  ...['A(B=1', 'C+D', 'X[Y', '*', '?', '$', '${', '${X:-', '$PORT', '${PORT}', '$(pwd)', '`pwd`'],
  ...['"', "'", '`', '\\', '(', ')', '&&', '||', '|', ';', '>', '<', '<<EOF', '#', '=', '!x', '@'],
  ...['-', '--', '-C', '--from=builder', 'AS', 'scratch', '0', '999999', '@sha256:abc', '{a,b}'],
  ...['.', '..', './', '../../x', '/', '//', '~/x', '/a b/c', 'C:\\x', 'é', '😀', '**', '*.json'],
  ...['constructor', '__proto__', 'toString', 'hasOwnProperty', 'npm', 'yarn', 'go', 'php', 'node'],
]
const instructions = [
  'ENV A(B=1',
  'ENV __proto__=1 constructor=2',
  'ARG [x',
  'USER 1000:1000',
  'USER "$U"',
  'WORKDIR ..',
  'WORKDIR "/my app"',
  'VOLUME ["/a b"]',
  'EXPOSE 80-90/udp $P',
  'SHELL ["/bin/bash", "-c"]',
  'HEALTHCHECK CMD curl -f "http://localhost:${PORT}/x?y=[1]"',
  'ONBUILD RUN x',
  'RUN ["a", "b c"]',
  'RUN cd "/my app" && npm install',
  'RUN mkdir -p "/a(b" && mv x "/a(b/"',
  'RUN apk add --virtual .b(d x && apk del .b(d',
  'RUN --mount=type=cache,target=/x y',
  'COPY ["a b", "/c d/"]',
  'COPY --chown=$U:$G . .',
  'ADD http://x/y(z) /t',
  'CMD []',
  'CMD npm run "a*b"',
  'CMD ["npm", "run", "a(b"]',
  'ENTRYPOINT ["sh", "-c", "exec \\"$@\\"", "x"]',
]

type Mutation = (lines: readonly string[]) => readonly string[]
const place = fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true })
const at = (where: number, { length }: { readonly length: number }) => Math.floor(where * length)
const mutation: fc.Arbitrary<Mutation> = fc.oneof(
  // The program of a RUN or CMD.
  fc.tuple(place, fc.constantFrom(...words)).map(([line, odd]): Mutation => (lines) => {
    const commands = lines.filter((text) => /^(RUN|CMD|ENTRYPOINT) /.test(text))
    const command = commands[at(line, commands)]
    return lines.map((text) =>
      text === command ? text.replace(/ (\["[^"]*",?|\S+)/, ` ${odd}`) : text,
    )
  }),
  fc
    .tuple(place, place, fc.constantFrom(...words), fc.boolean())
    .map(([line, word, odd, isMore]): Mutation => (lines) => {
      const written = (lines[at(line, lines)] ?? '').split(' ')
      return lines.with(
        at(line, lines),
        written.toSpliced(at(word, written), isMore ? 0 : 1, odd).join(' '),
      )
    }),
  fc.tuple(place, fc.constantFrom(...instructions)).map(
    ([line, odd]): Mutation =>
      (lines) =>
        lines.toSpliced(at(line, lines), 0, odd),
  ),
  place.map(
    (line): Mutation =>
      (lines) =>
        lines.toSpliced(at(line, lines), 1),
  ),
  fc.tuple(place, place).map(([from, to]): Mutation => (lines) => {
    const moved = lines[at(from, lines)] ?? ''
    return lines.toSpliced(at(from, lines), 1).toSpliced(at(to, lines), 0, moved)
  }),
)

const numRuns = Number(process.env['MSB_FUZZ'] ?? 1500)

test(`${numRuns} fixtures with odd words have an outcome`, { timeout: 3_600_000 }, () => {
  const fixtures = listFixtures().filter(({ context }) => existsSync(context))
  const counts = { migrated: 0, unchanged: 0, refused: 0, failed: 0 }
  fc.assert(
    fc.property(
      fc.nat(fixtures.length - 1),
      fc.array(mutation, { minLength: 1, maxLength: 2 }),
      (index, mutations) => {
        const [fixture] = fixtures.slice(index)
        if (fixture === undefined) return
        const lines = mutations.reduce<readonly string[]>(
          (text, mutate) => mutate(text),
          fixture.input.split('\n'),
        )
        const outcome = migrateFixture({ ...fixture, input: lines.join('\n') })
        counts[outcome.outcome]++
        if (outcome.outcome !== 'migrated') expect(outcome.reason).not.toBe('')
      },
    ),
    { numRuns, seed: 20240 + numRuns },
  )
  console.info(counts)
})
