import { isParseFailure, parseDockerfile } from '../../src/dockerfile/parse/parse.ts'
import { gatherFacts } from '../../src/facts/facts.ts'
import type { Behaviour } from '../../src/transform.ts'
import { installsOf, toolRowsOf } from '../../src/plan/tooling.ts'
import { ecosystems } from '../../transforms/index.ts'
import { dockerIgnore } from '../../transforms/hardening/docker-ignore/docker-ignore.ts'
import { memoryProject, type Files } from '../memory-project.ts'
import { harmless } from './apply-rule.ts'

/** The ignore file's lines; undefined where it stays as it is. */
export function linesFor(
  source: string,
  files: Files,
  behaviour: Behaviour = harmless,
  name = 'Dockerfile',
): readonly string[] | undefined {
  const dockerfile = parseDockerfile(source)
  if (isParseFailure(dockerfile)) throw new Error(dockerfile.reason)
  const facts = gatherFacts(
    dockerfile,
    memoryProject({ [name]: source, ...files }, name),
    toolRowsOf(ecosystems),
  )
  const installs = installsOf(ecosystems, facts.project)
  const revision = dockerIgnore.apply({
    facts,
    input: facts,
    split: undefined,
    isTest: () => false,
    behaviour,
    installs,
  })
  if (revision === undefined || 'stays' in revision) return undefined
  const [file] = revision.otherFiles ?? []
  return file?.after.split('\n').filter((line) => line !== '' && !line.startsWith('#'))
}
