import {
  assignmentsOf,
  refuse,
  resolvePath,
  type Facts,
  type Refusal,
  type RunCommand,
} from '../../src/transform.ts'

const tokenName =
  /^(NPM|NODE_AUTH|GITHUB|GH|GITLAB|CI_JOB|FONTAWESOME|REGISTRY|PACKAGES|NEXUS|ARTIFACTORY|JFROG|YARN|CODEARTIFACT)\w*(TOKEN|AUTH|PASSWORD|KEY)$|^NPM_TOKEN|^NPM_AUTH|_AUTH_TOKEN$/i

/** A registry's token that comes through ARG, ENV or a copied file: a layer or the history would keep it. */
export function refuseCredentials({ final, project }: Facts): Refusal | undefined {
  for (const step of final.steps) {
    const { instruction } = step
    if (instruction.keyword !== 'ARG' && instruction.keyword !== 'ENV') continue
    const name = assignmentsOf(instruction).find((item) => tokenName.test(item.name))?.name
    if (name === undefined) continue
    const writer = final.commands.find(
      (command) =>
        command.step.instruction.text.includes(name) &&
        /(authToken|_auth|_password|\.npmrc|\.yarnrc)/i.test(command.step.instruction.text),
    )
    if (writer !== undefined) return writtenToken(name, writer)
    return refuse(
      'private-registry-token',
      `Line ${instruction.line} takes the token ${name} as ${instruction.keyword === 'ARG' ? 'an argument' : 'an environment variable'}, which the image's history keeps. Hand it over as a secret: ${mount(name)}.`,
      instruction.line,
    )
  }
  for (const copy of final.copies)
    for (const { source, isFolder } of copy.paths) {
      const path = isFolder ? [source, '.npmrc'].filter((part) => part !== '').join('/') : source
      if (!/(^|\/)\.npmrc$/.test(path)) continue
      const text = project.read(path) ?? ''
      const line = text
        .split('\n')
        .findIndex((item) => /_(authToken|auth|password)\s*=\s*(?!\$\{)\S/i.test(item))
      if (line < 0) continue
      const at = copy.step.instruction.line
      return refuse(
        'private-registry-token',
        `Line ${at} copies .npmrc, which holds a token (${path}:${line + 1}), into a layer. Name it (\`\${NPM_TOKEN}\`) and hand it over as a secret: ${mount('NPM_TOKEN')}.`,
        at,
      )
    }
  return undefined
}

/** `echo "//registry/:_authToken=$NPM_TOKEN" > .npmrc` */
function writtenToken(name: string, command: RunCommand): Refusal {
  const { line, text } = command.step.instruction
  const target = command.redirects.find(({ operator }) => operator.includes('>'))?.target
  const path = target === undefined ? undefined : resolvePath(command.cwd, target)
  const registry = /\/\/[\w./:-]+(?=:_)/.exec(text)?.[0]
  const kept = `${registry === undefined ? '' : `${registry}:`}_authToken=\${${name}}`
  return refuse(
    'private-registry-token',
    `Line ${line} writes the token ${name} into a layer${path === undefined ? '' : `, in ${path}`}. Keep an .npmrc that names it (\`${kept}\`) and hand it over as a secret: ${mount(name)}.`,
    line,
  )
}

const mount = (name: string) => `RUN --mount=type=secret,id=${name},env=${name} npm ci`
