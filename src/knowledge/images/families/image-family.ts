import type { ImageConfig } from '../image-config.ts'
import type { BaseImage } from '../base-image.ts'
import type { ImageTag } from '../image-tag.ts'

/** What a family knows of the image behind one tag; the rest of BaseImage follows from it. */
export interface FamilyTraits {
  /** Where the row stands for several images: 'distroless/static'. */
  readonly name?: string
  /** Where it is not the tag's own. */
  readonly version?: string | undefined
  readonly variant?: BaseImage['variant']
  readonly system: System
  /** No shell, no package manager, none of the distribution's programs. */
  readonly bare?: boolean
  readonly config: ImageConfig
  readonly user?: BaseImage['user']
  /** OS packages that the image installs on top of its distribution's own image, as far as they hold programs. */
  readonly packages?: readonly string[]
  /** Packages of headers whose libraries the image has, because what it brings was compiled against them: separated by blanks. */
  readonly linked?: { readonly apt: string; readonly apk: string }
  /** Programs beside these; undefined where the list is not known, so that a missing name says nothing. */
  readonly programs?: readonly string[] | undefined
}

/** The distribution under an image; undefined where the tag does not tell. */
export type System =
  | { readonly distribution: 'debian' | 'ubuntu'; readonly release: string | undefined }
  | { readonly distribution: 'alpine'; readonly release: string | undefined }
  | {
      readonly distribution: 'rhel'
      readonly release: string | undefined
      readonly packageManager: 'dnf' | 'microdnf' | 'yum' | undefined
    }
  | { readonly distribution: 'none'; readonly libc: 'glibc' | 'musl' | 'none' }
  | undefined

/** One row of the table of base images. */
export interface ImageFamily {
  readonly name: string
  /** Whether the row is about the image of this name: Docker Hub's name, or with its registry where it is another. */
  readonly matches: (name: string) => boolean
  readonly describe: (tag: ImageTag, name: string) => FamilyTraits
  /** Where the row is from. */
  readonly source: string
}

interface ConfigFields extends Partial<Omit<ImageConfig, 'Env'>> {
  readonly Env?: Readonly<Record<string, string>>
}

/**
 * An image's config from the fields that it sets. The value of a variable that holds a version (NODE_VERSION) or differs from
 * tag to tag is not known here and given as ''; its name is what counts.
 */
export function imageConfig(fields: ConfigFields): ImageConfig {
  return {
    User: undefined,
    Entrypoint: undefined,
    Cmd: undefined,
    WorkingDir: '',
    ExposedPorts: [],
    Volumes: [],
    Labels: new Map(),
    StopSignal: undefined,
    Healthcheck: undefined,
    Shell: undefined,
    OnBuild: [],
    ...fields,
    Env: new Map(Object.entries(fields.Env ?? {})),
  }
}

/** What an image that installs ca-certificates has of it: Debian's depends on openssl, Alpine's does not. */
export function certificatesOf({ alpine }: ImageTag): readonly string[] {
  return alpine === undefined ? ['ca-certificates', 'openssl'] : ['ca-certificates']
}

/** The system of a tag that names one, else Debian of the given release, as most official images have it. */
export function systemOf(
  tag: ImageTag,
  defaults: { readonly debian?: string | undefined; readonly alpine?: string | undefined },
): System {
  if (tag.windows) return undefined
  if (tag.alpine !== undefined) {
    return { distribution: 'alpine', release: tag.alpine === true ? defaults.alpine : tag.alpine }
  }
  if (tag.ubuntu !== undefined) return { distribution: 'ubuntu', release: tag.ubuntu }
  if (tag.debian !== undefined) return { distribution: 'debian', release: tag.debian }
  if (tag.opaque && !tag.slim) return undefined
  return { distribution: 'debian', release: defaults.debian }
}

/** For a family of one name. */
export function named(...names: readonly string[]): (name: string) => boolean {
  return (name) => names.includes(name)
}
