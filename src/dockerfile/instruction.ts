/** A `--name=value` of an instruction; `value` is undefined where there is no `=` (`COPY --link`). */
export interface Flag {
  readonly name: string
  readonly value: string | undefined
  /** Offsets in the instruction's text. */
  readonly start: number
  readonly end: number
}

/** A here-document of RUN, COPY or ADD (https://docs.docker.com/reference/dockerfile/#here-documents). */
export interface Heredoc {
  readonly name: string
  /** The file descriptor before `<<`, as BuildKit's shell form allows (`3<<EOF`). */
  readonly descriptor: number | undefined
  readonly body: string
  /** False when the delimiter is quoted: the body's variables stay as they are. */
  readonly expand: boolean
  /** True for `<<-`: leading tabs are stripped. */
  readonly chomp: boolean
}

/** The instruction joined over its continuation lines, as BuildKit hands it on, with the way back to the source. */
export interface Joined {
  readonly text: string
  /** offsets[i] is where the joined text's character i stands in the instruction's own text; one more for the end. */
  readonly offsets: readonly number[]
}

/** One word of an instruction's arguments, with its place in the instruction's text. */
export interface Argument {
  /** As written, quotes and variables included, continuations joined. */
  readonly raw: string
  readonly start: number
  readonly end: number
}

/** One `KEYWORD arguments` unit with its continuation lines and here-documents. */
export interface Instruction {
  /** Upper-cased: RUN, COPY, ... */
  readonly keyword: string
  /** Blank lines and comments above it, verbatim. */
  readonly lead: string
  /** The instruction itself, verbatim: continuation lines, here-documents and its line end included. */
  readonly text: string
  /** 1-based line of its keyword. */
  readonly line: number
  readonly flags: readonly Flag[]
  /** What follows keyword and flags, on one line; of a here-document only the opening words. */
  readonly body: Joined
  readonly form: 'shell' | 'exec'
  /** The strings of the JSON form, exactly; undefined in shell form. */
  readonly exec: readonly string[] | undefined
  readonly heredocs: readonly Heredoc[]
  /** The words of the body (shell form), split as BuildKit splits them for COPY, ENV, EXPOSE and the like. */
  readonly words: readonly Argument[]
}

/** A FROM and what follows, up to the next FROM. */
export interface Stage {
  readonly index: number
  readonly from: Instruction
  /** Lower-cased, as BuildKit compares it. */
  readonly name: string | undefined
  /** What FROM names, as written: an image reference with its variables, or an earlier stage. */
  readonly base: string
  readonly platform: string | undefined
  /** Without the FROM itself. */
  readonly instructions: readonly Instruction[]
}

export interface Directive {
  readonly name: string
  readonly value: string
  readonly line: number
}

/** `printDockerfile(dockerfile) === source`, for every source that is accepted. */
export interface Dockerfile {
  readonly source: string
  readonly directives: readonly Directive[]
  readonly escape: '\\' | '`'
  readonly lineEnd: '\n' | '\r\n'
  /** ARG before the first FROM. */
  readonly globalArgs: readonly Instruction[]
  readonly stages: readonly Stage[]
  /** Every instruction in file order, global ARGs and FROMs included. */
  readonly instructions: readonly Instruction[]
  /** What stands below the last instruction: comments and blank lines. */
  readonly tail: string
}

/** Why a text is no Dockerfile that can be worked on. */
export interface ParseFailure {
  readonly code: 'not-a-dockerfile' | 'invalid-dockerfile' | 'unsupported-syntax'
  readonly reason: string
  readonly line: number | undefined
}
