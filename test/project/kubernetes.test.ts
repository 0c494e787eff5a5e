import path from 'node:path'
import { expect, test } from 'vitest'
import { openProject } from '../../src/project/open-project.ts'
import type { Usage } from '../../src/project/project.ts'
import { tempFolder } from './temp-folder.ts'

/** What runs the image of ./Dockerfile, or of another one, in Kubernetes. */
function pods(files: Readonly<Record<string, string>>, dockerfile = 'Dockerfile') {
  const root = tempFolder({ '.git/HEAD': '', Dockerfile: 'FROM scratch\n', ...files })
  const project = openProject({ root, dockerfilePath: path.join(root, dockerfile) })
  return project.usages().filter(({ kind }) => kind === 'kubernetes')
}

const words = (usage: Usage): string =>
  [`${usage.path}:${usage.line}`, usage.name, usage.entrypoint ?? [], usage.command ?? []]
    .concat(usage.healthcheck ?? [])
    .flat()
    .join(' ')

const pod = (container: string, more = ''): string =>
  `apiVersion: v1\nkind: Pod\nmetadata: { name: web }\nspec:\n  containers:\n    - name: web\n      image: shop\n${container}${more}`
const named = { 'package.json': '{ "name": "shop" }' }

test('commands of every kind of object, each with its line', () => {
  const template = (command: string): string =>
    `{ spec: { containers: [{ image: shop, command: [${command}] }] } }`
  const files = {
    ...named,
    'k8s/all.yaml': `apiVersion: apps/v1
kind: Deployment
metadata: { name: web }
spec:
  template:
    spec:
      initContainers:
        - image: registry.test/acme/shop:1.2
          args: ["migrate", "--to=$(VERSION)"]
          env: [{ name: VERSION, value: "7" }]
      containers:
        - image: redis:7
        - image: shop@sha256:0000
          command: [node, server.js]
          args: [--port, "80"]
---
apiVersion: batch/v1
kind: CronJob
metadata: { name: nightly }
spec: { jobTemplate: { spec: { template: ${template('node, nightly.js')} } } }
---
apiVersion: v1
kind: List
items:
  - apiVersion: batch/v1
    kind: Job
    metadata: { name: once }
    spec: { template: ${template('node, once.js')} }
`,
    'k8s/overlays/test/pod.yml': pod('      command: [node, test.js]\n'),
  }
  expect(pods(files).map(words)).toEqual([
    'k8s/all.yaml:8 Deployment web migrate --to=7',
    'k8s/all.yaml:13 Deployment web node server.js --port 80',
    'k8s/all.yaml:20 CronJob nightly node nightly.js',
    'k8s/all.yaml:28 Job once node once.js',
    'k8s/overlays/test/pod.yml:6 Pod web node test.js',
  ])
})

test('probes and hooks are run beside the program', () => {
  const files = {
    ...named,
    'pod.yaml': pod(`      livenessProbe: { exec: { command: [curl, -f, http://localhost] } }
      readinessProbe: { httpGet: { path: /, port: 80 } }
      lifecycle: { preStop: { exec: { command: [sh, -c, sleep 5] } } }
`),
  }
  expect(pods(files).map(words)).toEqual([
    'pod.yaml:6 Pod web',
    'pod.yaml:6 Pod web CMD curl -f http://localhost',
    'pod.yaml:6 Pod web CMD sh -c sleep 5',
  ])
})

const volumes = `  volumes:
    - { name: scratch, emptyDir: {} }
    - { name: data, persistentVolumeClaim: { claimName: data } }
    - { name: conf, configMap: { name: conf } }
    - { name: key, secret: { secretName: key, defaultMode: 0400 } }
    - { name: engine, hostPath: { path: /var/run/docker.sock } }
`
const mounts = `      volumeMounts:
        - { name: scratch, mountPath: /app/tmp/ }
        - { name: data, mountPath: /data }
        - { name: conf, mountPath: /app/config }
        - { name: key, mountPath: /key }
        - { name: engine, mountPath: /var/run/docker.sock }
`

