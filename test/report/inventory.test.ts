import { micromark } from 'micromark'
import { gfm, gfmHtml } from 'micromark-extension-gfm'
import { describe, expect, test } from 'vitest'
import { inventoryCsv } from '../../src/report/inventory/inventory-csv.ts'
import { inventoryJson } from '../../src/report/inventory/inventory-json.ts'
import { inventoryMarkdown } from '../../src/report/inventory/inventory-markdown.ts'
import { inventoryReport } from '../../src/report/inventory/inventory-schema.ts'
import { inventoryText } from '../../src/report/inventory/inventory-text.ts'
import { megabytesOfBase } from '../../src/report/inventory/base-size.ts'
import { inventoryFile } from '../../src/report/inventory/inventory.ts'
import { all, commandLine, controls, hostile, unchanged } from './hostile.ts'

const { result } = hostile
if (result.outcome !== 'migrated') throw new Error('not migrated')
const node = { ...hostile, path: 'n/Dockerfile', result: { ...result, ecosystem: 'node' } }
const ruby = {
  ...node,
  path: 'r/Dockerfile',
  result: { ...node.result, after: 'FROM ruby:3\nCMD x\n' },
}
const files = [node, ruby, unchanged].map(inventoryFile)
const hostileFiles = all.map(inventoryFile)

describe('an inventory', () => {
  test('for people: what there is, what would come of it, and what it would save', () => {
    expect(inventoryText(files, { color: false, terminal: false })).toMatchInlineSnapshot(`
      "3 Dockerfiles: 2 would change, 1 unchanged.

      Ecosystems  files  would change  unchanged  refused  failed
      node            2             2          0        0       0
      not known       1             0          1        0       0

      Stages          files
      one stage           2
      several stages      1

      What would change  files
      split-stages           2

      What stays as it is  files
      already-multi-stage      1  The file has stages already, and no rule has anything to improve.

      Expected saving: about 880 MB of 1.10 GB (20 % is left) in 1 image, an estimate from base images alone; verify measures. Not known for 1 other.
      "
    `)
    expect(inventoryText([], { color: false, terminal: false })).toMatchInlineSnapshot(`
      "0 Dockerfiles.

      Expected saving: none, since nothing would change.
      "
    `)
    const text = inventoryText(hostileFiles, { color: false, terminal: true })
    expect(text).not.toMatch(controls)
    expect(text).not.toMatch(commandLine)
  })

  test('as JSON is as its schema says', () => {
    for (const each of [files, hostileFiles, []]) {
      const text = inventoryJson(each)
      const report = inventoryReport.parse(JSON.parse(text))
      expect(report.files).toHaveLength(each.length)
      expect(text).not.toMatch(controls)
    }
    const { summary } = inventoryReport.parse(JSON.parse(inventoryJson(files)))
    expect(summary.saving).toEqual({
      ...{ known: 1, unknown: 1, megabytesBefore: 1100, megabytesAfter: 220 },
    })
    expect(summary.stages).toEqual({ single: 2, multi: 1, unknown: 0 })
  })

  test('as CSV has a line each', () => {
    expect(inventoryCsv(files)).toBe(
      'path,outcome,ecosystem,stages,code,rules,base_megabytes_before,base_megabytes_after\r\n' +
        'n/Dockerfile,migrated,node,1,,split-stages,1100,220\r\n' +
        'r/Dockerfile,migrated,node,1,,split-stages,,\r\n' +
        'u/Dockerfile,unchanged,,2,already-multi-stage,,,\r\n',
    )
    expect(inventoryCsv(hostileFiles).split('\r\n')).toHaveLength(all.length + 2)
  })

  test('as Markdown is tables, whatever names say', () => {
    const html = micromark(inventoryMarkdown(hostileFiles), {
      ...{ allowDangerousHtml: true, extensions: [gfm()], htmlExtensions: [gfmHtml()] },
    })
    expect(html).not.toMatch(/<(script|img|b|a|br)\b/)
    // The last table has all files.
    expect(html.slice(html.lastIndexOf('<tbody>')).match(/<tr>/g)).toHaveLength(all.length)
  })
})

test('the base image is followed through stages and arguments', () => {
  expect(megabytesOfBase('ARG V=20\nFROM node:${V}-slim AS a\nFROM a\nFROM 1\n')).toBeUndefined()
  expect(megabytesOfBase('ARG V=20\nFROM node:${V}-slim AS a\nFROM a AS b\nFROM b\n')).toBe(220)
  expect(megabytesOfBase('FROM scratch\nCMD x\n')).toBe(0)
  expect(megabytesOfBase('FROM example.org/own\n')).toBeUndefined()
  expect(megabytesOfBase('NO Dockerfile')).toBeUndefined()
})
