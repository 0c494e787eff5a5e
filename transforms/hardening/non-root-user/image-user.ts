import { usual, type BaseImage, type Project } from '../../../src/transform.ts'

/** A user without rights that an image has, or can be given. */
export interface ImageUser {
  /** What USER says. */
  readonly name: string
  /** What `--chown` and `chown` say. */
  readonly owner: string
  /** The line that makes it; undefined where the image has it. */
  readonly create: string | undefined
  /** Its own folder. What passwd names for daemons, such as www-data's /var/www, is root's. */
  readonly home: string | undefined
  readonly title: string
}

const title = 'Run as a user without rights'

/**
 * The image's own user, else one that is made in the distribution's way, by number so that Kubernetes can check `runAsNonRoot`; undefined
 * where nothing is known of the image. An image without a passwd file takes numbers alone.
 */
export function userOf(
  base: BaseImage,
  { name = usual.user.name, id = usual.user.id }: Project['preferences']['user'] = {},
): ImageUser | undefined {
  const { user, distribution, family } = base
  if (user !== undefined)
    return {
      name: user.name,
      owner: `${user.name}:${user.name}`,
      create: undefined,
      home: user.home.startsWith('/home/') ? user.home : undefined,
      title: `Run as the image's own user "${user.name}"`,
    }
  if (family === 'scratch')
    return { name: `${id}:${id}`, owner: `${id}:${id}`, create: undefined, home: undefined, title }
  const made = { name: String(id), owner: `${name}:${name}`, home: undefined, title }
  if (family === 'unknown' || base.hasShell === false) return undefined
  // https://manpages.debian.org/bookworm/passwd/useradd.8.en.html
  if (
    (distribution === 'debian' || distribution === 'ubuntu') &&
    base.hasProgram('useradd') !== false
  )
    return {
      ...made,
      create: `RUN groupadd --system --gid ${id} ${name} && useradd --system --uid ${id} --gid ${name} ${name}`,
    }
  // https://busybox.net/downloads/BusyBox.html#adduser
  if (distribution === 'alpine')
    return {
      ...made,
      create: `RUN addgroup -S -g ${id} ${name} && adduser -S -D -H -u ${id} -G ${name} ${name}`,
    }
  return undefined
}
