import type { ForgeKind } from '../forge.ts'

const github = (folder: string): RegExp =>
  new RegExp(`^${folder}pull_request_template(\\.(md|txt))?$`, 'i')

/**
 * Where each host looks, the first place first. Forms in YAML are for its web page.
 * https://docs.github.com/en/communities/using-templates-to-encourage-useful-issues-and-pull-requests/creating-a-pull-request-template-for-your-repository,
 * https://docs.gitea.com/usage/issue-pull-request-templates, https://forgejo.org/docs/latest/user/issue-pull-request-templates/,
 * https://docs.gitlab.com/user/project/description_templates/#set-a-default-template-for-merge-requests-and-issues
 */
const places = {
  github: [github('\\.github/'), github(''), github('docs/')],
  gitea: [github('\\.forgejo/'), github('\\.gitea/'), github('')],
  gitlab: [/^\.gitlab\/merge_request_templates\/default\.md$/i],
  bitbucket: [github('\\.bitbucket/')],
} as const

/**
 * The path of a repository's own template, among its paths: at its host's place, else where another host has it, since a repository that moved
 * still means it. Of a folder with several templates a person chooses: none is taken.
 */
export function findTemplate(paths: readonly string[], kind?: ForgeKind): string | undefined {
  const own = kind === undefined || kind === 'git' ? [] : places[kind]
  for (const place of [...own, ...Object.values(places).flat()]) {
    const found = paths.find((path) => place.test(path))
    if (found !== undefined) return found
  }
  return undefined
}
