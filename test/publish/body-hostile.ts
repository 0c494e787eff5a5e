import type { FileReport } from '../../src/report/file-report.ts'
import { ofExample } from './body-subject.ts'

/** Words that hosts act on, one of each kind. `@forge` is a user of the real server that bodies are shown on. */
export const hostileWords =
  'Fixes #1, closes acme/shop#3 (see !4, GH-5 and @forge, @acme/team, ~bug, %1) :tada: https://evil.example www.evil.example ' +
  '[a](https://evil.example) ![i](https://evil.example/i.png) <b>bold</b> <script>alert(1)</script> </details> <!-- --> ' +
  '&lt; `a` ``b`` ```c *d* _e_ ~~f~~ | g | $h$ \\ 1. i'

const folder = 'services/@forge #1 <b>`x`|y'

/** A migrated file whose every text was written by somebody who means ill. */
export function hostileReport(): FileReport {
  const report = ofExample('services/orders/Dockerfile')
  if (report.result.outcome !== 'migrated') throw new Error('the example is not migrated')
  const { result } = report
  return {
    ...report,
    path: `${folder}/Dockerfile`,
    context: folder,
    result: {
      ...result,
      before: `# ${hostileWords}\n# \`\`\`\`\n${result.before}`,
      after: result.after.replace(
        'COPY --from=builder /usr/src/app/dist',
        'COPY --from=builder ["/a];`x`<b>#1;@forge", "/class style:#x; end", "./"]\nCOPY --from=builder /usr/src/app/dist',
      ),
      changes: result.changes.map((change) => ({
        ...change,
        title: `Run ${hostileWords}`,
        why: hostileWords,
        assumption: hostileWords,
        evidence: [{ path: 'a [b](c) @forge.js', line: 3, text: hostileWords }],
      })),
      contract: [
        {
          field: `Labels.${hostileWords}`,
          before: hostileWords,
          after: { '#1': '|@forge|' },
          by: 'x',
        },
      ],
      otherFiles: [{ path: 'nginx.conf', before: null, after: `# ${hostileWords}\n` }],
    },
  }
}

/** Refused, in such words. */
export function hostileRefusals(count: number): readonly FileReport[] {
  return Array.from({ length: count }, (_, i) => ({
    path: `${folder}/${i}.Dockerfile`,
    context: folder,
    result: {
      outcome: 'refused' as const,
      ecosystem: undefined,
      code: 'unplaced-command',
      reason: `Line 1 runs ${hostileWords}`,
      help: hostileWords,
      line: 1,
    },
  }))
}
