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
  'dunglas/frankenphp': { alpine: 200, debian: 550 },
  debian: { slim: 75, debian: 120 },
  ubuntu: { debian: 78 },
  alpine: { alpine: 8 },
  golang: { alpine: 250, debian: 840 },
  nginx: { alpine: 50, debian: 190 },
  'nginxinc/nginx-unprivileged': { alpine: 50, debian: 190 },
  'distroless/static': { debian: 2 },
  'distroless/base': { debian: 21 },
  'distroless/cc': { debian: 24 },
}
