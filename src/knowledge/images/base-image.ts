import type { ImageReference } from '../../dockerfile/image-reference.ts'
import type { ImageConfig } from './image-config.ts'

export type Libc = 'glibc' | 'musl' | 'none'
export type PackageManagerName = 'apt' | 'apk' | 'dnf' | 'microdnf' | 'yum'

/** What is known of the image that a FROM names, without asking a registry. */
export interface BaseImage {
  readonly reference: ImageReference
  /** The image's name where it is known ('node', 'golang', 'debian', 'distroless/static', ...), else 'unknown'. */
  readonly family: string
  /** The version that the tag names, as written ('20', '20.11.1', 'lts'); undefined for latest or no tag. */
  readonly version: string | undefined
  /** 'full' is the image with build tools on top of buildpack-deps; undefined where families have no variants. */
  readonly variant: 'full' | 'slim' | 'alpine' | 'cli' | 'apache' | 'fpm' | undefined
  readonly distribution: 'debian' | 'ubuntu' | 'alpine' | 'rhel' | 'none' | undefined
  /** The distribution's release: 'bookworm', '22.04', '3.19'; undefined where it can't be told from the tag. */
  readonly release: string | undefined
  readonly libc: Libc | undefined
  readonly packageManager: PackageManagerName | undefined
  /** What the image's own config brings along. */
  readonly config: ImageConfig
  /** The user without rights that the image itself comes with. */
  readonly user:
    | { readonly name: string; readonly uid: number; readonly gid: number; readonly home: string }
    | undefined
  readonly hasShell: boolean | undefined
  /** Whether a program is on the image's PATH; undefined where nothing is known. */
  readonly hasProgram: (name: string) => boolean | undefined
  /** The programs that it has by itself, and by no package of its system: `go` of golang. */
  readonly ownPrograms: ReadonlySet<string>
  /** Whether it has an OS package, of those that bring programs or data; undefined where nothing is known. */
  readonly hasPackage: (name: string) => boolean | undefined
}
