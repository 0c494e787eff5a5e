import type { Evidence } from '../../../src/transform.ts'
import type { StageView } from '../../javascript/stage-view.ts'
import { valuesIn } from './assignments.ts'
import { callsIn } from './calls.ts'
import { fileWrite } from './file-writes.ts'
import { runtimeSources } from './php-files.ts'
import { startedPrograms } from './started-programs.ts'
import { tokensOf } from './tokens.ts'

/** What the sources of an application do to the system around them. */
export interface ProgramFacts {
  /** Absolute paths of the image. */
  readonly writes: readonly { readonly path: string; readonly evidence: Evidence }[]
  readonly programs: readonly { readonly name: string; readonly evidence: Evidence }[]
  /** Why that is not all; undefined where it is. */
  readonly gap: string | undefined
}

const interesting =
  /\b(file_put_contents|fopen|mkdir|rmdir|touch|unlink|tempnam|session_save_path|move_uploaded_file|copy|rename|symlink|link|image(png|jpeg|gif|webp|avif|bmp)|error_log|ini_set|pdo|sqlite3|splfileobject|\w*handler|\w*adapter|move|moveto|saveas|saveto|save|writeimage|writefile|store|put|dumpfile|exec|shell_exec|system|passthru|popen|proc_open|pcntl_exec|process|fromshellcommandline)\s*\(|`/i

/** Reads the sources of a folder of the image that run time may load. `cwd` is what relative paths start from, where that is known; `without` folders of the context that are left out. */
export function programFacts(
  view: StageView,
  folder: string,
  cwd: string | undefined,
  without: readonly string[],
): ProgramFacts {
  const root = view.contextPath(folder)
  const paths =
    root === undefined ? [] : runtimeSources(view.project, root, { withSeeds: false, without })
  if (paths.length === 0)
    return { writes: [], programs: [], gap: 'no sources of the program are in the build context' }
  const writes: ProgramFacts['writes'][number][] = []
  const programs: ProgramFacts['programs'][number][] = []
  let gap: string | undefined
  for (const path of paths) {
    const text = view.project.read(path)
    if (text === undefined) {
      gap ??= `${path} can't be read`
      continue
    }
    if (!interesting.test(text)) continue
    const tokens = tokensOf(text)
    const file = view.imagePath(path) ?? `${folder}/${path}`
    const context = { file, root: folder, cwd, values: valuesIn(tokens) }
    const at = (line: number): Evidence => ({
      path,
      line,
      text: text.split('\n')[line - 1]?.trim() ?? '',
    })
    for (const call of callsIn(tokens)) {
      const write = fileWrite(call, context)
      if (write === undefined || write.to.kind === 'free') continue
      if (write.to.kind === 'unknown')
        gap ??= `${path}:${write.line} may write to a file whose path is only known at run time`
      else
        writes.push({
          path: write.to.kind === 'path' ? write.to.path : write.to.folder,
          evidence: at(write.line),
        })
    }
    for (const { name, line } of startedPrograms(tokens, context))
      if (name === undefined)
        gap ??= `${path}:${line} starts a program that is only known at run time`
      else programs.push({ name, evidence: at(line) })
  }
  return { writes, programs, gap }
}
