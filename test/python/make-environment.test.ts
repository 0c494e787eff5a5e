import { describe, expect, test } from 'vitest'
import { migrate } from '../../src/migrate.ts'
import { python } from '../../transforms/python/index.ts'
import { memoryProject } from '../memory-project.ts'

function madeBy(image: string): string | undefined {
  const text = `FROM ${image}\nWORKDIR /srv\nCOPY requirements.txt ./\nRUN pip install -r requirements.txt\nCOPY tide.py ./\nCMD ["python", "tide.py"]\n`
  const project = memoryProject({ 'requirements.txt': 'rich==13.7.1\n', 'tide.py': 'print(1)\n' })
  const outcome = migrate(text, project, { ecosystems: [python], rules: [] })
  return outcome.outcome === 'migrated'
    ? outcome.after.split('\n').find((line) => line.includes('-m venv'))
    : outcome.code
}

const plain = 'RUN python -m venv /opt/venv'
const and = (tools: string) => `${plain} && /opt/venv/bin/pip install --no-cache-dir ${tools}`

describe('the environment has the tools that the image has', () => {
  test.each([
    ['python:3', plain],
    ['python:latest', plain],
    ['python:3.13', plain],
    ['python:3.12-bookworm', plain],
    ['python:3.11', and('wheel')],
    ['python:3.11.9-bookworm', and('wheel')],
    ['python:3.8', and('wheel')],
    ['python:3.7', and('wheel')],
    ['python:3.6', and('--upgrade pip wheel')],
  ])('%s', (image, line) => {
    expect(madeBy(image)).toBe(line)
  })
})

describe('the environment lies where nothing covers it', () => {
  test.each([
    ['WORKDIR /srv', '', '/opt/venv'],
    ['WORKDIR /', '', '/opt/venv'],
    ['WORKDIR /opt/app', '', '/opt/venv'],
    ['WORKDIR /opt', '', '/venv'],
    ['WORKDIR /srv', 'services: { tide: { build: ., volumes: [".:/opt"] } }', '/venv'],
    ['WORKDIR /opt', 'services: { tide: { build: ., volumes: ["a:/venv"] } }', '/usr/local/venv'],
    ['VOLUME /opt', '', '/venv'],
  ])('%s %s', (line, compose, place) => {
    const text = `FROM python:3.12\n${line}\nCOPY . .\nRUN pip install rich\nCMD ["python", "tide.py"]\n`
    const files = {
      'tide.py': 'print(1)\n',
      ...(compose === '' ? {} : { 'compose.yaml': compose }),
    }
    const outcome = migrate(text, memoryProject(files), { ecosystems: [python], rules: [] })
    expect(outcome.outcome === 'migrated' ? outcome.after : outcome.code).toContain(
      `RUN python -m venv ${place}\n`,
    )
  })
})
