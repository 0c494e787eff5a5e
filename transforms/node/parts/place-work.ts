import type { Instruction, Placement } from '../../../src/transform.ts'
import type { NodeApp } from '../app.ts'
import { programsOfPackage } from '../../javascript/programs.ts'
import type { Question } from '../app/question.ts'
import type { ProgramTask } from '../../javascript/task.ts'
import { globalPackages, type Work } from '../../javascript/work.ts'

/** The stage of a package manager's call, or of a program of the build. */
export function placeWork({ tasks }: Work, { app, programs }: Question): Placement {
  const places = tasks.map((task): Placement => {
    if (task.kind === 'program' && fetchesBrowser(task)) return 'both'
    if (task.kind !== 'manager') return 'build'
    const { call, manager } = task
    if (call.kind === 'global') return placeGlobal(call.packages, app, programs)
    if (call.kind !== 'setup') return 'build'
    const { name, args } = task.command
    if (name === 'corepack') return programs.has('pnpm') || programs.has('yarn') ? 'both' : 'build'
    // What changes how scripts are started; registries and retries are for the install.
    const matters = args.some(
      (arg) =>
        arg !== undefined &&
        /^(script-shell|prefix|update-notifier|unsafe-perm|version|berry|nodeLinker)/.test(arg),
    )
    return matters && programs.has(manager.program) ? 'both' : 'build'
  })
  return places.find((place) => place !== 'build') ?? 'build'
}

/**
 * `playwright install --with-deps`, `puppeteer browsers install chrome`: the browser lies outside of node_modules, and its libraries in the system.
 * https://playwright.dev/docs/browsers, https://pptr.dev/guides/installation
 */
function fetchesBrowser({ name, args: [first, second] }: ProgramTask): boolean {
  if (/^playwright(-core|-chromium|-firefox|-webkit)?$/.test(name))
    return first === 'install' || first === 'install-deps'
  return (
    (name === 'puppeteer' && first === 'browsers' && second === 'install') ||
    (/^(@puppeteer\/)?browsers$/.test(name) && first === 'install')
  )
}

/** The instruction that fetches a browser, and so runs in the runtime stage, too, with the packages that it belongs to. */
export const browserFetch = (works: readonly Work[]): Instruction | undefined =>
  works.find(({ tasks }) => tasks.some((task) => task.kind === 'program' && fetchesBrowser(task)))
    ?.command.step.instruction

/** `npm install -g pm2`: for the start command, for the build, or for both. */
function placeGlobal(
  packages: readonly string[],
  app: NodeApp,
  programs: ReadonlySet<string>,
): Placement {
  const provided = packages.flatMap(programsOfPackage)
  const isRun = provided.some((program) => programs.has(program)) || loadsGlobal(app)
  if (!isRun) return 'build'
  const called = new Set(
    app.works.flatMap(({ tasks }) =>
      tasks.flatMap((task) =>
        task.kind === 'program'
          ? [task.name]
          : task.kind === 'manager' && task.call.kind !== 'global'
            ? [task.manager.program, task.command.name ?? '']
            : [],
      ),
    ),
  )
  return provided.some((program) => called.has(program)) ? 'both' : 'run'
}

/** `ENV NODE_PATH=/usr/local/lib/node_modules`: what is installed for all is there to be loaded. https://nodejs.org/api/modules.html#loading-from-the-global-folders */
const loadsGlobal = ({ facts }: NodeApp): boolean =>
  /(^|:)\/usr\/(local\/)?(lib|share\/\.config\/yarn\/global)\/node_modules\/?(:|$)/.test(
    facts.final.config.Env.get('NODE_PATH') ?? '',
  )

/** Programs of global packages that the runtime stage has. */
export function globalPrograms({ app, programs }: Question): ReadonlySet<string> {
  const names = globalPackages(app.works)
  return new Set(
    names
      .filter((name) => placeGlobal([name], app, programs) !== 'build')
      .flatMap(programsOfPackage),
  )
}
