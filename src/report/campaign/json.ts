import type { SurveyRow } from '../../publish/campaign/survey.ts'
import type { CampaignReport, CampaignService } from './schema.ts'
import { type Standing, standings } from './standing.ts'
import { countStates, sumSizes } from './totals.ts'

/** The document that schema.ts describes. */
export function campaignJson(rows: readonly SurveyRow[]): string {
  const all = standings(rows)
  const images = sumSizes(rows)
  const report: CampaignReport = {
    version: 1,
    summary: {
      services: rows.length,
      repositories: new Set(rows.map(({ repository }) => repository)).size,
      states: Object.fromEntries(countStates(all)),
      ...(images === undefined ? {} : { images }),
    },
    services: all.map(serviceOf),
  }
  return `${JSON.stringify(report, undefined, 2)}\n`
}

function serviceOf({ row, state }: Standing): CampaignService {
  const { key, title, branch, status, code, reason, ecosystem, pull, sizes, verdict } = row.service
  return {
    repository: row.repository,
    key,
    title,
    branch,
    state,
    status,
    ...(code === undefined ? {} : { code }),
    ...(reason === undefined ? {} : { reason }),
    ...(ecosystem === undefined ? {} : { ecosystem }),
    ...(pull === undefined
      ? {}
      : {
          pull: {
            ...pull,
            ...(row.checks === undefined ? {} : { checks: row.checks }),
            conflicts: row.hasConflicts,
          },
        }),
    ...(sizes === undefined ? {} : { sizes }),
    ...(verdict === undefined ? {} : { verdict }),
  }
}
