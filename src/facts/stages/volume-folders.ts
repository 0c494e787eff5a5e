import type { ImageConfig } from '../../knowledge/images/image-config.ts'
import { resolvePath } from '../image-path.ts'

/** The folders that VOLUME names, as clean paths: an image's config keeps them as they are written, `/data/` too. */
export function volumeFolders({ Volumes }: Pick<ImageConfig, 'Volumes'>): readonly string[] {
  return [...new Set(Volumes.flatMap((path) => resolvePath('/', path) ?? []))]
}
