import { configFile } from '../../config/find-config.ts'
import { firstWord, type ToolCall } from '../call.ts'
import { madeFolders, nothing, unknownOutput, type Output } from '../output.ts'
import type { Tool } from '../tool.ts'
import { calledWith } from './mix.ts'

/** https://symfony.com/doc/current/frontend/encore/simple-example.html */
export const encore: Tool = {
  name: 'encore',
  title: 'Webpack Encore',
  programs: ['encore'],
  development: ['dev-server'],
  writes: (call) => {
    const word = firstWord(call.task)
    if (word === 'dev-server') return undefined
    return word === 'help' ? nothing : encoreOutput(call)
  },
  source: 'https://symfony.com/doc/current/frontend/encore/simple-example.html',
}

/** `Encore.setOutputPath('public/build/')` */
export function encoreOutput(call: ToolCall): Output {
  const path = configFile(call.view, call.cwd, 'webpack.config')
  const folder = path === undefined ? undefined : calledWith(call, path, 'setOutputPath')
  return typeof folder === 'string'
    ? madeFolders(call, folder)
    : unknownOutput('webpack.config.js computes where Encore writes')
}
