import { PRINTED } from './long-lists.ts'

/** One sheet for screen, dark screen and paper; no fonts and no pictures from anywhere else. */
export const STYLE = `
:root {
  color-scheme: light dark;
  --ink: #1b1f24; --soft: #59636e; --line: #d1d9e0; --faint: #f3f5f7; --page: #fff; --link: #0a4f9e;
  --gain: #1a6b3c; --loss: #a8322a; --still: #6b7785; --good: #1a6b3c; --bad: #a8322a;
}
@media (prefers-color-scheme: dark) {
  :root {
    --ink: #e6e9ed; --soft: #9aa5b1; --line: #363d46; --faint: #1d2228; --page: #14181c; --link: #7db4f5;
    --gain: #5fbf86; --loss: #f0837a; --still: #8b97a4; --good: #5fbf86; --bad: #f0837a;
  }
}
* { box-sizing: border-box; }
body {
  margin: 0 auto; padding: 2rem 2rem 4rem; max-width: 84rem; background: var(--page); color: var(--ink);
  font: 14px/1.5 system-ui, 'Segoe UI', Roboto, Helvetica, Arial, sans-serif;
}
h1 { font-size: 1.75rem; line-height: 1.2; margin: 0 0 .25rem; font-weight: 650; }
h2 { font-size: 1.2rem; margin: 2.75rem 0 .5rem; padding-top: .75rem; border-top: 2px solid var(--ink); }
h3 { font-size: 1rem; margin: 1.5rem 0 .25rem; }
h4 { font-size: .875rem; margin: 1rem 0 .25rem; color: var(--soft); font-weight: 600; }
p { max-width: 52rem; margin: .25rem 0 .75rem; }
.soft, caption, dt { color: var(--soft); }
a { color: var(--link); text-decoration: none; }
a:hover { text-decoration: underline; }
a:focus-visible { outline: 2px solid var(--link); outline-offset: 2px; }
:target { background: color-mix(in srgb, var(--link) 14%, transparent); }
nav ol { columns: 2; max-width: 52rem; padding-left: 1.25rem; margin: 1rem 0; }
.wide { overflow-x: auto; margin: .5rem 0 1rem; }
.narrow { column-width: 25rem; column-gap: 2rem; }
.narrow table { width: 100%; }
table { border-collapse: collapse; font-variant-numeric: tabular-nums; font-size: 13px; }
caption { text-align: left; padding: .25rem 0; }
th, td { padding: .2rem .75rem .2rem 0; text-align: left; vertical-align: top; font-weight: 400; }
th.n, td.n { text-align: right; white-space: nowrap; padding-left: .5rem; }
thead th { color: var(--soft); border-bottom: 1px solid var(--ink); vertical-align: bottom; font-weight: 600; }
tbody tr + tr > * { border-top: 1px solid var(--line); }
tfoot > tr > * { border-top: 1px solid var(--ink); font-weight: 650; }
tbody tr:hover { background: var(--faint); }
code, .id { font-family: ui-monospace, 'SF Mono', Consolas, monospace; font-size: 12px; overflow-wrap: anywhere; }
.figures { display: flex; flex-wrap: wrap; gap: .75rem 1.75rem; margin: 1rem 0; }

.figures dt { font-size: 12px; }
.figures dd { margin: 0; font-size: 1.35rem; font-weight: 650; line-height: 1.3; font-variant-numeric: tabular-nums; }
.figures small { display: block; font-size: 12px; font-weight: 400; color: var(--soft); }
.good::before { content: '✓ '; color: var(--good); }
.bad::before { content: '✗ '; color: var(--bad); }
.boxes { display: grid; grid-template-columns: repeat(2, minmax(14rem, 22rem)); gap: 1rem; margin: 1.25rem 0; }
.boxes div { border: 1px solid var(--line); padding: .5rem .75rem; min-height: 5.5rem; }
.boxes span { display: block; color: var(--soft); font-size: 12px; }
.boxes i { display: block; border-bottom: 1px solid var(--line); margin-top: 1.5rem; }
svg { display: block; max-width: 100%; height: auto; margin: .5rem 0 1rem; }
svg text { fill: var(--ink); font: 12px system-ui, sans-serif; font-variant-numeric: tabular-nums; }
svg .soft { fill: var(--soft); } svg .gain { fill: var(--gain); } svg .loss { fill: var(--loss); }
svg .still { fill: var(--still); } svg line { stroke: var(--line); }
.paper { display: none; }
@page { size: A4 landscape; margin: 12mm 12mm 14mm; @bottom-right { content: counter(page) ' / ' counter(pages); font: 8pt system-ui; } }
@media print {
  :root {
    --ink: #000; --soft: #444; --line: #bbb; --faint: #fff; --page: #fff; --link: #000;
    --gain: #1a6b3c; --loss: #a8322a; --still: #6b7785; --good: #000; --bad: #a8322a;
  }
  body { font-size: 9pt; padding: 0; max-width: none; }
  .figures { gap: .5rem 1.25rem; } .figures dd { font-size: 12pt; } .figures dt, .figures small { font-size: 7.5pt; }
  table { font-size: 7.5pt; } code, .id { font-size: 7pt; }
  th, td { padding: .1rem .5rem .1rem 0; }
  .paper { display: block; } .screen, nav { display: none; }
  .long tbody tr:nth-child(n + ${PRINTED + 1}) { display: none; }
  .wide { overflow: visible; }
  .narrow { column-width: 60mm; }
  h2, h3, h4, caption { break-after: avoid; }
  h2.leaf { break-before: page; }
  tr, .figures, .boxes, svg { break-inside: avoid; }
  thead { display: table-header-group; } tfoot { display: table-row-group; }
}
`
