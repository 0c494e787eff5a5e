import type { BaseImage } from './base-image.ts'

/** Megabytes of an image on disk, roughly: only a tenth of it is asked for. Undefined for images that are not known. */
export function megabytesOfImage({ family, variant, distribution }: BaseImage): number | undefined {
  const row = megabytes[family]
  return distribution === 'alpine' ? row?.alpine : variant === 'slim' ? row?.slim : row?.debian
}

interface Sizes {
  readonly alpine?: number
  readonly slim?: number
  readonly debian?: number
}

const megabytes: Readonly<Record<string, Sizes | undefined>> = {
  php: { alpine: 100, debian: 500 },
  node: { alpine: 130, slim: 220, debian: 1100 },
  // https://hub.docker.com/_/python/tags
  python: { alpine: 48, slim: 125, debian: 1020 },
  'dunglas/frankenphp': { alpine: 200, debian: 550 },
  nginx: { alpine: 50, debian: 190 },
  'nginxinc/nginx-unprivileged': { alpine: 50, debian: 190 },
  debian: { slim: 75, debian: 120 },
  ubuntu: { debian: 78 },
  alpine: { alpine: 8 },
  // 354 and 993 in 1.19 (https://csang.dev/tags/docker); from 1.20 on without compiled packages (https://go.dev/doc/go1.20#tools).
  golang: { alpine: 250, debian: 840 },
  // https://github.com/GoogleContainerTools/distroless#why-should-i-use-distroless-images
  'distroless/static': { debian: 2 },
}
