/** Why input, output or the program itself let a file down, by code. docs/json.md has this table. */
export const failures = {
  unreadable: 'the file is not there, or may not be read',
  'leads-outside':
    'the path is a link to a file outside of the folders that were given (`--follow-links`)',
  configuration: "the configuration that counts for it can't be used",
  'uncommitted-changes': 'git could not bring back what would be overwritten',
  'changed-on-disk': 'the file, or what its migration rests on, has changed since it was read',
  'write-failed': 'the file could not be written; it is as it was',
  'not-printable':
    'its diff has characters that a diff must have as they are and a reader should not get so (`--format diff`)',
  'time-limit': 'reading it and its project takes longer than `--timeout-per-file`',
  'memory-limit': 'reading it and its project takes more memory than one file may have',
  crashed: 'reading it and its project ended the process that did',
  'internal-error': 'a defect of msb-migrate',
} as const

export type FailureCode = keyof typeof failures
