import type { RunCommand } from './command.ts'
import { effectsOf } from '../effects/effects.ts'
import { baseName } from '../image-path.ts'

/** `curl ... | apt-key add -`, `... > /etc/apt/sources.list.d/mssql-release.list`: packages of either stage may come from there. */
export function addsRepository(command: RunCommand): boolean {
  if (/^(apt-key|add-apt-repository|apt-add-repository|gpg)$/.test(baseName(command.name ?? '')))
    return true
  if (command.redirects.some(({ target }) => target !== undefined && isList(target))) return true
  const effects = effectsOf(command) ?? []
  return (
    effects.length > 0 && effects.every((effect) => effect.kind !== 'users' && isList(effect.path))
  )
}

const isList = (path: string) =>
  /^\/(etc\/(apt|apk|yum\.repos\.d)|usr\/share\/keyrings)\//.test(path)
