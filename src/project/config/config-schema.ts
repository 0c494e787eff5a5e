import { z } from 'zod'
import { parseImageReference } from '../../dockerfile/image-reference.ts'
import { cacheStyles } from './preferences.ts'

/** https://docs.docker.com/reference/dockerfile/#from: a stage's name, in lower case as BuildKit compares it. */
const stageName = z
  .string()
  .regex(
    /^[a-z][a-z0-9_.-]*$/,
    'a stage is named with a-z, 0-9, _, . and -, and begins with a letter',
  )
  .refine((name) => name !== 'scratch' && name !== 'context', 'Docker keeps this name for itself')
const words = z.array(z.string().min(1)).min(1).or(z.string().min(1))
const list = z.array(z.string().min(1))
const commands = z.string().regex(/\S/, 'a command is missing')

const imageName = z
  .string()
  .regex(
    /^[^\s*$]*[^\s*$/](\/\*)?$/,
    'an image is named as in FROM, or all below a folder as NAME/*',
  )

/** An image as a FROM of the runtime stage names it. */
const runtimeImage = z.string().regex(/^[^\s*$]*[^\s*$/]$/, 'an image is named as in FROM')

/** Whether a name is that of one tag or digest. */
function isPinned(name: string): boolean {
  const { tag, digest } = parseImageReference(name)
  return tag !== undefined || digest !== undefined
}

const settings = {
  rules: z
    .record(z.string(), z.boolean())
    .describe(
      'Rules that are switched on (true) and off (false); docs/rules.md says which are off unless asked for',
    )
    .optional(),
  safe: z.boolean().describe('Leave out changes that rest on an assumption, as --safe').optional(),
  stages: z
    .strictObject({ builder: stageName.optional(), runtime: stageName.optional() })
    .describe('Names of the two stages that a split makes')
    .optional(),
  user: z
    .strictObject({
      name: z
        .string()
        .regex(/^[a-z_][a-z0-9_-]{0,31}$/, 'a user is named with a-z, 0-9, _ and -')
        .refine((name) => !taken.has(name), 'images have a user or a group of this name')
        .optional(),
      id: z.int().min(1).max(65_533).optional(),
    })
    .describe('The user that is made where an image has none of its own')
    .optional(),
  caches: z
    .enum(cacheStyles)
    .describe(
      "What becomes of package managers' caches: cleaned up in the same RUN (the default), or kept in cache mounts of the build",
    )
    .optional(),
  images: z
    .array(
      z
        .strictObject({ from: imageName, to: imageName })
        .refine(({ from, to }) => from.endsWith('/*') === to.endsWith('/*'), {
          message: '`from` and `to` both end in /*, or neither does',
        })
        .refine(({ from, to }) => isPinned(from) || !isPinned(to), {
          message: 'a digest or a tag in `to` is that of one tag, which `from` has to name',
        }),
    )
    .describe('Images of public registries, and where they are kept')
    .optional(),
  runtime: z
    .strictObject({
      go: runtimeImage.optional(),
      node: runtimeImage.optional(),
      python: runtimeImage.optional(),
      'static-frontend': runtimeImage.optional(),
    })
    .describe(
      'Images for the runtime stage, by ecosystem; taken where they have all that is needed',
    )
    .optional(),
  facts: z
    .strictObject({
      keep: list.describe('Files and folders that run time needs besides what is seen').optional(),
      reads: list
        .describe('With what is seen, all files and folders that the program reads and loads')
        .optional(),
      writes: list
        .describe('With what is seen, all files and folders that the program writes')
        .optional(),
      programs: z
        .array(
          z.string().regex(/^[^/\s]+$/, 'a program is named without its path; `keep` brings files'),
        )
        .describe('With what is seen, all programs that it starts, by their names')
        .optional(),
      start: commands
        .or(z.array(commands).min(1))
        .describe("What the container runs, where the start command can't be followed")
        .optional(),
    })
    .describe('What no reader can see, said once by who knows; used as evidence with its line')
    .optional(),
}

/** Users and groups that base images of Debian, Ubuntu and Alpine have: base-passwd, and alpine-baselayout's passwd and group. */
const taken = new Set(
  `_apt adm audio avahi backup bin cdrom cdrw crontab cron daemon dialout dip disk fax floppy ftp
  games gnats guest halt input irc kmem kvm list lp mail man messagebus news nobody nogroup ntp
  operator ping plugdev postmaster proxy render root sasl scanner sgx shadow shutdown src ssh sshd
  staff sudo sync sys systemd-network systemd-journal tape tty ubuntu users utmp uucp video voice
  www-data wheel xfs`.split(/\s+/),
)

/** What msb-migrate.config.yaml holds; docs/config.schema.json is made from it. */
export const configSchema = z.strictObject({
  $schema: z.string().optional(),
  ...settings,
  transforms: z
    .array(z.string('a module is named by its path or its package').min(1))
    .describe(
      'Modules of transforms of your own, by their paths (./rust.mjs) or packages; only in a file that --config names',
    )
    .optional(),
  ignore: words
    .describe(
      'Dockerfiles that are left alone: patterns as in .gitignore, from the folder of this file',
    )
    .optional(),
  overrides: z
    .array(
      z.strictObject({
        files: words.describe('The Dockerfiles that this is for: patterns as in .gitignore'),
        ...settings,
      }),
    )
    .describe('Settings for some Dockerfiles; of two that match, the later one counts')
    .optional(),
})

export type ConfigData = z.infer<typeof configSchema>

/** The keys of a level, for the nearest right one of a wrong one. */
export function keysAt(path: readonly PropertyKey[]): readonly string[] {
  const names = path.filter((key) => typeof key === 'string')
  const last = names.at(-1)
  if (last === 'facts') return Object.keys(settings.facts.unwrap().shape)
  if (last === 'stages') return Object.keys(settings.stages.unwrap().shape)
  if (last === 'runtime') return Object.keys(settings.runtime.unwrap().shape)
  if (last === 'images') return ['from', 'to']
  if (last === 'user') return Object.keys(settings.user.unwrap().shape)
  return last === 'overrides'
    ? ['files', ...Object.keys(settings)]
    : Object.keys(configSchema.shape)
}
