import type { ImageInspection, ImageView } from '../../src/transform.ts'

const packageList = /\/vendor\/composer\/installed\.json$/

/** PHP's extensions that only the old image loads, by `php -m` in both, and the packages of Composer in an image. */
export const inspection: ImageInspection = {
  reads: (path) => packageList.test(path),
  packageFolders: ['vendor'],
  *packages({ paths, read }) {
    for (const path of paths) {
      if (!packageList.test(path)) continue
      for (const [, name] of (read(path) ?? '').matchAll(/^ {8,12}"name": "([^"/]+\/[^"/]+)",$/gm))
        if (name !== undefined) yield `composer ${name}`
    }
  },
  async inspect(before, after) {
    const old = await extensionsOf(before)
    const now = await extensionsOf(after)
    // Without PHP at all, the start command tells.
    if (old === undefined || now === undefined) return {}
    const lost = [...old].filter((name) => !now.has(name))
    if (lost.length === 0) return {}
    const message = `PHP loads ${lost.join(', ')} in the old image only (php -m)`
    return { differences: [{ code: 'missing-extension', message }] }
  },
}

/** Undefined where there is no PHP, or nothing may be run. */
async function extensionsOf(image: ImageView): Promise<ReadonlySet<string> | undefined> {
  if (image.ask === undefined || !image.hasProgram('php')) return undefined
  const said = await image.ask('php', ['-m'])
  const names = said.split(/\r?\n/).filter((line) => /^[\w ]+$/.test(line))
  return new Set(names.map((name) => name.trim().toLowerCase()))
}
