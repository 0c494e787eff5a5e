import { type OptionRow, rowsOf } from '../option-row.ts'

const { each, flag, list, text } = rowsOf('Verification')

/** The rows of the options table that are for `verify` and `--verify`. */
export const verifyOptions: readonly OptionRow[] = [
  each(
    'build-arg',
    'NAME=VALUE',
    'Build both images with this build argument, after those of compose',
  ),
  each('build-context', 'NAME=VALUE', 'Give both builds this named context'),
  each('secret', 'SECRET', 'Give both builds this secret, as docker takes it (id=npm,src=.npmrc)'),
  each('ssh', 'AGENT', 'Give both builds this SSH agent or key, as docker takes it (default)'),
  text('platform', 'PLATFORM', 'Build for this platform (by default: that of the engine)'),
  text('builder', 'NAME', 'Build with this builder of docker buildx: remote, kubernetes, cloud'),
  flag('cache', 'Build by the cache (--no-cache: every step, to compare the times)'),
  flag('print-bake', 'Print the builds as a file for docker buildx bake, and build nothing'),
  flag('run', 'Run both images (--no-run: build and compare them only)'),
  each('env', 'NAME=VALUE', 'Run both containers with this variable, after those of compose'),
  each('env-file', 'FILE', 'Run both containers with the variables of FILE'),
  flag(
    'with-dependencies',
    'Start the services that compose starts before it, from their images, in a network of their own',
  ),
  each(
    'path',
    '/PATH',
    'Ask both containers for /PATH (by default: /, the health check, what the page links to)',
  ),
  each(
    'smoke',
    'COMMAND',
    'Run COMMAND on this machine against both containers (SMOKE_URL, SMOKE_PORT, SMOKE_CONTAINER and SMOKE_IMAGE lead to each); exit codes must be the same',
  ),
  text('timeout', 'SECONDS', 'Give each build this long (by default: 1800)'),
  text('wait', 'SECONDS', 'Give each container this long to answer or end (by default: 60)'),
  list('accept', 'VERDICTS', 'Write files with these verdicts, too (different, not-runnable, ...)'),
  flag('keep-images', 'Leave the images that were built'),
  flag('clean', 'Remove what killed verifications left, and do nothing else'),
]
