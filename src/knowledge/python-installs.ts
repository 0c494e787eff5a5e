const python = /^python(\d(\.\d+)?)?$/

const baseName = (word: string) => word.slice(word.lastIndexOf('/') + 1)

/** Python itself, by its name on PATH. */
export const isPython = (name: string): boolean => python.test(baseName(name))

/** `pip3 install`, `python3 -m pip install`, `python3 -m venv`, `/opt/venv/bin/pip install`. https://pip.pypa.io/en/stable/cli/pip_install/ */
export function isPythonInstall(name: string, args: readonly (string | undefined)[]): boolean {
  const isModule = isPython(name) && args[0] === '-m'
  const [first = '', second] = isModule ? args.slice(1) : [baseName(name), ...args]
  return first === 'venv' || (/^pip(\d(\.\d+)?)?$/.test(first) && second === 'install')
}
