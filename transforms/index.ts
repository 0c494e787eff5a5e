import type { Rule, Tooling } from '../src/transform.ts'
import { addToCopy } from './hardening/add-to-copy/add-to-copy.ts'
import { anyUserId } from './hardening/any-user-id/any-user-id.ts'
import { buildPlatform } from './hardening/build-platform/build-platform.ts'
import { buildSecrets } from './hardening/build-secrets/build-secrets.ts'
import { copyLink } from './hardening/copy-link/copy-link.ts'
import { dockerIgnore } from './hardening/docker-ignore/docker-ignore.ts'
import { execForm } from './hardening/exec-form/exec-form.ts'
import { frozenInstall } from './hardening/frozen-install/frozen-install.ts'
import { healthCheck } from './hardening/health-check/health-check.ts'
import { init } from './hardening/init/init.ts'
import { keyValue } from './hardening/key-value/key-value.ts'
import { layerOrder } from './hardening/layer-order/layer-order.ts'
import { maintainerLabel } from './hardening/maintainer-label/maintainer-label.ts'
import { nonRootUser } from './hardening/non-root-user/non-root-user.ts'
import { numericUser } from './hardening/numeric-user/numeric-user.ts'
import { packageCache } from './hardening/package-cache/package-cache.ts'
import { stageNames } from './hardening/stage-names/stage-names.ts'
import { testStage } from './hardening/test-stage/test-stage.ts'
import { go } from './go/index.ts'
import { node } from './node/index.ts'
import { php } from './php/index.ts'
import { python } from './python/index.ts'
import { staticFrontend } from './static-frontend/index.ts'

/** The ecosystems, in the order they are asked; the first that matches has the file. */
export const ecosystems: readonly Tooling[] = [go, staticFrontend, node, php, python]

/** The rules that work on any file, in the order they are applied. */
export const rules: readonly Rule[] = [
  stageNames,
  dockerIgnore,
  layerOrder,
  packageCache,
  nonRootUser,
  execForm,
  addToCopy,
  maintainerLabel,
  keyValue,
  frozenInstall,
  numericUser,
  anyUserId,
  copyLink,
  init,
  healthCheck,
  buildSecrets,
  testStage,
  buildPlatform,
]

// Not covered yet, and why. Files of these are refused with `no-transform` or the code that is named.
//
// - PHP on images of others (webdevops, serversideup): what they bring along is not known.
// - Python on images of others (ubuntu, conda, ubi): which Python runs, and where its packages are, is not known. Packages of
//   `pip install --user`, `--target` and `--prefix`.
// - Java, Kotlin, Scala: the artifact's name comes from the build tool's own model; a JRE of the same vendor and version is needed.
// - Ruby, Rust, .NET, Elixir, Haskell, C and C++: no fixtures of real variants yet. _template shows the plainest Rust program.
// - Deno: its images have no lean twin, and `deno compile` changes what is started.
// - Several programs in one image (supervisord, pm2 beside nginx): each needs a stage of its own and one image for all.
// - Windows images (`windows-image`): their shells are not read.
