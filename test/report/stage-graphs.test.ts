import { instance } from '@viz-js/viz'
import { describe, expect, test } from 'vitest'
import { dotRendering } from '../../src/report/stages/dot-rendering.ts'
import { mermaidRendering } from '../../src/report/stages/mermaid-rendering.ts'
import { all, controls, hostile, printed } from './hostile.ts'

describe('stage graphs', () => {
  test('Graphviz draws the stages before and after, and no more', async () => {
    const text = printed(dotRendering())
    expect(text).not.toMatch(controls)
    const graph = (await instance()).renderJSON(text) as {
      objects: { name: string; label?: string; peripheries?: string; nodes?: unknown }[]
      edges: { tail: number; head: number; label: string }[]
    }
    const nodes = graph.objects.filter(({ nodes }) => nodes === undefined)
    expect(nodes.map(({ name }) => name)).toEqual([
      'file0_before_0',
      'file0_after_0',
      'file0_after_1',
      'file0_after_image0',
    ])
    const final = nodes.filter(({ peripheries }) => peripheries === '2')
    expect(final.map(({ name }) => name)).toEqual(['file0_before_0', 'file0_after_1'])
    expect(graph.edges).toHaveLength(2)
    expect(graph.edges[0]?.label).toBe('/a];b<br/>, /style:#x; end|')
  })

  test('mermaid has its signs as numbers', () => {
    const text = printed(mermaidRendering())
    expect(text).not.toMatch(controls)
    expect(text).toMatchInlineSnapshot(`
      "flowchart LR
        subgraph file0["#34;a#124;b, c#37;d:#92;#34;e#92;#34; #60;b#62;#96;f#96;#92;n::error::g/Dockerfile#34;"]
          subgraph file0before["before"]
            file0before0["the image<br/>node:20"]
          end
          subgraph file0after["after"]
            file0after0["builder<br/>node:20"]
            file0after1["the image<br/>node:20-slim"]
            file0afterImage0(["ghcr.io/x/style#58;end"])
            file0after0 -->|"/a#93;#59;b#60;br/#62;, /style#58;#35;x#59; end#124;"| file0after1
            file0afterImage0 -->|"/y#38;amp#59;#60;b#62;"| file0after1
          end
        end
      "
    `)
  })

  test('a file whose stages stay has one graph', () => {
    const { result } = hostile
    if (result.outcome !== 'migrated') throw new Error('not migrated')
    const same = [{ ...hostile, path: 'a', result: { ...result, after: result.before } }]
    expect(printed(mermaidRendering(), same)).toContain('subgraph file0both["before and after"]')
    expect(printed(dotRendering(), same)).toContain('label="before and after"')
  })

  test('what does not change is not drawn', () => {
    expect(printed(mermaidRendering(), all.slice(1))).toBe('flowchart LR\n')
  })
})
