type Words = readonly (string | undefined)[]

/** `git@github.com:owner/name.git`, `ssh://git@host/name`: https://git-scm.com/docs/git-clone#_git_urls */
export const isOverSsh = (text: string | undefined): boolean =>
  text !== undefined && /^(git\+)?ssh:\/\/|^[\w.-]+@[\w.-]+:(?!\/\/)/.test(text)

const isOtherwise = (text: string | undefined): boolean =>
  text !== undefined && /^((git\+)?(https?|file)|git|ftps?):\/\//.test(text)

/** Commands that ask a server; some of them only by a few of their own. */
const asking: ReadonlySet<string> = new Set(
  'clone fetch ls-remote pull push remote submodule archive lfs'.split(' '),
)
const isLocal: ReadonlyMap<string, ReadonlySet<string>> = new Map([
  ['remote', new Set('add get-url set-url rename remove rm set-branches -v --verbose'.split(' '))],
  ['submodule', new Set('status init deinit foreach summary sync absorbgitdirs'.split(' '))],
  // https://github.com/git-lfs/git-lfs/tree/main/docs/man
  [
    'lfs',
    new Set(
      'install uninstall update track untrack ls-files status env version ext checkout prune migrate pointer fsck logs dedup'.split(
        ' ',
      ),
    ),
  ],
])

/** Flags whose value is the next word: https://git-scm.com/docs/git, https://git-scm.com/docs/git-clone */
const withValue: ReadonlySet<string> = new Set(
  '-C -c --git-dir --work-tree --namespace --config-env -b --branch --depth -o --origin -j --jobs --reference --template --filter --upload-pack --config --separate-git-dir --shallow-since --shallow-exclude --server-option --deepen'.split(
    ' ',
  ),
)

/**
 * Whether git, called with these words, may ask a server by ssh: the address says so, or is not known. A remote that is not named is the
 * repository's own, which may be reached by ssh as well.
 */
export function mayUseSsh(args: Words): boolean {
  if (args.some(isOverSsh)) return true
  const [command, ...rest] = operandsOf(args)
  if (command === undefined) return args.includes(undefined)
  if (!asking.has(command) || rest.some(isOtherwise)) return false
  if (command === 'archive') return args.some((arg) => arg?.startsWith('--remote') === true)
  const local = isLocal.get(command)
  if (local !== undefined) return rest.length > 0 && !(rest[0] !== undefined && local.has(rest[0]))
  const [address] = rest
  return address === undefined || !/^[./]/.test(address)
}

/** Words that are no flags, nor their values. */
function operandsOf(args: Words): Words {
  const found: (string | undefined)[] = []
  for (let i = 0; i < args.length; i++) {
    const arg = args[i]
    if (arg !== undefined && withValue.has(arg)) i++
    else if (arg?.startsWith('-') !== true) found.push(arg)
  }
  return found
}
