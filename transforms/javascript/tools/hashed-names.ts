import { resolvePath } from '../../../src/transform.ts'
import type { HashedNames } from './tool.ts'
import type { ToolCall } from './call.ts'

/** Every file of a folder of the site has a hash in its name, unless the project puts files of its own there: `public/assets`. */
export function hashedFolder(
  { view, cwd }: ToolCall,
  path: string,
  publicFolder: string | undefined,
): HashedNames | undefined {
  const inner = path.replace(/^\/+|\/+$/g, '')
  if (inner === '' || inner.startsWith('.')) return undefined
  const own =
    publicFolder === undefined
      ? undefined
      : view.contextPath(resolvePath(cwd, `${publicFolder}/${inner}`) ?? '')
  if (own !== undefined && view.project.isFolder(own)) return undefined
  return { kind: 'folder', path: `/${inner}/` }
}

/** Files with so many characters of a hash before their ending: `app.1a2b3c4d.js`. */
export const hashedFiles = (hash: string): HashedNames => ({
  kind: 'pattern',
  pattern: `${hash}\\.(js|css|woff2?|ttf|eot|svg|png|jpe?g|gif|webp|avif|ico)$`,
})
