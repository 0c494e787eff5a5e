import type { PathValue } from './path-value.ts'

/** A place in a source: a 1-based line, and its text without blanks around it. */
export interface SourceLine {
  readonly line: number
  readonly text: string
}

/** Something that a source loads: a module, a package, another file. */
export interface Import {
  /** As written: './app.js', 'express', 'net/http', 'App\\Kernel', '/srv/config.php'. */
  readonly specifier: string
  /**
   * Where it is named by a path that is put together, not as the language looks for modules: `__DIR__ . '/config.php'`, `fork('./job.js')`.
   * A prefix is a folder, of which any module may be meant: `require(join(__dirname, 'models', name))`.
   */
  readonly value?: PathValue
  /** False where it stands in a function, a condition or a try: it may never happen. */
  readonly isCertain: boolean
  readonly at: SourceLine
}

/** A path in a source. */
export interface PathUse {
  readonly value: PathValue
  /** `names`: it stands there, and may be a path. `writes-file` and `writes-folder` say what is made there. */
  readonly use: 'names' | 'reads' | 'writes-file' | 'writes-folder'
  readonly at: SourceLine
}

/** A program that a source starts. */
export interface StartedProgram {
  readonly name: string
  /** The words that follow; undefined where one is not known. */
  readonly args: readonly (string | undefined)[]
  /** The name and the words as paths: `node` and `join(__dirname, 'job.js')`. */
  readonly values: readonly PathValue[]
  /** The folder that it is started in; undefined where nothing is said. */
  readonly cwd: PathValue | undefined
  readonly at: SourceLine
}

/** Something that the source does and that can't be told before it runs. A gap is said, never dropped. */
export interface Gap {
  readonly what: 'reads' | 'writes' | 'starts' | 'loads'
  /** The variable of the environment that would tell it, and that nobody sets. */
  readonly variable?: string
  readonly at: SourceLine
}

/** What one source says of files, programs and ports, whatever its language. */
export interface SourceFacts {
  /** In the build context. */
  readonly path: string
  readonly imports: readonly Import[]
  readonly paths: readonly PathUse[]
  /** The commands of a line for the shell are one each. One whose name is not known is a gap. */
  readonly programs: readonly StartedProgram[]
  readonly ports: readonly { readonly port: number; readonly at: SourceLine }[]
  /** Ports that it names in settings: `module.exports = { port: 80 }`; `flag` is the name of the flag whose default one is. */
  readonly namedPorts?: readonly {
    readonly port: number
    readonly flag?: string
    readonly at: SourceLine
  }[]
  /** Variables of the environment that it reads by name. */
  readonly environment: readonly { readonly name: string; readonly at: SourceLine }[]
  /** Words in quotes that may name a package which something else loads: `app.set('view engine', 'pug')`. Each once. */
  readonly words?: readonly { readonly text: string; readonly at: SourceLine }[]
  /** What it does that only root may. */
  readonly rights?: readonly { readonly what: string; readonly at: SourceLine }[]
  /** Folders of which it does more than to make them where they are not there: one that is made in advance would stay empty, or be in its way. */
  readonly absences?: readonly { readonly value: PathValue; readonly at: SourceLine }[]
  /** Files, or folders of them, whose types it tells by their endings, for which it asks the system. */
  readonly types?: readonly {
    readonly value: PathValue
    /** It may be that there is none. */
    readonly isOptional?: boolean
    readonly at: SourceLine
  }[]
  /** Lines of calls whose failure ends the program. */
  readonly fatal?: ReadonlySet<number>
  /** Folders that it goes to: what is relative from then on is inside of them. */
  readonly goesTo?: readonly { readonly values: readonly PathValue[]; readonly at: SourceLine }[]
  readonly gaps: readonly Gap[]
}
