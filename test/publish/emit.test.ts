import { execFileSync, spawnSync } from 'node:child_process'
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { withNamedConfig } from '../../src/cli/named-config.ts'
import { parseArguments } from '../../src/cli/parse-arguments.ts'
import { emitCampaign } from '../../src/cli/pr/emit-campaign.ts'
import { readVersion } from '../../src/cli/version.ts'
import { emitTargets } from '../../src/publish/emit/emit-targets.ts'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'msb-emit-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

async function emitted(...argv: readonly string[]): Promise<string> {
  const request = await parseArguments(['pr', ...argv])
  if (request.kind !== 'run' || request.options.pr === undefined) throw new Error('no run')
  return emitCampaign(await withNamedConfig(request.options, folder), request.options.pr, folder)
}

const version = readVersion()

/** A shell must take it. */
function checkShell(text: string): void {
  const { status, stderr } = spawnSync('bash', ['-n'], { input: text, encoding: 'utf8' })
  expect(stderr).toBe('')
  expect(status).toBe(0)
}

/** Puts programs on PATH that write down what they were called with, one argument a line. */
function stubs(names: Readonly<Record<string, string>>): NodeJS.ProcessEnv {
  const bin = join(folder, 'bin')
  mkdirSync(bin, { recursive: true })
  for (const [name, body] of Object.entries(names)) {
    writeFileSync(join(bin, name), `#!/bin/sh\n${body}\n`)
    chmodSync(join(bin, name), 0o755)
  }
  return { PATH: `${bin}:${process.env['PATH'] ?? ''}`, HOME: folder, LOG: join(folder, 'log') }
}

const logArguments = `printf '%s\\n' "$@" >"$LOG"`
const logged = () => readFileSync(join(folder, 'log'), 'utf8').trimEnd().split('\n')

/** Without the empty folder that npx is to take for its own. */
function inClone(): readonly string[] {
  const [prefix, empty = '', ...rest] = logged()
  expect([prefix, existsSync(empty)]).toEqual(['--prefix', false])
  return rest
}

function repository(): string {
  const path = join(folder, 'repository')
  mkdirSync(path)
  const git = (...args: readonly string[]) => execFileSync('git', ['-C', path, ...args])
  git('init', '--quiet')
  writeFileSync(join(path, 'Dockerfile'), 'FROM node:22\n')
  git('add', '.')
  git('-c', 'user.name=a', '-c', 'user.email=a@b.c', 'commit', '--quiet', '-m', 'x')
  return path
}

/** Signs that mean something to a shell, to YAML or to an expression; each must come out as it went in. */
const nasty = `a' "b" $(touch hacked) \`touch hacked\` \${{ secrets.X }} \${HOME} #x: - é; \\ %{y} }} !z`

/** Double braces are placeholders of a title. */
const nastyTitle = nasty.replace('${{', '${ {')

