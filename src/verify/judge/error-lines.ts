import type { ErrorKind, ErrorLine } from '../../verification/observation.ts'

interface Row {
  readonly kind: ErrorKind
  /** Its first group that matches is the name. */
  readonly pattern: RegExp
}

/** The first that matches counts: what is special stands above what is general. */
const rows: readonly Row[] = [
  row('architecture', /exec format error|cannot execute binary file|wrong ELF class/i),
  row('time-zone', /unknown time ?zone:? ["']?([\w/+-]+)/i),
  row(
    'time-zone',
    /(?:time ?zone (?:id )?|ZoneInfoNotFoundError: .*?key )["']?([\w/+-]+)["']? (?:is invalid|not found)/i,
  ),
  row(
    'time-zone',
    /No time zone found with key ([\w/+-]+)|invalid time zone specified: ([\w/+-]+)/i,
  ),
  row(
    'certificates',
    /x509: |unable to get (?:local )?issuer certificate|self.signed certificate in certificate chain/i,
  ),
  row(
    'certificates',
    /SSL certificate problem|CERTIFICATE_VERIFY_FAILED|error setting certificate (?:verify locations|file)|no certificate authorit/i,
  ),
  row('missing-library', /error while loading shared libraries: ([^\s:]+)/),
  row('missing-library', /Error loading shared library ([^\s:]+)/),
  row('missing-library', /([^\s:'"(]{1,200}\.so(?:\.[\d.]+)?): cannot open shared object file/),
  row(
    'missing-library',
    /version [`'](?:GLIBC|GLIBCXX|CXXABI)_[\d.]+' not found \(required by ([^)]+)\)/,
  ),
  row('missing-library', /Unable to load dynamic library '([^']+)'/),
  row('missing-library', /(?:Error relocating|symbol lookup error:) ([^\s:]+):/),
  row('missing-library', /DLOPEN_FAILED|cannot open shared object file/i),
  row('missing-module', /Cannot find (?:module|package) '([^']+)'/),
  row('missing-module', /Cannot find (?:module|package) "([^"]+)"/),
  row('missing-module', /No module named '?([\w.]+)/),
  row(
    'missing-module',
    /(?:Class|Interface|Trait) ["']([\w\\]+)["'] (?:does )?not (?:found|exist)/,
  ),
  row(
    'missing-module',
    /(?:ClassNotFoundException|NoClassDefFoundError):? ([\w.$/]+)|Could not find or load main class ([\w.$]+)/,
  ),
  row('missing-module', /Class not found:? ?([\w\\.$]+)?/i),
  row('missing-module', /Call to undefined function ([\w\\]+)\(/),
  row('missing-module', /(could not find driver)|Undefined constant "?([\w\\:]+)/),
  row('missing-module', /cannot load such file -- (\S+)/),
  row('missing-program', /exec: "([^"]+)": (?:executable file not found|stat )/),
  row('missing-program', /\bspawn (\S+) ENOENT/),
  row('missing-program', /^(?:env|\/usr\/bin\/env): [‘'`"]?([^’'"`:]+)[’'"`]?: No such file/),
  row(
    'missing-program',
    /(?:^|\s)(?:\S*\/)?(?:ba|da|a)?sh: (?:line )?(?:\d+: )?([^\s:]+): (?:command )?not found/,
  ),
  row('missing-program', /(?:^|: )([^\s:]+): command not found/),
  row('permission', /(?:EACCES|EPERM): [\w ]+, \w+ '([^']+)'/),
  row('permission', /listen (?:EACCES|EPERM): [\w ]+ (\S+)/),
  row('permission', /"([^"]+)" failed \(1?3: Permission denied\)/),
  row('permission', /\bbind\(?\)? ?(?:to )?(\S+) failed \(13: Permission denied\)/),
  row('permission', /\((\/[^)]+)\): [Ff]ailed to open stream: Permission denied/),
  row('permission', /["'](\/[^"']+)["'] could not be opened.*Permission denied/),
  row('permission', /Permission denied: '?(\/[^'\s]+)/),
  row(
    'permission',
    /(?:open|mkdir|stat|create|unlinkat|chdir|rename|remove|chown|chmod|lstat|readlink|fork\/exec) (\/[^\s:]+)[^:]*: (?:permission denied|operation not permitted|read-only file system)/i,
  ),
  row(
    'permission',
    /["']?(\/[^\s:'",]+)["']?[^/]{0,40}(?:permission denied|is not writable|not permitted)/i,
  ),
  row(
    'permission',
    /permission denied|\bEACCES\b|\bEPERM\b|operation not permitted|readonly database|read-only file system/i,
  ),
  row('missing-file', /ENOENT: [\w ]+, \w+ '([^']+)'/),
  row('missing-file', /ENOENT[^'"]{0,60}['"]([^'"]+)['"]/),
  row('missing-file', /\(([^()]+)\): [Ff]ailed to open stream: No such file/),
  row(
    'missing-file',
    /(?:open|stat|lstat|chdir|mkdir|read|readlink|fork\/exec|unlink) (\S+?): no such file or directory/i,
  ),
  row('missing-file', /"([^"]+)" failed \(2: No such file/),
  row('missing-file', /No such file or directory: '([^']+)'/),
  row(
    'missing-file',
    /(?:can't|cannot|could not) (?:open|find|access|load|read|stat)(?: the)?(?: input)?(?: file)?:? ['"‘`]?([^\s'"’`:]+)/i,
  ),
  row(
    'missing-file',
    /([^\s:'"(]{0,200}\/[^\s:'")]+)['"]?:? (?:No such file or directory|file not found|not found)/i,
  ),
  row(
    'missing-file',
    /(?:template|view)[^"'[]{0,40}["'[]([^"'\]]+)["'\]].{0,40}(?:not found|does not exist)/i,
  ),
  row('missing-file', /pattern matches no files: [`#]*([^`]+)/),
  row('missing-file', /No such file or directory|\bENOENT\b|FileNotFoundException/i),
  row(
    'other',
    /\b(?:error|exception|fatal|panic|traceback|uncaught|unhandled\w*|segmentation fault|failed|critical|emerg)\b/i,
  ),
  row('other', /\w(?:Error|Exception)\b/),
]

function row(kind: ErrorKind, pattern: RegExp): Row {
  return { kind, pattern }
}

/** Requests as servers log them: what they ask for is not there by intention. */
const accessLog =
  /"(?:GET|HEAD|POST|PUT|DELETE|OPTIONS|PATCH) [^"]* HTTP\/[\d.]+"|^(?:\S+ )?(?:GET|HEAD|POST) \/\S* (?:- )?[1-5]\d\d\b/

/** Words of which each row needs one: logs are long, and most lines tell of no error. */
const telling =
  /error|exception|fatal|panic|traceback|uncaught|unhandled|fault|fail|critical|emerg|no such|not found|not exist|no module|no time ?zone|no certificate|cannot|can't|could not|unable|denied|permitted|writable|read-?only|EACCES|EPERM|ENOENT|DLOPEN|x509|certificate|time ?zone|ZoneInfo|undefined|matches no/i

/** Longest line that is kept, and the longest that is looked at, in characters. */
const longest = 400
const mostLooked = 2000

/** What a line of a log (without colours) says of an error; undefined where it tells of none. */
export function readErrorLine(written: string): ErrorLine | undefined {
  const line = written.slice(0, mostLooked)
  if (!telling.test(line) || accessLog.test(line)) return undefined
  for (const { kind, pattern } of rows) {
    const found = pattern.exec(line)
    if (found === null) continue
    // Groups that took no part are undefined, whatever their type says.
    const name = found.slice(1).find(Boolean)
    return { kind, name, line: line.trim().slice(0, longest) }
  }
  return undefined
}
