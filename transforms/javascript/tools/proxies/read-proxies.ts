import { walk } from '../../../../src/transform.ts'
import { truthOf, type ConfigValue, type Option } from '../../config/value.ts'
import type { DevProxy } from '../tool.ts'
import type { ToolCall } from '../call.ts'
import { hindrance, type Hindrance } from '../tool-server.ts'
import { proxyPath, type ProxyPath } from './proxy-path.ts'
import type { ProxyStyle } from './proxy-style.ts'
import { functionRewrite, recordRewrite } from './rewrite.ts'

export type ProxyReading = readonly (DevProxy | Hindrance)[]

/** The proxies of an option: a record by path, or webpack's list of records with `context`. */
export function readProxies(call: ToolCall, option: Option, style: ProxyStyle): ProxyReading {
  if (option.kind === 'unset') return []
  if (option.kind === 'unknown')
    return [hindrance('proxy', `${option.at.path} computes its proxies`, option.at)]
  const { value } = option
  if (truthOf(value) === false) return []
  const text = textIn(value)
  // Vue's `proxy: 'http://backend:5000'`.
  if (text !== undefined && style.websocket)
    return [readProxy(call, { path: '/', matches: 'no-page' }, value, style)]
  if (value.kind === 'record' && value.isWhole)
    return [...value.entries].map(([key, entry]) => {
      const path = proxyPath(key, style)
      return path === undefined
        ? hindrance('proxy', `its proxy "${key}" is a pattern`, entry.at)
        : readProxy(call, path, entry, style)
    })
  if (value.kind === 'list' && value.isWhole)
    return value.items.flatMap((item) => readItem(call, item, style))
  return [hindrance('proxy', `${value.at.path} computes its proxies`, value.at)]
}

/** `{ context: ['/api', '/auth'], target: 'http://backend:5000' }` */
function readItem(call: ToolCall, item: ConfigValue, style: ProxyStyle): ProxyReading {
  const context =
    item.kind === 'record' ? (item.entries.get('context') ?? item.entries.get('path')) : undefined
  const keys =
    context?.kind === 'list' && context.isWhole
      ? context.items
      : context === undefined
        ? []
        : [context]
  const texts = keys.map(textIn)
  if (texts.length === 0 || texts.includes(undefined))
    return [hindrance('proxy', 'a proxy does not name its paths', item.at)]
  return texts.map((key = '') => {
    const path = proxyPath(key, style)
    return path === undefined
      ? hindrance('proxy', `its proxy "${key}" is a pattern`, item.at)
      : readProxy(call, path, item, style)
  })
}

/** Options that change nothing that nginx would have to repeat. */
const idleOptions = new Set(
  'target context path pathFilter changeOrigin ws secure xfwd rewrite pathRewrite logLevel logger logs timeout proxyTimeout debug agent'.split(
    ' ',
  ),
)
/** Functions that may do no more than write to the log. */
const eventOptions = new Set(
  'configure onProxyReq onProxyRes onError onProxyReqWs onOpen onClose on logProvider'.split(' '),
)

/** One proxy: a target, or options with one. */
export function readProxy(
  call: ToolCall,
  { path, matches }: ProxyPath,
  value: ConfigValue,
  style: ProxyStyle,
): DevProxy | Hindrance {
  const stop = (why: string) => hindrance('proxy', `its proxy "${path}" ${why}`, value.at)
  const only = textIn(value)
  if (only !== undefined) {
    const target = targetOf(call, value, stop)
    return typeof target === 'string'
      ? {
          path,
          matches,
          target,
          changesOrigin: style.changesOriginOfText,
          websocket: style.websocket || only.startsWith('ws'),
          forwardsClient: style.forwardsClient,
          rewrite: undefined,
          verifiesTls: style.verifiesTls,
          evidence: value.at,
        }
      : target
  }
  if (value.kind !== 'record' || !value.isWhole) return stop('is computed')
  for (const [name, option] of value.entries) {
    if (idleOptions.has(name) || truthOf(option) === false) continue
    if (eventOptions.has(name) && onlyLogs(option)) continue
    return stop(`has the option ${name}`)
  }
  const goal = value.entries.get('target')
  const target = goal === undefined ? stop('names no target') : targetOf(call, goal, stop)
  if (typeof target !== 'string') return target
  const flag = (name: string, fallback: boolean) => {
    const option = value.entries.get(name)
    return option === undefined ? fallback : (truthOf(option) ?? 'unknown')
  }
  const changesOrigin = flag('changeOrigin', style.changesOrigin)
  const isSocket = goal !== undefined && textIn(goal)?.startsWith('ws') === true
  const websocket = flag('ws', style.websocket || isSocket)
  const verifiesTls = flag('secure', style.verifiesTls)
  const forwardsClient = flag('xfwd', style.forwardsClient)
  if (
    changesOrigin === 'unknown' ||
    websocket === 'unknown' ||
    verifiesTls === 'unknown' ||
    forwardsClient === 'unknown'
  )
    return stop('is computed')
  const rules = value.entries.get('pathRewrite')
  const change = value.entries.get('rewrite')
  const rewrite =
    change !== undefined
      ? functionRewrite(change, path)
      : rules === undefined
        ? undefined
        : recordRewrite(rules, path)
  if (rewrite === 'unreadable') return stop('rewrites paths by more than their beginning')
  return {
    path,
    matches,
    target,
    changesOrigin,
    websocket,
    forwardsClient,
    rewrite,
    verifiesTls,
    evidence: goal?.at ?? value.at,
  }
}

/** The target's URL without a slash at its end; one that the environment decides when the container starts is none. */
function targetOf(
  { environment, view }: ToolCall,
  value: ConfigValue,
  stop: (why: string) => Hindrance,
): string | Hindrance {
  const text = textIn(value)
  const started = value.variables.find((name) => {
    const isFile = typeof environment.get(name)?.from === 'object'
    const isGiven = view.project.usages().some((usage) => usage.environment.includes(name))
    return name !== 'NODE_ENV' && (!isFile || isGiven)
  })
  if (started !== undefined)
    return stop(`takes its target from ${started} when the container starts`)
  if (text === undefined || !/^(https?|wss?):\/\/[^\s/?#@]+(\/[^\s?#]*)?$/.test(text))
    return stop('has a target that is no plain URL')
  // A socket begins as a request by HTTP.
  return text.replace(/^ws/, 'http').replace(/\/+$/, '')
}

const textIn = (value: ConfigValue) =>
  value.kind === 'literal' && typeof value.value === 'string' ? value.value : undefined

/** True for functions, and records of them, that call nothing but `console` and `.on`. */
function onlyLogs(value: ConfigValue): boolean {
  if (value.kind === 'record') return value.isWhole && [...value.entries.values()].every(onlyLogs)
  if (value.kind !== 'function') return false
  let isIdle = true
  walk(value.node, true, (node) => {
    if (node.type === 'AssignmentExpression' || node.type === 'NewExpression') isIdle = false
    if (node.type !== 'CallExpression') return true
    const { callee } = node
    const isLog =
      callee.type === 'MemberExpression' &&
      ((callee.object.type === 'Identifier' && callee.object.name === 'console') ||
        (callee.property.type === 'Identifier' && callee.property.name === 'on'))
    isIdle &&= isLog
    return true
  })
  return isIdle
}
