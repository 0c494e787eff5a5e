import { mountFields } from '../dockerfile/check/mount-fields.ts'
import type { Instruction } from '../dockerfile/instruction.ts'
import { resolvePath } from './image-path.ts'
import type { Step } from './stages/step.ts'

/** A `--mount` of a RUN. https://docs.docker.com/reference/dockerfile/#run---mount */
export interface RunMount {
  /** 'bind' unless said. */
  readonly type: string
  /** Absolute; undefined where it is not known, as a secret's may be. */
  readonly target: string | undefined
  /** The stage or image that it takes from; undefined for the build context and for what has no source. */
  readonly from: string | undefined
  /** As written; of a whole stage or context '/'. */
  readonly source: string
}

/** The mounts of a RUN, in order. */
export function mountsOf({
  instruction,
  workdir,
}: Pick<Step, 'instruction' | 'workdir'>): readonly RunMount[] {
  return mountValues(instruction).map((value) => {
    const fields = new Map(
      mountFields(value).map((field): [string, string] => {
        const at = field.indexOf('=')
        return at < 0 ? [field, ''] : [field.slice(0, at).toLowerCase(), field.slice(at + 1)]
      }),
    )
    const target = fields.get('target') ?? fields.get('dst') ?? fields.get('destination')
    return {
      type: fields.get('type') ?? 'bind',
      target:
        target === undefined || target.includes('$') ? undefined : resolvePath(workdir, target),
      from: fields.get('from'),
      source: fields.get('source') ?? fields.get('src') ?? '/',
    }
  })
}

const mountValues = ({ keyword, flags }: Instruction): readonly string[] =>
  keyword === 'RUN'
    ? flags.flatMap(({ name, value = '' }) => (name === 'mount' && value !== '' ? [value] : []))
    : []
