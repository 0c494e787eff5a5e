import {
  folderOf,
  isRoot,
  isWithin,
  resolvePath,
  type Copy,
  type Facts,
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
export function staysTheSame(
  { step, destination, saysFolder, paths, from }: Copy,
  { final }: Facts,
) {
  const { base, parent, unreadable, steps, commands, copies } = final
  // What another stage has done to its folders is not looked at.
  if (destination === undefined || parent !== undefined || base.family === 'unknown') return false
  if (unreadable.some(({ index }) => index < step.index)) return false
  const bringsFolder = from !== undefined || paths.some(({ isFolder }) => isFolder)
  const target = saysFolder || bringsFolder ? destination : folderOf(destination)
  // A file of the image by this name would be followed if it were a link.
  if (!saysFolder && !bringsFolder && plain.has(destination)) return false
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
  const isTouched = commands.filter(earlier).some(({ argv, cwd, redirects }) =>
    [...argv, ...redirects.map(({ target: file }) => file)].some((word) => {
      const path = word === undefined ? undefined : resolvePath(cwd, word)
      return word === undefined || (path !== undefined && path !== '/' && above.includes(path))
    }),
  )
  const isOwned = copies
    .filter(earlier)
    .some((copy) =>
      copy.step.instruction.flags.some(({ name }) => name === 'chown' || name === 'chmod'),
    )
  return isMadeByRoot && !isTouched && !isOwned && above.every(isPlain)
}

/** A folder and those that lead to it. */
function withParents(path: string): readonly string[] {
  return path === '/' ? [path] : [path, ...withParents(folderOf(path))]
}
