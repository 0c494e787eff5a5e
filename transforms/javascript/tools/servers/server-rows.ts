import {
  dotNames,
  dotPathsButWellKnown,
  everyPath,
  ownNotFoundPage,
  pathsWithoutEnding,
  plainFiles,
  type Serving,
} from './serving.ts'
import type { ServerQuestion } from './file-server.ts'
import { anyOrigin, anyOriginWith } from '../headers.ts'
import { loopbackIn, type FlagTable, type Flags } from './flags.ts'
import { majorOfRange } from '../../../../src/transform.ts'

/** A server whose words say it all: how they are read, and what they mean. */
export interface ServerRow {
  readonly program: string
  /** The words that must come first: `pm2 serve`. */
  readonly subcommand?: string
  readonly flags: FlagTable
  /** The folder as it is named; `words` are those behind the subcommand. */
  readonly folder: (flags: Flags, question: ServerQuestion) => string | undefined
  readonly port: (flags: Flags, question: ServerQuestion) => string | undefined
  /** The address that it is told to listen on. */
  readonly address?: (flags: Flags) => string | undefined
  readonly more: (flags: Flags) => Partial<Serving>
  readonly source: string
}

const isAddress = (word: string) =>
  loopbackIn(word) !== undefined || /^\d+(\.\d+){3}$|^\[?::\]?$/.test(word)

/** Smaller file servers. */
export const serverRows: readonly ServerRow[] = [
  {
    program: 'sirv',
    flags: {
      switches: [
        ['-s', '--single'],
        ['-D', '--dev'],
        ['-e', '--etag'],
        ['-d', '--dotfiles'],
        ['-c', '--cors'],
        ['-G', '--gzip'],
        ['-B', '--brotli'],
        ['-i', '--immutable'],
        ['-q', '--quiet'],
        ['-l', '--logs'],
        ['-I', '--ignores'],
        ['-H', '--host'],
      ],
      valued: [
        ['-p', '--port'],
        ['-m', '--maxage'],
      ],
    },
    folder: ({ words }) => words.find((word) => !isAddress(word)),
    // `--host` alone is every address.
    address: ({ words }) => words.find(isAddress),
    // https://github.com/lukeed/sirv/releases/tag/v2.0.0
    port: ({ value }, { variable, version, exposed }) =>
      value('-p') ??
      variable('PORT') ??
      String(
        majorOfRange(version) === 1
          ? 5000
          : (exposed.find((port) => port === 5000 || port === 8080) ?? 8080),
      ),
    more: ({ has }) => ({
      fallback: has('-s') ? pathsWithoutEnding : plainFiles.fallback,
      cleanUrls: !has('-s'),
      folders: 'index',
      slashes: true,
      headers: has('-c') ? anyOriginWith('Origin, Content-Type, Accept, Range') : [],
      gzipStatic: has('-G'),
      hidden: has('-d') || has('-D') ? undefined : dotPathsButWellKnown,
    }),
    source: 'https://github.com/lukeed/sirv/tree/master/packages/sirv-cli',
  },
  {
    program: 'angular-http-server',
    flags: {
      switches: [['--open', '-o'], ['--silent'], ['--cors']],
      valued: [['-p', '--p', '--port'], ['--path']],
    },
    folder: ({ value }) => value('--path') ?? '.',
    port: ({ value }, { variable }) => value('-p') ?? variable('PORT') ?? '8080',
    more: ({ has }) => ({
      fallback: pathsWithoutEnding,
      headers: has('--cors') ? anyOriginWith('authorization, content-type') : [],
    }),
    source: 'https://github.com/simonh1000/angular-http-server',
  },
  {
    program: 'http-server-spa',
    flags: { switches: [], valued: [] },
    folder: ({ words }) => words[0] ?? '.',
    port: ({ words }) => words[2] ?? '8080',
    more: ({ words }) => ({
      fallback: { ...everyPath, page: `/${(words[1] ?? 'index.html').replace(/^\.?\//, '')}` },
    }),
    source: 'https://github.com/juanjcsr/http-server-spa',
  },
  {
    program: 'pushstate-server',
    flags: {
      switches: [],
      valued: [
        ['-p', '--port'],
        ['-d', '--directory'],
        ['-f', '--file'],
      ],
    },
    folder: ({ words, value }) => value('-d') ?? words[0] ?? 'public',
    port: ({ words, value }, { variable }) => value('-p') ?? words[1] ?? variable('PORT') ?? '9000',
    more: ({ value, words }) => ({
      fallback: { ...everyPath, page: `/${value('-f') ?? words[2] ?? 'index.html'}` },
      // It stands on serve-static 1.
      hidden: dotNames,
    }),
    source: 'https://github.com/scottcorgan/pushstate-server',
  },
  {
    program: 'static-server',
    flags: {
      switches: [
        ['-f', '--follow-symlink'],
        ['-d', '--debug'],
        ['-o', '--open'],
        ['-z', '--no-cache'],
        ['-g', '--no-gzip'],
      ],
      valued: [
        ['-p', '--port'],
        ['-n', '--not-found'],
        ['-c', '--cors'],
      ],
    },
    folder: ({ words }) => words[0] ?? '.',
    port: ({ value }) => value('-p') ?? '9080',
    more: ({ value }) => {
      const page = value('-n')?.replace(/^\.?\/?/, '/')
      return {
        fallback: { kind: 'not-found', page },
        headers: value('-c') === '*' ? anyOrigin : [],
      }
    },
    source: 'https://github.com/nbluis/static-server',
  },
  {
    program: 'ws',
    flags: {
      switches: [
        ['-c', '--compress'],
        ['-v', '--verbose'],
        ['-o', '--open'],
      ],
      valued: [['-p', '--port'], ['-d', '--directory'], ['--spa'], ['--hostname']],
    },
    folder: ({ value }) => value('-d') ?? '.',
    port: ({ value }) => value('-p') ?? '8000',
    address: ({ value }) => value('--hostname'),
    more: ({ value }) => {
      const page = value('--spa')
      return {
        fallback:
          page === undefined ? plainFiles.fallback : { ...pathsWithoutEnding, page: `/${page}` },
      }
    },
    source: 'https://github.com/lwsjs/local-web-server/wiki',
  },
  ...['pm2', 'pm2-runtime'].map((program): ServerRow => ({
    program,
    subcommand: 'serve',
    flags: { switches: [['--spa'], ['--no-daemon']], valued: [['--name', '-n'], ['--port']] },
    folder: ({ words }, { variable }) => words[0] ?? variable('PM2_SERVE_PATH') ?? '.',
    port: ({ words, value }, { variable }) =>
      value('--port') ?? words[1] ?? variable('PM2_SERVE_PORT') ?? '8080',
    more: ({ has }) => ({ fallback: has('--spa') ? pathsWithoutEnding : ownNotFoundPage }),
    source: 'https://pm2.keymetrics.io/docs/usage/expose/',
  })),
]
