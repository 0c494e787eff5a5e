/** The style sheet that all pages begin with: light and dark as the reader's system says, a table on a desk, blocks (`.list`) on a phone. */
export const pageStyle = `
:root {
  color-scheme: light dark;
  --paper: #ffffff; --ink: #1b1f24; --soft: #57606a; --line: #d5dae0; --raised: #f5f7f9; --link: #0a58c2;
}
@media (prefers-color-scheme: dark) {
  :root {
    --paper: #14181d; --ink: #e6e9ed; --soft: #a3adb8; --line: #343c46; --raised: #1c2229; --link: #79b0ff;
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
td { padding: 0.6rem 1rem 0.6rem 0; border-bottom: 1px solid var(--line); vertical-align: top; overflow-wrap: anywhere; }
.why { color: var(--soft); }
input::placeholder { color: var(--soft); opacity: 1; }
@media (max-width: 46rem) {
  body { padding: 1.25rem 1rem 3rem; }
  .tiles { grid-template-columns: 1fr 1fr; }
  label { flex: 1 1 8rem; }
  select { width: 100%; }
  .list thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
  .list, .list tbody { display: block; }
  .list tbody { border-top: 1px solid var(--line); }
  .list tr { display: grid; grid-template-columns: 1fr auto; gap: 0.1rem 1rem; padding: 0.85rem 0; border-bottom: 1px solid var(--line); }
  .list tr[hidden] { display: none; }
  .list td { min-width: 0; padding: 0; border: 0; }
  .list td:empty { display: none; }
}
@media print { form { display: none; } body { max-width: none; padding: 0; } }
`
