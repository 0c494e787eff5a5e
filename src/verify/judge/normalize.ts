/** What stands in a text for what is another in each run. */
const marks: readonly (readonly [pattern: RegExp, mark: string])[] = [
  // csrf tokens: in either order of attributes, and nonces.
  [
    /(<(?:input|meta)\b[^>]{0,300}?(?:name|id)=["']?[\w-]*(?:csrf|xsrf|_token|authenticity_token|RequestVerificationToken|nonce)[\w-]*["']?[^>]{0,300}?(?:value|content)=)(["'])[^"'>]*\2/gi,
    '$1<token>',
  ],
  [
    /(<(?:input|meta)\b[^>]{0,300}?(?:value|content)=)(["'])[^"'>]*\2(?=[^>]{0,300}?(?:name|id)=["']?[\w-]*(?:csrf|xsrf|_token|authenticity_token|RequestVerificationToken|nonce))/gi,
    '$1<token>',
  ],
  [/("[\w-]*(?:csrf|xsrf|nonce)[\w-]*"\s*:\s*)"[^"]*"/gi, '$1<token>'],
  [/(\bnonce=)(["'])[^"']*\2/gi, '$1<token>'],
  [/'nonce-[^']*'/g, "'nonce-<token>'"],
  // 2026-11-21T15:02:31.123Z, 2026/11/21 15:02:31
  [
    /\b20\d\d[-/][01]\d[-/][0-3]\d(?:[T ][0-2]\d:[0-5]\d(?::[0-5]\d(?:[.,]\d+)?)?)?(?:Z\b|\s?[+-][0-2]\d:?[0-5]\d\b)?/g,
    '<date>',
  ],
  // Sat, 21 Nov 2026 15:02:31 GMT; 21/Nov/2026:15:02:31 +0000
  [
    /\b(?:(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)\w*,? )?[0-3]?\d[ -/](?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)\w*[ -/]20\d\d(?:[ :][0-2]\d:[0-5]\d(?::[0-5]\d)?)?(?: (?:GMT|UTC|[+-]\d{4}))?/g,
    '<date>',
  ],
  // Sat Nov 21 2026 15:02:31 GMT+0000; Sat Nov 21 15:02:31 UTC 2026; Nov 21 15:02:31
  [
    /\b(?:(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)\w*,? )?(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)\w* {1,2}[0-3]?\d,?(?: 20\d\d)?(?:,? [0-2]?\d:[0-5]\d:[0-5]\d)?(?: (?:[AP]M|GMT[+-]\d{4}|UTC|GMT))?(?: 20\d\d)?/g,
    '<date>',
  ],
  [/\b[0-2]?\d:[0-5]\d:[0-5]\d(?:[.,]\d+)?\b/g, '<time>'],
  [/\b[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}\b/gi, '<id>'],
  [/\beyJ[\w-]{8,}\.[\w-]+\.[\w-]*/g, '<token>'],
  // app-1a2b3c4d.js, app.1a2b3c4d.css
  [
    /(?<=[-.])(?=[\w-]{0,32}(?:\d|[a-z][A-Z]|[A-Z][a-z]))[\w-]{8,32}(?=(?:\.chunk|\.min|\.bundle)?\.(?:m?js|css|map|svg|png|jpe?g|webp|avif|gif|ico|woff2?|json|wasm)\b)/g,
    '<hash>',
  ],
  [/([?&](?:v|ver|version|t|ts|hash|rev|cb|_)=)[\w.-]+/g, '$1<hash>'],
  [/\b1[6-9]\d{8}(?:\d{3})?(?:\.\d+)?\b/g, '<date>'],
  [
    /("(?:pid|ppid|uptime\w*|rss|heap\w*|external|arrayBuffers|memory\w*|free\w*|load\w*|cpu\w*|time|timestamp|duration\w*|latency\w*|took|elapsed\w*|startedAt|port)"\s*:\s*)(?:"[\d.:]+"|-?[\d.]+(?:e[+-]?\d+)?)/gi,
    '$1<number>',
  ],
  [/\b(pid|process)([ :=#]{1,3})\d+\b/gi, '$1$2<number>'],
  [/\b\d+(?:\.\d+)? ?(?:ms|µs|μs|us|ns|s|secs?|seconds?|milliseconds?)\b/g, '<duration>'],
  [
    /\b(?:::ffff:)?(?:172\.(?:1[6-9]|2\d|3[01])|10\.\d{1,3}|192\.168)\.\d{1,3}\.\d{1,3}\b(?::\d+)?/g,
    '<address>',
  ],
  [/\b(127\.0\.0\.1|localhost):(?:3[2-9]\d{3}|[4-6]\d{4})\b/g, '$1:<port>'],
]

/**
 * A text without what is another in each run of the same program: dates, durations, ids, tokens, addresses, hashes in asset names.
 * `own` are words of this run only: the container's id, its host name.
 */
export function normalizeText(text: string, own: readonly string[] = []): string {
  let steady = text
  for (const word of own) if (word !== '') steady = steady.replaceAll(word, '<own>')
  for (const [pattern, mark] of marks) steady = steady.replace(pattern, mark)
  // Long words are matched first and judged then: lookaheads at each letter of a long one would take for ever.
  return steady.replace(/[\w-]{16,}/g, (word) => (isRandom(word) ? '<id>' : word))
}

/** A normalized text whose marks are plain words: in HTML, they would look like tags. */
export function withPlainMarks(text: string): string {
  return text.replace(/<(address|date|duration|hash|id|number|own|port|time|token)>/g, '$1')
}

/** A path whose asset's name is without its hash: '/assets/app-<hash>.js'. */
export function normalizePath(path: string): string {
  return normalizeText(path)
}

function isRandom(word: string): boolean {
  if (/^[0-9a-f]+$/i.test(word)) return /\d/.test(word)
  if (word.length < 20 || !/[a-z]/.test(word) || !/[A-Z]/.test(word)) return false
  // Without a digit, as one in thirty of Next.js' build ids is: chance has more capitals than a name of several words.
  const capitals = word.replace(/[^A-Z]/g, '').length
  return /\d/.test(word) || capitals >= word.length * 0.35
}
