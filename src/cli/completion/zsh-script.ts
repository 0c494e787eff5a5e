import { commandNames, type CompletedCommand, flagsWithValue } from './completion-table.ts'

/** For zsh with its completion system. */
export function zshScript(table: readonly CompletedCommand[]): string {
  return `#compdef msb-migrate
# zsh completion for msb-migrate; made from its table of options: msb-migrate completion zsh
_msb_migrate() {
  local command="" verify="" takes="" word prev="\${words[CURRENT-1]}"
  local -i i positionals=0
  local -a options values
  for ((i = 2; i < CURRENT; i++)); do
    word="\${words[i]}"
    case "$word" in
      --verify) verify=1 ;;
      ${flagsWithValue(table).join('|')}) i+=1 ;;
      -*) ;;
      *)
        if ((positionals == 0)); then
          case "$word" in
            ${commandNames(table).join('|')}) command="$word" ;;
          esac
        fi
        positionals+=1
        ;;
    esac
  done
  if [[ $PREFIX == --*=* ]]; then
    prev="\${PREFIX%%=*}"
    compset -P '*='
  fi
  case "$command" in
${table.map(caseOf).join('\n')}
  esac
  if [[ $command == "" && $verify == 1 ]]; then
    case "$prev" in
${valueCases(verifyOf(table), '      ')}
    esac
    options+=(${described(verifyOf(table))})
  fi
  case "$takes" in
    file) _files; return ;;
    text) return ;;
    word) compadd -a values; return ;;
    words) compset -P '*,'; compadd -S '' -a values; return ;;
  esac
  if [[ $PREFIX == -* ]]; then
    _describe -o 'option' options
    return
  fi
  local -i shown=1
  if [[ $command == "" && $positionals == 0 ]] || [[ $command != "" && $positionals == 1 ]]; then
    ((\${#values})) && compadd -a values && shown=0
  fi
  [[ $command == completion ]] || _files && shown=0
  return shown
}
if [[ "\${funcstack[1]}" == _msb_migrate ]]; then
  _msb_migrate "$@"
else
  compdef _msb_migrate msb-migrate
fi
`
}

function verifyOf(table: readonly CompletedCommand[]): CompletedCommand['options'] {
  return table.find(({ name }) => name === 'verify')?.options ?? []
}

function caseOf({ name, options, words }: CompletedCommand): string {
  return `    "${name}")
      options=(${described(options)})
      values=(${words.join(' ')})
      case "$prev" in
${valueCases(options, '        ')}
      esac
      ;;`
}

/** Names and what they do, parted by a colon. */
function described(options: CompletedCommand['options']): string {
  return options
    .flatMap(({ flags, description }) =>
      flags
        .filter((flag) => flag.startsWith('--'))
        .map((flag) => `'${flag}:${description.replaceAll("'", `'\\''`).replaceAll(':', '\\:')}'`),
    )
    .join(' ')
}

function valueCases(options: CompletedCommand['options'], indent: string): string {
  return options
    .flatMap(({ flags, takes, words }) =>
      takes === 'nothing'
        ? []
        : `${indent}${flags.filter((flag) => !flag.startsWith('--no-')).join('|')}) takes=${takes}; values=(${words.join(' ')}) ;;`,
    )
    .join('\n')
}
