import ignore from 'ignore'

/** Tells whether patterns as in .gitignore take a path: relative, with `/`. https://git-scm.com/docs/gitignore#_pattern_format */
export function gitPatterns(patterns: string | readonly string[]): (path: string) => boolean {
  const says = gitVerdict(patterns)
  return (path) => says(path) === true
}

/** The same, false for a path of which an exception is the last to say something; undefined where none does. A folder ends with `/`. */
export function gitVerdict(
  patterns: string | readonly string[],
): (path: string) => boolean | undefined {
  const matcher = ignore({ ignorecase: false, allowRelativePaths: true }).add(patterns)
  return (path) => {
    const { ignored, unignored } = matcher.test(path)
    return ignored ? true : unignored ? false : undefined
  }
}
