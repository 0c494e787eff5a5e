import { ecosystems, isEcosystem } from 'msb-migrate'

// What the built-in transform says, with one thing the house wants otherwise: services that call each other start on Debian.

const go = ecosystems.filter(isEcosystem).find(({ name }) => name === 'go')
if (go === undefined) throw new Error('there is no transform for Go')

/** @type {import('msb-migrate').Ecosystem} */
export default {
  ...go,
  name: 'acme-go',
  split(facts) {
    const answer = go.split(facts)
    if (answer.kind !== 'split') return answer
    return { ...answer, runtimeBases: [{ image: 'debian:bookworm-slim', pays: true }] }
  },
}
