import { exitCodes, options } from '../../src/cli/options.ts'
import { mostRuns } from '../../src/apply/journal/record.ts'
import { notice } from './notice.ts'
import { optionGroups, type OptionRow } from '../../src/cli/option-row.ts'

/** docs/cli.md: the options table with what does not fit into `--help`. */
export function cliPage(): string {
  return `${notice('src/cli/options.ts')}
# Command line

\`msb-migrate [paths...]\`

A path is first a file, then a folder, then a pattern. Without paths it is the working directory.

- A **file** is taken whatever its name is, links are followed.
- A **folder** is searched to the bottom for \`Dockerfile\`, \`Dockerfile.*\`, \`Dockerfile_*\`, \`Dockerfile-*\`, \`*.Dockerfile\` and \`Containerfile*\`. Links, \`node_modules\`,
  \`.git\` and what git ignores are left out.
- A **pattern** is expanded by the program: \`'services/**/Dockerfile'\`. Quote it: shells without globstar read an unquoted \`**\` as \`*\`.
  The same is left out as in folders.

A path that matches nothing ends the run with exit code 2 before anything is done, unless \`--allow-unmatched\` is given. A path that
\`--files-from\` lists and that is not there is a failed file among the others.

## Modes

| | |
| --- | --- |
| in a terminal, without options | review: the summary, then each file's diff with its reasons, and a question |
| without a terminal, or with \`CI\` set | as \`--dry-run\`; never waits for input |
| \`--dry-run\` | prints what would change |
| \`--check\` | lists the files that would change; exit code 1 if there are any |
| \`--write\` | writes, and lists the files written |
| \`verify\` | builds and runs each image before and after: [verify.md](verify.md) |
| \`inventory\` | counts what there is, and what would come of it: [reports.md](reports.md#inventory) |
| \`pr\` | opens pull requests, and follows them: [pull-requests.md](pull-requests.md) |
| \`explain\` | says what a code or a rule means, or why each line is where it is: [below](#explaining) |
| \`completion\` | prints what completes these words in a shell: [below](#completion-and-manual) |
| \`undo\` | takes back what the last run wrote: [below](#taking-back) |

In a review, one key answers; Enter does nothing.

| key | |
| --- | --- |
| \`y\` | write this file |
| \`n\` | leave this file as it is |
| \`a\` | write this file and all that follow |
| \`d\` | leave this file and all that follow as they are |
| \`q\` | quit: write the files answered with \`y\`, leave the rest |
| \`?\` | help |

Files are written after the last answer. Ctrl-C, Ctrl-D and the end of input leave every file as it is.

## Options

${optionTables()}
An option that is given twice counts as given last; \`--only\`, \`--with\` and \`--skip\` add up.

## Exit codes

| | |
| --- | --- |
${exitCodes.map(([code, meaning]) => `| ${code} | ${meaning} |`).join('\n')}

## What goes where

Standard output (or the file of \`--output\`) has the payload only. Progress, questions, hints, refusals that the payload does not show, and
the summary go to standard error; \`--quiet\` leaves failures there. \`NO_COLOR\`, \`FORCE_COLOR\` and \`TERM=dumb\` are heeded.

The diffs of \`--format diff\` and, without colours, of \`--format pretty\` can be given to \`git apply\` or \`patch -p1\` in the folder
where the program ran. With \`--stdin-filepath\` and neither a mode nor a format, the new Dockerfile itself is printed, or the old one
where it stays as it is.

## Writing

- At any moment, a crash included, a file has its old or its new content: a temporary file in the same folder, fsync, rename. Mode, owner and
  line ends stay; of a link, the file that it leads to is replaced.
- What is written is what comes of the file as it is then. After a review, or after \`verify\`, each file is migrated again before it is written; if that
  gives something else, because the file or what its migration rests on has changed, a review shows it again and asks again, and \`verify\` leaves it.
- One run at a time writes to a folder, the same folder by another path included; others wait for it, and take the file as they find it. The locks lie
  in the machine's folder for temporary files, not in the project; what a killed run left there is removed, and said.
- A file that git could not bring back (changed, staged or untracked) is not written without \`--allow-dirty\`. Files that git ignores and files
  outside of a repository are written.
- Files that belong to one migration are written together, the Dockerfile last; if one can't be written, the others are put back.

## Explaining

\`msb-migrate explain CODE\` (or a rule, or \`migrated\`, \`unchanged\`, \`refused\`, \`failed\`) prints what it means, why it is so, and what helps, with an example of the fix.

\`msb-migrate explain FILE\` prints, line by line, where each line of the output comes from and where each line of the file is now: kept, moved, repeated in a second stage,
changed, taken out or new, by which rule and in which stage; then each rule's reason with its evidence. \`FILE:LINE\` tells of one line alone. The options that say which rules
count, \`--config\` among them, count here, too. A file that is named like a code is \`./NAME\`; a folder with one Dockerfile stands for that.

\`\`\`sh
msb-migrate explain start-needs-dev-dependency
msb-migrate explain services/orders/Dockerfile:8
msb-migrate explain services/orders --format json   # docs/explain.schema.json
\`\`\`

## Completion and manual

\`msb-migrate completion bash\` (\`zsh\`, \`fish\`) prints a script that completes commands, the options of each command, their values (formats, rules, verdicts) and files.

\`\`\`sh
eval "$(msb-migrate completion bash)"          # in ~/.bashrc
eval "$(msb-migrate completion zsh)"           # in ~/.zshrc, below compinit
msb-migrate completion fish | source           # in ~/.config/fish/config.fish
\`\`\`

\`man msb-migrate\` shows [msb-migrate.1](msb-migrate.1) where the package is installed globally.

## Taking back

\`msb-migrate undo\` takes back what the last run wrote in this repository (outside of one: below this folder), by \`--write\` or a review. Once more takes back the
run before. Paths choose among what was written; \`--dry-run\` prints the reverse diffs and writes nothing.

- A file is taken back where it is as that run left it, byte for byte and in its mode; it gets its old bytes, and keeps mode, owner and links. One that the run made is
  removed. A file that has been changed, moved or removed since is left and listed with the reason, and the exit code is 3.
- What a Dockerfile rests on (\`nginx.conf\`, \`.dockerignore\`) goes only where the Dockerfile goes.
- What could not be taken back stays in the record, for another \`undo\` once the reason is gone; it does not stand in the way of the run before.
- A run that was killed can be taken back as well: what it is about to write is on record before the first byte of it is replaced.

The record lies in the user's folder for state, never in the project: \`$XDG_STATE_HOME/msb-migrate/undo\` (\`~/.local/state\` where that is not set,
\`~/Library/Application Support\` on macOS, \`%LOCALAPPDATA%\` on Windows). It holds the old texts of the files, may be read by its user alone, and keeps the last ${mostRuns} runs of each
repository. Where it can't be written the run goes on, and warns that \`undo\` won't know of it.
`
}

/** The table between the option markers of the README. */
export function optionTables(): string {
  return optionGroups
    .map((group) => {
      const rows = options.filter((row) => row.group === group).map(optionRow)
      return `### ${group}\n\n| | |\n| --- | --- |\n${rows.join('\n')}\n`
    })
    .join('\n')
}

function optionRow({ name, alias, argument, choices, description }: OptionRow): string {
  const long = `--${name}${argument === undefined ? '' : ` ${choices?.join('\\|') ?? argument}`}`
  return `| \`${alias === undefined ? '' : `-${alias}, `}${long}\` | ${description} |`
}
