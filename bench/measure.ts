import { spawnSync } from 'node:child_process'

export interface Measured {
  readonly seconds: number
  /** Of the whole process, its threads included. */
  readonly peakMegabytes: number
  readonly stdout: string
  readonly stderr: string
}

const mark = 'peak memory in kB: '
const printPeak = `process.on('exit', () => process._rawDebug('${mark}' + process.resourceUsage().maxRSS))`

/** Runs Node once. Throws where it ends with another exit code than 0 or 3 (files that are meant to fail). */
export function measure(args: readonly string[], cwd: string): Measured {
  const preload = ['--import', `data:text/javascript,${encodeURIComponent(printPeak)}`]
  const started = performance.now()
  const { status, stdout, stderr } = spawnSync(process.execPath, [...preload, ...args], {
    cwd,
    encoding: 'utf8',
    maxBuffer: 2 ** 30,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const seconds = (performance.now() - started) / 1000
  if (status !== 0 && status !== 3) throw new Error(`Exit code ${status}: ${stderr}`)
  const [messages = '', peak = ''] = stderr.split(mark)
  return { seconds, peakMegabytes: Number(peak) / 1024, stdout, stderr: messages }
}

/** The run that took the middle of the times. */
export function median(runs: number, run: () => Measured): Measured {
  const sorted = Array.from({ length: runs }, run).sort((a, b) => a.seconds - b.seconds)
  const middle = sorted[Math.floor(runs / 2)]
  if (middle === undefined) throw new Error('There was no run')
  return middle
}
