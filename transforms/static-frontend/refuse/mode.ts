import { placeOf, refuse, type Refusal } from '../../../src/transform.ts'
import { startLine } from '../../javascript/start-line.ts'
import type { Site } from '../app.ts'
import { modeChoiceOf } from '../site/mode-sources.ts'

/** Sources that send what a development server makes of them to another address than what a build does. */
export function refuseMode(site: Site): Refusal | undefined {
  const { facts, serving } = site
  const choice = serving.by === 'development-server' ? modeChoiceOf(site) : undefined
  if (choice?.isAddress !== true) return undefined
  const line = startLine(facts)
  return refuse(
    'server-not-translated',
    `Line ${line} serves the site with \`${serving.label}\`, and ${placeOf(choice.at)} (\`${choice.at.text}\`) chooses by the mode: a build would have another address.`,
    line,
  )
}
