import { flagOf, hasFlag } from '../call.ts'
import { hashedFiles } from '../hashed-names.ts'
import { toolOf } from '../tool-of.ts'

/** https://cli.emberjs.com/release/basic-use/cli-commands/ */
export const ember = toolOf({
  name: 'ember',
  title: 'Ember',
  programs: ['ember'],
  development: ['serve', 'server', 's'],
  buildWords: ['build', 'b'],
  valueFlags: ['--environment', '-e', '--target'],
  config: [],
  output: { flags: ['--output-path', '-o'], fallback: 'dist' },
  site: {
    // https://cli.emberjs.com/release/basic-use/deploying/#fingerprintingandcdnurls
    hashed: (call) => {
      const isProduction =
        flagOf(call, ['--environment', '-e']) === 'production' || hasFlag(call, ['-prod', '--prod'])
      return isProduction ? hashedFiles('-[0-9a-f]{20,32}') : undefined
    },
  },
  source: 'https://cli.emberjs.com/release/basic-use/cli-commands/',
})
