import type { OptionRow } from '../option-row.ts'

/** The rows of the options table that are for `verify` and `--verify`. */
export const verifyOptions: readonly OptionRow[] = [
  {
    name: 'build-arg',
    kind: 'each',
    argument: 'NAME=VALUE',
    group: 'Verification',
    description: 'Build both images with this build argument, after those of compose',
  },
  {
    name: 'build-context',
    kind: 'each',
    argument: 'NAME=VALUE',
    group: 'Verification',
    description: 'Give both builds this named context',
  },
  {
    name: 'secret',
    kind: 'each',
    argument: 'SECRET',
    group: 'Verification',
    description: 'Give both builds this secret, as docker takes it (id=npm,src=.npmrc)',
  },
  {
    name: 'ssh',
    kind: 'each',
    argument: 'AGENT',
    group: 'Verification',
    description: 'Give both builds this SSH agent or key, as docker takes it (default)',
  },
  {
    name: 'platform',
    kind: 'text',
    argument: 'PLATFORM',
    group: 'Verification',
    description: 'Build for this platform (by default: that of the engine)',
  },
  {
    name: 'builder',
    kind: 'text',
    argument: 'NAME',
    group: 'Verification',
    description: 'Build with this builder of docker buildx: remote, kubernetes, cloud',
  },
  {
    name: 'cache',
    kind: 'flag',
    group: 'Verification',
    description: 'Build by the cache (--no-cache: every step, to compare the times)',
  },
  {
    name: 'print-bake',
    kind: 'flag',
    group: 'Verification',
    description: 'Print the builds as a file for docker buildx bake, and build nothing',
  },
  {
    name: 'run',
    kind: 'flag',
    group: 'Verification',
    description: 'Run both images (--no-run: build and compare them only)',
  },
  {
    name: 'env',
    kind: 'each',
    argument: 'NAME=VALUE',
    group: 'Verification',
    description: 'Run both containers with this variable, after those of compose',
  },
  {
    name: 'env-file',
    kind: 'each',
    argument: 'FILE',
    group: 'Verification',
    description: 'Run both containers with the variables of FILE',
  },
  {
    name: 'with-dependencies',
    kind: 'flag',
    group: 'Verification',
    description:
      'Start the services that compose starts before it, from their images, in a network of their own',
  },
  {
    name: 'path',
    kind: 'each',
    argument: '/PATH',
    group: 'Verification',
    description:
      'Ask both containers for /PATH (by default: /, the health check, what the page links to)',
  },
  {
    name: 'smoke',
    kind: 'each',
    argument: 'COMMAND',
    group: 'Verification',
    description:
      'Run COMMAND on this machine against both containers (SMOKE_URL, SMOKE_PORT, SMOKE_CONTAINER and SMOKE_IMAGE lead to each); exit codes must be the same',
  },
  {
    name: 'timeout',
    kind: 'text',
    argument: 'SECONDS',
    group: 'Verification',
    description: 'Give each build this long (by default: 1800)',
  },
  {
    name: 'wait',
    kind: 'text',
    argument: 'SECONDS',
    group: 'Verification',
    description: 'Give each container this long to answer or end (by default: 60)',
  },
  {
    name: 'accept',
    kind: 'list',
    argument: 'VERDICTS',
    group: 'Verification',
    description: 'Write files with these verdicts, too (different, not-runnable, ...)',
  },
  {
    name: 'keep-images',
    kind: 'flag',
    group: 'Verification',
    description: 'Leave the images that were built',
  },
  {
    name: 'clean',
    kind: 'flag',
    group: 'Verification',
    description: 'Remove what killed verifications left, and do nothing else',
  },
]
