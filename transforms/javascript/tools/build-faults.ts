import { resolvePath } from '../../../src/transform.ts'
import { hasFile } from '../stage-view.ts'
import type { ToolCall } from './call.ts'

/** A development server leaves the pages to the browser, and a build makes them by Node. */
export const browserAlone = 'code of a page that only a browser can run (`window`)'

/** What a build that looks at types ends on, in a project with TypeScript. */
export const typeFaults = ({ cwd, view }: ToolCall): string | undefined =>
  hasFile(view, resolvePath(cwd, 'tsconfig.json') ?? '') ? 'errors of TypeScript' : undefined
