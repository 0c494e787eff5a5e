import { addsRepository, asPattern, type RunCommand } from '../../../src/transform.ts'
import type { PhpApp } from '../app.ts'
import { appFilesOf } from '../app/app-files.ts'

/** Whether what adds a repository to the image that runs calls one of these programs, `$(lsb_release -cs)` included. */
export function isCalledForRepository(app: PhpApp, programs: readonly string[]): boolean {
  const { assets } = appFilesOf(app)
  const isOfNode = (command: RunCommand) =>
    assets?.isCalled === false && (assets.commands.has(command) || assets.setup.isSetup(command))
  return app.stage.commands.some((command) => {
    const { link, step } = command
    if (link === undefined || !addsRepository(command) || isOfNode(command)) return false
    const text = step.instruction.text.slice(link.start, link.end)
    return programs.some((program) =>
      new RegExp(`(^|[\\s;&|(\`"/])${asPattern(program)}(\\s|$)`).test(text),
    )
  })
}
