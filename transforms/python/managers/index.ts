import type { WorkRow } from '../work/package-work.ts'
import { pdm } from './pdm.ts'
import { pipenv } from './pipenv.ts'
import { poetry } from './poetry.ts'
import { uv } from './uv.ts'

/** The managers of projects: how each comes to an environment, a row each. */
export const managerRows: readonly WorkRow[] = [uv, poetry, pipenv, pdm]
