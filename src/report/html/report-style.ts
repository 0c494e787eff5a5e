import { pageStyle } from './page-style.ts'

/** The style sheet of the pages of a run and of an inventory. */
export const reportStyle = `${pageStyle}
:root { --gain: #12602b; --gain-paper: #e3f6e8; --loss: #8f1d15; --loss-paper: #fdeceb; --review: #7a4a00; }
@media (prefers-color-scheme: dark) {
  :root { --gain: #8ce0a1; --gain-paper: #14301d; --loss: #ff9d94; --loss-paper: #3a1715; --review: #f0c36d; }
}
h3 { margin: 2.5rem 0 0.5rem; padding-top: 1rem; border-top: 2px solid var(--line); font-size: 1.05rem; overflow-wrap: anywhere; }
h4 { margin: 1.25rem 0 0.4rem; font-size: 1rem; }
p { margin: 0.4rem 0; max-width: 60rem; }
code, pre, svg text { font-family: ui-monospace, 'Cascadia Mono', 'Liberation Mono', Menlo, monospace; }
code { font-size: 0.9em; overflow-wrap: anywhere; }
pre { margin: 0.4rem 0; padding: 0.75rem; border: 1px solid var(--line); border-radius: 0.35rem; background: var(--raised); font-size: 0.82rem; line-height: 1.45; white-space: pre-wrap; overflow-wrap: anywhere; tab-size: 4; }
ins, del { display: inline; text-decoration: none; }
ins { color: var(--gain); background: var(--gain-paper); }
del { color: var(--loss); background: var(--loss-paper); }
ul { margin: 0.3rem 0; padding-left: 1.25rem; }
li { margin: 0.2rem 0; overflow-wrap: anywhere; }
.change { margin: 0.75rem 0; padding-left: 1rem; border-left: 3px solid var(--line); }
.change p:first-child { font-weight: 600; }
.assumption { color: var(--review); }
.evidence { color: var(--soft); font-size: 0.9rem; }
.graphs { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 20rem), 24rem)); gap: 1rem 2rem; }
figure { margin: 0; }
figcaption { color: var(--soft); font-size: 0.85rem; }
svg { display: block; width: 100%; max-width: 24rem; height: auto; }
svg rect { fill: var(--raised); stroke: var(--soft); }
svg .final { stroke: var(--ink); stroke-width: 2.5; }
svg .outer { stroke-dasharray: 4 3; }
svg path { fill: none; stroke: var(--soft); stroke-width: 1.5; }
svg polygon { fill: var(--soft); }
svg text { fill: var(--ink); font-size: 12px; }
svg .path { fill: var(--soft); font-size: 11px; }
.number { text-align: right; font-variant-numeric: tabular-nums; }
.plain { width: auto; max-width: 100%; table-layout: auto; }
.plain th { white-space: normal; vertical-align: top; overflow-wrap: break-word; }
.plain tbody th { padding: 0.6rem 1rem 0.6rem 0; border-bottom: 1px solid var(--line); color: inherit; font-size: inherit; font-weight: normal; }
th.outcome { width: 8.5rem; }
th.ecosystem { width: 9rem; }
th.stages { width: 5.5rem; }
th.file { width: 40%; }
@media (max-width: 46rem) {
  .list .file { grid-column: 1 / -1; }
  .list .what { grid-column: 1 / -1; color: var(--soft); }
  .list .stages:not(:empty)::before { content: 'stages '; color: var(--soft); }
  .plain { font-size: 0.8rem; }
  .plain td, .plain th, .plain tbody th { padding-right: 0.5rem; font-size: 0.8rem; overflow-wrap: anywhere; }
  .plain thead th { font-size: 0.75rem; }
}
@media print {
  pre, .change, figure, tr { break-inside: avoid; }
  h3, h4 { break-after: avoid; }
  a { color: inherit; text-decoration: none; }
}
`
