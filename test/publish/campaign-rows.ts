import type { ServiceRecord } from '../../src/publish/campaign/record.ts'
import type { SurveyRow } from '../../src/publish/campaign/survey.ts'

/** A service of acme/shop, and what is special about it. */
export function surveyRow(
  title: string,
  status: ServiceRecord['status'],
  more: Partial<ServiceRecord> &
    Partial<Pick<SurveyRow, 'repository' | 'checks' | 'hasConflicts'>> = {},
): SurveyRow {
  const { repository = 'github.com/acme/shop', checks, hasConflicts = false, ...record } = more
  const service = {
    key: `${title}/Dockerfile`,
    title,
    branch: `msb-migrate/${title.replaceAll('/', '--')}`,
    status,
    ...record,
  }
  return { repository, service, checks, hasConflicts }
}

/** The pull request of a number in acme/shop. */
export function pull(number: number): NonNullable<ServiceRecord['pull']> {
  return { number, url: `https://github.com/acme/shop/pull/${number}` }
}

/** One service in each state. */
export const oneOfEach: readonly SurveyRow[] = [
  surveyRow('merged', 'merged', {
    pull: pull(1),
    sizes: { before: 1_200_000_000, after: 150_000_000 },
  }),
  surveyRow('open', 'open', {
    pull: pull(2),
    checks: 'passing',
    sizes: { before: 800_000_000, after: 50_000_000 },
  }),
  surveyRow('running', 'open', { pull: pull(3), checks: 'pending' }),
  surveyRow('failing', 'open', { pull: pull(4), checks: 'failing' }),
  surveyRow('stuck', 'open', { pull: pull(5), checks: 'failing', hasConflicts: true }),
  surveyRow('taken', 'left-to-person', {
    pull: pull(6),
    hasConflicts: true,
    reason: 'A person has committed to its branch.',
  }),
  surveyRow('declined', 'declined', {
    pull: pull(7),
    reason: 'A person closed it; --reopen opens another one.',
  }),
  surveyRow('closed', 'closed', { pull: pull(8) }),
  surveyRow('obsolete', 'obsolete', { pull: pull(9), checks: 'none' }),
  surveyRow('same', 'unchanged'),
  surveyRow('refused', 'refused', {
    code: 'onbuild',
    reason: 'ONBUILD instructions run elsewhere.',
    ecosystem: 'node',
  }),
  surveyRow('waiting', 'waiting', { reason: 'It is not in the pilot.' }),
  surveyRow('differs', 'not-same', { verdict: 'differs', reason: 'GET / answered 500.' }),
  surveyRow('failed', 'failed', { reason: 'github.com did not answer.' }),
]

/** Text that means something to a terminal, a spreadsheet or a browser. */
export const hostile = `=1+1;=2</td><script>alert(1)</script>"'&\u202e\u001b[2J\nx`
