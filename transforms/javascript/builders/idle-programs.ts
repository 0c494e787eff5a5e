/** Programs that leave nothing for run time, or only inside node_modules. */
export const makesNothing = new Set(
  'eslint tslint prettier standard semistandard xo biome jest mocha vitest ava tap tape c8 nyc karma cypress playwright husky lint-staged is-ci pinst patch-package only-allow check-dependencies tsc-alias tspath tsconfig-replace-paths resolve-tspaths vue-tsc svelte-check flow stylelint markdownlint commitlint npm-check depcheck simple-git-hooks lefthook opencollective opencollective-postinstall ngcc node-gyp node-pre-gyp node-gyp-build prebuild-install electron-builder rimraf del del-cli trash wait-on run-s run-p npm-run-all npm-run-all2 concurrently cross-env-shell browserslist update-browserslist-db size-limit publint attw madge dpdm tsd nsp snyk retire license-checker'.split(
    ' ',
  ),
)

/** Programs that copy: the last word is where to. */
export const copies = new Set(
  'copyfiles cpx cpx2 cpy cpr ncp copy recursive-copy copy-files-from-to'.split(' '),
)
