import { expect, test } from 'vitest'
import { parseArguments } from '../../src/cli/parse-arguments.ts'
import { toWords, withWords } from '../../src/cli/pr/remembered.ts'

async function given(...argv: readonly string[]) {
  const request = await parseArguments(['pr', ...argv])
  if (request.kind !== 'run' || request.options.pr === undefined) throw new Error('no run')
  return { options: request.options, pr: request.options.pr }
}

/** What a later run goes by: the configuration that it names, and whether it goes without any. */
async function configLater(begun: readonly string[], later: readonly string[]) {
  const before = await given('--org', 'a', ...begun)
  const now = await given('--resume', ...later)
  const kept = toWords(before.options, before.pr, '/work')
  const found = withWords(now.options, now.pr, kept)
  return [found?.options.configFile, found?.options.config]
}

test('a campaign goes on with the configuration that it was begun with', async () => {
  expect(await configLater(['--config', 'own.yaml'], [])).toEqual(['/work/own.yaml', 'nearest'])
  expect(await configLater(['--no-config'], [])).toEqual([undefined, 'none'])
  expect(await configLater([], [])).toEqual([undefined, 'nearest'])
})

test('unless the command line says otherwise', async () => {
  const begun = ['--config', 'own.yaml']
  expect(await configLater(begun, ['--no-config'])).toEqual([undefined, 'none'])
  expect(await configLater(begun, ['--config', 'b.yaml'])).toEqual(['b.yaml', 'nearest'])
  expect(await configLater(['--no-config'], ['--config', 'b.yaml'])).toEqual(['b.yaml', 'nearest'])
})
