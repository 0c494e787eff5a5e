import { isWithin, placeOf, type Change, type Leaving } from '../../src/transform.ts'
import type { ConfFile } from './parts/conf-file.ts'
import { exposedPorts } from './site/exposed-ports.ts'
import { developmentStage } from './refuse/development.ts'
import { buildFailsOn } from '../javascript/tools/index.ts'
import type { Serving } from '../javascript/tools/servers/serving.ts'
import type { Fallback } from '../javascript/tools/tool.ts'
import { modeChoiceOf } from './site/mode-sources.ts'
import type { Site } from './app.ts'

/** What the user reads of the split. */
export function describeSite(
  site: Site,
  { file: conf, fallback }: { readonly file: ConfFile; readonly fallback: Fallback },
  image: string,
  isCopied: boolean,
): Change {
  const { serving, folder, facts } = site
  const exposed = exposedPorts(facts.final)
  const port =
    exposed.length === 0 || exposed.includes(serving.port)
      ? ''
      : ` It listens on ${serving.port}, as \`${serving.label}\` does; EXPOSE names ${exposed.join(', ')}.`
  const note = conf.note === undefined ? '' : ` ${conf.note}`
  const change = {
    rule: 'split-stages',
    title: isCopied
      ? 'Serve the files with nginx instead of Node'
      : 'Build in a builder stage, serve the files with nginx',
    why: `${isCopied ? 'The files are copied as they are; ' : ''}${image} serves ${folder} on ${site.server.takesPort ? `the port that PORT says (${serving.port} where nothing sets it)` : `port ${serving.port}`} as \`${serving.label}\` does (${conf.path}).${port}${note}${differences(serving, fallback)}`,
    evidence: site.evidence,
  }
  return serving.by === 'development-server'
    ? { ...change, risk: 'review', assumption: assumptionOf(site) }
    : { ...change, risk: 'safe' }
}

/** What run time does without; where the whole of the application's folder is served, its files go on with it. */
export function leavingsOf({ facts: { final }, serving, folder }: Site): readonly Leaving[] {
  const isWhole = serving.cwd !== undefined && isWithin(serving.cwd, folder)
  return [
    ...(final.base.family === 'node' ? [{ what: 'Node', isOfImage: true }] : []),
    ...(isWhole ? [] : [{ what: 'the sources' }, { what: 'the packages' }]),
  ]
}

/** Servers that compress what they send, unless told not to; nginx does where nginx.conf says so. */
const compressing: readonly string[] = [
  'serve',
  'serve -s',
  'vite preview',
  'astro preview',
  'vitepress preview',
  'gatsby serve',
]

/** What nginx does otherwise where no assumption is needed for it; docs/static-sites.md has all of it. */
function differences({ label }: Serving, fallback: Fallback): string {
  const said = [
    compressing.includes(label)
      ? ` \`${label}\` compresses text, nginx.conf does not: that is left to what stands before it, or to a \`gzip on;\` of yours.`
      : '',
    label === 'serve' ? ' /about.html is answered, and no longer sent to /about.' : '',
    fallback.kind === 'page'
      ? ''
      : fallback.page === undefined
        ? " What is not there gets nginx's own page."
        : ` What is not there gets the site's ${fallback.page.slice(1)}, or else nginx's own page.`,
  ]
  return said.join('')
}

function assumptionOf(site: Site): string {
  const { serving, added, facts } = site
  const build = added === undefined ? 'the build' : `\`${added.line.replace(/^RUN /, '')}\``
  const proxies =
    serving.proxies.length === 0 ? '' : ' What its proxy handed on goes to the same servers.'
  const files = facts.project.isFile('.env.development')
    ? ' .env.development is no longer read.'
    : ''
  const checks =
    added?.leavesChecks === true
      ? ' The script "build" makes checks first, which the development server does not: they are left out.'
      : ''
  const faults = added === undefined ? undefined : buildFailsOn(added.build.task, site.server.view)
  const strict =
    faults === undefined
      ? ''
      : ` A build ends on ${faults}, the development server does not: try ${build} once.`
  const choice = modeChoiceOf(site)
  const mode =
    choice === undefined
      ? ''
      : ` ${placeOf(choice.at)} chooses by the mode (\`${choice.at.text}\`): the site has what it says for a build.`
  const stage = developmentStage(facts)
  const name =
    stage === undefined
      ? ''
      : ` Its stage is named "${stage}", which nothing in the project builds by that name.`
  return `The development server stands in for a web server: nobody edits files in the container, and what ${build} makes is what is meant to be served.${proxies}${files}${checks}${strict}${mode}${name}`
}
