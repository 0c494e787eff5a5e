import { closedBody } from '../../publish/campaign/act-on-service.ts'
import { ownPulls } from '../../publish/campaign/survey.ts'
import { ForgeError } from '../../publish/forge-error.ts'
import { readMarker } from '../../publish/marker.ts'
import { shownLine, shownText } from '../../report/paint.ts'
import { payloadToStream } from '../payload.ts'
import type { PrProgress } from './pr-progress.ts'
import type { PrRun } from './pr-run.ts'

/** `pr close`: closes what is open and ours, and removes its branch; a branch that a person has committed to stays. Gives the exit code. */
export async function closePulls(
  { pr, options, around, scope }: PrRun,
  progress: PrProgress,
): Promise<number> {
  const payload = payloadToStream(around.stdout)
  let [closed, open, failures] = [0, 0, 0]
  for (const { connection, targets } of scope.parts) {
    const { forge } = connection
    const all = await targets()
    progress.begin(all.length)
    for (const target of all) {
      if (around.interrupt.aborted) return 130
      try {
        const repository = 'cloneUrl' in target ? target : await forge.repository(target.path)
        const found = repository === undefined ? [] : await ownPulls(forge, repository, pr)
        for (const { repository, pull } of found) {
          if (pull.state !== 'open') continue
          const name = shownLine(`${forge.host}/${repository.path} ${pull.title}`)
          progress.clear()
          if (readMarker(pull.body)?.head !== pull.head) {
            await payload.write(
              `left alone   ${name} ${shownLine(pull.url)}: A person has committed to its branch.\n`,
            )
            continue
          }
          open++
          if (pr.yes) {
            const comment = 'The campaign that this belongs to was ended, so this is closed.'
            await forge.close(repository, pull, { body: closedBody({ forge }, pull), comment })
            closed++
          }
          await payload.write(
            (pr.yes ? 'closed' : 'open').padEnd(12) + ` ${name} ${shownLine(pull.url)}\n`,
          )
        }
      } catch (error) {
        if (!(error instanceof ForgeError) || error.problem === 'unauthorized') throw error
        failures++
        around.stderr.write(
          `msb-migrate: ${shownText(`${forge.host}/${target.path}: ${error.message}`)}\n`,
        )
      }
      progress.step()
    }
  }
  progress.clear()
  if (!options.quiet) {
    const end = pr.yes ? `${closed} closed.` : `${open} would be closed; --yes closes them.`
    around.stderr.write(`${end}\n`)
  }
  return failures > 0 ? 3 : 0
}
