import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { format, resolveConfig } from 'prettier'
import { afterAll, describe, expect, test } from 'vitest'
import type { Fixture } from '../fixture.ts'
import { startBeside } from './beside.ts'
import { buildContext } from './build-context.ts'
import { buildImage } from './build-image.ts'
import { buildable, chooseFixtures } from './choose-fixtures.ts'
import { inspectImage, removeOurs, whyNoDocker } from './docker.ts'
import { lookAtPhp, lostBy, type PhpImage } from './php-image.ts'
import { runImage } from './run-image.ts'
import { readSizeTable, sizeTable, type Sizes } from './size-table.ts'

// Builds each fixture's input and output, runs both images, and compares what can be seen from outside.
//   MSB_DOCKER=all             every fixture that can be built; 'go/cgo,node/next' those whose names have one of these parts
//   MSB_DOCKER_UPDATE=1        writes the sizes to bench/docker.md, whose other rows stay
const { MSB_DOCKER: asked, MSB_DOCKER_UPDATE: update } = process.env
const missing = await whyNoDocker()
const sizes: Sizes[] = []

if (missing === undefined) {
  describe('images before and after', () => {
    for (const fixture of chooseFixtures(asked)) test(fixture.name, () => compare(fixture))
    afterAll(report)
  })
} else {
  console.warn(`Skipped: no Docker Engine to build with (${missing}).`)
  test.skip(`images before and after: ${missing}`)
}

async function compare(fixture: Fixture): Promise<void> {
  const { beside } = fixture.settings
  const network =
    beside === undefined ? undefined : await startBeside(beside, fixture.name.replace('/', '-'))
  const before = await observe(fixture, 'input', network)
  const after = await observe(fixture, 'output', network)
  expect(after.seen, `after says:\n${after.logs}\nbefore says:\n${before.logs}`).toEqual(
    before.seen,
  )
  expect(lostBy(before.php, after.php)).toEqual([])
  const isAnswer = Object.keys(before.seen.answers).length > 0
  const isSaid = Object.keys(before.seen.commands).length > 0
  expect(
    isAnswer || isSaid || before.seen.state === 'exited 0',
    `the image before neither answers nor ends well, so nothing is shown:\n${before.logs}`,
  ).toBe(true)
  sizes.push({
    name: fixture.name,
    before: before.size,
    after: after.size,
    isSplit: hasOneStage(fixture),
  })
}

async function observe(fixture: Fixture, half: 'input' | 'output', network: string | undefined) {
  const tag = tagOf(fixture, half)
  const context = buildContext(fixture, half)
  const problem = await buildImage({
    tag,
    dockerfile: context.dockerfile,
    context: context.folder,
    args: fixture.settings.args ?? {},
  }).finally(context.remove)
  expect(problem, `${half}.Dockerfile of ${fixture.name} does not build`).toBeUndefined()
  const { Size } = await inspectImage(tag)
  const php = fixture.name.startsWith('php/') ? await lookAtPhp(tag) : noPhp
  return { size: Size, php, ...(await runImage(tag, fixture, network)) }
}

const noPhp: PhpImage = { modules: [], folders: [], writable: [] }

function tagOf({ name }: Fixture, half: 'input' | 'output'): string {
  return `msb-migrate-test/${name.replace('/', '-').toLowerCase()}:${half}-${process.pid}`
}

async function report(): Promise<void> {
  await removeOurs()
  console.log(sizeTable(sizes))
  if (update === undefined || update === '') return
  const page = path.join(import.meta.dirname, '../../bench/docker.md')
  const table = sizeTable(withKept(sizes, readFileSync(page, 'utf8')))
  writeFileSync(
    page,
    await format(pageHead + table, { ...(await resolveConfig(page)), parser: 'markdown' }),
  )
}

/** What was measured now, and what the page says of the other fixtures that can still be built. */
function withKept(measured: readonly Sizes[], page: string): readonly Sizes[] {
  const fixtures = new Map(buildable().map((fixture) => [fixture.name, fixture]))
  const kept = readSizeTable(page).flatMap((row) => {
    const fixture = fixtures.get(row.name)
    const isKept = fixture !== undefined && !measured.some(({ name }) => name === row.name)
    return isKept ? [{ ...row, isSplit: hasOneStage(fixture) }] : []
  })
  return [...measured, ...kept].sort((a, b) => (a.name < b.name ? -1 : 1))
}

const hasOneStage = ({ input }: Fixture) => !/^\s*from\s[^]*^\s*from\s/im.test(input)

const pageHead = `# Images before and after

Made by \`MSB_DOCKER_UPDATE=1 npm run test:docker\`, which measures the fixtures that \`MSB_DOCKER\` names and keeps the other rows. Each fixture is built from its
input and its output, both images are run, and their state, their answers, their health checks and what their commands say are the same. Sizes are those that \`docker image inspect\` gives.

`
