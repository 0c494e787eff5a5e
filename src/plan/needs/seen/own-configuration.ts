import { asPattern } from '../../../dockerfile/patterns/as-pattern.ts'
import { needsOfPackage, type NpmPackage } from '../../../knowledge/npm-packages/index.ts'

/**
 * What bears a package's name is its configuration, though no table knows it: `elastic-apm-node.js`, `.agendarc`, `opossum.config.json`. None
 * for a package of which a table tells what it reads.
 */
export function ownConfiguration(name: string): readonly NpmPackage[] {
  const isTold = needsOfPackage(name).some(
    ({ files, configurations, named }) => (files ?? configurations ?? named) !== undefined,
  )
  const [scope = '', inner = ''] = name.split('/')
  // `@mikro-orm/core` goes by its scope; a word such as `node` is nobody's name.
  const own = name.startsWith('@') ? [scope.slice(1), `${scope.slice(1)}-${inner}`] : [name]
  return isTold ? [] : own.map((word) => rowOf(name, word))
}

function rowOf(name: string, word: string): NpmPackage {
  const stems = [word, `${word}.config`, `${word}-config`, `.${word}rc`]
  return {
    names: name,
    named: new RegExp(
      `^\\.?${asPattern(word)}(rc|[.-]config|[.-]settings)?(\\.(json5?|ya?ml|toml))?$`,
      'i',
    ),
    configurations: stems.flatMap((stem) =>
      ['js', 'cjs', 'mjs'].map((ending) => `${stem}.${ending}`),
    ),
    source: 'the name of the file',
  }
}
