import type { SideStage, Step } from '../../../src/transform.ts'

/** Where a stage of Node's with these lines starts: the image of PHP may have a folder of its own, that of Node starts in `/`. */
export function ownWorkdir(
  lines: SideStage['instructions'],
  steps: readonly Step[],
): Pick<SideStage, 'workdir'> {
  const first = lines.find(({ instruction }) => !/^(ARG|ENV)$/.test(instruction.keyword))
  const workdir = steps.find(({ instruction }) => instruction === first?.instruction)?.workdir
  if (first === undefined || workdir === undefined || workdir === '/') return {}
  const { keyword, body } = first.instruction
  return keyword === 'WORKDIR' && body.text.trim().startsWith('/') ? {} : { workdir }
}
