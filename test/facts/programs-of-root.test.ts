import { expect, test } from 'vitest'
import { factsOfText } from '../../src/facts/facts.ts'
import { programsOfRoot } from '../../src/facts/programs-of-root.ts'
import { memoryProject } from '../memory-project.ts'

const project = memoryProject({ 'run.sh': '#!/bin/sh\nexec node server.js\n', 'server.js': '' })

const heldBy = (text: string, started: readonly string[] = []) => {
  const facts = factsOfText(`FROM node:20\nWORKDIR /app\nCOPY . .\n${text}\n`, project)
  if (facts === undefined) throw new Error('it does not parse')
  return programsOfRoot(facts, started).map(({ instruction }) => instruction.text.trim())
}

test.each([
  ['RUN chmod u+x run.sh', 'CMD ["./run.sh"]'],
  ['RUN chmod 744 /app/*.sh', 'ENTRYPOINT ["/app/run.sh"]'],
  ['RUN chmod 0754 run.sh', 'CMD ./run.sh'],
  ['RUN chmod -R u+x .', 'CMD ["/app/run.sh"]'],
  ['RUN chmod u=rwx,go=r run.sh', 'CMD ["/app/run.sh"]'],
  ['RUN chmod u+x run.sh', 'HEALTHCHECK CMD /app/run.sh\nCMD ["node", "server.js"]'],
  ['COPY --chmod=744 run.sh /', 'CMD ["/run.sh"]'],
  ['RUN echo exit > /usr/bin/a && chmod u+x /usr/bin/a', 'CMD ["a"]'],
])('%s: %s', (line, start) => {
  expect(heldBy(`${line}\n${start}`)).toEqual([line])
})

test.each([
  'RUN chmod +x run.sh\nCMD ["./run.sh"]',
  'RUN chmod u+x run.sh && chmod 755 run.sh\nCMD ["./run.sh"]',
  'RUN chmod a+rx run.sh\nCMD ["./run.sh"]',
  'RUN chmod u+x run.sh\nCMD ["sh", "run.sh"]',
  'RUN chmod u+x run.sh && ./run.sh\nCMD ["node", "server.js"]',
  'COPY --chmod=755 run.sh /\nCMD ["/run.sh"]',
  'COPY --chmod=744 --chown=node run.sh /\nCMD ["/run.sh"]',
])('%s: everybody may execute what is started', (lines) => {
  expect(heldBy(lines)).toEqual([])
})

test('a program that sources start', () => {
  const line =
    'RUN curl -o /usr/local/bin/tool https://example.org/tool && chmod u+x /usr/local/bin/tool'
  expect(heldBy(line, ['tool'])).toEqual([line])
  expect(heldBy(line, ['other'])).toEqual([])
})

test('a mode comes along from another stage', () => {
  const text =
    'FROM node:20 AS b\nCOPY run.sh /out/\nRUN chmod u+x /out/run.sh\nFROM node:20\nCOPY --from=b /out/run.sh /bin/\nCMD ["run.sh"]\n'
  const facts = factsOfText(text, project)
  expect(facts && programsOfRoot(facts).map(({ instruction }) => instruction.text.trim())).toEqual([
    'RUN chmod u+x /out/run.sh',
  ])
})
