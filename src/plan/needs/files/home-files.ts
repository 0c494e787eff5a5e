import { lineEvidence } from '../../../facts/evidence.ts'
import type { Facts } from '../../../facts/facts.ts'
import { homeOf } from '../../../facts/stages/home-of-root.ts'
import { baseName, isWithin } from '../../../facts/image-path.ts'
import { isCredentialsFile } from '../../../knowledge/credentials.ts'
import { needAt, type FileNeed } from '../seen/file-need.ts'

/** What fetches and builds looks for in a home folder: caches, keys, settings of git, of shells and of package managers. */
const ofBuild = new Set(
  '.cache .npm .yarn .yarnrc .yarnrc.yml .ssh .gnupg .gitconfig .git-credentials .m2 .gradle .cargo .rustup .composer .bashrc .profile .bash_profile .zshrc .vimrc .nvm'.split(
    ' ',
  ),
)

/**
 * Files of the context that the author copies to where libraries look by themselves, below a name of the home folder with a dot: the
 * profiles of a cloud, the configuration of a cluster. No source names them.
 */
export function homeNeeds(facts: Facts): readonly FileNeed[] {
  const { final } = facts
  const home = homeOf(final)
  if (home === undefined) return []
  return final.copies.flatMap(({ from, paths, step }) =>
    from !== undefined
      ? []
      : paths.flatMap(({ target }) => {
          const [top = ''] = isWithin(target, home) ? target.slice(home.length + 1).split('/') : []
          return !top.startsWith('.') || ofBuild.has(top) || isCredentialsFile(baseName(target))
            ? []
            : (needAt(target, lineEvidence(step.instruction), facts) ?? [])
        }),
  )
}
