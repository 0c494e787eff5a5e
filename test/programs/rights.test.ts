import { expect, test } from 'vitest'
import { factsOfPackage, parseGo } from '../../src/programs/readers/go.ts'
import { shareNames } from '../../src/programs/readers/go.ts'
import { readJavaScript } from '../../src/programs/readers/javascript.ts'

/** What only root may do, of a function's body. */
function rightsOfGo(imports: string, body: string): readonly string[] {
  const source = parseGo(
    'main.go',
    `package main\n\nimport "${imports}"\n\nfunc main() { ${body} }\n`,
  )
  const sources = source === undefined ? [] : [source]
  shareNames(sources)
  const [facts] = factsOfPackage(sources, { env: () => undefined, namesOf: () => undefined })
  return (facts?.rights ?? []).map(({ what }) => what)
}

test.each([
  [
    'github.com/prometheus-community/pro-bing',
    'p, _ := probing.NewPinger("x"); p.SetPrivileged(true)',
  ],
  ['net', 'net.ListenPacket("ip4:icmp", "0.0.0.0")'],
  ['golang.org/x/net/icmp', 'icmp.ListenPacket("ip6:ipv6-icmp", "::")'],
  ['github.com/chromedp/chromedp', 'chromedp.NewContext(nil)'],
  ['github.com/docker/docker/client', 'client.NewClientWithOpts(client.FromEnv)'],
])('%s: %s needs root', (imports, body) => {
  expect(rightsOfGo(imports, body)).toHaveLength(1)
})

test.each([
  [
    'github.com/prometheus-community/pro-bing',
    'p, _ := probing.NewPinger("x"); p.SetPrivileged(false)',
  ],
  ['net', 'net.ListenPacket("udp", ":53")'],
  ['golang.org/x/net/icmp', 'icmp.ListenPacket("udp4", "0.0.0.0")'],
])('%s: %s does not', (imports, body) => {
  expect(rightsOfGo(imports, body)).toEqual([])
})

test('modules of JavaScript', () => {
  const rights = (text: string) =>
    readJavaScript('a.js', text, () => undefined)?.rights?.map(
      ({ what, at }) => `${at.line} ${what}`,
    )
  expect(rights("import Docker from 'dockerode'\nnew Docker()")).toEqual([
    "2 talks to Docker's socket, which belongs to root and its group",
  ])
  expect(rights("import Docker from 'docker-names'\nnew Docker()")).toEqual([])
})
