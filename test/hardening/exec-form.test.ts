import { describe, expect, test } from 'vitest'
import { execForm } from '../../transforms/hardening/exec-form/exec-form.ts'
import { after, applyRule } from './apply-rule.ts'

/** What becomes of the instructions of the last stage. */
function started(stage: string, base = 'node:20-slim', files: Record<string, string> = {}) {
  const before = `FROM scratch AS a\n\nFROM ${base}\n`
  const outcome = applyRule(execForm, `${before}${stage}\n`, files)
  const text = outcome.outcome === 'unchanged' ? stage : after(outcome).replace(before, '')
  return text.trimEnd()
}

describe('exec-form', () => {
  test.each([
    ['CMD node server.js', 'CMD ["node", "server.js"]'],
    ['cmd  node   server.js ', 'cmd ["node", "server.js"]'],
    ['CMD exec node server.js', 'CMD ["node", "server.js"]'],
    ['CMD npm run \\\n  start', 'CMD ["npm", "run", "start"]'],
    [`CMD node -e 'console.log("a b")'`, 'CMD ["node", "-e", "console.log(\\"a b\\")"]'],
    [`CMD node -e '$HOME'`, 'CMD ["node", "-e", "$HOME"]'],
    ['CMD node a\\ b.js', 'CMD ["node", "a b.js"]'],
    ['SHELL ["/bin/bash", "-euo", "pipefail", "-c"]\nCMD node x', '["node", "x"]'],
    ['ENTRYPOINT ["tini", "--"]\nCMD node x', 'CMD ["node", "x"]'],
    ['ENTRYPOINT ["tini", "-g", "--", "docker-entrypoint.sh"]\nCMD node x', 'CMD ["node", "x"]'],
    ['ENTRYPOINT ["dumb-init", "-r", "15:2", "gosu", "node"]\nCMD node x', 'CMD ["node", "x"]'],
    ['ENTRYPOINT node x', 'ENTRYPOINT ["node", "x"]'],
    ['CMD node old\nENTRYPOINT []\nCMD node x', 'CMD node old\nENTRYPOINT []\nCMD ["node", "x"]'],
  ])('%j', (stage, wanted) => {
    expect(started(stage)).toContain(wanted)
  })

  test('words in quotes', () => {
    expect(started('CMD nginx -g "daemon off;"', 'debian:12')).toBe(
      'CMD ["nginx", "-g", "daemon off;"]',
    )
  })

  test.each([
    'CMD node server.js && echo done',
    'CMD node server.js | tee log',
    'CMD node server.js > /dev/null',
    'CMD node server.js &',
    'CMD node server.js # why',
    'CMD NODE_ENV=production node server.js',
    'CMD node ${FILE}',
    'CMD node "$FILE"',
    'CMD node $(cat file)',
    'CMD node *.js',
    'CMD node {a,b}.js',
    'CMD node ~/server.js',
    'CMD cd /app && node server.js',
    'CMD . ./env.sh',
    'CMD exec -a name node',
    'CMD (node server.js)',
    'CMD if true; then node x; fi',
    'CMD ! node x',
    'CMD ["node", "x"]',
    'CMD ./start.sh',
    'SHELL ["/bin/bash", "-lc"]\nCMD node x',
    'SHELL ["/bin/bash", "--login", "-c"]\nCMD node x',
    'SHELL ["pwsh", "-Command"]\nCMD node x',
    'ENV BASH_ENV=/env\nCMD node x',
    'ENTRYPOINT node x\nCMD y',
    'ENTRYPOINT ["./mine"]\nCMD node x',
    'ENTRYPOINT ["tini", "-e"]\nCMD node x',
    'ENTRYPOINT ["busybox"]\nCMD node x',
    'ENTRYPOINT ["tini", "--", "./mine"]\nCMD node x',
    'ENTRYPOINT ["/opt/docker-entrypoint.sh"]\nCMD node x',
    'CMD node old\nCMD ["node", "x"]',
    'ONBUILD CMD node x',
    'HEALTHCHECK CMD node x',
  ])('%j stays', (stage) => {
    expect(started(stage)).toBe(stage)
  })

  test.each(['nginx:1.27', 'postgres:16', 'example.com/own:1'])(
    'on %s, whose own script looks at the first word or is not known, it stays',
    (base) => {
      expect(started('CMD nginx', base)).toBe('CMD nginx')
      const behind = 'ENTRYPOINT ["tini", "--", "docker-entrypoint.sh"]\nCMD nginx'
      expect(started(behind, base)).toBe(behind)
    },
  )

  test('arguments that an ENTRYPOINT ignores, and would take', () => {
    const compose = 'services:\n  app:\n    build: .\n    command: [a]\n'
    expect(started('ENTRYPOINT node x', 'node:20', { 'compose.yaml': compose })).toBe(
      'ENTRYPOINT node x',
    )
  })

  test('a program that asks for the folder that its shell has set is for review', () => {
    const revision = applyRule(execForm, 'FROM scratch AS a\nFROM node:20\nCMD node x.js\n', {
      'x.js': 'chdir(process.env.PWD)\n',
    })
    expect(JSON.stringify(revision)).toContain('variable PWD')
  })
})
