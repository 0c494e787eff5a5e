import { listText } from '../../../src/transform.ts'
import type { Plan, Unsettled } from './plan.ts'

/** Why a secret stays, as a sentence. */
export function stayText({ name, found, place, why, isOfRunTime }: Unsettled): string {
  const where =
    place === 'file'
      ? `Line ${found.line} copies ${name} into a layer`
      : place === 'argument'
        ? `Line ${found.line} takes ${name} as a build argument, which the history of the stage keeps`
        : `Line ${found.line} keeps ${name} in the environment of the image`
  return isOfRunTime
    ? `${where}, and it is needed at run time (${why}): give it to the container, not to the image.`
    : `${where}; it is not mounted instead, because ${why}.`
}

/** What is said where the rule is off, of secrets by name and line; `isLeft` are those that it would leave. */
export function hintText(
  answers: readonly { readonly name: string; readonly line: number; readonly isLeft: boolean }[],
): string {
  const isOne = answers.length === 1
  const names = listText(answers.map(({ name, line }) => `${name} (line ${line})`))
  const said = `${names} ${isOne ? 'is a secret of the build that stays' : 'are secrets of the build that stay'} in a layer or in the history of a stage`
  const moved = answers.filter(({ isLeft }) => !isLeft).map(({ name }) => name)
  if (moved.length === 0) return `${said}.`
  const what = moved.length === answers.length ? (isOne ? 'it' : 'them') : listText(moved)
  return `${said}; \`--with build-secrets\` mounts ${what} instead.`
}

/** What is done, as a title. */
export function titleText(plans: readonly Plan[]): string {
  const names = (isSsh: boolean) =>
    plans.filter(({ handed }) => (handed.kind === 'ssh') === isSsh).map(({ name }) => name)
  const mounted = names(false)
  const them = mounted.length === 1 ? 'it' : 'them'
  const parts = [
    ...(mounted.length === 0 ? [] : [`mount ${listText(mounted)} for the RUNs that need ${them}`]),
    ...(names(true).length === 0 ? [] : [`lend SSH keys instead of ${listText(names(true))}`]),
  ]
  const text = parts.join(', ')
  return text.charAt(0).toUpperCase() + text.slice(1)
}

/** What is said of the secrets that move. */
export function whyText(plans: readonly Plan[]): string {
  const isPublic = plans.filter((plan) => plan.isPublic).map(({ name }) => name)
  const known =
    isPublic.length === 0
      ? ''
      : ` The value of ${listText(isPublic)} is in the repository: have another one made, too.`
  return `What a build argument, a variable or a copied file holds stays in a layer or in the history of the image, also where a later line removes it. A mount is there for one RUN, and nowhere else.${known}`
}

/** What is not shown of the secrets that move. */
export function guessText(plans: readonly Plan[]): string {
  const names = plans.filter(({ isGuess }) => isGuess).map(({ name }) => name)
  return names.length === 0
    ? ''
    : ` No line says who reads ${listText(names)}: every RUN that fetches gets ${names.length === 1 ? 'it' : 'them'}.`
}
