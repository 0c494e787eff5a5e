import type { VerifySettings } from '../../src/verify/verify-settings.ts'

/** Settings of a verification, as a command line without options has them. */
export function settingsOf(some: Partial<VerifySettings> = {}): VerifySettings {
  return {
    runId: 'cafe',
    inspections: [],
    buildArgs: [],
    buildContexts: [],
    secrets: [],
    ssh: [],
    platform: undefined,
    builder: undefined,
    env: [],
    envFiles: [],
    paths: [],
    smoke: [],
    timeout: 600,
    wait: 20,
    withDependencies: false,
    run: true,
    keepImages: false,
    cache: true,
    ...some,
  }
}
