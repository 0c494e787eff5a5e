import {
  commandNames,
  type CompletedCommand,
  type CompletedOption,
  flagsWithValue,
} from './completion-table.ts'

/** For fish 3 and later, which completes files itself. */
export function fishScript(table: readonly CompletedCommand[]): string {
  const names = commandNames(table)
  return `# fish completion for msb-migrate; made from its table of options: msb-migrate completion fish
function __msb_migrate_words
    set -l tokens (commandline -opc)
    set -l skip 0
    for token in $tokens[2..-1]
        if test $skip = 1
            set skip 0
        else if contains -- $token ${flagsWithValue(table).join(' ')}
            set skip 1
        else if not string match -q -- '-*' $token
            echo $token
        end
    end
end
function __msb_migrate_is
    set -l words (__msb_migrate_words)
    set -l command ''
    if contains -- "$words[1]" ${names.join(' ')}
        set command $words[1]
    end
    test "$command" = "$argv[1]"
end
function __msb_migrate_first
    __msb_migrate_is $argv[1]; and test (count (__msb_migrate_words)) = $argv[2]
end
function __msb_migrate_list
    set -l before (string replace -r '[^,]*$' '' -- (commandline -ct | string replace -r '^--[a-z-]*=' ''))
    for word in $argv
        echo $before$word
    end
end
${table.flatMap(linesFor).join('\n')}
`
}

function linesFor({
  name,
  summary,
  options,
  words,
  takesFiles,
}: CompletedCommand): readonly string[] {
  const first = name === '' ? 0 : 1
  const start = `complete -c msb-migrate -n '__msb_migrate_first ${quoted(name)} ${first}'`
  return [
    ...(words.length === 0 ? [] : [`${start}${takesFiles ? '' : ' -f'} -a '${words.join(' ')}'`]),
    ...(name === ''
      ? []
      : [`complete -c msb-migrate -n "__msb_migrate_first '' 0" -a ${name} -d ${quoted(summary)}`]),
    ...options.flatMap((option) => optionLines(name, option)),
    ...(name === 'verify'
      ? options.flatMap((option) =>
          optionLines('', option).map((line) =>
            line.replace(' -n "', ' -n "contains -- --verify (commandline -opc); and '),
          ),
        )
      : []),
  ]
}

function optionLines(command: string, option: CompletedOption): readonly string[] {
  const { flags, description, takes, words } = option
  const short = flags.find((flag) => /^-[a-z]$/.test(flag))
  return flags
    .filter((flag) => flag.startsWith('--'))
    .map((flag, i) =>
      [
        `complete -c msb-migrate -n "__msb_migrate_is ${quoted(command)}" -l ${flag.slice(2)}`,
        ...(i === 0 && short !== undefined ? [`-s ${short.slice(1)}`] : []),
        ...(i === 0 ? valueOf(takes, words) : []),
        `-d ${quoted(description)}`,
      ].join(' '),
    )
}

function valueOf(takes: CompletedOption['takes'], words: readonly string[]): readonly string[] {
  switch (takes) {
    case 'nothing':
      return []
    case 'file':
      return ['-r', '-F']
    case 'word':
      return [`-x -a '${words.join(' ')}'`]
    case 'words':
      return [`-x -a '(__msb_migrate_list ${words.join(' ')})'`]
    case 'text':
      return ['-x']
  }
}

function quoted(text: string): string {
  return `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`
}
