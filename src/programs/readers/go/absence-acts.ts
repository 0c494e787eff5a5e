import { beginsIn, type Span } from '../missed-paths.ts'
import { nodesOf, type Node } from '../tree-sitter.ts'

const words = (text: string) => new Set(text.split(' '))
const writes = words(
  'os.WriteFile os.Create os.OpenFile os.Rename os.CopyFS os.Symlink os.Link ioutil.WriteFile exec.Command exec.CommandContext',
)
const makes = words('os.Mkdir os.MkdirAll')
/** What is called without anything being filled by it. */
const quiet = words(
  'log fmt slog logger logrus zap zerolog klog glog errors os filepath path strings strconv time http w c ctx t len make new append copy string byte int print println panic recover close cap delete error any',
)

/** Whether a part of a file does more than to make folders and to tell of it. */
export function actsIn(root: Node): (part: Span) => boolean {
  const writing = new Array<number>()
  const making = new Array<number>()
  const others = new Array<number>()
  const alone = new Array<number>()
  for (const call of nodesOf(root, ['call_expression'])) {
    const name = nameOf(call)
    const [first = ''] = name.split('.')
    if (writes.has(name)) writing.push(call.startIndex)
    else if (makes.has(name)) making.push(call.startIndex)
    else if (name !== '' && !quiet.has(first)) {
      others.push(call.startIndex)
      if (call.parent?.type === 'expression_statement') alone.push(call.startIndex)
    }
  }
  const [isWriting, isMaking] = [beginsIn(writing), beginsIn(making)]
  const [isOther, isAlone] = [beginsIn(others), beginsIn(alone)]
  return (part) => isWriting(part) || isAlone(part) || (isOther(part) && isMaking(part))
}

/** What a call is of: `os.Mkdir`; nothing where that is put together. */
export const nameOf = (call: Node): string => {
  const called = call.childForFieldName('function')
  return called?.type === 'identifier' || called?.type === 'selector_expression' ? called.text : ''
}

/** `log.Fatalf`, `logger.Panic`, `panic`, `os.Exit`: what ends the program. */
export function isFatalName(name: string): boolean {
  const last = name.slice(name.lastIndexOf('.') + 1)
  return name === 'panic' || name === 'os.Exit' || /^(Fatal|Panic)/.test(last)
}
