import {
  type Ecosystem,
  type Facts,
  placeOf,
  type Refusal,
  refuse,
  type Split,
} from '../../src/transform.ts'
import { startLine } from '../javascript/start-line.ts'
import { javascriptLaunchers } from '../javascript/launchers/index.ts'
import { javascriptBuilder } from '../javascript/tools/builder.ts'
import { confFile, type ConfFile } from './parts/conf-file.ts'
import { confOf, targetOf } from './parts/conf-of-site.ts'
import { readCopiedSite, type CopiedSite } from './site/copied-site.ts'
import { describeSite, leavingsOf } from './describe.ts'
import { portLine, runtimeLines } from './parts/runtime-lines.ts'
import { placeSite, type Places } from './parts/place.ts'
import { proxyLocations } from './parts/proxies.ts'
import { refuseDevelopment } from './refuse/development.ts'
import { changedLines, namedByLabels } from './parts/changed-lines.ts'
import { refuseEnvironment } from './refuse/environment.ts'
import { refuseMode } from './refuse/mode.ts'
import { refuseRunTimeVariables, refuseWorkAtStart } from './refuse/run-time.ts'
import { isUnrepeatable, type Unrepeatable } from '../javascript/tools/servers/serving.ts'
import { readSite, type Site } from './app.ts'
import { readStartServer } from './site/run-time-port.ts'
import { isNginxImage, splitNginxImage } from './parts/web-server-image.ts'

// FROM node:20 ... RUN npm ci ... RUN npm run build ... CMD ["serve", "-s", "dist"]
//   => builder: everything up to the build
//      runtime: nginx with what was built, and an nginx.conf beside the Dockerfile that answers as the server did
//
// https://docs.docker.com/guides/reactjs/containerize/

export const staticFrontend: Ecosystem = {
  name: 'static-frontend',
  title: 'Static frontends',
  about:
    'A page that a server of Node hands out is built in the builder and served by nginx, on the same port, with the same fallback and headers, by an `nginx.conf` that is written beside the Dockerfile.',
  launchers: javascriptLaunchers,
  builder: javascriptBuilder,
  // What others start instead, they would start in nginx's image, too.
  matches: (facts) =>
    isNginxImage(facts) ||
    (facts.start?.given === undefined && readStartServer(facts) !== undefined),
  split,
}

/** nginx's fixed line; the unprivileged image can't listen below 1024. https://hub.docker.com/r/nginxinc/nginx-unprivileged */
const imageFor = (port: number) =>
  port < 1024 ? 'nginx:1.28-alpine' : 'nginxinc/nginx-unprivileged:1.28-alpine'

function split(facts: Facts): Split | Refusal {
  if (isNginxImage(facts)) return splitNginxImage(facts)
  const server = readStartServer(facts)
  if (server === undefined) throw new Error('asked for a file that does not match')
  const { serving } = server
  if (isUnrepeatable(serving)) return refuseServer(serving, facts)
  const site =
    (serving.by === 'development-server' ? refuseDevelopment(facts, serving) : undefined) ??
    refuseWorkAtStart(facts, server) ??
    readSite(facts, server, serving)
  if ('reason' in site) return site
  const refusal = refuseRunTimeVariables(site) ?? refuseEnvironment(site) ?? refuseMode(site)
  if (refusal !== undefined) return refusal
  const proxies = proxyLocations(site)
  return 'reason' in proxies ? proxies : splitOf(site, proxies)
}

function splitOf(site: Site, proxies: Parameters<typeof confOf>[1]): Split {
  const { facts, serving } = site
  const image = imageFor(serving.port)
  const { fallback, ...does } = confOf(site, proxies)
  const conf = confFile(facts, { ...does, fallback })
  const places = placeSite(site)
  const copied = readCopiedSite(site, places.isBuilt)
  return {
    kind: 'split',
    runtimeBases: [{ image, pays: true, isFree: true }],
    placeCommand: () => 'build',
    placePackage: () => 'build',
    placeCopy: () => (copied === undefined ? 'build' : 'run'),
    artifacts: [],
    insteadOfDropped: `nginx does this now, by ${conf.path}.`,
    contract: [
      ...['Cmd', 'Entrypoint', 'User', 'WorkingDir', 'StopSignal', 'Shell', 'Healthcheck'],
      ...['Env.*', 'Volumes.*', 'ExposedPorts.*'],
    ],
    behaviour: { writes: [], writesElsewhere: undefined, ports: [serving.port], programs: [] },
    otherFiles: conf.otherFiles,
    leaves: copied === undefined ? leavingsOf(site) : [],
    change: describeSite(site, { file: conf, fallback }, image, copied !== undefined),
    ...(copied === undefined ? builtSite(site, places, conf) : copiedSite(site, copied, conf)),
  }
}

type Parts = Pick<Split, 'placeInstruction' | 'runtimeSetup' | 'runtimeRewrites'> & Partial<Split>

function builtSite(
  site: Site,
  { placeInstruction, rewrites, last }: Places,
  conf: ConfFile,
): Parts {
  const { folder, added, evidence } = site
  const target = targetOf(site)
  return {
    placeInstruction,
    builderRewrites: rewrites,
    afterBuild: added === undefined ? [] : [added.line],
    runtimeSetup: runtimeLines(site, conf, last),
    runtimeRewrites: changedLines(site),
    artifacts: [{ path: folder, target, isFolder: true, after: last, evidence }],
  }
}

function copiedSite(site: Site, { rewrites }: CopiedSite, conf: ConfFile): Parts {
  const named = namedByLabels(site.facts)
  const port = portLine(site)
  return {
    withoutBuilder: true,
    placeInstruction: (instruction) =>
      /^(EXPOSE|LABEL|MAINTAINER|HEALTHCHECK)$/.test(instruction.keyword) ||
      rewrites.some((rewrite) => rewrite.instruction === instruction)
        ? undefined
        : named.has(instruction) || instruction === port
          ? 'run'
          : 'nowhere',
    runtimeSetup: runtimeLines(site, conf, undefined),
    runtimeRewrites: [...rewrites, ...changedLines(site)],
  }
}

function refuseServer({ label, why, cause, evidence }: Unrepeatable, facts: Facts): Refusal {
  const line = startLine(facts)
  const where =
    evidence === undefined || evidence.path === 'Dockerfile' ? '' : ` (${placeOf(evidence)})`
  const code = cause === 'proxy' ? 'proxy-not-translated' : 'server-not-translated'
  return refuse(
    code,
    `Line ${line} serves the site with \`${label}\`${where}: ${why}. What nginx would have to do can't be told.`,
    line,
  )
}
