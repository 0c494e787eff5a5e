import { lineEvidence, type Facts, type Instruction, type Revision } from '../../src/transform.ts'
import { readApp, type PythonApp } from './app.ts'
import { refuseApp } from './refuse.ts'

/** Where Python's own guides put it: https://docs.docker.com/guides/python/containerize/ */
export const environment = '/opt/venv'

/**
 * Installs into an environment instead of among the packages of the image, so that one folder holds all of them.
 *
 *   RUN pip install -r requirements.txt
 *     => RUN python -m venv /opt/venv
 *        ENV PATH="/opt/venv/bin:$PATH"
 *        RUN pip install -r requirements.txt
 */
export function prepare(facts: Facts): Revision | undefined {
  const app = readApp(facts)
  // What else stands in the way, the file without an environment shows.
  if (app.ofImage.length === 0 || refuseApp(app) !== undefined) return undefined
  const place = firstLine(app)
  if (place === undefined) return undefined
  const above = (text: string) => ({ kind: 'insert-before' as const, instruction: place, text })
  return {
    change: {
      rule: 'split-stages',
      title: 'Install the packages into an environment',
      why: `${environment} holds all that pip installs, and nothing else; PATH makes it the Python that runs.`,
      risk: 'safe',
      evidence: app.ofImage.map(({ command }) => lineEvidence(command.step.instruction)),
    },
    edits: [
      above(`RUN python -m venv ${environment}`),
      above(`ENV PATH="${environment}/bin:$PATH"`),
    ],
    contract: ['Env.PATH'],
  }
}

/** The first line that pip has a part in, with the COPYs of what it reads that stand right above it. */
function firstLine({ works, facts: { final } }: PythonApp): Instruction | undefined {
  const first = works.find(({ home }) => home.kind === 'image')
  if (first === undefined) return undefined
  const above = final.steps.slice(0, first.command.step.index).toReversed()
  const others = above.findIndex(({ instruction: { keyword } }) => !/^(COPY|ADD)$/.test(keyword))
  const copies = others < 0 ? above : above.slice(0, others)
  return (copies.at(-1) ?? first.command.step).instruction
}
