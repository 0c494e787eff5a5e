import type { FrontendTool } from '../tool.ts'

/** The tools, the more particular first: SvelteKit before the Vite that it runs on. */
export const frontendTools: readonly FrontendTool[] = []
