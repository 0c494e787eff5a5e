import {
  isLeftOutOfGit,
  readInstall,
  remember,
  rememberOf,
  type Facts,
  type Project,
  type StageFacts,
} from '../../../src/transform.ts'
import type { MadeFolder } from './made-in-image.ts'

/**
 * Whether a stage has no use for packages that others install: an image of PHP or Go for the node_modules of its pages. A clone brings none, no
 * program of the stage loads them, and no page or source names their folder.
 */
export function hasNoUse({ path, packages }: MadeFolder, stage: StageFacts, facts: Facts): boolean {
  if (packages === undefined) return false
  const { loader } = packages
  return (
    isLeftOutOfGit(path, facts.project) &&
    stage.base.hasProgram(loader.program) === false &&
    !stage.commands.some(
      ({ argv, name }) =>
        loader.packages.test(name ?? '') ||
        readInstall(argv)?.packages.some((each) => loader.packages.test(each.name)) === true,
    ) &&
    !namedIn(facts.project)(packages.name)
  )
}

/** Above this they are not read: whatever is asked counts as named. */
const mostFiles = 1500

/** What is sent to browsers, or read by a program; tools' own settings name such folders to leave them out. */
const isPage = (path: string) =>
  /\.(php|phtml|x?html?|twig|tpl|latte|mustache|hbs|tmpl|gohtml|templ|go|css|conf|ini|sh)$/.test(
    path,
  ) ||
  (/(^|\/)(public|static|web|www|htdocs|assets)\//.test(path) && /\.m?js$/.test(path))

const isOfOthers = (path: string) => /(^|\/)(node_modules|vendor|\.git)\//.test(path)

function isNamed(name: string, project: Project): boolean {
  const pages = project.files().filter((path) => isPage(path) && !isOfOthers(path))
  return (
    pages.length > mostFiles || pages.some((path) => project.read(path)?.includes(name) === true)
  )
}

const namedIn = rememberOf((project: Project) => remember((name) => isNamed(name, project)))