describe('multi-gitter', () => {
  const setUp = async (...argv: readonly string[]) => {
    const text = await emitted('--emit', 'multi-gitter', ...argv)
    checkShell(text)
    const said = execFileSync('sh', ['-c', text], { cwd: folder, encoding: 'utf8' })
    const config: unknown = parse(readFileSync(join(folder, 'multi-gitter.yaml'), 'utf8'))
    return { text, said, config }
  }

  test('writes its config', async () => {
    const { config, said } = await setUp(
      '--org',
      'acme',
      '--topic',
      'docker',
      '--draft',
      '--label',
      'a,b "c"',
      '--base',
      'next',
      '--fork',
    )
    expect(config).toMatchObject({
      platform: 'github',
      org: ['acme'],
      topic: ['docker'],
      branch: 'msb-migrate/multi-stage',
      'base-branch': 'next',
      'conflict-strategy': 'skip',
      labels: ['a', '"b ""c"""'],
      draft: true,
      fork: true,
    })
    expect(said).toContain('multi-gitter run ./msb-migrate.sh --config multi-gitter.yaml --dry-run')
    expect(said).toContain('GITHUB_TOKEN')
  })

  test('knows only keys that multi-gitter has', async () => {
    const people = ['--reviewer', 'x', '--team-reviewer', 'y', '--assignee', 'z', '--push-only']
    const host = ['--host', 'https://git.example.org', '--forge', 'gitlab']
    const { config } = await setUp('--repos', list('g/s/a'), ...host, ...people)
    expect(Object.keys(config as object)).toEqual([
      'platform',
      'base-url',
      'project',
      'branch',
      'commit-message',
      'pr-title',
      'pr-body',
      'conflict-strategy',
      'reviewers',
      'team-reviewers',
      'assignees',
      'push-only',
    ])
    expect(config).toMatchObject({ 'base-url': 'https://git.example.org', project: ['g/s/a'] })
  })

  test('its script changes a repository, looks only on a dry run, and hands exit codes on', async () => {
    await setUp('--org', 'acme', '--safe', '--skip', 'non-root-user')
    const cwd = repository()
    const run = (env: NodeJS.ProcessEnv) =>
      spawnSync(join(folder, 'msb-migrate.sh'), { cwd, env, encoding: 'utf8' })
    const writes = `${logArguments}\ncase "$*" in *--write*) echo 'FROM node:22 AS build' >Dockerfile ;; esac`

    expect(run({ ...stubs({ npx: writes }), DRY_RUN: 'true' }).status).toBe(0)
    expect(inClone()).toEqual([
      '--yes',
      `msb-migrate@${version}`,
      '--dry-run',
      '--skip',
      'non-root-user',
      '--safe',
    ])
    expect(readFileSync(join(cwd, 'Dockerfile'), 'utf8')).toBe('FROM node:22\n')

    expect(run(stubs({ npx: writes })).status).toBe(0)
    expect(inClone()).toEqual([
      '--yes',
      `msb-migrate@${version}`,
      '--write',
      '--allow-dirty',
      '--skip',
      'non-root-user',
      '--safe',
    ])
    expect(execFileSync('git', ['-C', cwd, 'diff', '--name-only'], { encoding: 'utf8' })).toBe(
      'Dockerfile\n',
    )

    const partly = run(stubs({ npx: 'exit 3' }))
    expect([partly.status, partly.stderr]).toEqual([
      0,
      'msb-migrate: some Dockerfiles failed, or did not come out the same; the others are changed.\n',
    ])
    expect(run(stubs({ npx: 'exit 2' })).status).toBe(2)
    expect(run(stubs({ npx: 'exit 130' })).status).toBe(130)
  })

  test('overwrites nothing', async () => {
    const { text } = await setUp('--org', 'acme')
    const again = spawnSync('sh', ['-c', text], { cwd: folder, encoding: 'utf8' })
    expect([again.status, again.stderr]).toEqual([1, 'msb-migrate.sh is there already.\n'])
  })

  test('searches on GitHub only', async () => {
    expect((await setUp('--org', 'acme', '--query', 'docker in:name')).config).toMatchObject({
      'repo-search': 'docker in:name org:acme',
    })
    await expect(
      emitted('--emit', 'multi-gitter', '--forge', 'gitea', '--query', 'x'),
    ).rejects.toThrow('multi-gitter searches on GitHub only; give --org or --repos')
  })
})

