import {
  findStage,
  folderOf,
  isRoot,
  isWithin,
  resolvePath,
  type Copy,
  type Facts,
  type RunCommand,
  type Step,
} from '../../../src/transform.ts'

/** Folders that images have as plain ones of root, with 0755: base-files of Debian, alpine-baselayout. /bin, /lib and /sbin may be links. */
const plain = new Set(
  '/ /etc /opt /srv /usr /usr/bin /usr/local /usr/local/bin /usr/local/etc /usr/local/lib /usr/local/sbin /usr/local/share /usr/share /usr/src'.split(
    ' ',
  ),
)

/** Below these an image may have folders of its own, which belong to whomever: /home/node, /var/www/html, /usr/share/nginx/html. */
const own = [
  '/bin',
  '/boot',
  '/dev',
  '/etc',
  '/home',
  '/lib',
  '/lib64',
  '/media',
  '/mnt',
  '/proc',
  '/root',
  '/run',
  '/sbin',
  '/sys',
  '/tmp',
  '/usr',
  '/var',
]

/** Whether a COPY does the same in a layer that knows nothing of those below it: each folder on the way is a plain one of root. */
export function staysTheSame(copy: Copy, facts: Facts): boolean {
  const { step, destination, saysFolder, paths, from } = copy
  const { final } = facts
  const { base, parent, unreadable, steps, commands, copies } = final
  // What another stage has done to its folders is not looked at.
  if (destination === undefined || parent !== undefined || base.family === 'unknown') return false
  if (unreadable.some(({ index }) => index < step.index)) return false
  const bringsFolder = from !== undefined || paths.some(({ isFolder }) => isFolder)
  const target = saysFolder || bringsFolder ? destination : folderOf(destination)
  // A file goes into a folder that is there, and takes its name in a layer that knows of none.
  const isThere = copy.folderMadeBy.length > 0 || plain.has(destination)
  if (!saysFolder && isThere && !bringsOnlyFolders(copy, facts)) return false
  const earlier = ({ step: { index } }: { readonly step: Step }) => index < step.index
  const isPlain = (folder: string) =>
    plain.has(folder) ||
    !own.some((above) => isWithin(folder, above)) ||
    isWithin(folder, '/usr/src') ||
    (folder !== base.config.WorkingDir &&
      steps.some(({ index, workdir }) => index <= step.index && workdir === folder))
  const above = withParents(target)
  const isMadeByRoot = steps
    .slice(0, step.index)
    .every(({ instruction, user }) => instruction.keyword !== 'WORKDIR' || isRoot(user))
  const isTouched = commands.filter(earlier).some((command) => touches(command, above))
  const isOwned = copies
    .filter(earlier)
    .some((copy) =>
      copy.step.instruction.flags.some(({ name }) => name === 'chown' || name === 'chmod'),
    )
  return isMadeByRoot && !isTouched && !isOwned && above.every(isPlain)
}

/** Folders alone, whose contents are copied whether the destination is there or not. */
function bringsOnlyFolders({ from, paths, sources }: Copy, { stages }: Facts): boolean {
  if (from === undefined) return paths.length > 0 && paths.every(({ isFolder }) => isFolder)
  const stage = findStage(stages, from)
  return sources.every(
    (source) => stage?.steps.some(({ workdir }) => workdir === resolvePath('/', source)) === true,
  )
}

/** Whether a command may give one of these folders away, or make a link of it: it names one, or is a script. */
function touches(
  { name = '', args, argv, cwd, redirects, step }: RunCommand,
  above: readonly string[],
) {
  const isPlainMkdir = name === 'mkdir' && !args.some((arg) => /^(-\w*m|--mode)/.test(arg ?? ''))
  if (name === 'cd' || (isPlainMkdir && isRoot(step.user))) return false
  if (name.includes('/') && !name.startsWith('/usr/')) return true
  return [...argv, ...redirects.map(({ target }) => target)].some((word) => {
    const path = word === undefined ? undefined : resolvePath(cwd, word)
    if (word === undefined) return true
    if (path === undefined || path === '/') return false
    return above.includes(path) || (path.includes('*') && above.includes(folderOf(path)))
  })
}

/** A folder and those that lead to it. */
function withParents(path: string): readonly string[] {
  return path === '/' ? [path] : [path, ...withParents(folderOf(path))]
}
