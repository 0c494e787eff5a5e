import { assignmentsOf, type RunCommand, type StageFacts } from '../../../src/transform.ts'
import { ofTarget } from './go-target.ts'

/** Where the author's own lines ask for the image's platform in a way that would not fit any more, as a clause: a download, a default value. */
export function ownUseOfTarget(
  stages: readonly StageFacts[],
  builds: ReadonlySet<RunCommand>,
): string | undefined {
  for (const { steps, commands } of stages)
    for (const { instruction } of steps) {
      const { keyword, line, text } = instruction
      if (!ofTarget.test(text)) continue
      const names = assignmentsOf(instruction)
      if (keyword === 'ARG') {
        const fixed = names.find(({ name, raw }) => ofTarget.test(name) && raw !== undefined)
        if (fixed !== undefined) return `line ${line} gives ${fixed.name} a value of its own`
        if (names.some(({ raw }) => ofTarget.test(raw ?? '')))
          return `line ${line} hands the platform on`
        continue
      }
      const isOfGo = ({ name }: { readonly name: string }) => /^GO(OS|ARCH|ARM)$/.test(name)
      if (
        keyword === 'ENV' &&
        names.every((each) => isOfGo(each) || !ofTarget.test(each.raw ?? ''))
      )
        continue
      // What stands in a `go build` is for what it makes; the id of a cache is a name.
      const rest = commands
        .filter(({ step, source }) => step.instruction === instruction && source !== undefined)
        .filter((command) => builds.has(command))
        .map(({ source }) => source)
        .reduce(
          (kept, source) =>
            source === undefined
              ? kept
              : kept.slice(0, source.start) +
                ' '.repeat(source.end - source.start) +
                kept.slice(source.end),
          text,
        )
      const withoutFlags = instruction.flags.reduce(
        (kept, { start, end }) => kept.slice(0, start) + ' '.repeat(end - start) + kept.slice(end),
        rest,
      )
      if (keyword !== 'RUN' || ofTarget.test(withoutFlags))
        return `line ${line} asks for the image's platform itself`
    }
  return undefined
}