describe('git-xargs', () => {
  test('runs over an organisation, and then as the command in each repository', async () => {
    const text = await emitted(
      '--emit',
      'git-xargs',
      '--org',
      'acme',
      '--draft',
      '--reviewer',
      'ada,bo',
      '--base',
      'next',
      '--safe',
    )
    checkShell(text)
    const file = join(folder, 'campaign.sh')
    writeFileSync(file, text)
    execFileSync('sh', [file, '--dry-run'], {
      env: stubs({ 'git-xargs': logArguments }),
      cwd: folder,
    })
    const args = logged()
    expect(args.slice(0, 8)).toEqual([
      '--github-org',
      'acme',
      '--skip-archived-repos',
      '--branch-name',
      'msb-migrate/multi-stage',
      '--base-branch-name',
      'next',
      '--commit-message',
    ])
    expect(args.slice(-10)).toEqual([
      '```',
      '--reviewers',
      'ada',
      '--reviewers',
      'bo',
      '--no-skip-ci',
      '--draft',
      '--dry-run',
      'sh',
      file,
    ])

    const inRepository = (dry: string) => ({
      ...stubs({ npx: logArguments }),
      XARGS_REPO_NAME: 'x',
      XARGS_DRY_RUN: dry,
    })
    execFileSync('sh', [file], { env: inRepository('true') })
    expect(inClone()).toEqual(['--yes', `msb-migrate@${version}`, '--dry-run', '--safe'])
    execFileSync('sh', [file], { env: inRepository('false') })
    expect(inClone()).toEqual([
      '--yes',
      `msb-migrate@${version}`,
      '--write',
      '--allow-dirty',
      '--safe',
    ])
  })

  test('gives a list on standard input, and names an own server', async () => {
    const text = await emitted(
      '--emit',
      'git-xargs',
      '--repos',
      list('acme/a # first', '', 'https://ghe.example.org/acme/b.git', 'acme/a'),
      '--host',
      'ghe.example.org',
      '--forge',
      'github',
    )
    checkShell(text)
    const file = join(folder, 'campaign.sh')
    writeFileSync(file, text)
    execFileSync('sh', [file], {
      env: stubs({ 'git-xargs': 'cat >"$LOG"; echo "$GITHUB_HOSTNAME" >>"$LOG"' }),
    })
    expect(logged()).toEqual(['acme/a', 'acme/b', 'ghe.example.org'])
  })

  test.each([
    [['--org', 'a', '--forge', 'gitlab'], 'git-xargs works on GitHub only'],
    [
      ['--org', 'a', '--topic', 't'],
      'git-xargs knows no topics and no search; list the repositories, with --repos',
    ],
    [
      ['--org', 'a', '--group-by', 'owner'],
      'git-xargs opens one pull request a repository; drop --group-by owner',
    ],
    [[], 'git-xargs works on a fleet: say which, with --org or --repos'],
  ])('refuses %j', async (argv, message) => {
    await expect(emitted('--emit', 'git-xargs', ...argv)).rejects.toThrow(message)
  })
})

describe('Sourcegraph', () => {
  test('searches an owner for Dockerfiles', async () => {
    const text = await emitted(
      '--emit',
      'sourcegraph',
      '--org',
      'acme.co',
      '--topic',
      'docker',
      '--only',
      'split-stages',
    )
    const spec = parse(text) as { steps: { run: string }[] }
    expect(spec).toMatchObject({
      version: 2,
      name: 'msb-migrate',
      on: [
        {
          repositoriesMatchingQuery:
            'repo:^github\\.com/acme\\.co/ repo:has.topic(docker) file:(^|/)(Dockerfile|dockerfile|Containerfile)|\\.[Dd]ockerfile$ patterntype:regexp count:all',
        },
      ],
      steps: [{ container: 'node:24' }],
      changesetTemplate: { branch: 'msb-migrate/multi-stage', published: false },
    })
    checkShell(spec.steps[0]?.run ?? '')
    expect(spec.steps[0]?.run).toContain(
      `npx --prefix "$empty" --yes msb-migrate@${version} "$@" --only split-stages`,
    )
  })

  test('names repositories, at a branch if need be', async () => {
    const spec: unknown = parse(
      await emitted(
        '--emit',
        'sourcegraph',
        '--repos',
        list('acme/a', 'acme/b'),
        '--base',
        'next',
        '--draft',
      ),
    )
    expect(spec).toMatchObject({
      on: [
        { repository: 'github.com/acme/a', branch: 'next' },
        { repository: 'github.com/acme/b', branch: 'next' },
      ],
      changesetTemplate: { published: 'draft' },
    })
  })

  test.each([
    [
      ['--org', 'a', '--verify'],
      'Sourcegraph runs steps in a container without Docker; drop --verify',
    ],
    [['--org', 'a b'], '--org: "a b" can\'t stand in a search of Sourcegraph'],
    [['--org', 'a', '--topic', 'x) type:diff'], "can't stand in a search"],
    [['--query', 'x'], "--query is in the words of the host's search"],
  ])('refuses %j', async (argv, message) => {
    await expect(emitted('--emit', 'sourcegraph', ...argv)).rejects.toThrow(message)
  })
})

interface Workflow {
  readonly jobs: Readonly<
    Record<
      string,
      {
        readonly strategy?: unknown
        readonly steps: readonly { readonly run?: string; readonly env?: unknown }[]
      }
    >
  >
}

function stepOf(workflow: Workflow, job: string) {
  const step = workflow.jobs[job]?.steps.find(({ run }) => run !== undefined)
  if (step?.run === undefined) throw new Error(`no step in ${job}`)
  return { run: step.run, env: step.env }
}

