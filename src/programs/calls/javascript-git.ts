import { isOverSsh, mayUseSsh } from '../../knowledge/programs/git-servers.ts'
import { argumentAt, type CallRow } from '../call.ts'
import { asksBySsh, wordOf } from '../server-word.ts'

const words = (text: string) => text.split(' ')

const startsProgram = 'ssh'

/** What is copied from a server goes to the folder that is named, or to one that is called after it. */
const clones: readonly CallRow[] = [
  ...['simple-git', 'git-clone', 'git-clone/promise', 'gift', 'nodegit'].map((module): CallRow => ({
    module,
    names: words(module.startsWith('git-clone') ? 'default clone' : 'clone mirror Clone'),
    fills: [1],
    fillsAnyway: '.',
  })),
  ...words('degit tiged').map((module): CallRow => ({
    module,
    names: ['clone'],
    fills: [0],
    fillsAnyway: '.',
  })),
]

/** Packages of npm that have git ask a server, with the program that git starts where that may go by ssh. */
export const gitRows: readonly CallRow[] = [
  ...clones,
  // https://github.com/steveukx/git-js#api
  {
    module: 'simple-git',
    names: words('clone mirror listRemote'),
    when: asksBySsh('clone'),
    startsProgram,
  },
  {
    module: 'simple-git',
    names: words('fetch pull push pushTags'),
    when: asksBySsh('fetch'),
    startsProgram,
  },
  {
    module: 'simple-git',
    names: words('submoduleAdd submoduleUpdate updateSubmodule'),
    startsProgram,
  },
  {
    module: 'simple-git',
    names: words('raw subModule remote'),
    when: ({ args, name }) =>
      mayUseSsh([
        ...(name === 'raw' ? [] : [name.toLowerCase()]),
        ...args.flatMap((arg) => (arg.items() ?? [arg]).map(wordOf)),
      ]),
    startsProgram,
  },
  // https://github.com/stevenvachon/git-clone, https://github.com/notatestuser/gift
  ...words('git-clone git-clone/promise gift').map((module): CallRow => ({
    module,
    names: words('default clone'),
    when: asksBySsh('clone'),
    startsProgram,
  })),
  // By archives over HTTPS, unless they are told otherwise: https://github.com/Rich-Harris/degit#javascript-api
  ...words('degit tiged').map((module): CallRow => ({
    module,
    names: words('default degit tiged'),
    when: (call) =>
      argumentAt(call, 'mode')?.text() === 'git' || isOverSsh(argumentAt(call, 0)?.text()),
    startsProgram,
  })),
]

/** What gives a repository of simple-git. */
export const makesGit: CallRow = {
  module: 'simple-git',
  names: words('default simpleGit gitP simplegit'),
}
