import type { RefusalRow } from './refusal-row.ts'

/** Reasons not to give the files of a site to a web server. */
export const siteRefusals = {
  'server-not-translated': {
    outcome: 'refused',
    sentence:
      "The image serves a site in a way that the configuration of a web server can't repeat.",
    why: 'Options, ports and middleware of the server decide what a path answers; nginx has to answer the same.',
    help: 'Name the folder, the port and the fallback in the start command, and leave out what is not needed.',
  },
  'static-site': {
    outcome: 'refused',
    sentence: 'The image serves a static site beside another program.',
    why: 'A web server can take over the files, but not the other program.',
    help: 'Give the site and the program an image of its own each.',
  },
  'added-build-not-shown': {
    outcome: 'refused',
    sentence:
      "The build that would stand in for a development server isn't shown to run in this image.",
    why: "The file has no such build today, so nobody has seen it work; the lock file and the image's version of Node have to show it.",
    help: 'Add the build as a RUN of your own, and serve what it makes.',
  },
  'unknown-site-folder': {
    outcome: 'refused',
    sentence: "Which folder holds the files of the site can't be told.",
    why: 'A web server gets that folder and nothing else.',
    help: 'Name the folder in the start command or in the configuration of the build tool, as plain text.',
  },
  'run-time-configuration': {
    outcome: 'refused',
    sentence: 'The site is built or configured when the container starts.',
    why: 'A web server hands out files as they are; what only run time knows would vanish from them.',
    help: 'Make the variables build arguments, or fetch the configuration as a file of its own.',
  },
  'proxy-not-translated': {
    outcome: 'refused',
    sentence:
      'The server hands requests on to another one, which nginx could not do in the same way.',
    why: 'A site without its proxy loads, and then none of its requests is answered.',
    help: 'Write the proxy with a plain path and a plain address, or give the site an nginx.conf of its own.',
  },
  'health-check-needs-node': {
    outcome: 'refused',
    sentence: 'The health check runs something that an image of nginx does not have.',
    why: 'A container whose check fails is taken for broken.',
    help: 'Ask the port with curl or wget.',
  },
} as const satisfies Record<string, RefusalRow>
