import type { RefusalRow } from './refusal-row.ts'

/** Reasons not to split an image: what it starts, how it is built, who else uses it. */
export const imageRefusals = {
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
    why: "Which programs the runtime stage must have can't be told.",
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
    why: 'It compiles when the container starts, or the install leaves the dev dependencies out, so that the program does not start today.',
    help: 'Compile in a build step, or move the package to dependencies.',
  },
  'dev-dependency-imported': {
    outcome: 'refused',
    sentence: 'The program imports a package that is listed as a dev dependency.',
    why: 'The install leaves the dev dependencies out, so that the program does not start today.',
    help: 'Move the package to dependencies.',
  },
  'production-install-before-build': {
    outcome: 'refused',
    sentence: 'The build runs a tool that the install has left out.',
    why: 'The image does not build from a clean context, so nothing can be shown to stay the same.',
    help: 'Install the dev dependencies, too; they are left behind in the builder.',
  },
  'installs-at-start': {
    outcome: 'refused',
    sentence: 'The packages are installed when the container starts.',
    why: 'There is no build step whose tools a second stage could leave behind, and the start needs the package manager and its network.',
    help: 'Install the packages in a RUN.',
  },
  'no-manifest': {
    outcome: 'refused',
    sentence: 'No manifest that belongs to the start command is in the build context.',
    why: 'Which packages run time needs, and what a build makes, is told by it.',
    help: 'Add the manifest, or name the build context with --context.',
  },
  'no-application': {
    outcome: 'refused',
    sentence: 'The image has no application of its own.',
    why: 'It is mounted when the container runs, or comes with the images that are built from this one; what it needs is not known.',
    help: 'Keep this file as a base, or COPY the application.',
  },
  'unknown-build-output': {
    outcome: 'refused',
    sentence: "Where the build writes can't be told, and its folder is the root of the image.",
    why: "What is not known is taken over as a whole folder, which the root can't be.",
    help: 'Add a WORKDIR.',
  },
  'manager-at-start': {
    outcome: 'refused',
    sentence: 'A manager of Python packages starts the program, and is needed for that.',
    why: 'The manager stays in the builder stage. What it does before the program starts (settings of .env, a script of its own, packages that are brought up to date), nothing else would do.',
    help: "Start the program itself, with the environment's `bin` on PATH; `uv run --no-sync` installs nothing at the start.",
  },
  'unmovable-packages': {
    outcome: 'refused',
    sentence: "The Python packages can't be taken along as one environment.",
    why: 'They are in several places, or something finds them by their place in the image, or by its PATH, where an environment would not be found.',
    help: 'Install all of them into one environment (`python -m venv /opt/venv`, its `bin` on PATH), and name programs by their names alone.',
  },
  'yarn-global-cache': {
    outcome: 'refused',
    sentence: "Yarn installs with Plug'n'Play into a cache outside of the app's folder.",
    why: 'No other user and no other stage finds the packages there.',
    help: 'Set `enableGlobalCache: false` in .yarnrc.yml.',
  },
  'unplaced-command': {
    outcome: 'refused',
    sentence: "A command can't be placed in the builder or the runtime stage.",
    why: "Whether run time needs what it does can't be known, and both answers may be wrong.",
    help: 'Move it above the COPY of the sources if both stages need it, or give it an instruction of its own.',
  },
  'no-start-command': {
    outcome: 'refused',
    sentence: 'The image has no start command of its own.',
    why: 'What run time needs is told by what is started; without a start command there is no telling.',
    help: 'Add a CMD or ENTRYPOINT, or the command to the file that runs the image: compose, a platform, a manifest.',
  },
  'unknown-start-command': {
    outcome: 'refused',
    sentence: "The start command can't be followed to the program that runs.",
    why: 'What run time needs is told by what is started.',
    help: 'Start the program directly, put the script into the build context, or state what is started: docs/configuration.md#facts.',
  },
  'contradicted-start': {
    outcome: 'refused',
    sentence: 'A `start` is stated, and the start command can be followed to another program.',
    why: 'What run time needs is told by what is started, and here two say different things.',
    help: 'Correct the fact, or take it out.',
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
    why: "The build fails, or relies on files that are made outside of it and can't be seen.",
    help: 'Add the file, or name the build context with --context.',
  },
  'runtime-base-lacks-program': {
    outcome: 'refused',
    sentence: 'No leaner image has a program that run time needs.',
    why: 'An image without it would build and not run.',
    help: 'Install the program in an instruction of its own above the COPY of the sources.',
  },
  'mixed-c-libraries': {
    outcome: 'refused',
    sentence:
      'A stage takes files that another C library, or an image that is not looked into, made.',
    why: 'Whether its programs start today is not known, so nothing can be shown to stay the same.',
    help: 'Build and run on images of one C library (Alpine, or Debian and its like), or link statically.',
  },
  onbuild: {
    outcome: 'refused',
    sentence: 'The file has ONBUILD instructions: it is a base for other images.',
    why: 'Its children rely on what a runtime stage would leave behind.',
    help: 'Split the Dockerfiles that are built from this image.',
  },
  'built-upon': {
    outcome: 'refused',
    sentence:
      'Another Dockerfile, a pipeline or a tool of development carries out commands in this image, or copies from it what the runtime stage leaves behind.',
    why: 'What is built there relies on the tools, the sources and the dev packages of this image.',
    help: 'Keep this file for that, and give what it starts a Dockerfile of its own.',
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
  'compose-overrides-start': {
    outcome: 'refused',
    sentence:
      'A compose file, a script or a pipeline runs another command in the image, which needs the dev dependencies.',
    why: 'The runtime stage does without them.',
    help: 'Build another target for that, or give it a Dockerfile of its own.',
  },
  'windows-image': {
    outcome: 'refused',
    sentence: 'The image is a Windows image or uses a Windows shell.',
    why: 'Its commands are not read.',
    help: 'Nothing yet.',
  },
} as const satisfies Record<string, RefusalRow>