/** What GitHub makes of literals in a step. */
const evaluated = (text: string) => text.replaceAll("${{ '${{' }}", '${{')

describe('GitHub Actions', () => {
  test('runs the shards of a matrix', async () => {
    const workflow = parse(
      await emitted(
        '--emit',
        'actions',
        '--org',
        'acme',
        '--safe',
        '--shard',
        '1/12',
        '--label',
        'docker',
      ),
    ) as Workflow
    expect(workflow).toMatchObject({
      concurrency: { group: 'msb-migrate', 'cancel-in-progress': false },
      permissions: { contents: 'read' },
      jobs: {
        migrate: {
          strategy: {
            'fail-fast': false,
            'max-parallel': 4,
            matrix: { shard: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12] },
          },
        },
        report: { needs: 'migrate' },
      },
    })
    const { run, env } = stepOf(workflow, 'migrate')
    expect(env).toEqual({
      GH_TOKEN: '${{ secrets.MSB_MIGRATE_TOKEN }}',
      SHARD: '${{ matrix.shard }}',
    })
    checkShell(run)
    execFileSync('sh', ['-ec', run], { env: { ...stubs({ npx: logArguments }), SHARD: '3' } })
    expect(logged()).toEqual([
      '--yes',
      `msb-migrate@${version}`,
      'pr',
      '--safe',
      '--org',
      'acme',
      '--label',
      'docker',
      '--pace',
      '4',
      '--shard',
      '3/12',
    ])
  })

  test('eight shards unless told, none where one does all', async () => {
    expect(parse(await emitted('--emit', 'actions', '--org', 'a'))).toMatchObject({
      jobs: { migrate: { strategy: { matrix: { shard: [1, 2, 3, 4, 5, 6, 7, 8] } } } },
    })
    const one = parse(
      await emitted('--emit', 'actions', '--org', 'a', '--shard', '1/1'),
    ) as Workflow
    expect(one.jobs['migrate']?.strategy).toBeUndefined()
    expect(stepOf(one, 'migrate').run).not.toContain('--shard')
    await expect(emitted('--emit', 'actions', '--org', 'a', '--shard', '1/257')).rejects.toThrow(
      '--emit actions: GitHub Actions runs at most 256 jobs at once, not 257',
    )
  })

  test('works on one repository, too', async () => {
    const { run } = stepOf(
      parse(await emitted('--emit', 'actions', 'services/*', '--dry-run')) as Workflow,
      'migrate',
    )
    expect(run).toContain(`pr \\\n  'services/*' \\\n`)
    expect(run).toContain('--dry-run')
  })

  test('what the report job asks is about the same pull requests', async () => {
    const text = await emitted(
      '--emit',
      'actions',
      '--org',
      'a',
      '--branch-prefix',
      'x/',
      '--max-open',
      '5',
      '--state',
      's.jsonl',
    )
    const { run } = stepOf(parse(text) as Workflow, 'report')
    execFileSync('sh', ['-ec', run], { env: stubs({ npx: logArguments }) })
    expect(logged()).toEqual([
      '--yes',
      `msb-migrate@${version}`,
      'pr',
      'report',
      '--org',
      'a',
      '--branch-prefix',
      'x/',
      '--output',
      'campaign.html',
    ])
    expect(text).toContain('# --max-open counts in each shard by itself.')
    expect(text).toContain('# Not heeded here, as no state is kept: --state s.jsonl')
  })

  test('writes no value of a container variable, and says so', async () => {
    const text = await emitted(
      '--emit',
      'actions',
      '--org',
      'a',
      '--verify',
      '--env',
      'PASSWORD=hunter2',
      '--smoke=-x',
      '--no-run',
    )
    expect(text).not.toContain('hunter2')
    expect(text).toContain('The value of --env PASSWORD is not written here')
    expect(text).toContain('--env PASSWORD')
    expect(text).toContain('--smoke=-x')
  })
})

