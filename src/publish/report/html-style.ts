import { pageStyle } from '../../report/html/page-style.ts'
import { states } from './standing.ts'

/** The style sheet of the page. */
export const style = `${pageStyle}
:root {
  --conflicts: #b42318; --checks-failing: #e0590b; --not-same: #c2410c; --failed: #7a1a12; --left-to-person: #a86a05;
  --obsolete: #c09000; --open: #1f6feb; --waiting: #5c7fae; --refused: #7b6aa3; --declined: #424a53; --closed: #6e7781;
  --unchanged: #949ca5; --merged: #1a7f37;
}
@media (prefers-color-scheme: dark) {
  :root {
    --conflicts: #ff6b5e; --checks-failing: #ff9248; --not-same: #f2711c; --failed: #d1483d; --left-to-person: #e0a63a;
    --obsolete: #f2cc4d; --open: #58a0ff; --waiting: #86a6d1; --refused: #a99ad0; --declined: #8b949e; --closed: #78828d;
    --unchanged: #5f6973; --merged: #3fb950;
  }
}
.bar { display: flex; gap: 2px; height: 1.25rem; border-radius: 0.35rem; overflow: hidden; }
.fill { flex: 0 1 0; min-width: 4px; }
.legend { display: flex; flex-wrap: wrap; gap: 0.25rem 1.25rem; margin: 0.75rem 0 0; padding: 0; list-style: none; }
.dot { display: inline-block; width: 0.7rem; height: 0.7rem; margin-right: 0.45rem; border-radius: 50%; }
${states.map((state) => `.s-${state} { background: var(--${state}); }`).join('\n')}
th.state { width: 10rem; }
th.service { width: 30%; }
th.pull { width: 8rem; }
th.images { width: 12.5rem; }
.service b { font-weight: 600; }
.service small { display: block; }
.pull, .images { white-space: nowrap; font-variant-numeric: tabular-nums; }
@media (max-width: 46rem) {
  .state { grid-area: 1 / 1; }
  .pull { grid-area: 1 / 2; }
  .service, .images, .why { grid-column: 1 / -1; }
  .pull a { display: inline-block; padding: 0 0.5rem; }
}
`
