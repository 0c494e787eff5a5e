import type { Ecosystem, Rule } from '../src/transform.ts'
import { layerOrder } from './hardening/layer-order.ts'
import { nonRootUser } from './hardening/non-root-user.ts'
import { packageCache } from './hardening/package-cache.ts'
import { stageNames } from './hardening/stage-names.ts'
import { go } from './go/index.ts'
import { node } from './node/index.ts'

/** The ecosystems, in the order they are asked; the first that matches has the file. */
export const ecosystems: readonly Ecosystem[] = [go, node]

/** The rules that work on any file with stages, in the order they are applied. */
export const rules: readonly Rule[] = [stageNames, layerOrder, packageCache, nonRootUser]
