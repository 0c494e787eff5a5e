// All that a transform's author imports. A transform is a value: it never sees offsets, prompts, dry runs or diffs.
export type { Command, RunCommand } from './facts/commands/command.ts'
export { commandOf, commandsOfScript, isSpelledOut, substituted } from './facts/commands/command.ts'
export { copiesInto } from './facts/stages/carried-copies.ts'
export {
  contextPathOf,
  isBroughtBy,
  pathInContext,
  type CopiedPath,
  type Copy,
} from './facts/stages/copy.ts'
export { factsOfStage, factsOfText, placeIn, type Facts } from './facts/facts.ts'
export { follow, followText } from './facts/follow/follow.ts'
export { afterLauncher } from './facts/follow/system-launchers.ts'
export {
  startsWords,
  unknownStart,
  type Call,
  type Launcher,
  type Place,
  type Reading,
  type Started,
} from './facts/follow/launcher.ts'
export { isProcess, type Followed, type OpenEnd, type Process } from './facts/follow/process.ts'
export {
  baseName,
  beforePattern,
  folderOf,
  isTransient,
  isWithin,
  outermost,
  outermostPaths,
  pathFrom,
  resolvePath,
} from './facts/image-path.ts'
export { mainOfFolder } from './facts/javascript/main-of-folder.ts'
export { isPreloadFlag } from './facts/javascript/node-options.ts'
export { apacheRoot, rootInServerFiles, rootOfPhp, servedFolder } from './facts/served-folder.ts'
export { isRoot } from './facts/stages/root-user.ts'
export { changesUsers } from './facts/stages/user-names.ts'
export { sourceMentions } from './facts/source-mentions.ts'
export { closedFiles, programsOfRoot, type ClosedFile } from './facts/programs-of-root.ts'
export { unknownStore } from './facts/go/module-needs.ts'
export { cachesOfRoot, inHomeOfRoot } from './facts/stages/home-of-root.ts'
export {
  findStage,
  lineage,
  stagesCopiedFrom,
  type StageFacts,
} from './facts/stages/stage-facts.ts'
export { freeName, namesInUse } from './facts/stages/stage-name.ts'
export { leavesOf } from './facts/tool-rows.ts'
export type { Builder, Leaves, ToolUse, Workshop } from './facts/tool-rows.ts'
export type { OverrideCommand } from './facts/follow/override-commands.ts'
export { startVariable, starter } from './facts/commands/started-with.ts'
export { binaryName, findModule, type GoModule } from './facts/go/modules.ts'
export { findBinaries, placesOf, isGo, tagsOf, type BuiltBinary } from './facts/go/build-command.ts'
export { readGoArguments } from './facts/go/go-arguments.ts'
export { linkingOf, linkingOfSources, needsCompiler, type Linking } from './facts/go/linking.ts'
export { importPathOf, readSources, type ProgramSources } from './facts/go/program-sources.ts'
export { pathReset } from './facts/commands/path-reset.ts'
export { innerCommands } from './facts/commands/inner-commands.ts'
export {
  composerCommandOf,
  composerCommandsOf,
  isComposer,
  type ComposerCommand,
} from './facts/php/composer-command.ts'
export { readSource } from './facts/php/read-source.ts'
export { isSource, runtimeSources } from './facts/php/runtime-sources.ts'
export { readTsConfig } from './facts/javascript/tsconfig.ts'
export { madeByItself } from './plan/uses/own-making.ts'
export { volumeFolders } from './facts/stages/volume-folders.ts'
export { mountsOf } from './facts/run-mounts.ts'
export type { Lookup, Step } from './facts/stages/step.ts'
export { asPattern } from './dockerfile/patterns/as-pattern.ts'
export { ownValue } from './dockerfile/own-value.ts'
export { matchesPattern } from './dockerfile/patterns/glob.ts'
export { isIgnored, parseIgnoreFile } from './dockerfile/patterns/ignore-file.ts'
export { isLeftOutOfGit } from './project/git/left-out-of-git.ts'
export { once, remember, rememberOf } from './dockerfile/remember.ts'
export { frontendOf } from './dockerfile/parse/frontend.ts'
export { splice } from './dockerfile/splice.ts'
export { execText, inQuotes } from './dockerfile/words/literal-word.ts'
export { splitOutsideQuotes } from './dockerfile/words/words.ts'
export {
  assignmentsOf,
  expandWord,
  variablesIn,
  variablesOf,
} from './dockerfile/words/variables.ts'
export { withoutAssignments } from './dockerfile/words/without-assignments.ts'
export { dropLinks, parseRun, parseScript, parseShellForm } from './dockerfile/shell/shell.ts'
export { quoteWord } from './dockerfile/shell/quote-word.ts'
export type { Argument, Dockerfile, Instruction, Stage } from './dockerfile/instruction.ts'
export type { ShellCommand, ShellLink, ShellScript } from './dockerfile/shell/shell-script.ts'
export type { BaseImage } from './knowledge/images/base-image.ts'
export { describeBaseImage } from './knowledge/images/describe-base-image.ts'
export { goRuntimeBases, leanerBase } from './knowledge/images/leaner-base.ts'
export {
  areHeaders,
  compilerLibraries,
  libraryFinder,
  placeOfPackage,
  runtimeCounterparts,
} from './knowledge/os-packages.ts'
export { isInstaller } from './knowledge/pypi-packages/build-tools.ts'
export { findsLibraries } from './knowledge/pypi-packages/index.ts'
export {
  packageManagerOf,
  readInstall,
  readPackageCommand,
  writeInstall,
  type Install,
} from './knowledge/package-managers.ts'
export { isCredentialsFile, isFetchCredential, isSecretName } from './knowledge/credentials.ts'
export { isPosixShell, shellText } from './dockerfile/shell/shells.ts'
export { isPython, isPythonInstall } from './knowledge/python-installs.ts'
export { isPythonManifest } from './knowledge/python-manifests.ts'
export { readRequirementsFile } from './project/requirements/requirements-file.ts'
export { requirementName } from './project/requirements/requirement.ts'
export { npmVerb } from './knowledge/npm-verbs.ts'
export { addsRepository } from './facts/commands/repository-commands.ts'
export { isBuiltin } from './plan/base/runtime-needs.ts'
export { listText } from './plan/list-text.ts'
export { startsOf } from './plan/needs/python/starts.ts'
export { installedPackages, type InstalledPackage } from './facts/installed-packages.ts'
export { isStore, isToldWhere, needsOfPackage } from './knowledge/npm-packages/index.ts'
export { isNativeForBuilds } from './knowledge/npm-packages/native-parts.ts'
export { otherProgramsOf, packagesOfProgram } from './knowledge/npm-packages/program-packages.ts'
export { bringsProgramsOf, packageOfProgram } from './knowledge/programs.ts'
export { supervisors } from './knowledge/supervisors.ts'
export {
  commandEvidence,
  lineEvidence,
  placeOf,
  placeWords,
  type Evidence,
} from './facts/evidence.ts'
export type { Change, OtherFile } from './plan/change.ts'
export type { Ecosystem, Rule, RuleContext } from './plan/ecosystem.ts'
export { inSource, type Manifests, type PackageFolder, type Stays } from './plan/installs.ts'
export type { CacheCleanUp, CachePlace, CacheUse, Freeze, FreezeSite } from './plan/installs.ts'
export type { InstallCall, Installer, InstallSite } from './plan/installs.ts'
export type { Installs, Purpose, Tooling } from './plan/tooling.ts'
export type { Edit, Revision } from './plan/rewrite/edit.ts'
export { nothingToLeave } from './plan/refusals/nothing-to-leave.ts'
export { makesParents, type Effect } from './facts/effects/effect.ts'
export { effectsOf } from './facts/effects/effects.ts'
export { writtenBy } from './facts/effects/written-by.ts'
export { neededForDevelopment } from './plan/needs/lost/dev-packages.ts'
export { hasDevPackages } from './plan/needs/seen/dev-installs.ts'
export { processesOf } from './plan/needs/seen/entries.ts'
export { demandsOf, lowPortInSettings, usagesOf } from './plan/uses/image-demands.ts'
export { refuseMounted, refuseOverride } from './plan/refusals/compose.ts'
export { leave, refuse, type Refusal } from './plan/refusals/refuse.ts'
export { refusePurpose } from './plan/refusals/started.ts'
export { bringers, type Behaviour } from './plan/behaviour.ts'
export type {
  Artifact,
  Leaving,
  Placement,
  Rewrite,
  RuntimeBase,
  RuntimePackage,
  SideStage,
  FullSplit,
  Split,
} from './plan/split.ts'
export { programBehaviour } from './plan/program-behaviour.ts'
export { compareDockerfiles } from './project/dockerfile-name.ts'
export { usual } from './project/config/preferences.ts'
export { settledBy } from './project/config/settled.ts'
export { mountOver, mountText } from './project/mount-over.ts'
export type { Project, Usage } from './project/project.ts'
export type { Finding } from './verification/finding.ts'
export type { ImageInspection, ImageView } from './verification/image-inspection.ts'
export { lineOfOffset, textOfLine } from './dockerfile/line-of-offset.ts'
export { belongsToRoot, pathFolders } from './knowledge/images/image-folders.ts'
export { isAtLeast, isInRange, majorOfRange } from './knowledge/version.ts'
export { parseJsonText } from './project/formats/json-text.ts'
export { parseYamlText } from './project/formats/yaml-text.ts'
export { readToml } from './project/formats/toml-text.ts'
export { isRecord, record } from './project/formats/loose-data.ts'
export { bunMisfit, npmMisfit, pnpmMisfit, yarnMisfit } from './project/lock-files/lock-misfit.ts'
export { npmLockedPackages } from './project/lock-files/npm.ts'
export { lockedVersions } from './project/lock-files/locked-packages.ts'
export { nativePackages } from './project/lock-files/native-packages.ts'
export * from './programs/for-transforms.ts'
export * from './facts/python/for-transforms.ts'
