/** For the help text: a command line, and what it does. */
export const examples: [string, string][] = [
  ['msb-migrate', 'review every Dockerfile below the working directory'],
  ["msb-migrate 'services/**/Dockerfile' --dry-run", 'show what would change'],
  ['msb-migrate --check .', 'fail in CI while there is something to change'],
  ['msb-migrate verify services', 'build and run each image before and after, and compare'],
  ['msb-migrate inventory --format csv', 'what there is, and what would change, for a spreadsheet'],
  ['msb-migrate explain onbuild', 'what a code means, and what helps'],
  ['msb-migrate explain services/api/Dockerfile:12', 'where that line is now, and why'],
  ['msb-migrate undo --dry-run', 'what would be taken back of the last run, as a diff'],
  ['msb-migrate undo', 'take it back'],
  [
    'msb-migrate pr --org acme --dry-run',
    'write what pull requests over all repositories would say',
  ],
]
