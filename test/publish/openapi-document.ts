import { parse } from 'yaml'
import { z } from 'zod'
import type { Answer, Call, Judge } from './openapi-server.ts'

/** What of a schema is looked at: Swagger 2.0 and OpenAPI 3 have these words alike. */
interface Schema {
  readonly $ref?: string | undefined
  readonly type?: string | readonly string[] | undefined
  readonly enum?: readonly unknown[] | undefined
  readonly properties?: Readonly<Record<string, Schema>> | undefined
  readonly items?: Schema | undefined
  readonly allOf?: readonly Schema[] | undefined
}

const schema: z.ZodType<Schema> = z.lazy(() =>
  z.object({
    $ref: z.string().optional(),
    type: z.union([z.string(), z.array(z.string())]).optional(),
    enum: z.array(z.unknown()).optional(),
    properties: z.record(z.string(), schema).optional(),
    items: schema.optional(),
    allOf: z.array(schema).optional(),
  }),
)

const content = z.record(z.string(), z.object({ schema: schema.optional() })).optional()

const parameter = z.object({
  $ref: z.string().optional(),
  in: z.string().optional(),
  name: z.string().optional(),
  // Swagger's body; OpenAPI's query parameter.
  schema: schema.optional(),
})

const operation = z.object({
  parameters: z.array(parameter).default([]),
  requestBody: z.object({ content }).optional(),
  responses: z.record(z.string(), z.object({ schema: schema.optional(), content })).default({}),
})

const document = z.object({
  paths: z.record(z.string(), z.record(z.string(), z.unknown())),
  definitions: z.record(z.string(), schema).default({}),
  components: z.object({ schemas: z.record(z.string(), schema).default({}) }).optional(),
})

/** `prefix`: what the description's paths begin with, and the stand-in's don't: '/api/v4' */
export function judgeByDocument(text: string, prefix: string): Judge {
  const { paths, definitions, components } = document.parse(parse(text))
  const named = { ...definitions, ...components?.schemas }

  function resolved(found: Schema | undefined): Schema | undefined {
    if (found?.$ref !== undefined) return resolved(named[found.$ref.split('/').at(-1) ?? ''])
    if (found?.allOf === undefined) return found
    const parts = found.allOf.map((one) => resolved(one)?.properties ?? {})
    return {
      ...found,
      properties: Object.assign({}, found.properties, ...parts) as Schema['properties'],
    }
  }

  /** Parameters of a path have other names in other versions. */
  const shape = (path: string) => path.replace(/\{\w+\}/g, '{}')
  const byShape = new Map(Object.entries(paths).map(([path, item]) => [shape(path), item]))
  const operationOf = ({ method, template }: Call) => {
    const found = byShape.get(shape(prefix + template))?.[method.toLowerCase()]
    return found === undefined ? undefined : operation.parse(found)
  }

  /** Grape's descriptions call a single entity what is a list of them. */
  function fields(found: Schema | undefined, value: unknown, at: string): string[] {
    const known = resolved(found)
    if (known === undefined) return []
    if (Array.isArray(value)) {
      const item = known.items ?? known
      return value.flatMap((one, index) => fields(item, one, `${at}[${index}]`))
    }
    if (typeof value !== 'object' || value === null) return scalar(known, value, at)
    const { properties } = known
    if (properties === undefined) return []
    return Object.entries(value).flatMap(([name, part]) => {
      const field = properties[name]
      return field
        ? fields(field, part, `${at}.${name}`)
        : [`${at}.${name} is not in the description`]
    })
  }

  function scalar(known: Schema, value: unknown, at: string): string[] {
    if (known.enum && !known.enum.includes(value))
      return [`${at} is none of ${known.enum.join(', ')}`]
    const isText = typeof value === 'string'
    return known.type === 'boolean' && isText ? [`${at} is not a boolean`] : []
  }

  return {
    request: (call) => {
      const found = operationOf(call)
      if (found === undefined) return ['no such operation in the description']
      const query = new Set(found.parameters.map(({ name }) => name?.replace('[]', '')))
      const asked = [...call.query.keys()].filter((name) => !query.has(name))
      const swagger = found.parameters.find((one) => one.in === 'body')?.schema
      const body = swagger ?? Object.values(found.requestBody?.content ?? {})[0]?.schema
      const wrong = call.body === undefined ? [] : fields(body, call.body, 'body')
      return [...asked.map((name) => `no parameter ${name} in the description`), ...wrong]
    },
    answer: (call, { status, body }: Answer) => {
      const responses = operationOf(call)?.responses ?? {}
      const response = responses[String(status)] ?? responses['200'] ?? responses['201']
      const known = response?.schema ?? Object.values(response?.content ?? {})[0]?.schema
      return Buffer.isBuffer(body) || body === undefined ? [] : fields(known, body, 'answer')
    },
  }
}
