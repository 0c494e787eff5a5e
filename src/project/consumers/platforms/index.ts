import { appJson } from './app-json.ts'
import { appSpec } from './app-spec.ts'
import { fly } from './fly.ts'
import { heroku } from './heroku.ts'
import type { Platform } from './platform.ts'
import { procfile } from './procfile.ts'
import { railway } from './railway.ts'
import { render } from './render.ts'
import { skaffold } from './skaffold.ts'
import { tiltfile } from './tiltfile.ts'

/** Files of platforms that stand beside a Dockerfile or above it. */
export const platforms: readonly Platform[] = [
  fly,
  heroku,
  render,
  railway,
  procfile,
  appJson,
  skaffold,
  tiltfile,
  appSpec,
]
