import type { SurveyRow } from '../campaign/survey.ts'
import { plainJson } from '../../report/paint.ts'
import type { CampaignReport, CampaignService } from './schema.ts'
import { type Standing, standings } from './standing.ts'
import { countStates, sumSizes } from './totals.ts'

/** The document that schema.ts describes. */
export function campaignJson(rows: readonly SurveyRow[]): string {
  const all = standings(rows)
  const report: CampaignReport = {
    version: 1,
    summary: {
      services: rows.length,
      repositories: new Set(rows.map(({ repository }) => repository)).size,
      states: Object.fromEntries(countStates(all)),
      images: sumSizes(rows),
    },
    services: all.map(serviceOf),
  }
  return `${plainJson(JSON.stringify(report, undefined, 2))}\n`
}

/** What is undefined is not printed. */
function serviceOf({ row, state }: Standing): CampaignService {
  const { key, title, branch, status, code, reason, ecosystem, sizes, verdict } = row.service
  const pull = row.service.pull && {
    ...{ ...row.service.pull, checks: row.checks, conflicts: row.hasConflicts },
  }
  return {
    ...{ repository: row.repository, key, title, branch, state, status },
    ...{ code, reason, ecosystem, pull, sizes, verdict },
  }
}
