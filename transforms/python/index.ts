import {
  baseName,
  isPython,
  pythonInstallOf,
  refuse,
  type Ecosystem,
  type Facts,
  type Refusal,
  type Split,
} from '../../src/transform.ts'
import { readApp, redHatPython } from './app.ts'
import { behaviourOf } from './behaviour.ts'
import { leavingsOf, splitChange } from './describe.ts'
import { inspection } from './inspection.ts'
import { pythonLaunchers } from './launchers/index.ts'
import { managers } from './managers.ts'
import { refuseManagerStart } from './managers/manager-start.ts'
import { artifactsOf } from './parts/artifacts.ts'
import { buildOnlyEnv } from './parts/environment.ts'
import { commandPlacer, copyPlacer } from './parts/placement.ts'
import { runtimeBases, standsAlone } from './parts/runtime-bases.ts'
import { pip } from './pip.ts'
import { prepare } from './prepare.ts'
import { refuseApp } from './refuse.ts'
import { purposeOf } from './purpose/index.ts'

// FROM python:3.12 ... RUN pip install -r requirements.txt ... CMD ["gunicorn", "shop:app"]
//   => builder: python:3.12, the packages in a virtual environment
//      runtime: python:3.12-slim, the environment, the author's own COPY of the sources, and what works on these
//
// https://docs.docker.com/guides/python/containerize/

export const python: Ecosystem = {
  name: 'python',
  title: 'Python programs',
  about:
    'The builder installs the packages into a virtual environment, with compilers and headers; the runtime stage stands on the slim image of the same Python, and has the environment, the sources, and the libraries that the packages were linked against.',
  installs: [pip, managers],
  launchers: pythonLaunchers,
  purposeOf,
  isBuild: ({ name = '' }) => /^(poetry|pipenv|pdm|uv)$/.test(baseName(name)),
  inspection,
  matches: (facts) =>
    ['python', redHatPython].includes(facts.final.base.family) || startsPython(facts),
  prepare,
  behaviour: behaviourOf,
  split,
}

/** Python of an image of others, for which packages are installed here. */
const startsPython = ({ start, final }: Facts): boolean =>
  final.commands.some((command) => pythonInstallOf(command) !== undefined) &&
  (start?.processes ?? []).some(({ name = '' }) => isPython(name))

function split(facts: Facts): Split | Refusal {
  const app = readApp(facts)
  const refusal = refuseApp(app)
  if (refusal !== undefined) return refusal
  const started = refuseManagerStart(app)
  if (started !== undefined) return started
  const [loose] = app.ofImage
  if (loose !== undefined) {
    const { line } = loose.command.step.instruction
    return {
      ...refuse(
        'unmovable-packages',
        `Line ${line} installs the packages among those of the image, from where they can't be copied.`,
        line,
      ),
      isPrepared: true,
    }
  }
  const buildOnly = buildOnlyEnv(facts)
  const placers = { placeCommand: commandPlacer(app), placeCopy: copyPlacer(app) }
  return {
    kind: 'split',
    runtimeBases: runtimeBases(app),
    artifacts: artifactsOf(app, placers),
    ...placers,
    buildOnlyEnv: buildOnly,
    behaviour: behaviourOf(facts),
    contract: buildOnly.map((name) => `Env.${name}`),
    leaves: leavingsOf(app),
    standsAlone: standsAlone(app),
    change: splitChange(app),
  }
}
