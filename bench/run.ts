// Measures the program as a process: `npm run bench` lays out 1,000 projects, `npm run bench -- --files 20000` more.
// Times stand beside that of `node -e 0`, so that machines can be compared.
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { availableParallelism, tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { hostileProjects, writeHostile } from './hostile-sizes.ts'
import { layOut } from './lay-out.ts'
import { measure, median } from './measure.ts'

/** Seconds that one file may take, whatever it holds. */
const slowest = 2

const { values } = parseArgs({ options: { files: { type: 'string', default: '1000' } } })
const count = Number(values.files)
const root = process.cwd()
const program = join(root, 'bin/msb-migrate.js')
const folder = mkdtempSync(join(tmpdir(), 'msb-bench-'))
const hostile = mkdtempSync(join(tmpdir(), 'msb-hostile-'))

try {
  const kinds = layOut(folder, count, join(root, '__fixtures__'))
  console.log(
    `${count} projects, copies of ${kinds} fixtures; Node ${process.version}, ${availableParallelism()} cores\n`,
  )

  const node = median(9, () => measure(['-e', '0'], folder))
  const row = (name: string, seconds: number, rest: string): void => {
    const ratio = `${(seconds / node.seconds).toFixed(1)} x`
    console.log(
      `${name.padEnd(36)} ${seconds.toFixed(3).padStart(8)} s ${ratio.padStart(9)}   ${rest}`,
    )
  }
  row('node -e 0', node.seconds, 'the unit')
  const version = median(9, () => measure([program, '--version'], folder))
  row('--version', version.seconds, 'the aim is 1.5 x')
  const help = median(9, () => measure([program, '--help'], folder))
  row(
    '--help',
    help.seconds,
    `${((help.seconds - node.seconds) * 1000).toFixed(0)} ms more than Node alone`,
  )

  const dryRun = (jobs: readonly string[], cwd: string) =>
    measure([program, '--dry-run', '--format', 'json', ...jobs], cwd)
  const small = join(folder, 'group-0', readdirSync(join(folder, 'group-0')).sort()[0] ?? '')
  const single = median(9, () => dryRun([], small))
  row('--dry-run of one', single.seconds, 'the aim is 4 x')
  const all = dryRun([], folder)
  const perFile = (seconds: number, files: number) =>
    `${((seconds / files) * 1000).toFixed(2)} ms a file`
  const memory = (megabytes: number) => `${megabytes.toFixed(0)} MB at most`
  row(
    `--dry-run of ${count}`,
    all.seconds,
    `${perFile(all.seconds, count)}, ${memory(all.peakMegabytes)}`,
  )
  const counted = measure([program, 'inventory', '--format', 'json'], folder)
  row(
    `inventory of ${count}`,
    counted.seconds,
    `${perFile(counted.seconds, count)}, ${memory(counted.peakMegabytes)}`,
  )
  const one = dryRun(['-j', '1'], folder)
  row(
    'the same on one thread',
    one.seconds,
    `${perFile(one.seconds, count)}, ${memory(one.peakMegabytes)}`,
  )

  const groups = readdirSync(folder)
  const [first] = groups
  if (groups.length > 4 && first !== undefined) {
    const part = groups.slice(0, Math.floor(groups.length / 4))
    const quarter = measure([program, '--dry-run', '--format', 'json', ...part], folder)
    const growth =
      (all.seconds - quarter.seconds) / (count - part.length * 100) / (all.seconds / count)
    row(
      `--dry-run of ${part.length * 100}`,
      quarter.seconds,
      `each further file takes ${growth.toFixed(2)} x the mean`,
    )
  }
  for (const project of hostileProjects) {
    const measured = project.sizes.map((size, i) => {
      const place = join(hostile, `${hostileProjects.indexOf(project)}-${i}`)
      writeHostile(place, project, size)
      return { size, ...measure([program, '--dry-run', '--format', 'json'], place) }
    })
    const unit = (size: number): string => (size < 100 ? `${size} MB` : `${size} files`)
    for (const [i, { size, seconds, stdout }] of measured.entries()) {
      const before = measured[i - 1]
      // Without what starting costs: 1.00 is linear.
      const growth =
        before && (seconds - help.seconds) / (before.seconds - help.seconds) / (size / before.size)
      const outcome = /"outcome":"(\w+)"/.exec(stdout)?.[1] ?? 'no answer'
      const rest = growth === undefined ? '' : `, ${growth.toFixed(2)} x of what is linear`
      const slow = seconds - help.seconds > slowest ? ', TOO SLOW' : ''
      row(`hostile sizes: ${project.name}`, seconds, `${unit(size)}, ${outcome}${rest}${slow}`)
    }
  }
  console.log(`\n${all.stderr.trim()}`)
} finally {
  for (const each of [folder, hostile]) rmSync(each, { recursive: true, force: true })
}
