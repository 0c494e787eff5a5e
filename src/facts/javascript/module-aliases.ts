import type { Alias } from '../../programs/readers/javascript/resolve.ts'
import { isRecord, record } from '../../project/formats/loose-data.ts'
import type { Facts } from '../facts.ts'
import { resolvePath } from '../image-path.ts'
import { readTsConfig } from './tsconfig.ts'

/** tsconfig's paths and package.json's imports, as folders of the context. */
export function moduleAliases(facts: Facts): readonly Alias[] {
  const root = facts.final.end.workdir ?? '/'
  const config = readTsConfig(facts, resolvePath(root, 'tsconfig.json') ?? '')
  const ofCompiler = (config?.aliases ?? []).map((alias) => ({
    ...alias,
    targets: alias.targets.flatMap((target) => facts.contextPath(target) ?? []),
  }))
  return [...ofCompiler, ...importsOf(facts, root)]
}

/** package.json's imports: https://nodejs.org/api/packages.html#subpath-imports */
function importsOf({ contextPath, project }: Facts, root: string): readonly Alias[] {
  const manifest = project.json(contextPath(resolvePath(root, 'package.json') ?? '') ?? '')
  const imports = isRecord(manifest) ? record(manifest['imports']) : undefined
  return Object.entries(imports ?? {}).map(([name, target]) => ({
    prefix: name.replace(/\*$/, ''),
    isExact: !name.endsWith('*'),
    targets: (isRecord(target) ? Object.values(target) : [target]).flatMap((item) =>
      typeof item === 'string'
        ? (contextPath(resolvePath(root, item.replace(/\*.*$/, '')) ?? '') ?? [])
        : [],
    ),
  }))
}
