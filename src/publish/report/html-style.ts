import { states } from './standing.ts'

/** The style sheet of the page: light and dark as the reader's system says, a table on a desk, blocks on a phone. */
export const style = `
:root {
  color-scheme: light dark;
  --paper: #ffffff; --ink: #1b1f24; --soft: #57606a; --line: #d5dae0; --raised: #f5f7f9; --link: #0a58c2;
  --conflicts: #b42318; --checks-failing: #e0590b; --not-same: #c2410c; --failed: #7a1a12; --left-to-person: #a86a05;
  --obsolete: #c09000; --open: #1f6feb; --waiting: #5c7fae; --refused: #7b6aa3; --declined: #424a53; --closed: #6e7781;
  --unchanged: #949ca5; --merged: #1a7f37;
}
@media (prefers-color-scheme: dark) {
  :root {
    --paper: #14181d; --ink: #e6e9ed; --soft: #a3adb8; --line: #343c46; --raised: #1c2229; --link: #79b0ff;
    --conflicts: #ff6b5e; --checks-failing: #ff9248; --not-same: #f2711c; --failed: #d1483d; --left-to-person: #e0a63a;
    --obsolete: #f2cc4d; --open: #58a0ff; --waiting: #86a6d1; --refused: #a99ad0; --declined: #8b949e; --closed: #78828d;
    --unchanged: #5f6973; --merged: #3fb950;
  }
}
* { box-sizing: border-box; }
body {
  margin: 0 auto; padding: 2rem 1.5rem 4rem; max-width: 80rem; background: var(--paper); color: var(--ink);
  font: 1rem/1.5 system-ui, -apple-system, 'Segoe UI', Roboto, 'Liberation Sans', sans-serif;
}
h1 { margin: 0; font-size: 1.6rem; line-height: 1.25; }
h2 { margin: 2.5rem 0 0.75rem; font-size: 1.15rem; }
small { color: var(--soft); font-size: 0.85rem; font-weight: normal; }
a { color: var(--link); }
:focus-visible { outline: 3px solid var(--link); outline-offset: 2px; }
.lead { margin: 0.5rem 0 1.75rem; max-width: 60rem; color: var(--soft); }
.tiles { display: grid; grid-template-columns: repeat(auto-fit, minmax(8.5rem, auto)); gap: 0.75rem; margin: 0 0 1.75rem; }
.tiles div { padding: 0.75rem 1rem; border: 1px solid var(--line); border-radius: 0.5rem; background: var(--raised); }
.tiles dt { color: var(--soft); font-size: 0.85rem; }
.tiles dd { margin: 0; font-size: 1.4rem; font-weight: 600; line-height: 1.3; font-variant-numeric: tabular-nums; }
.tiles small { display: block; }
.tiles span { white-space: nowrap; }
.bar { display: flex; gap: 2px; height: 1.25rem; border-radius: 0.35rem; overflow: hidden; }
.fill { flex: 0 1 0; min-width: 4px; }
.legend { display: flex; flex-wrap: wrap; gap: 0.25rem 1.25rem; margin: 0.75rem 0 0; padding: 0; list-style: none; }
.dot { display: inline-block; width: 0.7rem; height: 0.7rem; margin-right: 0.45rem; border-radius: 50%; }
${states.map((state) => `.s-${state} { background: var(--${state}); }`).join('\n')}
form { display: flex; flex-wrap: wrap; align-items: end; gap: 0.75rem 1rem; margin: 0 0 1rem; }
form[hidden] { display: none; }
label { display: grid; gap: 0.2rem; color: var(--soft); font-size: 0.85rem; }
select, input {
  min-height: 2.5rem; padding: 0.35rem 0.6rem; border: 1px solid var(--soft); border-radius: 0.35rem;
  background: var(--paper); color: var(--ink); font: inherit; font-size: 1rem;
}
.search { flex: 1 1 14rem; }
output { min-height: 2.5rem; line-height: 2.5rem; color: var(--soft); font-variant-numeric: tabular-nums; }
/* Of a fixed layout, thousands of rows are laid out at once. */
table { width: 100%; border-collapse: collapse; table-layout: fixed; }
th { padding: 0.5rem 1rem 0.5rem 0; border-bottom: 2px solid var(--line); color: var(--soft); font-size: 0.85rem; text-align: left; white-space: nowrap; }
th.state { width: 10rem; }
th.service { width: 30%; }
th.pull { width: 8rem; }
th.images { width: 12.5rem; }
td { padding: 0.6rem 1rem 0.6rem 0; border-bottom: 1px solid var(--line); vertical-align: top; overflow-wrap: anywhere; }
.service b { font-weight: 600; }
.service small { display: block; }
.pull, .images { white-space: nowrap; font-variant-numeric: tabular-nums; }
.why { color: var(--soft); }
::placeholder { color: var(--soft); opacity: 1; }
@media (max-width: 46rem) {
  body { padding: 1.25rem 1rem 3rem; }
  .tiles { grid-template-columns: 1fr 1fr; }
  label { flex: 1 1 8rem; }
  select { width: 100%; }
  thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
  table, tbody { display: block; }
  tbody { border-top: 1px solid var(--line); }
  tr { display: grid; grid-template-columns: 1fr auto; gap: 0.1rem 1rem; padding: 0.85rem 0; border-bottom: 1px solid var(--line); }
  tr[hidden] { display: none; }
  td { min-width: 0; padding: 0; border: 0; }
  td:empty { display: none; }
  .state { grid-area: 1 / 1; }
  .pull { grid-area: 1 / 2; }
  .service, .images, .why { grid-column: 1 / -1; }
  .pull a { display: inline-block; padding: 0 0.5rem; }
}
@media print { form { display: none; } body { max-width: none; padding: 0; } }
`
