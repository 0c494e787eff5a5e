import ts from 'typescript'
import type { Answer, Call, FormPart, Judge } from './openapi-server.ts'

export interface Documented {
  /** Query parameters that every list takes, by the documentation's general part. */
  readonly query: readonly string[]
  /** Fields that an operation's words name and its schema forgets: 'POST /path' -> names. */
  readonly fields: Readonly<Record<string, readonly string[]>>
  /** Fields that every object of an answer has, and none of a request needs. */
  readonly unasked: readonly string[]
  /** Kinds of object that stand where the description names a more general one: 'base_commit' -> 'commit'. */
  readonly kinds: Readonly<Record<string, string>>
  /** Operations that answer with a file, by their words. */
  readonly files: readonly string[]
}

/**
 * Judges by a description that openapi-typescript has written down as types (`paths` of its file). TypeScript's own checker resolves
 * references, intersections and Omit, so nothing of the description is lost but formats and patterns.
 */
export function judgeByTypings(file: string, documented: Documented): Judge {
  const program = ts.createProgram([file], { lib: ['lib.es5.d.ts'], types: [], strict: true })
  const checker = program.getTypeChecker()
  const source = program.getSourceFile(file)
  const declaration = source?.statements.find(
    (one) => ts.isInterfaceDeclaration(one) && one.name.text === 'paths',
  )
  if (declaration === undefined) throw new Error(`${file} has no paths`)
  const place = declaration
  const paths = checker.getTypeAtLocation(place)

  /** Omit forgets the fields of what has an index signature too: they are taken from what it was made of. */
  function membersOf(type: ts.Type): readonly ts.Type[] {
    if (type.isIntersection()) return type.types.flatMap(membersOf)
    const [omitted] = type.aliasSymbol?.name === 'Omit' ? (type.aliasTypeArguments ?? []) : []
    return omitted === undefined ? [type] : membersOf(omitted)
  }

  function symbolsOf(type: ts.Type): ReadonlyMap<string, ts.Symbol> {
    const symbols = new Map<string, ts.Symbol>()
    for (const symbol of membersOf(type).flatMap((one) => checker.getPropertiesOfType(one))) {
      // The first says it most exactly.
      if (!symbols.has(symbol.name)) symbols.set(symbol.name, symbol)
    }
    return symbols
  }

  function fieldOf(type: ts.Type | undefined, name: string): ts.Type | undefined {
    const symbol = type && symbolsOf(type).get(name)
    if (symbol === undefined) return undefined
    const found = checker.getNonNullableType(checker.getTypeOfSymbolAtLocation(symbol, place))
    return found.flags & ts.TypeFlags.Never ? undefined : found
  }

  const within = (type: ts.Type | undefined, ...names: readonly string[]) =>
    names.reduce(fieldOf, type)
  const operationOf = ({ method, template }: Call) => within(paths, template, method.toLowerCase())

  function check(type: ts.Type, value: unknown, at: string, free: readonly string[]): string[] {
    if (type.flags & (ts.TypeFlags.Any | ts.TypeFlags.Unknown)) return []
    if (type.isUnion()) {
      const tried = type.types.map((one) => check(one, value, at, free))
      return tried.find(({ length }) => length === 0) ? [] : (tried[0] ?? [])
    }
    const name = checker.typeToString(type)
    if (type.flags & ts.TypeFlags.StringLike) {
      const isKnown =
        !type.isStringLiteral() ||
        [type.value, documented.kinds[type.value]].includes(String(value))
      const fits = typeof value === 'string' && isKnown
      return fits ? [] : [`${at} is not ${name}`]
    }
    if (type.flags & ts.TypeFlags.NumberLike)
      return typeof value === 'number' ? [] : [`${at} is not a number`]
    if (type.flags & ts.TypeFlags.BooleanLike) {
      return typeof value === 'boolean' ? [] : [`${at} is not a boolean`]
    }
    if (checker.isArrayLikeType(type)) {
      const [item] = checker.getTypeArguments(type as ts.TypeReference)
      if (!Array.isArray(value) || item === undefined) return [`${at} is not a list`]
      return value.flatMap((one, index) => check(item, one, `${at}[${index}]`, free))
    }
    return checkFields(type, value, at, free)
  }

  function checkFields(
    type: ts.Type,
    value: unknown,
    at: string,
    free: readonly string[],
  ): string[] {
    if (typeof value !== 'object' || value === null) return [`${at} is not an object`]
    const declared = [...symbolsOf(type).values()]
    // Of such an object nothing is said.
    if (declared.length === 0) return []
    const missing = declared
      .filter((one) => !(one.flags & ts.SymbolFlags.Optional))
      .filter((one) => !(one.name in value) && !free.includes(one.name))
      .map((one) => `${at}.${one.name} is missing`)
    const wrong = Object.entries(value).flatMap(([name, part]) => {
      const field = fieldOf(type, name)
      if (field !== undefined) return check(field, part, `${at}.${name}`, free)
      return free.includes(name) ? [] : [`${at}.${name} is not in the description`]
    })
    return [...missing, ...wrong]
  }

  const freeOf = ({ method, template }: Call) => documented.fields[`${method} ${template}`] ?? []

  function judgeQuery(call: Call, operation: ts.Type): string[] {
    const query = within(operation, 'parameters', 'query')
    return [...call.query.keys()].flatMap((name) => {
      const type = fieldOf(query, name)
      if (type === undefined) return documented.query.includes(name) ? [] : [`no parameter ${name}`]
      const values = call.query.getAll(name)
      const isText = !(type.flags & ts.TypeFlags.NumberLike)
      return values.flatMap((one) => check(type, isText ? one : Number(one), name, []))
    })
  }

  function judgeBody(call: Call, operation: ts.Type): string[] {
    const { body } = call
    if (body === undefined) return []
    if (Array.isArray(body)) {
      // What is not a file in a form goes by the names of the parameters.
      const query = within(operation, 'parameters', 'query')
      return (body as FormPart[])
        .filter(({ fileName, name }) => fileName === undefined && !fieldOf(query, name))
        .map(({ name }) => `no form field ${name}`)
    }
    const type = within(operation, 'requestBody', 'content', 'application/json')
    if (type === undefined) return ['no body of JSON']
    return check(type, body, 'body', [...freeOf(call), ...documented.unasked])
  }

  return {
    request: (call) => {
      const operation = operationOf(call)
      if (operation === undefined) return ['no such operation']
      return [...judgeQuery(call, operation), ...judgeBody(call, operation)]
    },
    answer: (call, { status, body }: Answer) => {
      const response = within(operationOf(call), 'responses', String(status))
      if (response === undefined) return [`no status ${status}`]
      const content = within(response, 'content')
      const type = within(content, 'application/json')
      const key = `${call.method} ${call.template}`
      if (Buffer.isBuffer(body)) return documented.files.includes(key) ? [] : ['no JSON']
      if (body === undefined) return type ? ['no JSON'] : []
      return type ? check(type, body, 'answer', freeOf(call)) : ['no JSON as answer is described']
    },
  }
}
