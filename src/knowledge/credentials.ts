/** Who hands out what packages and sources are fetched with, as the names of variables begin. */
const hosts =
  'ARTIFACTORY BITBUCKET CI_JOB CODEARTIFACT COMPOSER FONTAWESOME GH GIT GITEA GITHUB GITLAB JFROG NEXUS NODE_AUTH NPM NUGET PACKAGES PACKAGIST PIP REGISTRY YARN'.split(
    ' ',
  )
/** ... and as they end. */
const kinds: ReadonlySet<string> = new Set(['AUTH', 'KEY', 'PASSWORD', 'PAT', 'TOKEN'])

/** Whether a variable's name says that a registry or a host of sources is opened with it: NPM_TOKEN, GITHUB_TOKEN, COMPOSER_AUTH. */
export function isFetchCredential(name: string): boolean {
  const upper = name.toUpperCase()
  return (
    kinds.has(upper.split('_').at(-1) ?? '') && hosts.some((host) => upper.startsWith(`${host}_`))
  )
}

/**
 * Files in which programs that fetch look for credentials: https://docs.npmjs.com/cli/configuring-npm/npmrc, https://git-scm.com/docs/git-credential-store,
 * https://getcomposer.org/doc/articles/authentication-for-private-packages.md, https://man.openbsd.org/ssh#FILES
 */
const files: ReadonlySet<string> = new Set(
  '.npmrc auth.json .netrc .git-credentials id_dsa id_ecdsa id_ed25519 id_rsa'.split(' '),
)

/** Whether a file of that name may hold what packages and sources are fetched with. */
export const isCredentialsFile = (name: string): boolean => files.has(name)
