import { bitnamiGolang, bitnamiNode } from './bitnami.ts'
import { bun } from './bun.ts'
import { composer } from './composer.ts'
import { distroless } from './distroless.ts'
import {
  alpine,
  amazonlinux,
  buildpackDeps,
  busybox,
  debian,
  scratch,
  ubuntu,
} from './distributions.ts'
import { golang } from './golang.ts'
import type { ImageFamily } from './image-family.ts'
import { maven, openjdk, temurin } from './java.ts'
import { python, ruby, rust } from './languages.ts'
import { node } from './node.ts'
import { php } from './php.ts'
import { ubi, ubiPython } from './red-hat.ts'
import { uv } from './uv.ts'
import { caddy, httpd, nginx, nginxUnprivileged } from './web-servers.ts'

/** Every base image that is known, one row a family; no name is matched by two. */
export const imageFamilies: readonly ImageFamily[] = [
  node,
  bitnamiNode,
  golang,
  bitnamiGolang,
  php,
  composer,
  nginx,
  nginxUnprivileged,
  httpd,
  caddy,
  python,
  uv,
  ruby,
  rust,
  bun,
  openjdk,
  temurin,
  maven,
  debian,
  buildpackDeps,
  ubuntu,
  alpine,
  busybox,
  scratch,
  ubi,
  ubiPython,
  amazonlinux,
  distroless,
]
