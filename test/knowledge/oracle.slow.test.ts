import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { expect, it } from 'vitest'
import { z } from 'zod'
import { describeBaseImage } from '../../src/knowledge/images/describe-base-image.ts'

const shared = process.env['MSB_SHARED'] ?? path.join(import.meta.dirname, '../../../shared')
const oracle = path.join(shared, 'eval/oracle.mjs')
const isThere = existsSync(oracle)
if (!isThere) console.log('skipped: the configs of base images against the shared oracle')

const images =
  `node:20 node:18-alpine golang:1.22 php:8.2-cli php:8.2-apache php:8.2-fpm composer:2 nginx:alpine
  nginxinc/nginx-unprivileged:1.28-alpine httpd:2.4 caddy:2 python:3.12 oven/bun:1 rust:1.75 ruby:3.2 maven:3 openjdk:17
  eclipse-temurin:21 debian:bookworm-slim ubuntu:22.04 buildpack-deps:bookworm alpine:3.20 busybox
  gcr.io/distroless/static-debian12:nonroot gcr.io/distroless/base-debian12 gcr.io/distroless/nodejs20-debian12 scratch`.split(
    /\s+/,
  )

/** The oracle is no part of the project: it is asked in a process of its own, and flattens both sides. */
const script = `
  import { readFileSync } from 'node:fs'
  const { readAsBuildKit, flat } = await import(process.argv[1])
  const images = JSON.parse(readFileSync(0, 'utf8'))
  const answers = readAsBuildKit(images.map(({ id }) => ({ id, text: 'FROM ' + id + '\\n' })))
  console.log(JSON.stringify(images.map(({ id, config }) => ({ id, ours: flat(config), theirs: flat(answers.get(id).config) }))))
`

function compare(): z.infer<typeof answer> {
  const run = spawnSync(
    process.execPath,
    ['--input-type=module', '-e', script, pathToFileURL(oracle).href],
    { input: JSON.stringify(images.map((id) => ({ id, config: json(id) }))), encoding: 'utf8' },
  )
  if (run.status !== 0) throw new Error(run.stderr)
  return answer.parse(JSON.parse(run.stdout))
}

const config = z.record(z.string(), z.unknown())
const answer = z.array(z.object({ id: z.string(), ours: config, theirs: config }))

const json = (image: string) => {
  const { config } = describeBaseImage(image)
  return {
    User: config.User,
    Env: [...config.Env].map(([name, value]) => `${name}=${value}`),
    Cmd: config.Cmd,
    Entrypoint: config.Entrypoint,
    WorkingDir: config.WorkingDir,
    StopSignal: config.StopSignal,
    ExposedPorts: Object.fromEntries(config.ExposedPorts.map((port) => [port, {}])),
  }
}

it.runIf(isThere)(
  'base images bring what the oracle says',
  () => {
    // The oracle has the variable without its value.
    for (const { id, ours, theirs } of compare())
      expect('Env.PHPIZE_DEPS' in ours ? { ...ours, 'Env.PHPIZE_DEPS': '' } : ours, id).toEqual(
        theirs,
      )
  },
  120_000,
)
