/** npm's commands and their other names: https://github.com/npm/cli/blob/v11.0.0/lib/utils/cmd-list.js */
const aliases: Readonly<Record<string, string>> = {
  install: 'i add in ins inst insta instal isnt isnta isntal isntall',
  ci: 'clean-install ic install-clean isntall-clean',
  'install-test': 'it',
  'install-ci-test': 'cit clean-install-test sit',
  uninstall: 'un unlink remove rm r',
  update: 'u up upgrade udpate',
  run: 'run-script rum urn',
  test: 't tst',
  exec: 'x',
  config: 'c',
  rebuild: 'rb',
  link: 'ln',
  dedupe: 'ddp',
  init: 'create innit',
  ls: 'list',
  ll: 'la',
  explain: 'why',
  view: 'v info show',
  search: 's se find',
  help: 'hlep',
  version: 'verison',
  owner: 'author',
  docs: 'home',
  bugs: 'issues',
}

const byName = new Map(
  Object.entries(aliases).flatMap(([verb, names]) =>
    names.split(' ').map((name): [string, string] => [name, verb]),
  ),
)

/** npm's own name of a command: 'ci' for `npm install-clean`. */
export const npmVerb = (word: string): string => byName.get(word) ?? word
