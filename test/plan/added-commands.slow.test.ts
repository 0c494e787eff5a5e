import { toolRowsOf } from '../../src/plan/tooling.ts'
import { ecosystems } from '../../transforms/index.ts'
import { existsSync } from 'node:fs'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { factsOfText, type Facts } from '../../src/facts/facts.ts'
import { isBroughtBy, type Copy } from '../../src/facts/stages/copy.ts'
import type { RunCommand } from '../../src/facts/commands/command.ts'
import { isWithin } from '../../src/facts/image-path.ts'
import { effectsOf } from '../../src/facts/effects/effects.ts'
import type { Project } from '../../src/project/project.ts'
import { fixtureProject, listFixtures, migrateFixture } from '../fixture.ts'

// Whatever an author does to the files that a COPY brought, `chmod`, `sed -i` and `rm` in the runtime stage find what they work on.

const commands: readonly ((file: string, other: string, folder: string) => string)[] = [
  (file) => `chmod +x ${file}`,
  (file, other) => `chmod 755 ${file} ${other}`,
  (file, other, folder) => `chmod u+x ${folder}/${file} && ls -la ${other}`,
  (file) => `chown -R 1000 ${file}`,
  (file) => `mkdir -p /var/data && chown -R 1000:1000 ${file} /var/data`,
  (file, _, folder) => `mkdir -p ${folder}/made && chmod 700 made ${file}`,
  (_, __, folder) => `touch made.log && chown -R 1000 made.log ${folder}`,
  (_, __, folder) => `chmod -R 777 ${folder}`,
  (file) => `sed -i s/a/b/ ${file}`,
  (file) => `dos2unix ${file}`,
  (file) => `find ${file} -type f -exec chmod 644 {} +`,
  (file) => `rm ${file}`,
  (file) => `mv ${file} ${file}.old`,
  (file) => `mkdir made && mv ${file} made/`,
  (file) => `cp -r ${file} /opt/kept && chmod -R 755 /opt/kept`,
]

/** What has its files by then: a copy, a command above, a WORKDIR. */
function isThere(path: string, command: RunCommand, { final }: Facts): boolean {
  const { index } = command.step
  const copies = final.copies.filter((copy) => copy.step.index < index)
  const above = final.commands.slice(0, final.commands.indexOf(command))
  return (
    isBroughtBy(path, copies) ||
    copies.some((copy) =>
      [
        ...copy.paths.map(({ target }) => target),
        ...(copy.from === undefined ? [] : copy.sources),
      ].some(
        (other) => isWithin(other, path) || (copy.from !== undefined && isWithin(path, other)),
      ),
    ) ||
    final.steps.slice(0, index + 1).some(({ workdir }) => isWithin(workdir ?? '/', path)) ||
    above.some((other) =>
      effectsOf(other)?.some(
        (effect) =>
          effect.kind === 'creates' && (isWithin(path, effect.path) || isWithin(effect.path, path)),
      ),
    )
  )
}

/** Paths below the folder that commands work on and that are not there. */
function lost(folder: string, facts: Facts): readonly string[] {
  return facts.final.commands.flatMap((command) => {
    if (command.redirects.length > 0 || command.args.some((arg) => /^-\w*f/.test(arg ?? '')))
      return []
    return (effectsOf(command) ?? []).flatMap((effect) =>
      (effect.kind === 'changes' || effect.kind === 'deletes') &&
      isWithin(effect.path, folder) &&
      !isThere(effect.path, command, facts)
        ? `${command.argv.join(' ')}: ${effect.path}`
        : [],
    )
  })
}

/** Names of what a copy of the context brings right into a folder of the image. */
function broughtInto(folder: string, { paths }: Copy, project: Project): readonly string[] {
  const targets = paths.flatMap(({ source, target, isFolder }) =>
    isFolder
      ? project
          .files(source)
          .map((file) => `${target}/${source === '' ? file : file.slice(source.length + 1)}`)
      : target,
  )
  return targets.flatMap((target) => {
    const name = target.startsWith(`${folder}/`) ? target.slice(folder.length + 1) : ''
    return /^[\w.-]+$/.test(name) ? name : []
  })
}

const numRuns = Number(process.env['MSB_FUZZ'] ?? 600)

test(`${numRuns} commands added to fixtures find their files`, { timeout: 3_600_000 }, () => {
  const fixtures = listFixtures().filter(({ context }) => existsSync(context))
  let split = 0
  fc.assert(
    fc.property(
      fc.nat(fixtures.length - 1),
      fc.constantFrom(...commands),
      fc.nat(20),
      fc.nat(20),
      fc.nat(5),
      (index, write, first, second, which) => {
        const [fixture] = fixtures.slice(index)
        if (fixture === undefined) return
        const project = fixtureProject(fixture)
        const before = factsOfText(fixture.input, project, toolRowsOf(ecosystems))
        const copies = before?.final.copies.filter(({ from }) => from === undefined) ?? []
        const copy = copies[which % copies.length]
        const folder = before?.final.steps[(copy?.step.index ?? 0) + 1]?.workdir
        if (copy === undefined || folder === undefined) return
        const names = broughtInto(folder, copy, project)
        const [file, other] = [names[first % names.length], names[second % names.length]]
        if (file === undefined || other === undefined) return
        const at =
          fixture.input.indexOf(copy.step.instruction.text) + copy.step.instruction.text.length
        const added = `RUN ${write(file, other, folder)}\n`
        const input = fixture.input.slice(0, at) + added + fixture.input.slice(at)
        const outcome = migrateFixture({ ...fixture, input })
        if (outcome.outcome !== 'migrated') return
        const after = factsOfText(outcome.after, project, toolRowsOf(ecosystems))
        if (after === undefined || after.stages.length < 2) return
        split++
        expect(lost(folder, after), `${fixture.name}: ${outcome.after}`).toEqual([])
      },
    ),
    { numRuns, seed: 20241 },
  )
  console.info({ split })
  expect(split).toBeGreaterThan(numRuns / 10)
})
