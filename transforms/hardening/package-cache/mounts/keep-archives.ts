import { lineage, type Edit, type Facts } from '../../../../src/transform.ts'
import type { MountedRun } from './mounted-run.ts'

/** What Docker's own example says before the first RUN: its images take archives away behind each install. https://docs.docker.com/reference/dockerfile/#example-cache-apt-packages */
const line = `RUN rm -f /etc/apt/apt.conf.d/docker-clean; echo 'Binary::apt::APT::Keep-Downloaded-Packages "true";' > /etc/apt/apt.conf.d/keep-cache`

/** Lets apt keep its archives, once for a stage and those that are built from it. */
export function keepArchives(runs: Iterable<MountedRun>, { stages }: Facts): readonly Edit[] {
  const steps = [...runs]
    .filter(({ mounts }) => mounts.some(({ target }) => target === '/var/cache/apt'))
    .map(({ step }) => step)
  const done = new Set(
    stages.filter((stage) =>
      stage.steps.some(({ instruction }) => instruction.text.includes('docker-clean')),
    ),
  )
  return stages.flatMap((stage): Edit[] => {
    const first = stage.steps.find((step) => steps.includes(step))
    if (first === undefined || lineage(stage).some((below) => done.has(below))) return []
    done.add(stage)
    return [{ kind: 'insert-before', instruction: first.instruction, text: line }]
  })
}
