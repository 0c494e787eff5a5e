import { expect, test } from 'vitest'
import { factsOfPackage, parseGo } from '../../src/programs/readers/go.ts'
import { shareNames } from '../../src/programs/readers/go.ts'
import { rightsOf } from '../../src/programs/rights.ts'
import { readJavaScript } from '../../src/programs/readers/javascript.ts'

/** What only root may do, of a function's body. */
function rightsOfGo(imports: string, body: string): readonly string[] {
  const source = parseGo(
    'main.go',
    `package main\n\nimport "${imports}"\n\nfunc main() { ${body} }\n`,
  )
  const sources = source === undefined ? [] : [source]
  shareNames(sources)
  const [facts] = factsOfPackage(sources, {
    env: () => undefined,
    namesOf: () => undefined,
    imagePath: (path) => `/app/${path}`,
  })
  return (facts === undefined ? [] : rightsOf(facts)).map(({ what }) => what)
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
  ['syscall', 'syscall.Socket(syscall.AF_INET, syscall.SOCK_RAW, 1)'],
  ['syscall', 'syscall.Mount("a", "b", "c", 0, "")'],
  ['os', 'os.Chown("/tmp/x", 1000, 1000)'],
  ['os', 'f, _ := os.Create("/tmp/x"); f.Chown(1000, 1000)'],
  ['os', 'if os.Geteuid() != 0 { panic("root") }'],
  ['github.com/mdlayher/packet', 'packet.Listen(nil, 0, 0, nil)'],
  ['github.com/hanwen/go-fuse/v2/fs', 'fs.Mount("/x", nil, nil)'],
  ['os', 'os.OpenFile("/dev/ttyUSB0", os.O_RDWR, 0)'],
  ['os', 'os.ReadFile("/root/.aws/credentials")'],
  ['golang.org/x/crypto/acme/autocert', 'http.Serve(autocert.NewListener("a.example"), nil)'],
  ['os', 'home, _ := os.UserHomeDir(); os.ReadFile(home + "/.ssh/id_rsa")'],
])('%s: %s needs root', (imports, body) => {
  expect(rightsOfGo(imports, body)).not.toEqual([])
})

test.each([
  [
    'github.com/prometheus-community/pro-bing',
    'p, _ := probing.NewPinger("x"); p.SetPrivileged(false)',
  ],
  ['net', 'net.ListenPacket("udp", ":53")'],
  ['syscall', 'syscall.Socket(syscall.AF_INET, syscall.SOCK_STREAM, 0)'],
  ['os', 'os.Create("/dev/stdout")'],
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

test.each([
  ["import usb from 'usb'; usb.getDeviceList()", 1],
  ["import fs from 'fs'; fs.createReadStream('/dev/video0')", 1],
  ["import fs from 'fs'; fs.chownSync('/tmp/x', 0, 0)", 1],
  ['if (process.getuid() !== 0) process.exit(1)', 1],
  ["import http from 'http'; http.get({ socketPath: '/var/run/docker.sock', path: '/' })", 1],
  ["import fs from 'fs'; fs.readFileSync('/dev/null')", 0],
  ["import fs from 'fs'; fs.readFileSync('/root/.aws/credentials')", 1],
  ["import fs from 'fs'; import os from 'os'; fs.readFileSync(os.homedir() + '/.ssh/id_rsa')", 1],
  [
    "import fs from 'fs'; import os from 'os'; import path from 'path'; fs.readFileSync(path.join(os.homedir(), '.kube', 'config'))",
    1,
  ],
  ["import fs from 'fs'; fs.readFileSync('/rootless/a')", 0],
  ["app.get('/root', handle)", 0],
])('%s', (text, count) => {
  const facts = readJavaScript('a.js', text, () => undefined)
  expect(facts && rightsOf(facts)).toHaveLength(count)
})
