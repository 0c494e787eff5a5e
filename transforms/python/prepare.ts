import {
  lineEvidence,
  type Edit,
  type Facts,
  type Instruction,
  type Revision,
} from '../../src/transform.ts'
import { readApp, type PythonApp } from './app.ts'
import { refuseManagerStart } from './managers/manager-start.ts'
import { managerOf } from './managers/manager.ts'
import {
  callsAsModule,
  firstWork,
  isOfManager,
  settingsOfUv,
  splitAbove,
  withoutSystem,
} from './managers/prepare-install.ts'
import { startEdits } from './managers/start-edits.ts'
import { environmentOf, makeEnvironment } from './parts/make-environment.ts'
import { refuseApp } from './refuse.ts'

/**
 * Installs into an environment instead of among the packages of the image, so that one folder holds all of them, and starts programs
 * themselves where a manager does it.
 *
 *   RUN pip install -r requirements.txt
 *     => RUN python -m venv /opt/venv
 *        ENV PATH="/opt/venv/bin:$PATH"
 *        RUN pip install -r requirements.txt
 */
export function prepare(facts: Facts): Revision | undefined {
  const app = readApp(facts)
  // What else stands in the way, the file without an environment shows.
  if (refuseApp(app) !== undefined) return undefined
  const installs = app.ofImage.length === 0 ? [] : installEdits(app)
  const starts = refuseManagerStart(app) === undefined ? [] : startEdits(app)
  if (installs === undefined || starts === undefined) return undefined
  const lines = new Set(installs.map(({ instruction }) => instruction))
  const clash = starts.some(({ instruction }) => lines.has(instruction))
  if (clash || installs.length + starts.length === 0) return undefined
  const managed = app.ofImage.some(({ command }) => managerOf(command) !== undefined)
  return {
    change: {
      rule: 'split-stages',
      title:
        installs.length > 0
          ? 'Install the packages into an environment'
          : 'Start the program of the environment itself',
      why:
        installs.length > 0
          ? `${environmentOf(facts)} holds all that is installed, and nothing else; PATH makes it the Python that runs.`
          : 'The manager of the packages does nothing else here than to find the environment, which PATH does as well.',
      risk: 'safe',
      evidence: [
        ...new Set([
          ...app.ofImage.map(({ command }) => command.step.instruction),
          ...starts.map(({ instruction }) => instruction),
        ]),
      ].map((instruction) => lineEvidence(instruction)),
    },
    edits: [...installs, ...starts],
    contract: [
      'Env.PATH',
      ...(managed ? ['Env.VIRTUAL_ENV', 'Env.UV_SYSTEM_PYTHON', 'Env.UV_PROJECT_ENVIRONMENT'] : []),
      ...(starts.length > 0 ? ['Cmd', 'Entrypoint', 'Healthcheck'] : []),
    ],
  }
}

/** The environment, made above the first line that installs for the application; undefined where that can't be. */
function installEdits(app: PythonApp): readonly Edit[] | undefined {
  const first = firstWork(app)
  if (first === undefined || callsAsModule(app)) return undefined
  const { step } = first.command
  const environment = environmentOf(app.facts)
  const managed = app.ofImage.some(({ command }) => managerOf(command) !== undefined)
  const lines = [
    `RUN ${makeEnvironment(app.facts, environment)}`,
    `ENV ${managed ? `VIRTUAL_ENV=${environment} ` : ''}PATH="${environment}/bin:$PATH"`,
  ]
  const settings = settingsOfUv(app, environment)
  const others = [...new Set(app.ofImage.map(({ command }) => command.step))].flatMap((other) => {
    const text = withoutSystem(other, app)
    return text === undefined
      ? []
      : [{ kind: 'replace' as const, instruction: other.instruction, text }]
  })
  const isWithManager = app.works.some(
    (work) =>
      work.command.step === step &&
      isOfManager(work) &&
      app.works.indexOf(work) < app.works.indexOf(first),
  )
  if (!isWithManager) {
    const instruction = firstLine(app, step.instruction)
    return [
      ...lines.map((text) => ({ kind: 'insert-before' as const, instruction, text })),
      ...settings,
      ...others,
    ]
  }
  const parts = splitAbove(first.command)
  if (parts === undefined || others.length > 0) return undefined
  const { instruction } = step
  const [above, below] = parts
  return [
    { kind: 'replace', instruction, text: above },
    ...[...lines, below].map((text) => ({ kind: 'insert-after' as const, instruction, text })),
    ...settings,
  ]
}

/** The line that installs, with the COPYs of what it reads that stand right above it. */
function firstLine({ facts: { final } }: PythonApp, install: Instruction): Instruction {
  const at = final.steps.findIndex(({ instruction }) => instruction === install)
  const above = final.steps.slice(0, Math.max(at, 0)).toReversed()
  const others = above.findIndex(({ instruction: { keyword } }) => !/^(COPY|ADD)$/.test(keyword))
  const copies = others < 0 ? above : above.slice(0, others)
  return copies.at(-1)?.instruction ?? install
}
