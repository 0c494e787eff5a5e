import { ownValue } from '../../src/transform.ts'
import { isDevDependency, type Manifest } from './manifest.ts'
import type { LockFile } from './lock-file.ts'

/** Programs whose package has another name; the rest is called as its package without the scope. */
const packageOf: Readonly<Record<string, string>> = {
  tsc: 'typescript',
  nest: '@nestjs/cli',
  ng: '@angular/cli',
  'remix-serve': '@remix-run/serve',
  remix: '@remix-run/dev',
  'react-router': '@react-router/dev',
  'react-router-serve': '@react-router/serve',
  'vue-cli-service': '@vue/cli-service',
  'svelte-kit': '@sveltejs/kit',
  nuxi: 'nuxt',
  'nuxt-ts': '@nuxt/typescript-runtime',
  'pm2-runtime': 'pm2',
  'pm2-docker': 'pm2',
  'pm2-dev': 'pm2',
  sequelize: 'sequelize-cli',
  'typeorm-ts-node-commonjs': 'typeorm',
  'typeorm-ts-node-esm': 'typeorm',
  'ts-node-esm': 'ts-node',
  tsnd: 'ts-node-dev',
  dotenv: 'dotenv-cli',
  'babel-node': '@babel/node',
  babel: '@babel/cli',
  swc: '@swc/cli',
  'swc-node': '@swc-node/register',
  webpack: 'webpack-cli',
  'run-s': 'npm-run-all',
  'run-p': 'npm-run-all',
  ncc: '@vercel/ncc',
  strapi: '@strapi/strapi',
  medusa: '@medusajs/cli',
  'drizzle-kit': 'drizzle-kit',
  'mikro-orm': '@mikro-orm/cli',
  'cross-env-shell': 'cross-env',
  biome: '@biomejs/biome',
  cap: '@capacitor/cli',
  tailwindcss: 'tailwindcss',
  'graphql-codegen': '@graphql-codegen/cli',
  sls: 'serverless',
  cds: '@sap/cds-dk',
}

const alsoOf: Readonly<Record<string, readonly string[]>> = {
  'babel-node': ['babel-cli'],
  babel: ['babel-cli'],
  strapi: ['strapi'],
  webpack: ['webpack'],
  nuxt: ['nuxt-start', 'nuxt-edge', 'nuxt3'],
  'run-s': ['npm-run-all2'],
  'run-p': ['npm-run-all2'],
}

/** Where a program of node_modules/.bin comes from. */
export type Provider = 'dependency' | 'dev-dependency' | 'unknown'

/** The package that brings a program, and whether a production install has it. */
export function providerOf(
  program: string,
  manifest: Manifest,
  lock: LockFile | undefined,
): { readonly name: string; readonly provider: Provider } {
  const locked = lock?.packageOfProgram(program)
  const names = [
    ownValue(packageOf, program) ?? program,
    ...(ownValue(alsoOf, program) ?? []),
    ...(locked === undefined ? [] : [locked]),
  ]
  const direct = names.find((name) => manifest.dependencies.has(name))
  if (direct !== undefined) return { name: direct, provider: 'dependency' }
  if (locked !== undefined && lock?.isDevOnly(locked) === false)
    return { name: locked, provider: 'dependency' }
  const dev = names.find((name) => isDevDependency(manifest, name))
  if (dev !== undefined) return { name: dev, provider: 'dev-dependency' }
  return {
    name: names[0] ?? program,
    provider: locked === undefined ? 'unknown' : 'dev-dependency',
  }
}

/** The programs that `npm install -g` of a package puts on PATH. */
export function programsOfPackage(spec: string): readonly string[] {
  const name = spec.replace(/(?<=.)@[^/@]*$/, '')
  const own = Object.entries(packageOf).flatMap(([program, owner]) =>
    owner === name ? [program] : [],
  )
  if (name === 'npm') return ['npm', 'npx']
  if (name === 'pnpm') return ['pnpm', 'pnpx']
  if (name === 'typescript') return ['tsc', 'tsserver']
  return [...new Set([...own, name.replace(/^@[^/]+\//, '')])]
}
