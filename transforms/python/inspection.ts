import type { ImageInspection } from '../../src/transform.ts'

/** What `verify` compares of images with Python: the packages that are installed. */
export const inspection: ImageInspection = {
  packageFolders: ['site-packages', 'dist-packages'],
  *packages({ paths }) {
    for (const path of paths) {
      const name = /\/(?:site|dist)-packages\/([^/]+)-[^-/]+\.dist-info\/METADATA$/.exec(path)?.[1]
      if (name !== undefined) yield `pip ${name}`
    }
  },
}