test.each([
  ['', 'host'],
  ['  securityContext: { fsGroup: 1000 }\n', 'settings'],
])('volumes%s', (security, from) => {
  const [usage] = pods({ ...named, 'pod.yaml': pod(mounts, volumes + security) })
  expect(usage?.tmpfs).toEqual(['/app/tmp'])
  expect(usage?.mounts).toEqual([
    { from, source: 'the volume data', target: '/data' },
    { from: 'settings', source: 'the files of conf', target: '/app/config' },
    { from, source: 'the files of key', target: '/key' },
    { from: 'host', source: '/var/run/docker.sock', target: '/var/run/docker.sock' },
  ])
})

test('rights, ports, and the environment', () => {
  const files = {
    ...named,
    'pod.yaml': pod(
      `      ports: [{ containerPort: 80 }]
      securityContext: { readOnlyRootFilesystem: true, capabilities: { add: [NET_RAW] } }
      envFrom: [{ configMapRef: { name: conf } }, { secretRef: { name: key } }]
      env:
        - { name: B, value: "2" }
        - { name: C, valueFrom: { secretKeyRef: { name: key, key: c } } }
`,
      '  securityContext: { runAsUser: 1000 }\n---\napiVersion: v1\nkind: ConfigMap\nmetadata: { name: conf }\ndata: { A: "1" }\n',
    ),
  }
  const [usage] = pods(files)
  expect(usage).toMatchObject({
    ...{ user: '1000', isReadOnly: true, rights: ['NET_RAW'], ports: [80] },
    environment: ['A', 'B', 'C'],
    settings: new Map([
      ['A', '1'],
      ['B', '2'],
    ]),
  })
})

const command = '      command: [node, job.js]\n'
const api = 'api/Dockerfile'
const others = { [api]: 'FROM scratch\n', 'web/Dockerfile': 'FROM scratch\n' }

test.each<[string, Record<string, string>, string, number]>([
  ['by the name of the project', named, 'Dockerfile', 1],
  ['not by another name', { 'package.json': '{ "name": "bank" }' }, 'Dockerfile', 0],
  [
    'by what compose builds',
    { 'compose.yml': 'services: { a: { build: ., image: "ghcr.io/acme/shop:1" } }' },
    'Dockerfile',
    1,
  ],
  [
    'by what compose builds from another file',
    { ...named, ...others, 'compose.yml': 'services: { a: { build: api, image: shop } }' },
    'Dockerfile',
    0,
  ],
  [
    'by what a workflow builds',
    {
      '.github/workflows/a.yml':
        'env: { NAME: acme/shop }\njobs: { a: { steps: [{ uses: docker/build-push-action@v6, with: { tags: "ghcr.io/${{ env.NAME }}:${{ github.sha }}" } }] } }',
    },
    'Dockerfile',
    1,
  ],
  [
    'by what metadata-action calls it',
    {
      '.github/workflows/a.yml':
        'jobs: { a: { steps: [{ id: meta, uses: docker/metadata-action@v5, with: { images: acme/shop } }, { uses: docker/build-push-action@v6, with: { tags: "${{ steps.meta.outputs.tags }}" } }] } }',
    },
    'Dockerfile',
    1,
  ],
  [
    'by what skaffold builds',
    { ...others, 'skaffold.yaml': 'build: { artifacts: [{ image: shop, context: api }] }' },
    api,
    1,
  ],
  ['one of several, by its folder', { 'shop/Dockerfile': '', ...others }, 'shop/Dockerfile', 1],
  ['one of several, of another folder', { 'shop/Dockerfile': '', ...others }, api, 0],
])('whose image it is: %s', (_name, files, dockerfile, found) => {
  expect(pods({ ...files, 'k8s/pod.yaml': pod(command) }, dockerfile)).toHaveLength(found)
})

test.each<[string, Record<string, string>]>([
  ['a template of Helm', { 'deploy/pod.yaml': pod('      args: [{{ .Values.a }}]\n') }],
  ['a file of a chart', { 'deploy/chart/Chart.yaml': '', 'deploy/chart/pod.yaml': pod(command) }],
  ['broken YAML', { 'k8s/pod.yaml': pod('   - [\n') }],
  ['another folder', { 'docs/pod.yaml': pod(command) }],
])('%s says nothing', (_name, files) => {
  expect(pods({ ...named, ...files })).toEqual([])
})
