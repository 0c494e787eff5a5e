import { chmodSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { type GitFolder, gitFolder } from '../publish/git-folder.ts'

/** A repository whose own configuration names a program wherever git takes one; each leaves a mark when it is started. */
export interface HostileRepository extends GitFolder {
  /** The programs that were started, by the key that names them. */
  readonly marks: () => readonly string[]
}

const hooks =
  'applypatch-msg commit-msg fsmonitor-watchman post-applypatch post-checkout post-commit post-index-change post-merge post-rewrite post-update pre-auto-gc pre-commit pre-merge-commit pre-push pre-receive prepare-commit-msg push-to-checkout reference-transaction sendemail-validate update'.split(
    ' ',
  )

/** Keys whose value is a command. https://git-scm.com/docs/git-config */
const commands =
  `core.fsmonitor core.sshCommand core.gitProxy core.askPass core.editor core.pager core.alternateRefsCommand
  credential.helper credential.http://127.0.0.1.helper diff.external diff.mark.command diff.mark.textconv filter.mark.clean
  filter.mark.smudge filter.mark.process gpg.program gpg.ssh.program gpg.ssh.defaultKeyCommand interactive.diffFilter merge.mark.driver
  pager.cat-file pager.diff pager.log pager.ls-files pager.ls-tree pager.status remote.origin.receivepack remote.origin.uploadpack
  remote.other.uploadpack sequence.editor uploadpack.packObjectsHook`.split(/\s+/)

/** Those that are a command only behind an exclamation mark. */
const aliases =
  'alias.check-ignore alias.ls-files alias.ls-tree alias.status submodule.sub.update'.split(' ')

/** Settings that make git look for the programs above. */
const settings = {
  'commit.gpgSign': 'true',
  'log.showSignature': 'true',
  'push.gpgSign': 'true',
  'fetch.recurseSubmodules': 'true',
  'push.recurseSubmodules': 'on-demand',
  'submodule.recurse': 'true',
  'protocol.allow': 'always',
  'protocol.ext.allow': 'always',
  'protocol.file.allow': 'always',
}

export function hostileRepository(files: Readonly<Record<string, string>>): HostileRepository {
  const made = gitFolder()
  const { folder, git, commit } = made
  commit({ '.gitattributes': '* filter=mark diff=mark merge=mark\n', ...files })
  const marks = path.join(folder, '.git/marks')
  mkdirSync(marks)
  const mark = (name: string): string => {
    const program = path.join(marks, `${name.replace(/\W+/g, '-')}.sh`)
    writeFileSync(program, `#!/bin/sh\n: > '${program}.ran'\ncat 2>/dev/null\nexit 1\n`)
    chmodSync(program, 0o755)
    return program
  }
  const set = (key: string, value: string): string => git('config', '--add', key, value)
  for (const [key, value] of Object.entries(settings)) set(key, value)
  for (const hook of hooks) {
    writeFileSync(
      path.join(folder, '.git/hooks', hook),
      `#!/bin/sh\nexec ${mark(`hook-${hook}`)}\n`,
    )
    chmodSync(path.join(folder, '.git/hooks', hook), 0o755)
  }
  for (const key of aliases) set(key, `!${mark(key)}`)
  // What is included counts as well, and under a condition that holds.
  const more = path.join(folder, '.git/more')
  writeFileSync(
    more,
    `[core]\n\tfsmonitor = ${mark('included')}\n[filter "mark"]\n\tclean = ${mark('included-filter')}\n`,
  )
  for (const key of commands) set(key, mark(key))
  set('includeIf.gitdir:**.path', more)
  return {
    ...made,
    marks: () =>
      readdirSync(marks).flatMap((name) => (name.endsWith('.ran') ? [name.slice(0, -7)] : [])),
  }
}
