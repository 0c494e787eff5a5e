import { commandNames, type CompletedCommand, flagsWithValue } from './completion-table.ts'

/** For bash 3.2 and later. Files are left to bash itself, which knows how to quote their names. */
export function bashScript(table: readonly CompletedCommand[]): string {
  return `# bash completion for msb-migrate; made from its table of options: msb-migrate completion bash
_msb_migrate() {
  local cur="\${COMP_WORDS[COMP_CWORD]}" prev="" command="" verify="" words="" options="" takes="" i word
  if ((COMP_CWORD > 0)); then prev="\${COMP_WORDS[COMP_CWORD - 1]}"; fi
  # "--format=json" comes in three words.
  if [[ $cur == "=" ]]; then
    cur=""
  elif [[ $prev == "=" ]] && ((COMP_CWORD > 1)); then
    prev="\${COMP_WORDS[COMP_CWORD - 2]}"
  fi
  local positionals=0
  for ((i = 1; i < COMP_CWORD; i++)); do
    word="\${COMP_WORDS[i]}"
    case "$word" in
      --verify) verify=1 ;;
      ${flagsWithValue(table).join(' | ')})
        i=$((i + 1))
        if [[ \${COMP_WORDS[i]} == "=" ]]; then i=$((i + 1)); fi
        ;;
      -*) ;;
      *)
        if ((positionals == 0)); then
          case "$word" in
            ${commandNames(table).join(' | ')}) command="$word" ;;
          esac
        fi
        positionals=$((positionals + 1))
        ;;
    esac
  done
  case "$command" in
${table.map(caseOf).join('\n')}
  esac
  if [[ $command == "" && $verify == 1 ]]; then
    case "$prev" in
${valueCases(verifyOf(table), '      ')}
    esac
    options="$options ${optionWords(verifyOf(table))}"
  fi
  COMPREPLY=()
  case "$takes" in
    file) return ;;
    text) compopt +o default +o bashdefault 2>/dev/null; return ;;
    word) COMPREPLY=($(compgen -W "$words" -- "$cur")); compopt +o default +o bashdefault 2>/dev/null; return ;;
    words)
      local before=""
      if [[ $cur == *,* ]]; then before="\${cur%,*},"; fi
      COMPREPLY=($(compgen -P "$before" -W "$words" -- "\${cur##*,}"))
      compopt -o nospace +o default +o bashdefault 2>/dev/null
      return
      ;;
  esac
  if [[ $cur == -* ]]; then
    COMPREPLY=($(compgen -W "$options" -- "$cur"))
    return
  fi
  # The word of a command, or the first word: files may stand there, too.
  if [[ $command == "" && $positionals == 0 ]] || [[ $command != "" && $positionals == 1 ]]; then
    COMPREPLY=($(compgen -W "$words" -- "$cur"))
    if ((\${#COMPREPLY[@]} > 0)) && [[ $command != completion ]]; then
      compopt -o filenames 2>/dev/null
      while IFS= read -r word; do COMPREPLY+=("$word"); done < <(compgen -f -- "$cur")
    fi
  fi
}
complete -o bashdefault -o default -F _msb_migrate msb-migrate
`
}

function verifyOf(table: readonly CompletedCommand[]): CompletedCommand['options'] {
  return table.find(({ name }) => name === 'verify')?.options ?? []
}

function caseOf({ name, options, words }: CompletedCommand): string {
  return `    "${name}")
      options="${optionWords(options)}"
      words="${words.join(' ')}"
      case "$prev" in
${valueCases(options, '        ')}
      esac
      ;;`
}

function optionWords(options: CompletedCommand['options']): string {
  return options.flatMap(({ flags }) => flags.filter((flag) => flag.startsWith('--'))).join(' ')
}

function valueCases(options: CompletedCommand['options'], indent: string): string {
  return options
    .flatMap(({ flags, takes, words }) =>
      takes === 'nothing'
        ? []
        : `${indent}${flags.filter((flag) => !flag.startsWith('--no-')).join(' | ')}) takes=${takes}; words="${words.join(' ')}" ;;`,
    )
    .join('\n')
}
