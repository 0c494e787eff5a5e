import ignore from 'ignore'

/** Tells whether patterns as in .gitignore take a path: relative, with `/`. https://git-scm.com/docs/gitignore#_pattern_format */
export function gitPatterns(patterns: string | readonly string[]): (path: string) => boolean {
  const matcher = ignore({ ignorecase: false, allowRelativePaths: true }).add(patterns)
  return (path) => matcher.ignores(path)
}
