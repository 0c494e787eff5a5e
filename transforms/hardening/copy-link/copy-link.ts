import {
  frontendOf,
  splice,
  type Copy,
  type Edit,
  type Facts,
  type Rule,
} from '../../../src/transform.ts'
import { evidenceOf } from '../evidence.ts'
import { keywordOf } from '../keyword.ts'
import { oldBuilder } from '../old-builder.ts'
import { staysTheSame } from './same-folders.ts'

/**
 *   COPY --from=builder /app/dist ./dist   =>   COPY --link --from=builder /app/dist ./dist
 *
 * In the stage that becomes the image. What is linked is a layer that knows nothing of those below: it follows no link of theirs, knows no
 * user by name, and brings the folders that lead to it as root's, with 0755.
 * https://docs.docker.com/reference/dockerfile/#copy---link
 */
export const copyLink: Rule = {
  name: 'copy-link',
  title: 'Copies that do not depend on the layers below',
  isOptional: true,
  about: {
    why: 'Without --link, a COPY is built and pushed again whenever a layer below it changes, such as the base image. A linked one is a layer of its own that stays as it is.',
    risk: 'A folder that leads to the files is a link, or belongs to somebody: the layer would bring it anew. Only folders that are shown to be plain ones of root are copied to, and no user is named. Builders other than BuildKit do not know the flag.',
    example: {
      file: 'Dockerfile',
      before: 'COPY --from=builder /app/dist ./dist\n',
      after: 'COPY --link --from=builder /app/dist ./dist\n',
    },
  },
  apply: ({ facts, input }) => {
    if (isOldSyntax(facts)) return undefined
    const copies = facts.final.copies.filter((copy) => isOpen(copy) && staysTheSame(copy, facts))
    if (copies.length === 0) return undefined
    const old = oldBuilder(facts.project, '--link')
    if (old !== undefined) return { stays: `No COPY is linked: ${old}.` }
    return {
      change: {
        rule: 'copy-link',
        title: 'Copy into layers that do not depend on those below',
        why: 'A new base image then builds and pushes none of these layers again.',
        risk: 'review',
        assumption: 'The image is built by BuildKit, as `docker build` does since version 23.',
        evidence: copies.map(({ step }) => evidenceOf(step.instruction, input)),
      },
      edits: copies.map(({ step: { instruction } }): Edit => {
        const at = keywordOf(instruction).length
        const text = splice(instruction.text, [{ start: at, end: at, text: ' --link' }])
        return { kind: 'replace', instruction, text }
      }),
    }
  },
}

/** The flags that mean the same with it: a stage, rights as a number, files that stay out. */
const known = new Set(['from', 'chmod', 'exclude'])

/** A COPY: what ADD brings is another matter. */
const isOpen = ({ step: { instruction } }: Copy) =>
  instruction.keyword === 'COPY' &&
  instruction.flags.every(
    ({ name, value }) => known.has(name) && (name !== 'chmod' || /^[0-7]+$/.test(value ?? '')),
  )

/** --link came with 1.4: https://docs.docker.com/build/buildkit/frontend/ */
const isOldSyntax = ({ dockerfile }: Facts) => (frontendOf(dockerfile.directives).minor ?? 4) < 4
