/** Engines that can run a campaign, and what is written for each. */
export const emitTargets = [
  'multi-gitter',
  'git-xargs',
  'sourcegraph',
  'actions',
  'gitlab-ci',
] as const
export type EmitTarget = (typeof emitTargets)[number]
