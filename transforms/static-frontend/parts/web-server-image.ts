import { viewOf, type StageView } from '../../javascript/stage-view.ts'
import { readWorks, type Work } from '../../javascript/work.ts'
import { directivesOf } from './directives.ts'
import { touches } from '../site/site-build.ts'
import {
  type Copy,
  type Facts,
  isWithin,
  lineEvidence,
  listText,
  nothingToLeave,
  outermostPaths,
  readPackageCommand,
  type Placement,
  type Refusal,
  refuse,
  type RunCommand,
  type Split,
} from '../../../src/transform.ts'

// FROM nginx ... RUN apt-get install -y nodejs ... COPY . /app ... RUN npm ci && npm run build && cp -r dist/. /usr/share/nginx/html
//   => builder: all of that
//      runtime: the same nginx with its configuration and the folders that it serves

const html = '/usr/share/nginx/html'

/** An nginx that is the only stage: its own program serves the files already. */
export const isNginxImage = ({ stages, final }: Facts): boolean =>
  stages.length === 1 && /^(nginx|nginxinc\/nginx-unprivileged)$/.test(final.base.family)

/** Leaves Node and the sources behind where the site is built in the image that serves it. */
export function splitNginxImage(facts: Facts): Split | Refusal {
  const view = viewOf(facts.final, facts)
  const works = readWorks(view)
  if (!works.some(isNodeWork)) return nothingToLeave
  const foreign = facts.start?.processes.find(({ name }) =>
    /^(node|npm|yarn|pnpm|npx)$/.test(name ?? ''),
  )
  if (foreign !== undefined)
    return refuse(
      'static-site',
      `The start command runs ${foreign.name ?? 'another program'} beside nginx. Give each an image of its own.`,
      facts.start?.instruction?.line,
    )
  const installer = works.find(({ command }) => isNodeSetup(command))
  if (installer === undefined)
    return refuse(
      'runtime-base-lacks-program',
      `${facts.final.base.reference.text} has no Node, and no RUN installs it: the build fails today.`,
      works.find(isNodeWork)?.command.step.instruction.line,
    )
  const roots = rootsOf(view, facts)
  if ('reason' in roots) return roots
  return splitOf(facts, works, roots)
}

const isNodeWork = ({ isNode, tasks }: Work) =>
  isNode && tasks.some((task) => task.kind === 'manager' || task.kind === 'unknown' || task.isLocal)

/** `apt-get install nodejs`, `apk add nodejs npm`, NodeSource's script. */
const isNodeSetup = ({ argv }: RunCommand) =>
  argv.some(
    (word) => /^(nodejs|npm|node)$/.test(word ?? '') || /nodesource\.com/.test(word ?? ''),
  ) &&
  (readPackageCommand(argv) !== undefined || /^(curl|wget)$/.test(argv[0] ?? ''))

/** The folders that nginx's configuration serves; its own html folder where nothing replaces that. */
function rootsOf(view: StageView, facts: Facts): readonly string[] | Refusal {
  const files = facts.final.copies
    .filter(isConfiguration)
    .flatMap((copy) =>
      copy.paths.flatMap(({ source, isFolder }) =>
        isFolder ? view.project.files(source) : [source],
      ),
    )
    .filter((path) => /\.conf$|\.template$|(^|\/)default$/.test(path))
  const roots = new Set<string>()
  for (const file of files) {
    const directives = directivesOf(view.project.read(file) ?? '')
    const named = directives?.filter(({ name }) => name === 'root' || name === 'alias') ?? []
    const computed = named.find(({ value }) => !value.startsWith('/') || value.includes('$'))
    const foreign = directives?.find(
      ({ name, value }) =>
        /^(ssl_certificate|auth_basic_user_file|include)$/.test(name) &&
        value.startsWith('/') &&
        !value.startsWith('/etc/nginx/'),
    )
    const why =
      directives === undefined
        ? "can't be read"
        : computed !== undefined
          ? `computes its ${computed.name}`
          : foreign !== undefined
            ? `names ${foreign.value}, which is not part of its folders`
            : undefined
    if (why !== undefined)
      return refuse(
        'unknown-site-folder',
        `Which folders nginx reads can't be told: ${file} ${why}.`,
      )
    for (const { value } of named) roots.add(value.length > 1 ? value.replace(/\/$/, '') : value)
  }
  const all = roots.size === 0 ? [html] : [...roots]
  const wide = all.find((root) => root === '/' || /^\/(etc|usr|var|app)$/.test(root))
  return wide === undefined
    ? all
    : refuse('unknown-site-folder', `nginx serves ${wide}, which holds more than the site.`)
}

const isConfiguration = ({ destination }: Copy) =>
  destination !== undefined && isWithin(destination, '/etc/nginx')

function splitOf(facts: Facts, works: readonly Work[], roots: readonly string[]): Split | Refusal {
  const { final } = facts
  const last = final.steps.findLast(({ instruction }) =>
    /^(RUN|COPY|ADD)$/.test(instruction.keyword),
  )
  if (last === undefined) throw new Error('a stage that builds has a RUN')
  const outer = outermostPaths(roots)
  const evidence = works
    .filter(isNodeWork)
    .map(({ command: { step } }) => lineEvidence(step.instruction))
  return {
    kind: 'split',
    runtimeBases: [{ image: final.stage.base, pays: true }],
    placeCommand: (command) => placeCommand(command, works),
    placePackage: (name) =>
      /^(nodejs|npm|yarn|git|python3?|make|g\+\+|gcc|build-essential|gnupg|curl)$/.test(name)
        ? 'build'
        : undefined,
    placeCopy: (copy) => placeCopy(copy, outer),
    artifacts: outer.map((path) => ({
      path,
      isFolder: true,
      after: last.instruction,
      evidence,
    })),
    behaviour: { writes: [], writesElsewhere: undefined, ports: [], programs: [] },
    leaves: [{ what: 'Node' }, { what: 'the sources' }, { what: 'the packages' }],
    change: {
      rule: 'split-stages',
      title: 'Build in a builder stage, serve the files with the same nginx',
      why: `nginx serves ${listText(outer)}.`,
      risk: 'safe',
      evidence,
    },
  }
}

/** Node's own work and its installation; the rest is the engine's to place. */
function placeCommand(command: RunCommand, works: readonly Work[]): Placement | undefined {
  const work = works.find((item) => item.command === command)
  if (work !== undefined && isNodeWork(work)) return 'build'
  if (isNodeSetup(command) && /^(curl|wget)$/.test(command.name ?? '')) return 'build'
  // `curl ... | bash -` of NodeSource.
  const isPiped = works.some(
    ({ command: other }) =>
      other !== command &&
      other.link !== undefined &&
      other.link === command.link &&
      isNodeSetup(other),
  )
  return isPiped ? 'build' : undefined
}

/** nginx's configuration runs; what it serves comes from the builder. */
function placeCopy(copy: Copy, roots: readonly string[]): Placement {
  if (isConfiguration(copy)) return 'run'
  const { destination } = copy
  const isSite = roots.some((root) => touches(destination, root))
  const isProject = copy.paths.some(
    ({ isFolder, source }) => isFolder || /package(-lock)?\.json|yarn\.lock/.test(source),
  )
  return isSite || isProject ? 'build' : 'both'
}
