import { argumentAt, type Call, type CallRow, type Place } from '../call.ts'
import { isKnown } from '../path-value.ts'

const words = (text: string) => text.split(' ')

/** Whether what stands there is paths: `models: ['models']`, and no `models: [Crate]`. */
const hasPaths = (place: Place) => (call: Call) => {
  const argument = argumentAt(call, place)
  const items = argument?.items() ?? (argument === undefined ? [] : [argument])
  return items.length > 0 && items.every((item) => item.paths().every(isKnown))
}
const reads = (modules: string, names: string, ...places: readonly Place[]): readonly CallRow[] =>
  words(modules).flatMap((module) =>
    places.map((place) => ({
      module,
      names: words(names),
      when: hasPaths(place),
      reads: [place],
    })),
  )

/** Packages that are handed the name of a folder, and load or read what is in it. */
export const loaderRows: readonly CallRow[] = [
  // https://github.com/jarradseers/consign#include, https://github.com/jarradseers/express-load: below `cwd`, or where the program runs
  ...reads('consign express-load', 'include then default', 0, 'cwd'),
  // https://github.com/troygoode/node-require-directory#usage, https://github.com/aseemk/requireDir#usage: beside the source that calls
  { module: 'require-directory', names: ['default'], readsBeside: [1] },
  ...words('require-dir import-modules').map((module): CallRow => ({
    module,
    names: ['default'],
    readsBeside: [0],
  })),
  // https://github.com/felixge/node-require-all#usage, https://github.com/gpbl/include-all
  ...reads('require-all include-all', 'default', 0, 'dirname'),
  // https://liquidjs.com/tutorials/options.html#root
  ...reads('liquidjs', 'Liquid default', 'root', 'partials', 'layouts'),
  // https://github.com/sequelize/sequelize-typescript#configuration
  ...reads('sequelize-typescript', 'Sequelize', 'models'),
  { names: ['addModels'], when: hasPaths(0), reads: [0] },
  // https://github.com/justadudewhohacks/face-api.js#loading-the-models, https://js.tensorflow.org/api_node/latest/#node.loadSavedModel
  { names: words('loadFromDisk loadSavedModel'), when: hasPaths(0), reads: [0] },
  // https://eta.js.org/docs/api/configuration, https://github.com/mozilla/nunjucks/blob/master/docs/api.md
  ...reads('eta', 'Eta configure', 'views'),
]
