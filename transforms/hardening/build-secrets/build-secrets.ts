import {
  isFetchCredential,
  type Edit,
  type Evidence,
  type Facts,
  type Instruction,
  type Rule,
  type RuleContext,
} from '../../../src/transform.ts'
import { evidenceOf } from '../evidence.ts'
import { editsOfPlans, ignoreFileOf } from './edits-of-plans.ts'
import { buildsWithoutMounts, callText, writtenOut } from './how-built.ts'
import { planFile } from './plan-file.ts'
import { planVariable } from './plan-variable.ts'
import { isPlan, type Answer, type Plan, type Unsettled } from './plan.ts'
import { secretFiles } from './secret-files.ts'
import { secretVariables } from './secret-variables.ts'
import { guessText, hintText, stayText, titleText, whyText } from './words.ts'

const title = 'Secrets of the build by mounts'

/**
 *   ARG NPM_TOKEN         =>   RUN --mount=type=secret,id=npm_token NPM_TOKEN="$(cat /run/secrets/npm_token)" npm ci
 *   RUN npm ci
 *
 * Off unless asked for, because the build is called in another way from then on.
 * https://docs.docker.com/build/building/secrets/
 */
export const buildSecrets: Rule = {
  name: 'build-secrets',
  title,
  isOptional: true,
  about: {
    why: 'Tokens in ARG and ENV, and files with passwords that are copied, stay in layers or in the history of the image, also where a later line removes them. A mount hands a secret to the RUNs that need it, and no layer has it.',
    risk: 'The build has to be called with its secrets, which the change says how to do; a RUN that needs one, and is not seen to, fetches without it. Secrets that the program reads at run time stay, and are named.',
    example: {
      file: 'Dockerfile',
      before: 'ARG NPM_TOKEN\nRUN npm ci\n',
      after:
        'RUN --mount=type=secret,id=npm_token NPM_TOKEN="$(cat /run/secrets/npm_token)" npm ci\n',
    },
  },
  hint: (context) => {
    const found = answersOf(context).flatMap((answer) => {
      const isLeft = !isPlan(answer)
      if (isLeft && (answer.isOfRunTime || !isOpening(answer))) return []
      const [instruction] = isLeft ? [answer.found] : answer.found
      const line = instruction === undefined ? 0 : evidenceOf(instruction, context.input).line
      return line === undefined ? [] : [{ name: answer.name, line, isLeft }]
    })
    return found.length === 0 ? undefined : hintText(found)
  },
  apply: (context) => {
    const { facts, input } = context
    const answers = answersOf(context)
    if (answers.length === 0) return undefined
    const { plans, edits, left } = settled(answers, facts)
    const sentences = left
      .filter((each) => each.isOfRunTime || isOpening(each))
      .map((each) => stayText(withLine(each, input)))
    if (plans.length + sentences.length === 0) return undefined
    if (plans.length === 0) return { stays: sentences.join(' ') }
    const variables = plans.flatMap((plan) => plan.names.map((name) => `Env.${name}`))
    const file = ignoreFileOf(plans, facts)
    return {
      change: {
        rule: 'build-secrets',
        title: titleText(plans),
        why: whyText(plans),
        risk: 'review',
        assumption: callText(plans, facts) + guessText(plans),
        evidence: plans.flatMap(({ found, name }) =>
          found.map((instruction) => shownEvidence(instruction, name, input)),
        ),
      },
      edits,
      contract: variables,
      ...(file === undefined ? {} : { otherFiles: [file] }),
      left: sentences,
    }
  },
}

function answersOf({ facts, installs, behaviour }: RuleContext): readonly Answer[] {
  const variables = secretVariables(facts)
  const files = secretFiles(facts)
  if (variables.length === 0 && files.length === 0) return []
  const context = { facts, installs, programs: behaviour?.programs ?? [] }
  const without = buildsWithoutMounts(facts)
  return [
    ...variables.map((variable) => {
      const place = writtenOut(variable.name, facts)
      const answer = planVariable(variable, context)
      const line = place === undefined ? '' : `${place.path}:${place.line}`
      return place === undefined
        ? answer
        : refused(
            answer,
            `${line} gives its value in writing, and where it is to come from can't be told`,
          )
    }),
    ...files.map((file) => planFile(file, context)),
  ].map((answer) => (without === undefined ? answer : refused(answer, without)))
}

/** What is one of the build for certain; a password may be that of an account in the image. */
const isOpening = ({ name, place }: Unsettled) => place === 'file' || isFetchCredential(name)

/** A plan that is not carried out. */
function refused(answer: Answer, why: string): Unsettled {
  if (!isPlan(answer)) return answer
  const { name, found, handed } = answer
  const [first] = found
  if (first === undefined) throw new Error('a secret stands somewhere')
  const place =
    first.keyword === 'ENV'
      ? 'variable'
      : handed.kind === 'file' || first.keyword === 'COPY'
        ? 'file'
        : 'argument'
  return { name, found: first, place, why, isOfRunTime: false }
}

/** The plans that can be carried out together, in order. */
function settled(answers: readonly Answer[], facts: Facts) {
  const plans: Plan[] = []
  const left: Unsettled[] = []
  let edits: readonly Edit[] = []
  for (const answer of answers) {
    if (!isPlan(answer)) {
      left.push(answer)
      continue
    }
    const made = editsOfPlans([...plans, answer], facts)
    if (made === undefined) left.push(refused(answer, "one of its lines can't be changed safely"))
    else {
      edits = made
      plans.push(answer)
    }
  }
  return { plans, edits, left }
}

/** As the user's file has it. */
const withLine = (each: Unsettled, input: Facts): Unsettled => {
  const line = evidenceOf(each.found, input).line
  return line === undefined ? each : { ...each, found: { ...each.found, line } }
}

/** The line by its place; of what it says, only the name. */
function shownEvidence(instruction: Instruction, name: string, input: Facts): Evidence {
  const { path, line } = evidenceOf(instruction, input)
  return { path, line, text: name }
}
