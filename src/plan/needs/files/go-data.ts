import { lineEvidence, type Evidence } from '../../../facts/evidence.ts'
import { trustsServers } from '../../../knowledge/programs/trusts-servers.ts'
import type { BaseImage } from '../../../knowledge/images/base-image.ts'
import { isAtLeast } from '../../../knowledge/version.ts'
import type { Seen } from '../seen/seen-program.ts'
import type { Behaviour } from '../../behaviour.ts'
import type { RuntimePackage } from '../../split.ts'
import type { Facts } from '../../../facts/facts.ts'
import type { GoFacts } from '../../../programs/readers/go.ts'
import { strangeImport } from '../../../facts/go/linking.ts'
import type { ProgramSources } from '../../../facts/go/program-sources.ts'

/** Data of the system that Go's own library reads, as packages bring it. */
interface SystemData {
  readonly apt: string
  readonly apk: string
  /** Where it lies in a builder. */
  readonly files: NonNullable<RuntimePackage['files']>
  /** The line that shows that the program asks for it. */
  readonly askedBy: (
    sources: ProgramSources,
    behaviour: Behaviour,
    facts: Facts,
  ) => Evidence | undefined
  /** Whether an image has it, as those have that a program of Go may run on. */
  readonly isIn: (base: BaseImage) => boolean
}

const isDistroless = ({ family }: BaseImage) => family.startsWith('distroless/')

const rows: readonly SystemData[] = [
  {
    apt: 'ca-certificates',
    apk: 'ca-certificates',
    files: [{ path: '/etc/ssl/certs/ca-certificates.crt', isFolder: false }],
    askedBy: (sources, behaviour) => outboundTls(sources) ?? startsDownload(behaviour),
    // Alpine's image has had certificates where Go looks for them since 3.10 at the latest; the golang images always installed them.
    isIn: (base) =>
      base.hasProgram('update-ca-certificates') === true ||
      (base.distribution === 'alpine' && isAtLeast(base.release, '3.10')),
  },
  {
    apt: 'tzdata',
    apk: 'tzdata',
    files: [{ path: '/usr/share/zoneinfo', isFolder: true }],
    askedBy: (sources, _, facts) => zoneData(sources, facts),
    isIn: () => false,
  },
  {
    // Debian's golang images have them by Mercurial's Python, Alpine's have none.
    apt: 'media-types',
    apk: 'mailcap',
    files: [{ path: '/etc/mime.types', isFolder: false }],
    askedBy: (sources, _, { final }) =>
      final.base.distribution === 'debian' ? servedFiles(sources) : undefined,
    isIn: () => false,
  },
]

/** What a program of Go needs that an image lacks. distroless images have all of it, content types since August 2025: https://github.com/GoogleContainerTools/distroless/pull/1832 */
export function goDataFor(
  base: BaseImage,
  { programs }: Seen,
  behaviour: Behaviour,
  facts: Facts,
): readonly RuntimePackage[] {
  if (isDistroless(base)) return []
  return rows.flatMap(({ apt, apk, files, askedBy, isIn }): readonly RuntimePackage[] => {
    if (isIn(base)) return []
    const evidence = programs
      .map(({ go }) => (go === undefined ? undefined : askedBy(go, behaviour, facts)))
      .find((found) => found !== undefined)
    const name = base.packageManager === 'apk' ? apk : apt
    return evidence === undefined ? [] : [{ name, evidence, files }]
  })
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

/** Calls that name a file's content type by its ending, which package mime looks up in /etc/mime.types. */
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