describe('GitLab CI', () => {
  test('runs jobs in parallel', async () => {
    const file = parse(
      await emitted('--emit', 'gitlab-ci', '--org', 'acme/tools', '--shard', '1/5'),
    ) as Readonly<Record<string, { script: string[] }>>
    expect(file).toMatchObject({
      migrate: { parallel: 5, image: 'node:24' },
      report: { artifacts: { paths: ['campaign.html'] } },
    })
    const run = file['migrate']?.script[0] ?? ''
    checkShell(run)
    execFileSync('sh', ['-ec', run], {
      env: { ...stubs({ npx: logArguments }), CI_NODE_INDEX: '2', CI_NODE_TOTAL: '5' },
    })
    expect(logged()).toEqual([
      '--yes',
      `msb-migrate@${version}`,
      'pr',
      '--org',
      'acme/tools',
      '--forge',
      'gitlab',
      '--shard',
      '2/5',
    ])
  })

  test('one job has no index', async () => {
    const text = await emitted('--emit', 'gitlab-ci', '--org', 'a', '--shard', '1/1')
    expect(text).not.toContain('parallel')
    expect(text).not.toContain('CI_NODE')
    await expect(emitted('--emit', 'gitlab-ci', '--org', 'a', '--shard', '1/201')).rejects.toThrow(
      'at most 200',
    )
  })
})

describe('a configuration', () => {
  const yaml = `overrides:\n  - files: "it's \${{ é }}"\n    stages: { builder: compile }\n`
  const same = { overrides: [{ files: "it's ${{ é }}", stages: { builder: 'compile' } }] }

  test.each(['actions', 'gitlab-ci'])('is read by jobs from their checkout: %s', async (target) => {
    writeFileSync(join(folder, '-own.yaml'), yaml)
    const text = await emitted('--emit', target, '--org', 'a', '--config=-own.yaml')
    expect(text).toContain('--config=-own.yaml')
    expect(text).toContain(
      '# The job reads the configuration -own.yaml from its checkout: keep it in this repository, at this path.',
    )
    const path = join(folder, '-own.yaml')
    const far = await emitted('--emit', target, '--org', 'a', '--config', path)
    expect(far).toContain(`--config ${path}`)
    expect(far).toContain(`# The configuration ${path} has to be on the machine that runs the job`)
    expect(await emitted('--emit', target, '--org', 'a', '--no-config')).toContain(' --no-config ')
  })

  test.each(['multi-gitter', 'git-xargs', 'sourcegraph'])(
    'is written down for those that clone: %s',
    async (target) => {
      writeFileSync(join(folder, 'own.yaml'), yaml)
      const given = ['--emit', target, '--org', 'a', '--skip', 'non-root-user']
      const read = (text: string) => {
        const env = { ...stubs({ npx: `for last; do :; done; cat "$last" >"$LOG"` }), PWD: folder }
        if (target === 'multi-gitter') {
          execFileSync('sh', ['-c', text], { cwd: folder })
          execFileSync('sh', ['msb-migrate.sh'], { cwd: folder, env })
        } else if (target === 'git-xargs')
          execFileSync('sh', ['-c', text], { env: { ...env, XARGS_REPO_NAME: 'x' } })
        else {
          const { steps } = parse(text) as { steps: { run: string }[] }
          const run = (steps[0]?.run ?? '').replaceAll('${{ "${{" }}', '${{')
          execFileSync('sh', ['-c', run], { env })
        }
        return logged().join('\n')
      }
      const text = await emitted(...given, '--config', 'own.yaml')
      expect(JSON.parse(read(text))).toEqual(same)
      expect(text).toContain('The campaign has a configuration of its own')
      expect(text).toContain('--skip non-root-user --config "$empty/msb-migrate.config.json"')

      const request = await parseArguments(['pr', ...given, '--config', 'code.yaml'])
      if (request.kind !== 'run') throw new Error('no run')
      const { options } = request
      const { pr } = options
      if (pr === undefined) throw new Error('no pr')
      const config = { path: join(folder, 'code.yaml'), text: 'transforms: [./own.mjs]' }
      expect(() => emitCampaign({ ...options, config }, pr, folder)).toThrow(
        'is given what code.yaml says, and not the transforms that it lists; use msb-migrate pr itself',
      )
      expect(await emitted(...given, '--no-config')).toContain('--skip non-root-user --no-config')
    },
  )
})

