import {
  lineEvidence,
  trustsServers,
  type Behaviour,
  type Evidence,
  type Facts,
  type RuntimePackage,
} from '../../src/transform.ts'
import type { ProgramSources } from './program-sources.ts'

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

const tlsCalls =
  /^(http\.(Get|Post|PostForm|Head|NewRequest|NewRequestWithContext)|tls\.Dial(WithDialer)?|credentials\.New(TLS|ClientTLSFromCert)|smtp\.(Dial|SendMail)|x509\.SystemCertPool)$/
/** Modules whose work is to call others over TLS. */
const tlsModules =
  /^(github\.com\/(aws\/|slack-go\/|bwmarrin\/discordgo|go-telegram|stripe\/|sendgrid\/|google\/go-github|go-resty\/|hashicorp\/go-retryablehttp|Azure\/|minio\/|getsentry\/|nlopes\/slack|dghubble\/)|cloud\.google\.com\/|google\.golang\.org\/(api|grpc)|golang\.org\/x\/oauth2|go\.mongodb\.org\/|firebase\.google\.com\/)/

function outboundTls({ files, module, gap }: ProgramSources): Evidence | undefined {
  for (const file of files) {
    const call = file.calls.find(({ name }) => tlsCalls.test(name))
    if (call !== undefined) return { path: file.path, line: call.line, text: `${call.name}(...)` }
    const imported = file.imports.find(({ path }) => tlsModules.test(path))
    if (imported !== undefined)
      return { path: file.path, line: imported.line, text: `import "${imported.path}"` }
    const literal = file.literals.find(({ value }) => value.startsWith('https://'))
    if (literal !== undefined)
      return { path: file.path, line: literal.line, text: `"${literal.value}"` }
  }
  const required = module?.requires.find(({ path }) => tlsModules.test(path))
  if (required !== undefined) return { path: 'go.mod', line: required.line, text: required.path }
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
const typedFiles =
  /^(http\.(FileServer|ServeFile)(FS)?|http\.ServeContent|mime\.(TypeByExtension|ExtensionsByType))$|\.(Static|StaticFS|StaticFile|StaticFileFS|FileFromFS|FileAttachment|Attachment)$/

function servedFiles({ files }: ProgramSources): Evidence | undefined {
  for (const file of files) {
    const call = file.calls.find(({ name }) => typedFiles.test(name))
    if (call !== undefined) return { path: file.path, line: call.line, text: `${call.name}(...)` }
  }
  return undefined
}

function zoneData({ files, gap }: ProgramSources, facts: Facts): Evidence | undefined {
  if (facts.final.config.Env.has('TZ')) return lineEvidence(undefined, 'ENV TZ')
  for (const file of files) {
    const embeds = files.some((other) => other.imports.some(({ path }) => path === 'time/tzdata'))
    const call = file.calls.find(
      ({ name, literals }) =>
        name === 'time.LoadLocation' &&
        !literals.some((zone) => zone === 'UTC' || zone === 'Local'),
    )
    if (call !== undefined && !embeds)
      return {
        path: file.path,
        line: call.line,
        text: `time.LoadLocation(${call.literals.map((zone) => `"${zone}"`).join(', ')})`,
      }
  }
  return gap === undefined
    ? undefined
    : lineEvidence(undefined, `zone data can't be ruled out: ${gap}`)
}
