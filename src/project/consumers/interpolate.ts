const REFERENCE = /\$\$|\$\{([A-Za-z_]\w*)(?:(:?[-+?])([^}]*))?\}|\$([A-Za-z_]\w*)/g

/**
 * Puts the known variables into a text, by the rules of compose files: `${A:-default}`, `${A-default}`, `$A`, `$$`.
 * A variable that is neither known nor has a default stays as written, so that `hasVariable` can tell.
 * https://docs.docker.com/reference/compose-file/interpolation/
 */
export function interpolate(text: string, known: ReadonlyMap<string, string>): string {
  return text.replace(
    REFERENCE,
    (all, braced?: string, operator?: string, rest?: string, bare?: string) => {
      if (all === '$$') return '$'
      const name = braced ?? bare ?? ''
      const value = known.get(name)
      if (operator?.endsWith('+')) return value === undefined ? '' : (rest ?? '')
      if (value !== undefined && !(value === '' && operator === ':-')) return value
      if (operator?.endsWith('-')) return rest ?? ''
      return operator === undefined ? all : `\${${name}}`
    },
  )
}

/** True where a variable, or an expression such as `${{ matrix.x }}`, is left in the text. */
export function hasVariable(text: string): boolean {
  return /\$[{A-Za-z_(]|\{\{/.test(text)
}
