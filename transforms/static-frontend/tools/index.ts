import type { FrontendTool } from '../tool.ts'
import { reactScripts } from './react-scripts.ts'
import { vueCli } from './vue-cli.ts'
import { vite } from './vite.ts'

/** The tools, the more particular first: SvelteKit before the Vite that it runs on. */
export const frontendTools: readonly FrontendTool[] = [reactScripts, vueCli, vite]
