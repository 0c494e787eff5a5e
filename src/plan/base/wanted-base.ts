import { placeOf } from '../../facts/evidence.ts'
import type { Facts } from '../../facts/facts.ts'
import { isRoot } from '../../facts/stages/root-user.ts'
import type { BaseImage } from '../../knowledge/images/base-image.ts'
import { ownName } from '../../knowledge/images/image-names.ts'
import type { Statement } from '../../project/config/preferences.ts'
import { assuming, type Change } from '../change.ts'
import type { RuntimeBase } from '../split.ts'
import { imageOfBase } from './image-of-base.ts'

/** The image that a project wants the runtime stage to stand on. */
export interface Wanted {
  readonly statement: Statement
  /** How it is tried; undefined where it can stand for none of the images that the transform names. */
  readonly base: RuntimeBase | undefined
  /** Why it can't, as a clause. */
  readonly why: string
  /** What is taken for given where it is taken. */
  readonly assumption?: string | undefined
}

/** What is wanted of an ecosystem's runtime stage; undefined where nothing is, or where the transform comes to the same image. */
export function wantedBase(
  bases: readonly RuntimeBase[],
  ecosystem: string,
  facts: Facts,
): Wanted | undefined {
  const { images, runtime } = facts.project.preferences
  const statement = runtime.get(ecosystem)
  const first = bases[0]
  if (statement === undefined || first === undefined) return undefined
  const image = ownName(statement.text, images)
  if (image === ownName(first.image, images)) return undefined
  const wanted = imageOfBase(image, facts)
  const whys: string[] = []
  for (const base of bases) {
    const model = imageOfBase(base.image, facts)
    const why = difference(wanted, model, base, facts)
    if (why === undefined && base.pays)
      return {
        ...{ statement, base: { ...base, image }, why: '' },
        assumption: ageOf(wanted, model, base),
      }
    whys.push(why ?? 'a second stage on it leaves nothing behind')
  }
  const other = first.onOther?.(wanted)
  if (other !== undefined) {
    const why = typeof other === 'string' ? other : isAsked(facts) ? askedFor : undefined
    return why === undefined && typeof other !== 'string'
      ? { statement, base: { image, pays: true, override: other }, why: '' }
      : { statement, base: undefined, why: why ?? '' }
  }
  const { elsewhere } = bases.find((base) => base.elsewhere !== undefined) ?? {}
  if (elsewhere === undefined) return { statement, base: undefined, why: whys[0] ?? '' }
  const own = ownWays(wanted)
  return own === undefined
    ? { statement, base: { image, pays: true, override: elsewhere }, why: '' }
    : { statement, base: undefined, why: own }
}

/** A change that an image was asked for, with the line that did. */
export function asked(change: Change, { statement, assumption }: Wanted): Change {
  const by = { ...change, evidence: [...change.evidence, statement.evidence] }
  return assumption === undefined ? by : assuming(by, assumption)
}

/** What is said where the runtime stage stands on another image than is wanted; `unfit` is what spoke against it when it was tried. */
export function notOn(
  { statement: { text, evidence }, base, why }: Wanted,
  image: string | undefined,
  unfit: string | undefined,
): readonly string[] {
  if (base !== undefined && base.image === image) return []
  const reason =
    base === undefined ? why : (unfit ?? 'the program is known to run on its own image')
  return [`The runtime stage is not on ${text}, as ${placeOf(evidence)} wants: ${reason}.`]
}

/** Why an image can't stand for one that the transform names: what was built would meet another system, or another program. */
function difference(
  wanted: BaseImage,
  model: BaseImage,
  { image, isFree = false }: RuntimeBase,
  facts: Facts,
): string | undefined {
  if (wanted.family !== model.family) return `it is another kind of image than ${image}`
  const isSame = wanted.distribution === model.distribution
  if (isFree && !isSame && isAsked(facts))
    return `a health check or a command of compose may call what only ${image} has`
  if (!isFree) {
    if (!isSame || wanted.release !== model.release) return `it has another system than ${image}`
    if (wanted.variant !== model.variant && model.variant !== 'slim')
      return `it lacks what ${image} has`
    if (hasVersion(model) && seriesOf(wanted) !== seriesOf(model))
      return `it is of another version than ${image}`
  }
  return isRoot(wanted.config.User) || wanted.config.User === model.config.User
    ? undefined
    : `it has another user than ${image}`
}

/** Whether something runs programs in the container besides its start command. */
const isAsked = ({ health, overrides, project }: Facts): boolean =>
  health !== undefined ||
  overrides.length > 0 ||
  project.usages().some(({ healthcheck }) => healthcheck !== undefined)

const askedFor = 'a health check or a command of compose is written for another entrypoint'

/** What an image does by itself that a program which knows nothing of it would get along. */
function ownWays(wanted: BaseImage): string | undefined {
  const { Entrypoint, ExposedPorts, Volumes, User } = wanted.config
  if (wanted.family === 'scratch') return 'it holds nothing, no certificates and no time zones'
  if (Entrypoint !== undefined) return `it starts ${Entrypoint.join(' ')}`
  if (ExposedPorts.length > 0 || Volumes.length > 0) return 'it is an image of another program'
  return isRoot(User) ? undefined : 'whether its user has all rights needed is not known'
}

/** The version that stands in the tag is that of a program, not of the system. */
const hasVersion = ({ ownPrograms }: BaseImage): boolean => ownPrograms.size > 0

/** What is built for one of them runs on all: of Python, whose packages lie in a folder of `3.12`, the first two numbers. */
const seriesOf = ({ family, version }: BaseImage) =>
  version
    ?.split('.')
    .slice(0, family === 'python' ? 2 : 1)
    .join('.')

/** A tag that is more exact may be of an older program than the one that the project is built with. */
function ageOf(wanted: BaseImage, model: BaseImage, { image, isFree }: RuntimeBase) {
  return isFree === true || !hasVersion(model) || wanted.version === model.version
    ? undefined
    : `The program runs on ${wanted.family} ${wanted.version ?? ''}, though it is built for ${image}.`
}
