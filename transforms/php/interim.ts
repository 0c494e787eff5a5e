import type { Behaviour, Facts, Refusal } from '../../src/transform.ts'
import type { PhpApp } from './app.ts'
import type { Part } from './part.ts'

export function composerPart({ composer }: PhpApp): Part | Refusal {
  const installs = composer.filter(({ name }) => name === 'install')
  return {
    leaves: composer.length > 0 ? ['composer'] : [],
    placeCommand: (command) =>
      composer.some((item) => item.command === command) ||
      (/installer|composer-setup/.test(command.step.instruction.text) && command.name === 'php')
        ? 'build'
        : undefined,
    placeCopy: (copy) => (copy.from?.includes('composer') === true ? 'build' : undefined),
    builderRewrites: installs.flatMap(({ command }) =>
      command.step.instruction.text.includes('--no-dev')
        ? []
        : [
            {
              instruction: command.step.instruction,
              text: command.step.instruction.text
                .replace('composer install', 'composer install --no-dev')
                .trimEnd(),
            },
          ],
    ),
    artifacts: installs.slice(-1).flatMap(({ command, folder }) =>
      folder === undefined
        ? []
        : [
            {
              path: `${folder}/vendor`,
              isFolder: true,
              after: command.step.instruction,
              evidence: [],
              isPortable: true,
            },
          ],
    ),
  }
}
export const assetsPart = (_: PhpApp): Part | Refusal => ({})
export const behaviourOf = (_: PhpApp): Behaviour => ({
  writes: [],
  writesElsewhere: 'the sources are not read',
  ports: [],
  programs: [],
})
export const behaviourInStages = (_: Facts): Behaviour | undefined => undefined
