// The rules of the house: who may import whom. docs/architecture.md draws them.
const door = (library, folders) => ({
  name: `one-door-for-${library.replace(/\W+/g, '-')}`,
  comment: `${library} is used behind one door only.`,
  severity: 'error',
  from: { path: '^(src|transforms)/', pathNot: folders.map((folder) => `^${folder}`) },
  to: { path: `node_modules/${library}/` },
})

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: 'no-cycles',
      comment: 'Of types neither: a type that two files need lives where both may look.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'no-orphans',
      severity: 'error',
      from: { orphan: true, path: '^src/', pathNot: ['^src/index\\.ts$', '\\.d\\.ts$'] },
      to: {},
    },
    {
      name: 'transforms-know-only-their-door',
      comment:
        'A transform imports src/transform.ts, its neighbours, what is known of JavaScript projects, and libraries of its own ecosystem.',
      severity: 'error',
      from: { path: '^transforms/([^/]+)/', pathNot: '^transforms/javascript/' },
      to: {
        path: '^(src|transforms)/',
        pathNot: ['^src/transform\\.ts$', '^transforms/$1/', '^transforms/javascript/'],
      },
    },
    {
      name: 'rules-know-no-language',
      comment: 'A rule works on files of any ecosystem; it asks what they declare.',
      severity: 'error',
      from: { path: '^transforms/hardening/' },
      to: { path: '^transforms/(?!hardening/)' },
    },
    {
      name: 'javascript-knows-no-transform',
      comment:
        'transforms/javascript reads projects for every transform that has a frontend or a Node program.',
      severity: 'error',
      from: { path: '^transforms/javascript/' },
      to: {
        path: '^(src|transforms)/',
        pathNot: ['^src/transform\\.ts$', '^transforms/javascript/'],
      },
    },
    {
      name: 'src-does-not-know-transforms',
      comment:
        '`migrate` takes the list as an argument; only the command line and the library door name it.',
      severity: 'error',
      from: { path: '^src/', pathNot: ['^src/cli/', '^src/index\\.ts$'] },
      to: { path: '^transforms/' },
    },
    door('dockerfile-ast', ['src/dockerfile/']),
    door('unbash', ['src/dockerfile/']),
    door('diff', ['src/review/']),
    door('@?inquirer', ['src/review/']),
    door('yargs', ['src/cli/']),
    door('enhanced-resolve', ['src/cli/']),
    door('semver', ['src/knowledge/version\\.ts$']),
    door('tar-stream', ['src/verify/']),
    door('smol-toml', ['src/project/formats/toml-text']),
    door('@yarnpkg/parsers', ['src/project/lock-files/']),
    door('@octokit', ['src/publish/forges/']),
    door('@gitbeaker', ['src/publish/forges/']),
    door('ignore', ['src/project/git/git-patterns\\.ts$']),
    door('oxc-parser', ['src/programs/readers/', 'transforms/javascript/config/']),
    door('@vscode/tree-sitter-wasm', ['src/programs/readers/']),
    {
      name: 'files-are-read-and-written-in-few-places',
      severity: 'error',
      from: { path: '^(src|transforms)/', pathNot: ['^src/(project|apply|cli|verify|publish)/'] },
      to: { path: '^(node:)?fs(/promises)?$' },
    },
    {
      name: 'processes-are-started-in-few-places',
      severity: 'error',
      from: {
        path: '^(src|transforms)/',
        pathNot: [
          '^src/project/git/git\\.ts$',
          '^src/cli/migrate/(core/|review/run-program\\.ts$)',
          '^src/(verify|publish)/',
        ],
      },
      to: { path: '^(node:)?child_process$' },
    },
    {
      name: 'the-machine-is-for-the-command-line',
      comment:
        'Below it there is no process, clock, chance, network or thread. What asks containers is for the network; hashes of contents are no chance.',
      severity: 'error',
      from: {
        path: '^(src|transforms)/',
        pathNot: [
          '^src/cli/',
          '^src/verify/run/ask\\.ts$',
          '^src/publish/(content|campaign/service)\\.ts$',
          '^src/report/findings/fingerprint\\.ts$',
          '^src/apply/journal/record\\.ts$',
        ],
      },
      to: {
        path: '^(node:)?(process|os|timers|perf_hooks|crypto|worker_threads|https?|net|dns|tls|dgram)(/|$)',
      },
    },
    {
      name: 'transforms-read-languages-not-the-world',
      comment: 'Libraries of a transform read the files of its own ecosystem.',
      severity: 'error',
      from: { path: '^transforms/' },
      to: { path: 'node_modules/', pathNot: 'node_modules/(oxc-parser|yaml|@types)/' },
    },
    {
      name: 'the-core-does-not-know-the-flow-around-it',
      comment: 'Arrows point from the flow to its parts.',
      severity: 'error',
      from: { path: '^src/(dockerfile|project|facts|knowledge|plan)/' },
      to: {
        path: '^src/(cli|review|report|apply|verify|publish|migrate\\.ts|library\\.ts|index\\.ts)',
      },
    },
    {
      name: 'facts-do-not-know-plans',
      comment: 'What is known of a file is known before anything is planned.',
      severity: 'error',
      from: { path: '^src/(facts|knowledge)/' },
      to: { path: '^src/(plan/|transform\\.ts$)' },
    },
    {
      name: 'knowledge-is-of-the-world',
      comment: 'Its tables hold for every project.',
      severity: 'error',
      from: { path: '^src/knowledge/' },
      to: { path: '^src/(facts|project|programs)/' },
    },
    {
      name: 'programs-are-read-for-themselves',
      comment: 'What a source says does not depend on the Dockerfile around it.',
      severity: 'error',
      from: { path: '^src/programs/' },
      to: { path: '^(src/(plan|project)/|src/transform\\.ts$|transforms/)' },
    },
    {
      name: 'needs-look-down',
      comment:
        'First the programs are seen, then the files that they need, then what a new file would lack of it.',
      severity: 'error',
      from: { path: '^src/plan/needs/(seen|files|system)/' },
      to: { path: '^src/plan/needs/lost/' },
    },
    {
      name: 'programs-are-seen-by-themselves',
      comment: 'Who looks at programs does not ask what becomes of that.',
      severity: 'error',
      from: { path: '^src/plan/needs/seen/' },
      to: { path: '^src/plan/needs/(files|system)/' },
    },
    {
      name: 'promises-ask-no-transform',
      comment:
        'What a program needs, what a stage has and whether a promise is kept is seen from the Dockerfile, its context and the tables alone.',
      severity: 'error',
      from: { path: '^src/plan/(needs|view|promises)/' },
      to: {
        path: '^(transforms/|src/plan/(ladder/|(ecosystem|tooling)\\.ts$))',
      },
    },
    {
      name: 'views-know-no-answers',
      comment: 'A stage is asked for what it has, whoever made it so.',
      severity: 'error',
      from: { path: '^src/plan/view/' },
      to: { path: '^src/plan/(?!view/)' },
    },
    {
      name: 'plans-do-not-know-the-facade',
      comment: 'src/transform.ts is for transforms.',
      severity: 'error',
      from: { path: '^src/(plan|migrate\\.ts)' },
      to: { path: '^src/transform\\.ts$' },
    },
    {
      name: 'reports-do-not-know-the-flow',
      comment:
        'What a verification found is data: src/verification. How pull requests stand is told by src/publish/report.',
      severity: 'error',
      from: { path: '^src/(report|review|apply|verification)/' },
      to: { path: '^src/(verify|publish|cli)/' },
    },
    {
      name: 'verify-stands-on-the-library',
      comment: 'A product of its own: src/library.ts is its door to all the rest.',
      severity: 'error',
      from: { path: '^src/verify/' },
      to: { path: '^(src|transforms)/', pathNot: '^src/(verify/|verification/|library\\.ts$)' },
    },
    {
      name: 'hosts-do-not-know-the-campaign',
      comment: 'A host does what it is told; what is to be done is decided by data alone.',
      severity: 'error',
      from: { path: '^src/publish/(forges|sources|body)/' },
      to: { path: '^src/publish/campaign/' },
    },
    {
      name: 'reading-comes-first',
      severity: 'error',
      from: { path: '^src/dockerfile/' },
      to: { path: '^src/(?!dockerfile/)' },
    },
  ],
  options: {
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^dist/' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'types', 'default'],
    },
  },
}
