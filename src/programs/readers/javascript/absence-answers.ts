import type { Node, Program } from 'oxc-parser'
import { walk } from './walk.ts'
import { nameOf } from './syntax.ts'

/** What others see of a module beside its files, by where it begins, in order. */
export interface Answers {
  /** An answer to whoever asks, a value that is given back, or a mark that is set: `response.send('made')`, `return true`, `isNew = true`. */
  readonly told: readonly number[]
  /** A callback that goes on: `done()`, `callback(null, path)`; no failure that is handed on. */
  readonly handedOn: readonly number[]
}

/** Methods of Express, Koa, Fastify, of Node's own server and of emitters. */
const answering =
  /^(send|sendFile|sendStatus|json|jsonp|end|render|redirect|status|write|writeHead|download|reply|code|emit)$/

const handing = /^(cb|callback|done|next|resolve)$/

/** Goes through a module once. */
export function answersOf(program: Program): Answers {
  const told: number[] = []
  const handedOn: number[] = []
  walk(program, true, (node) => {
    if (tells(node)) told.push(node.start)
    else if (handsOn(node)) handedOn.push(node.start)
    return true
  })
  const inOrder = (starts: readonly number[]) => starts.toSorted((a, b) => a - b)
  return { told: inOrder(told), handedOn: inOrder(handedOn) }
}

function tells(node: Node): boolean {
  switch (node.type) {
    case 'CallExpression':
      return (
        node.callee.type === 'MemberExpression' &&
        answering.test(nameOf(node.callee.property) ?? '')
      )
    case 'ReturnStatement':
      return node.argument !== null && isWritten(node.argument)
    case 'AssignmentExpression':
      return (
        isAnswer(node.left) ||
        (node.right.type === 'Literal' && typeof node.right.value === 'boolean')
      )
    default:
      return false
  }
}

/** `ctx.body` of Koa, `response.statusCode` */
const isAnswer = (node: Node) =>
  node.type === 'MemberExpression' && /^(body|status|statusCode)$/.test(nameOf(node.property) ?? '')

/** Something that the branch says of itself; nothing is what a function gives back anyway. */
const isWritten = (node: Node) =>
  (node.type === 'Literal' && node.value !== null) ||
  /^(ArrayExpression|ObjectExpression|TemplateLiteral|UnaryExpression)$/.test(node.type)

const handsOn = (node: Node) =>
  node.type === 'CallExpression' &&
  node.callee.type === 'Identifier' &&
  handing.test(node.callee.name) &&
  (node.callee.name === 'resolve' || node.arguments.length !== 1)