describe('values of the user', () => {
  test('come out of YAML, expressions and shells as they went in', async () => {
    const given = ['--org', nasty, '--title-template', nasty, '--label', nasty]
    const actions = parse(
      await emitted('--emit', 'actions', ...given, '--shard', '1/1'),
    ) as Workflow
    // Every expression that is left is ours.
    const { run } = stepOf(actions, 'migrate')
    expect(run.replaceAll("${{ '${{' }}", '')).not.toContain('${{')
    const gitlab = parse(
      await emitted('--emit', 'gitlab-ci', ...given, '--shard', '1/1'),
    ) as Readonly<Record<string, { script: string[] }>>
    for (const script of [evaluated(run), gitlab['migrate']?.script[0] ?? '']) {
      execFileSync('sh', ['-ec', script], { cwd: folder, env: stubs({ npx: logArguments }) })
      expect(logged().filter((line) => line === nasty)).toHaveLength(3)
    }

    const titled = ['--org', nasty, '--title-template', nastyTitle]
    const xargs = await emitted('--emit', 'git-xargs', ...titled, '--label', nasty)
    writeFileSync(join(folder, 'x.sh'), xargs)
    execFileSync('sh', ['x.sh'], { cwd: folder, env: stubs({ 'git-xargs': logArguments }) })
    expect(logged().filter((line) => line === nasty)).toHaveLength(1)
    expect(logged().filter((line) => line === nastyTitle)).toHaveLength(2)

    const gitter = await emitted('--emit', 'multi-gitter', ...titled)
    execFileSync('sh', ['-c', gitter], { cwd: folder })
    expect(parse(readFileSync(join(folder, 'multi-gitter.yaml'), 'utf8'))).toMatchObject({
      'pr-title': nastyTitle,
      'commit-message': nastyTitle,
      org: [`"${nasty.replaceAll('"', '""')}"`],
    })

    const sourcegraph = await emitted(
      '--emit',
      'sourcegraph',
      '--org',
      'a',
      '--title-template',
      nastyTitle,
      '--label',
      nasty,
    )
    const spec = parse(sourcegraph) as { changesetTemplate: { title: string } }
    expect(spec.changesetTemplate.title).toBe(nastyTitle)
    // The whole text is read as a template, comments and all.
    expect(sourcegraph.replaceAll('${{ "${{" }}', '')).not.toContain('${{')

    expect(spawnSync('find', [folder, '-name', 'hacked'], { encoding: 'utf8' }).stdout).toBe('')
  })

  test('with placeholders a title stays with msb-migrate', async () => {
    const text = await emitted(
      '--emit',
      'git-xargs',
      '--org',
      'a',
      '--title-template',
      'x {{service}}',
    )
    expect(text).toContain(
      '# Not heeded here, for want of the like: --title-template x {{service}}',
    )
    expect(text).toContain("--pull-request-title 'Build images in several stages'")
  })

  test.each(emitTargets)('with line ends they are refused: %s', async (target) => {
    for (const bad of ['a\nb', 'a\u2028b', 'a\u202eb', 'a\u0085b', 'a\u0000b'])
      await expect(
        emitted('--emit', target, '--org', 'acme', '--title-template', bad),
      ).rejects.toThrow('has line ends or invisible characters')
  })

  test('what says too little or too much is refused', async () => {
    await expect(
      emitted('--emit', 'actions', '--org', 'a', '--host', 'git.example.org'),
    ).rejects.toThrow('--emit: say what git.example.org runs, with --forge')
    await expect(emitted('--emit', 'multi-gitter', '--repos', '-')).rejects.toThrow('from a file')
    await expect(emitted('--emit', 'multi-gitter', '--repos', 'none')).rejects.toThrow(
      "--repos: none can't be read",
    )
    await expect(
      emitted('--emit', 'multi-gitter', '--repos', list('https://gitlab.com/a/b')),
    ).rejects.toThrow('is no repository of https://github.com')
    await expect(emitted('status', '--emit', 'actions', '--org', 'a')).rejects.toThrow(
      '--emit is for pr and pr sync',
    )
    await expect(emitted('sync', '--emit', 'git-xargs', '--org', 'a')).rejects.toThrow(
      'git-xargs has no sync',
    )
  })
})

function list(...lines: readonly string[]): string {
  writeFileSync(join(folder, 'repos.txt'), lines.join('\n'))
  return 'repos.txt'
}
