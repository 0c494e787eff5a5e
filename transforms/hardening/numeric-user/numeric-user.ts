import { type Rule } from '../../../src/transform.ts'
import { evidenceOf } from '../evidence.ts'
import { keywordOf } from '../keyword.ts'
import { idsOf } from './known-ids.ts'

/**
 *   USER node   =>   USER 1000
 *
 * The USER in force at the end, where its id is known. An id that passwd lists has that entry's group and home folder, as its name has:
 * https://github.com/moby/sys/blob/main/user/user.go (GetExecUser).
 */
export const numericUser: Rule = {
  name: 'numeric-user',
  title: 'The user by its id',
  isOptional: true,
  about: {
    why: "Kubernetes' `runAsNonRoot` looks at the image's config alone: of a name it can't tell whether that is root, and the container does not start. An id it can check.",
    risk: 'The name has another id one day, and the files that it owns with it. Only ids that the image is known by or the file itself says are taken.',
    example: {
      file: 'Dockerfile',
      before: 'FROM node:20-slim\nUSER node\n',
      after: 'FROM node:20-slim\nUSER 1000\n',
    },
  },
  apply: ({ facts, input }) => {
    const step = facts.final.steps.findLast(({ instruction }) => instruction.keyword === 'USER')
    if (step === undefined) return undefined
    const { instruction } = step
    const said = instruction.body.text.trim()
    const names = said.split(':')
    if (names.every((name) => /^\d+$/.test(name)) || names[0] === 'root') return undefined
    const known = idsOf(said, facts.final)
    const evidence = evidenceOf(instruction, input)
    if (known === undefined)
      return {
        stays: `Line ${evidence.line ?? instruction.line} names the user "${said}", whose id is not known; \`useradd --uid\` would say it.`,
      }
    return {
      change: {
        rule: 'numeric-user',
        title: `Name the user "${said}" by its id`,
        why: "Kubernetes' runAsNonRoot can check an id, and no name.",
        risk: 'safe',
        evidence: [evidence, ...known.makers.map((maker) => evidenceOf(maker, input))],
      },
      edits: [
        { kind: 'replace', instruction, text: `${keywordOf(instruction)} ${known.ids.join(':')}` },
      ],
      contract: ['User'],
    }
  },
}
