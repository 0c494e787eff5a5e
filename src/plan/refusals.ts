/** Why a file is left as it is: one row for every code that an outcome can carry. docs/refusals.md is made from it. */
export interface RefusalRow {
  readonly outcome: 'refused' | 'unchanged'
  /** What the code means, in one sentence. */
  readonly sentence: string
  /** Why it stops the migration. */
  readonly why: string
  /** What would help. */
  readonly help: string
}

const rows = {
  'not-a-dockerfile': {
    outcome: 'refused',
    sentence: 'The file is not text that Docker would read as a Dockerfile.',
    why: 'Binary files, UTF-16 and very large files are not read, so that nothing is written over them.',
    help: 'Save the file as UTF-8, or leave it out of the list.',
  },
  'invalid-dockerfile': {
    outcome: 'refused',
    sentence: '`docker build` would not accept the file.',
    why: 'What BuildKit does not read has no meaning that could be kept.',
    help: 'Repair the line that is named; `docker build --check` shows the same error.',
  },
  'unsupported-syntax': {
    outcome: 'refused',
    sentence: 'The file uses syntax that two readers understand differently.',
    why: 'A line whose meaning is in doubt can not be moved safely.',
    help: 'Write the line that is named in a plainer way.',
  },
  'no-transform': {
    outcome: 'refused',
    sentence: 'No transform covers this kind of image yet.',
    why: 'Without knowledge of the ecosystem nobody can say what run time needs.',
    help: 'See transforms/README.md for what is covered and how to add an ecosystem.',
  },
  'already-multi-stage': {
    outcome: 'unchanged',
    sentence: 'The file has stages already, and no rule has anything to improve.',
    why: 'Stages that an author wrote are not split again.',
    help: 'Nothing to do.',
  },
  'nothing-to-improve': {
    outcome: 'unchanged',
    sentence: 'No rule that is switched on has anything to improve.',
    why: '--only and --skip left out the rules that would change something, or there are none.',
    help: 'Run without --only and --skip to see every proposal.',
  },
  'needs-review': {
    outcome: 'unchanged',
    sentence: 'The split rests on an assumption, and --safe leaves out what needs review.',
    why: 'An assumption is for a person to accept.',
    help: 'Run without --safe and read the assumption.',
  },
  'nothing-to-leave-behind': {
    outcome: 'unchanged',
    sentence:
      'The image carries no build tools, dev dependencies or heavier base that a second stage could leave behind.',
    why: 'A split must pay; stages for show make a file longer and an image no smaller.',
    help: 'Nothing to do.',
  },
  'development-image': {
    outcome: 'refused',
    sentence: 'The image starts a development server, or waits for a developer.',
    why: 'A development image needs its tools and sources; a lean one would not do its job.',
    help: 'Name a production start command, or keep this file for development.',
  },
  'test-image': {
    outcome: 'refused',
    sentence: 'The image runs the tests.',
    why: 'Tests need the tools and the sources that a runtime stage leaves behind.',
    help: 'Nothing to do: a test image is its own kind.',
  },
  'runtime-program-unknown': {
    outcome: 'refused',
    sentence: 'The program starts another one whose name is computed at run time.',
    why: 'Which programs the runtime stage must have can not be told.',
    help: 'Name the program in the sources, or keep the file as it is.',
  },
  'sources-not-in-context': {
    outcome: 'refused',
    sentence: 'The sources are fetched while the image is built.',
    why: 'What the program reads and needs at run time is told by its sources.',
    help: 'COPY the sources from the build context.',
  },
  'start-needs-dev-dependency': {
    outcome: 'refused',
    sentence: 'The start command runs something that only the dev dependencies bring.',
    why: 'Without the dev dependencies the program does not start, and with them there is little to leave behind.',
    help: 'Compile in a build step, or move the package to dependencies.',
  },
  'dev-dependency-imported': {
    outcome: 'refused',
    sentence: 'The program imports a package that is listed as a dev dependency.',
    why: 'An install without dev dependencies would break it at run time.',
    help: 'Move the package to dependencies.',
  },
  'unplaced-command': {
    outcome: 'refused',
    sentence: 'A command can not be placed in the builder or the runtime stage.',
    why: 'Whether run time needs what it does can not be known, and both answers may be wrong.',
    help: 'Move it above the COPY of the sources if both stages need it, or give it an instruction of its own.',
  },
  'no-start-command': {
    outcome: 'refused',
    sentence: 'The image has no start command of its own.',
    why: 'What run time needs is told by what is started; without a start command there is no telling.',
    help: 'Add a CMD or ENTRYPOINT.',
  },
  'unknown-start-command': {
    outcome: 'refused',
    sentence: 'The start command can not be followed to the program that runs.',
    why: 'What run time needs is told by what is started.',
    help: 'Start the program directly, or put the script into the build context.',
  },
  'missing-start-file': {
    outcome: 'refused',
    sentence: 'The start command names a file or script that the image would not have.',
    why: 'The container does not start today, so nothing can be shown to stay the same.',
    help: 'Repair the start command, or build the file in the Dockerfile.',
  },
  'missing-copy-source': {
    outcome: 'refused',
    sentence: 'A COPY names a source that is not in the build context.',
    why: 'The build fails, or relies on files that are made outside of it and can not be seen.',
    help: 'Add the file, or name the build context with --context.',
  },
  'runtime-base-lacks-program': {
    outcome: 'refused',
    sentence: 'No leaner image has a program that run time needs.',
    why: 'An image without it would build and not run.',
    help: 'Install the program in an instruction of its own above the COPY of the sources.',
  },
  onbuild: {
    outcome: 'refused',
    sentence: 'The file has ONBUILD instructions: it is a base for other images.',
    why: 'Its children rely on what a runtime stage would leave behind.',
    help: 'Split the Dockerfiles that are built from this image.',
  },
  'unknown-base-image': {
    outcome: 'refused',
    sentence: 'The base image is not known.',
    why: 'What it brings (users, programs, environment, libc) decides what the runtime stage must have.',
    help: 'Use the official image, or a tag that names its distribution.',
  },
  'compose-mounts-source': {
    outcome: 'refused',
    sentence: 'A compose file mounts the sources over the image.',
    why: 'The container runs the folder of the machine with the tools of the image; a lean image would not have them.',
    help: 'Keep this file for development and write one for production, or build another target.',
  },
  'windows-image': {
    outcome: 'refused',
    sentence: 'The image is a Windows image or uses a Windows shell.',
    why: 'Its commands are not read.',
    help: 'Nothing yet.',
  },
  'private-registry-token': {
    outcome: 'refused',
    sentence: 'A credential comes into the image through ARG, ENV or a copied file.',
    why: 'Moving the line would keep the secret in a layer; a secret mount is needed.',
    help: 'Use `RUN --mount=type=secret`.',
  },
  'promise-nothing-lost': promise('an instruction or a comment would be lost'),
  'promise-contract': promise("the image's config would change in a way that no change names"),
  'promise-valid': promise('the new file would not parse as the old one does'),
  'promise-copy-source': promise('a COPY would name something that its stage does not have'),
  'promise-start-file': promise(
    'a file that the start command names would not be in the runtime stage',
  ),
  'promise-libc': promise(
    'a program would meet another C library than the one it was linked against',
  ),
  'promise-again': promise('migrating the new file again would change it'),
} as const satisfies Record<string, RefusalRow>

function promise(what: string) {
  return {
    outcome: 'refused',
    sentence: `The migration was made and then withdrawn: ${what}.`,
    why: 'Each migration is checked against the promises before it is shown; one that fails is never shown.',
    help: 'This is a gap of the program; please report the file.',
  } as const
}

export type OutcomeCode = keyof typeof rows

/** Every code with its sentences. */
export const refusals: Readonly<Record<string, RefusalRow>> = rows
