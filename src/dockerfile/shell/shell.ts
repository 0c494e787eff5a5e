/** The shell commands of instructions and scripts; unbash stays behind this door. */
export { dropLinks } from './drop-links.ts'
export { parseRun, parseScript, parseShellForm } from './parse-shell.ts'
