import type { Change } from '../../plan/change.ts'
import type { ContractChange, Migrated } from '../../plan/outcome.ts'
import { contractValue } from '../markdown/contract-table.ts'
import { escapeHtml } from '../escape-html.ts'
import type { FileReport } from '../file-report.ts'
import { moreHelp } from '../findings/findings.ts'
import { besideContext } from '../json/json-report.ts'
import { publicDiff } from '../pretty-report.ts'
import { stageChange } from '../stages/stage-changes.ts'
import { stageSvg } from './stage-svg.ts'

/** What the page says of a file below the list; empty of one that may stay as it is. */
export function filePart(report: FileReport, id: string): string {
  const { path, result } = report
  if (result.outcome === 'unchanged') return ''
  const text =
    result.outcome === 'migrated' ? migratedPart(report, result) : whyNot(result, moreHelp(result))
  return `<section id="${id}">
<h3><code>${escapeHtml(path)}</code></h3>
${text}</section>
`
}

function whyNot(result: Exclude<FileReport['result'], Migrated>, help: string | undefined): string {
  const line = 'line' in result && result.line !== undefined ? `, line ${result.line}` : ''
  return `<p><b>${result.outcome}</b>${line}: ${escapeHtml(result.reason)} <code>${escapeHtml(result.code)}</code></p>
${help === undefined ? '' : `<p>${escapeHtml(help)}</p>\n`}`
}

function migratedPart(report: FileReport, { changes, contract, stays }: Migrated): string {
  const { verification } = report
  const stages = stageChange(report)
  return [
    verification === undefined
      ? ''
      : `<p>Verified: <b>${verification.verdict}</b>. ${escapeHtml(verification.reason)}</p>\n${list(
          verification.differences.map(({ message }) => escapeHtml(message)),
        )}`,
    stages === undefined
      ? ''
      : `<h4>Stages</h4>\n<div class="graphs">${
          stages.isSame
            ? stageSvg('Before and after', stages.after)
            : `${stageSvg('Before', stages.before)}\n${stageSvg('After', stages.after)}`
        }</div>\n`,
    `<h4>Changes</h4>\n${changes.map((change) => changePart(change, report)).join('')}`,
    list(stays.map(escapeHtml)),
    contractPart(contract),
    `<h4>Diff</h4>\n<pre>${diffLines(publicDiff(report))}</pre>\n`,
  ].join('')
}

function changePart(
  { title, why, assumption, evidence, rule }: Change,
  report: FileReport,
): string {
  const seen = evidence.map(({ path, line, text }) => {
    const file = path === 'Dockerfile' ? report.path : besideContext(report.context, path)
    const place = escapeHtml(line === undefined ? file : `${file}:${line}`)
    return `<code>${place}</code> ${escapeHtml(text)}`
  })
  return `<div class="change"><p>${escapeHtml(title)} <small>${escapeHtml(rule)}</small></p>
<p>${escapeHtml(why)}</p>
${assumption === undefined ? '' : `<p class="assumption">To review: ${escapeHtml(assumption)}</p>\n`}${
    seen.length === 0 ? '' : `<div class="evidence">${list(seen)}</div>`
  }</div>
`
}

function contractPart(contract: readonly ContractChange[]): string {
  if (contract.length === 0) return ''
  const rows = contract.map(
    ({ field, before, after }) =>
      `<tr><th scope="row">${escapeHtml(field)}</th><td>${escapeHtml(contractValue(before))}</td><td>${escapeHtml(contractValue(after))}</td></tr>\n`,
  )
  return `<h4>The image's configuration</h4>
<table class="plain"><thead><tr><th scope="col">field</th><th scope="col">before</th><th scope="col">after</th></tr></thead>
<tbody>${rows.join('')}</tbody></table>
`
}

/** Signs stand before the colours, so that nobody needs these. */
function diffLines(diff: string): string {
  return diff
    .split('\n')
    .map((line) => {
      const text = escapeHtml(line)
      if (/^(\+\+\+|---|@@)/.test(line)) return `<b>${text}</b>`
      if (line.startsWith('+')) return `<ins>${text}</ins>`
      return line.startsWith('-') ? `<del>${text}</del>` : text
    })
    .join('\n')
}

function list(items: readonly string[]): string {
  return items.length === 0 ? '' : `<ul>${items.map((item) => `<li>${item}</li>`).join('')}</ul>\n`
}
