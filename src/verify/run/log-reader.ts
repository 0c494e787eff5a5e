import { StringDecoder } from 'node:string_decoder'
import { stripVTControlCharacters } from 'node:util'
import { readErrorLine } from '../judge/error-lines.ts'
import { normalizeText } from '../judge/normalize.ts'
import type { ErrorLine } from '../../verification/observation.ts'

/** What is kept of a log, however long it is. */
export interface LogSummary {
  /** Bytes in all. */
  readonly bytes: number
  readonly lines: number
  /** Lines that tell of an error, each once (dates and ids apart), in their order. */
  readonly errors: readonly ErrorLine[]
  /** The last lines. */
  readonly last: readonly string[]
  /** The first of standard output, for programs that print and end. */
  readonly output: string
}

/** Takes the two streams of a container in pieces of any size. */
export interface LogReader {
  readonly read: (stream: 'stdout' | 'stderr', chunk: Buffer) => void
  readonly finish: () => LogSummary
}

/** Characters of a line that are looked at; what follows them is skipped. */
const longestLine = 4000
const mostErrors = 100
const mostLast = 60
const mostOutput = 64 * 1024

/** Reads a log in bounded memory. */
export function createLogReader(): LogReader {
  const errors = new Map<string, ErrorLine>()
  const last: string[] = []
  let lines = 0
  let bytes = 0
  let output = ''

  const addLine = (written: string): void => {
    lines++
    const line = stripVTControlCharacters(written).trimEnd()
    if (line === '') return
    last.push(line)
    if (last.length > 2 * mostLast) last.splice(0, mostLast)
    if (errors.size >= mostErrors) return
    const error = readErrorLine(line)
    if (error === undefined) return
    const key = normalizeText(error.line)
    if (!errors.has(key)) errors.set(key, error)
  }
  const readers = { stdout: createLineReader(addLine), stderr: createLineReader(addLine) }

  return {
    read: (stream, chunk) => {
      bytes += chunk.length
      const text = readers[stream].read(chunk)
      if (stream === 'stdout' && output.length < mostOutput)
        output += text.slice(0, mostOutput - output.length)
    },
    finish: () => {
      readers.stdout.end()
      readers.stderr.end()
      return { bytes, lines, errors: [...errors.values()], last: last.slice(-mostLast), output }
    },
  }
}

/** Cuts a stream into lines; of one that has no end, its begin is kept. `read` gives the chunk's text. */
function createLineReader(onLine: (line: string) => void): {
  readonly read: (chunk: Buffer) => string
  readonly end: () => void
} {
  const decoder = new StringDecoder('utf8')
  let rest = ''
  return {
    read: (chunk) => {
      const text = decoder.write(chunk)
      const parts = text.split('\n')
      const open = parts.pop() ?? ''
      for (const part of parts) {
        onLine((rest + part).slice(0, longestLine))
        rest = ''
      }
      if (rest.length < longestLine) rest += open.slice(0, longestLine)
      return text
    },
    end: () => {
      if (rest !== '') onLine(rest)
      rest = ''
    },
  }
}
