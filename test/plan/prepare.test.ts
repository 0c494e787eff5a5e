import { describe, expect, test } from 'vitest'
import { migrate } from '../../src/migrate.ts'
import {
  leanerBase,
  leave,
  lineEvidence,
  refuse,
  type Ecosystem,
  type Facts,
} from '../../src/transform.ts'
import { memoryProject } from '../memory-project.ts'

// A folder that pip fills can be copied; packages among those of the image can't. What the file lacks, `prepare` adds.
const environment = '/opt/venv'

const installOf = ({ final }: Facts) => final.commands.find(({ name }) => name === 'pip')

const wheels: Ecosystem = {
  name: 'wheels',
  title: 'Packages in an environment',
  matches: () => true,
  split(facts) {
    const install = installOf(facts)
    const lean = leanerBase(facts.final.base)
    // Said before anything that `prepare` mends.
    if (install === undefined || lean === undefined)
      return leave('nothing-to-leave-behind', 'The image is lean already.')
    const { instruction, variable } = install.step
    if (variable('PATH')?.startsWith(`${environment}/bin:`) !== true)
      return refuse('unplaced-command', 'The packages are among those of the image.')
    return {
      kind: 'split',
      runtimeBases: [{ image: lean.image, pays: true }],
      artifacts: [
        {
          path: environment,
          isFolder: true,
          after: instruction,
          evidence: [lineEvidence(instruction)],
        },
      ],
      placeCommand: ({ name }) => (/^(pip|python)$/.test(name ?? '') ? 'build' : undefined),
      placeCopy: ({ step }) => (step.index < install.step.index ? 'build' : 'run'),
      change: {
        rule: 'split-stages',
        title: 'Install in a builder stage',
        why: 'Compilers stay behind.',
        risk: 'review',
        assumption: 'Nothing names the packages by their old place.',
        evidence: [lineEvidence(instruction)],
      },
    }
  },
  prepare(facts) {
    const install = installOf(facts)
    const first = facts.final.copies[0]?.step.instruction
    if (install === undefined || first === undefined) return undefined
    const above = (text: string) => ({ kind: 'insert-before' as const, instruction: first, text })
    return {
      change: {
        rule: 'split-stages',
        title: 'Install into an environment',
        why: 'One folder holds all that is installed.',
        risk: 'safe',
        evidence: [lineEvidence(install.step.instruction)],
      },
      edits: [
        above(`RUN python -m venv ${environment}`),
        above(`ENV PATH="${environment}/bin:$PATH"`),
      ],
      contract: ['Env.PATH'],
    }
  },
}

function migrated(text: string) {
  const project = memoryProject({ 'requirements.txt': 'rich==13.7.1\n', 'tide.py': 'print(1)\n' })
  const outcome = migrate(text, project, { ecosystems: [wheels], rules: [] })
  return outcome.outcome === 'migrated' ? outcome.after : `${outcome.outcome}: ${outcome.code}`
}

const rest = `
# What is needed
COPY requirements.txt ./
RUN pip install -r requirements.txt
COPY tide.py ./
CMD ["python", "tide.py"]
`

describe('prepare', () => {
  test('what it adds stands together, above the comment of the line below', () => {
    expect(migrated(`FROM python:3.12\nWORKDIR /app\n${rest}`)).toBe(`FROM python:3.12 AS builder
WORKDIR /app

RUN python -m venv /opt/venv
ENV PATH="/opt/venv/bin:$PATH"
# What is needed
COPY requirements.txt ./
RUN pip install -r requirements.txt

FROM python:3.12-slim AS runtime
WORKDIR /app
ENV PATH="/opt/venv/bin:$PATH"
COPY --from=builder /opt/venv /opt/venv
COPY tide.py ./
CMD ["python", "tide.py"]
`)
  })

  test('what does not pay is not prepared', () => {
    expect(migrated(`FROM python:3.12-slim\nWORKDIR /app\n${rest}`)).toBe(
      'unchanged: nothing-to-leave-behind',
    )
  })
})
