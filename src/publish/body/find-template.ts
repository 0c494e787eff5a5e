/**
 * Where hosts look for the template of a pull request, in this order:
 * https://docs.github.com/en/communities/using-templates-to-encourage-useful-issues-and-pull-requests/about-issue-and-pull-request-templates,
 * https://docs.gitea.com/usage/issue-pull-request-templates, https://docs.gitlab.com/user/project/description_templates/
 */
const places: readonly RegExp[] = [
  /^\.(gitea|forgejo|github)\/pull_request_template\.(md|txt)$/i,
  /^pull_request_template\.(md|txt)$/i,
  /^docs\/pull_request_template\.(md|txt)$/i,
  /^\.gitlab\/merge_request_templates\/default\.md$/i,
]

/** The path of a repository's own template, among its paths. Where there are several to choose from, a person chooses: none is taken. */
export function findTemplate(paths: readonly string[]): string | undefined {
  for (const place of places) {
    const found = paths.find((path) => place.test(path))
    if (found !== undefined) return found
  }
  return undefined
}
