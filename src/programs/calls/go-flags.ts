import type { Call } from '../call.ts'
import { isPortName, portOf } from '../port.ts'
import type { SourceFacts } from '../source-facts.ts'

/** Packages of flags whose functions have these names: https://pkg.go.dev/flag, https://pkg.go.dev/github.com/spf13/pflag */
const flagFunction = /^(?:String|Int|Uint)(?:16|32|64)?(Var)?(P)?$/
const flagModules: ReadonlySet<string> = new Set(['flag', 'github.com/spf13/pflag'])

/** The port that a flag has unless the start gives another one: `flag.String("addr", ":80", "address to listen on")`. */
export function portsOfFlags(calls: readonly Call[]): NonNullable<SourceFacts['namedPorts']> {
  return calls.flatMap(({ name: called, module, args, at }) => {
    const found = flagFunction.exec(called)
    if (found === null) return []
    const [, isVar, hasLetter] = found
    const first = isVar === undefined ? 0 : 1
    const flag = args[first]?.text()
    const text = args[first + (hasLetter === undefined ? 1 : 2)]?.text()
    if (flag === undefined || text === undefined) return []
    const isAddress = /^[\w.[\]]*:\d+$/.test(text)
    const isNamed = isPortName(flag.slice(flag.lastIndexOf('.') + 1).replaceAll('-', '_'))
    const port = isAddress || (isNamed && isOfFlags(module)) ? portOf(text) : undefined
    return port === undefined ? [] : [{ port, flag, at }]
  })
}

const isOfFlags = (module: string | undefined) => module !== undefined && flagModules.has(module)
