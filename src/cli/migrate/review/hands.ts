import { prettyReport } from '../../../report/pretty-report.ts'
import { verificationReport } from '../../../report/verdicts/verification-report.ts'
import { edit } from '../../../review/state/adjust-files.ts'
import { remember } from '../../../review/state/moves.ts'
import type { FileState, ReviewState } from '../../../review/state/review-state.ts'
import type { Hands } from '../../../review/terminal/terminal.ts'
import type { Writer } from '../create-writer.ts'
import type { Run } from '../migrate-run.ts'
import { hasColor } from '../surroundings.ts'
import { editText } from './edit-text.ts'
import { runProgram } from './run-program.ts'

/** What a review can have done on this machine. */
export function createHands(run: Run, writer: Writer): Hands {
  const { options, around } = run
  const { cwd, env, stderr } = around
  let last: Promise<unknown> = Promise.resolve()

  const migrate = async ({ report: { path }, report, wanted }: FileState) => {
    const job = { path, adjusted: wanted, asks: true }
    for await (const now of run.migrateAll({ ...options, cwd }, [job], 1)) return writer.check(now)
    return report
  }
  const withFile = (
    state: ReviewState,
    index: number,
    change: (file: FileState) => FileState,
  ): ReviewState => ({
    ...state,
    files: state.files.map((file, i) => (i === index ? change(file) : file)),
  })

  const editFile = async (state: ReviewState, index: number): Promise<ReviewState> => {
    const file = state.files[index]
    if (file?.report.result.outcome !== 'migrated') return state
    const before = file.wanted.edited ?? file.report.result.after
    const edited = await editText(file.report.path, before, around)
    if ('problem' in edited) return { ...state, message: edited.problem }
    if (edited.text === before) return { ...state, message: 'Nothing was edited.' }
    return withFile(remember(state), index, (each) => edit(each, edited.text))
  }

  const page = async (state: ReviewState, index: number): Promise<ReviewState> => {
    const report = state.files[index]?.report
    if (report === undefined) return state
    const look = { color: hasColor(stderr, options.color, env), terminal: true }
    const { verification } = report
    const found = verification && verificationReport(report.path, verification, look)
    const input = `${prettyReport(report, look)}${found ?? ''}`
    const pager = env['PAGER'] === undefined || env['PAGER'] === '' ? 'less' : env['PAGER']
    const code = await runProgram(pager, [], { input, env: { LESS: 'R', ...env } })
    return code === 0 ? state : { ...state, message: `${pager} ended with ${code ?? 'a signal'}.` }
  }

  const verify = async (state: ReviewState, index: number): Promise<ReviewState> => {
    const file = state.files[index]
    if (file === undefined) return state
    const { verifyNow } = await import('./verify-now.ts')
    const report = await verifyNow(run, file.report)
    const { verification } = report
    const message =
      verification === undefined
        ? 'It was not verified.'
        : `${verification.verdict}: ${verification.reason}`
    return { ...withFile(state, index, (each) => ({ ...each, report })), message }
  }

  return {
    // One after the other: a rule that is switched everywhere is no reason to start a process for each file.
    migrate: (file) => {
      const next = last.then(() => migrate(file))
      last = next.catch(() => undefined)
      return next
    },
    perform: (state, { kind, index }) => {
      switch (kind) {
        case 'edit':
          return editFile(state, index)
        case 'page':
          return page(state, index)
        case 'verify':
          return verify(state, index)
      }
    },
  }
}
