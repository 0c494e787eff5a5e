/** Who may execute a file: everybody, its owner and perhaps its group, nobody; `unknown` where that is not seen. */
export type Execution = 'all' | 'owner' | 'none' | 'unknown'

/** Who may execute a file after a mode was set; https://www.gnu.org/software/coreutils/manual/html_node/File-permissions.html */
export function modeAfter(before: Execution, mode: string | undefined): Execution {
  if (mode === undefined) return before
  if (/^[0-7]{3,4}$/.test(mode)) {
    const gives = (at: number) => Number(mode.at(at)) % 2 === 1
    return gives(-1) ? 'all' : gives(-3) ? 'owner' : 'none'
  }
  return mode.split(',').reduce(afterClause, before)
}

/** `u+x`, `go-rwx`, `a=rx`, `+x` */
function afterClause(before: Execution, clause: string): Execution {
  const [, who = '', operator = '', rights = ''] =
    /^([ugoa]*)([+=-])([rwxXst]*)$/.exec(clause) ?? []
  if (operator === '') return 'unknown'
  const isForOthers = who === '' || /[ao]/.test(who)
  const isForOwner = who === '' || /[au]/.test(who)
  // A capital X gives everybody what somebody has.
  const gives = rights.includes('x') || (rights.includes('X') && before !== 'none')
  if (operator === '-') return gives && isForOthers && before === 'all' ? 'owner' : before
  if (gives) {
    if (isForOthers) return 'all'
    return isForOwner && before !== 'all' ? 'owner' : before
  }
  return operator === '=' && isForOthers && before === 'all' ? 'owner' : before
}
