import {
  lineEvidence,
  trustsServers,
  type Behaviour,
  type Evidence,
  type Facts,
  type GoFacts,
  type RuntimePackage,
} from '../../../src/transform.ts'
import { strangeImport } from '../builds/linking.ts'
import type { ProgramSources } from '../sources/program-sources.ts'

/** What tells of the program. */
interface Question {
  readonly sources: ProgramSources
  readonly behaviour: Behaviour
  readonly facts: Facts
}

/** Certificates, zone data and content types, by evidence that the program asks for them. */
export function packagesFor(
  { sources, behaviour, facts }: Question,
  wanted: readonly string[],
): readonly RuntimePackage[] {
  const found = [
    {
      name: 'ca-certificates',
      evidence: outboundTls(sources) ?? startsDownload(behaviour),
      files: [{ path: '/etc/ssl/certs/ca-certificates.crt', isFolder: false }],
    },
    {
      name: 'tzdata',
      evidence: zoneData(sources, facts),
      files: [{ path: '/usr/share/zoneinfo', isFolder: true }],
    },
    {
      name: 'media-types',
      evidence: servedFiles(sources),
      files: [{ path: '/etc/mime.types', isFolder: false }],
    },
  ]
  return found.flatMap(({ name, evidence, files }) =>
    wanted.includes(name) && evidence !== undefined ? [{ name, evidence, files }] : [],
  )
}

const tlsCalls = new Set([
  ...['Get', 'Post', 'PostForm', 'Head', 'NewRequest', 'NewRequestWithContext'].map(
    (name) => `net/http.${name}`,
  ),
  'crypto/tls.Dial',
  'crypto/tls.DialWithDialer',
  'google.golang.org/grpc/credentials.NewTLS',
  'google.golang.org/grpc/credentials.NewClientTLSFromCert',
  'net/smtp.Dial',
  'net/smtp.SendMail',
  'crypto/x509.SystemCertPool',
])
const callName = ({ module, name }: GoFacts['calls'][number]) => `${module ?? ''}.${name}`
const callEvidence = (path: string, { at }: GoFacts['calls'][number]): Evidence => ({
  path,
  ...at,
})
/** Modules whose work is to call others over TLS. */
const tlsModules =
  /^(github\.com\/(aws\/|slack-go\/|bwmarrin\/discordgo|go-telegram|stripe\/|sendgrid\/|google\/go-github|go-resty\/|hashicorp\/go-retryablehttp|Azure\/|minio\/|getsentry\/|nlopes\/slack|dghubble\/)|cloud\.google\.com\/|google\.golang\.org\/(api|grpc)|golang\.org\/x\/oauth2|go\.mongodb\.org\/|firebase\.google\.com\/)/

function outboundTls(sources: ProgramSources): Evidence | undefined {
  const { files, module, gap } = sources
  for (const file of files) {
    const call = file.calls.find((item) => tlsCalls.has(callName(item)))
    if (call !== undefined) return callEvidence(file.path, call)
    const imported = file.imports.find(({ specifier }) => tlsModules.test(specifier))
    if (imported !== undefined) return { path: file.path, ...imported.at }
    const literal = file.literals.find(({ text }) => text.startsWith('https://'))
    if (literal !== undefined) return { path: file.path, ...literal.at }
  }
  const required = module?.requires.find(({ path }) => tlsModules.test(path))
  if (required !== undefined) return { path: 'go.mod', line: required.line, text: required.path }
  // What nobody has looked at may call others.
  const strange = strangeImport(sources)
  if (strange !== undefined) return strange.evidence
  return gap === undefined ? undefined : lineEvidence(undefined, `TLS can't be ruled out: ${gap}`)
}

/** What the program calls needs certificates of its own. */
function startsDownload({ programs }: Behaviour): Evidence | undefined {
  return programs.find(({ name, evidence }) => trustsServers(name, evidence.text))?.evidence
}

/**
 * Calls that name a file's content type by its ending, which package mime looks up in /etc/mime.types. Debian's golang images have it
 * by Mercurial's Python, distroless images since August 2025 (https://github.com/GoogleContainerTools/distroless/pull/1832).
 */
const typedFiles = new Set([
  ...['FileServer', 'FileServerFS', 'ServeFile', 'ServeFileFS', 'ServeContent'].map(
    (name) => `net/http.${name}`,
  ),
  'mime.TypeByExtension',
  'mime.ExtensionsByType',
])
const typedMethods = new Set([
  'Static',
  'StaticFS',
  'StaticFile',
  'StaticFileFS',
  'FileFromFS',
  'FileAttachment',
  'Attachment',
])

function servedFiles({ files }: ProgramSources): Evidence | undefined {
  for (const file of files) {
    const call = file.calls.find(
      (item) => typedFiles.has(callName(item)) || typedMethods.has(item.name),
    )
    if (call !== undefined) return callEvidence(file.path, call)
  }
  return undefined
}

function zoneData({ files, gap }: ProgramSources, facts: Facts): Evidence | undefined {
  if (facts.final.config.Env.has('TZ')) return lineEvidence(undefined, 'ENV TZ')
  const isEmbedded = files.some(({ imports }) =>
    imports.some(({ specifier }) => specifier === 'time/tzdata'),
  )
  for (const file of isEmbedded ? [] : files) {
    const call = file.calls.find(
      (item) =>
        callName(item) === 'time.LoadLocation' && item.text !== 'UTC' && item.text !== 'Local',
    )
    if (call !== undefined) return callEvidence(file.path, call)
  }
  return gap === undefined
    ? undefined
    : lineEvidence(undefined, `zone data can't be ruled out: ${gap}`)
}
