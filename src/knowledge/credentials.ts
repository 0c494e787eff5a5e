/** Who hands out what packages and sources are fetched with, as the names of variables begin. */
const hosts =
  'ARTIFACTORY BITBUCKET BUNDLE CI_JOB CODEARTIFACT COMPOSER FONTAWESOME GEMFURY GH GIT GITEA GITHUB GITLAB JFROG NEXUS NODE_AUTH NPM NUGET PACKAGES PACKAGIST PIP POETRY PYPI REGISTRY SENTRY_AUTH SSH UV YARN'.split(
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
 * https://getcomposer.org/doc/articles/authentication-for-private-packages.md, https://man.openbsd.org/ssh#FILES,
 * https://pip.pypa.io/en/stable/topics/configuration/, https://packaging.python.org/en/latest/specifications/pypirc/
 */
const files: ReadonlySet<string> = new Set(
  '.npmrc auth.json .netrc .git-credentials .pypirc pip.conf id_dsa id_ecdsa id_ed25519 id_rsa'.split(
    ' ',
  ),
)

/** Whether a file of that name may hold what packages and sources are fetched with. */
export const isCredentialsFile = (name: string): boolean => files.has(name)

/**
 * Words that the names of secrets end with, alone or behind others. The list of BuildKit, and what it has no room for: https://docs.docker.com/reference/build-checks/secrets-used-in-arg-or-env/
 */
const secretWord =
  /^(?:CREDENTIALS?|PWORD|(?:ACCESS|AUTH)?TOKEN)$|(?:APIKEY|PASSPHRASE|PASSWD|PASSWORD|SECRET)$/
/** ... and behind others only. */
const lastWords: ReadonlySet<string> = new Set('AUTH KEY PASS PAT PW PWD'.split(' '))
/** Words that make it the name of something, or one for everybody; NOPASSWD is of sudoers. */
const openWords: ReadonlySet<string> = new Set(
  'CACHE FOREIGN INDEX NOPASSWD OBJECT PARTITION PRIMARY PUBLIC PUBLISHABLE SORT'.split(' '),
)

/** Whether a variable, a setting or a field of that name holds a secret: DB_PASSWORD, jwtSecret, SECRET_KEY_BASE, api-key. */
export function isSecretName(name: string): boolean {
  const words = wordsOf(name.slice(-100).replace(/(?:[_.-]?(?:\d|BASE|BASE64|VALUE))+$/i, ''))
  const last = words.at(-1) ?? ''
  if (words.some((word) => openWords.has(word))) return false
  // The mark of a public key, by which it is fetched: GPG_KEY=5167DE33...
  if (last === 'KEY' && words.some((word) => /^(GPG|PGP)$/.test(word))) return false
  return secretWord.test(last) || (words.length > 1 && lastWords.has(last)) || isAccessKey(words)
}

/** The half of a pair that is written down beside its secret: https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_access-keys.html */
const isAccessKey = (words: readonly string[]): boolean => words.join('_').endsWith('ACCESS_KEY_ID')

const wordsOf = (name: string): readonly string[] =>
  name
    .replace(/([a-z\d])([A-Z])/g, '$1_$2')
    .toUpperCase()
    .split(/[_.-]+/)
    .filter((word) => word !== '')
