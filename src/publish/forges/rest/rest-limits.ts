/** Statuses by which a host says that it is asked too often; 403 only with headers that say so. */
export function isRateLimited(status: number, headers: Headers): boolean {
  if (status === 429) return true
  return status === 403 && (headers.has('retry-after') || remaining(headers) === 0)
}

/** Milliseconds to wait, as the host says: Retry-After, or the end of a limit that is used up. Undefined where it does not say. */
export function askedWait(headers: Headers): number | undefined {
  const retryAfter = headers.get('retry-after')
  if (retryAfter !== null) return retryAfterWait(retryAfter, headers)
  return remaining(headers) === 0 ? resetWait(headers) : undefined
}

/** https://www.rfc-editor.org/rfc/rfc9110#field.retry-after: seconds, or a date. */
function retryAfterWait(value: string, headers: Headers): number | undefined {
  if (/^\s*\d+(\.\d+)?\s*$/.test(value)) return Number(value) * 1000
  return untilMoment(Date.parse(value), headers)
}

function resetWait(headers: Headers): number | undefined {
  const value = headers.get('ratelimit-reset') ?? headers.get('x-ratelimit-reset')
  if (value === null || !/^\s*\d+\s*$/.test(value)) return undefined
  const seconds = Number(value)
  // Some hosts count from now, others from 1970; a limit of more than three years is none.
  return seconds < 100_000_000 ? seconds * 1000 : untilMoment(seconds * 1000, headers)
}

/** The host's own clock decides: this machine's may be wrong. A second more, as dates have no parts of it. */
function untilMoment(moment: number, headers: Headers): number | undefined {
  const hostsNow = Date.parse(headers.get('date') ?? '')
  if (Number.isNaN(moment) || Number.isNaN(hostsNow)) return undefined
  return Math.max(0, moment - hostsNow) + 1000
}

function remaining(headers: Headers): number | undefined {
  const value = headers.get('ratelimit-remaining') ?? headers.get('x-ratelimit-remaining')
  return value === null || !/^\s*\d+\s*$/.test(value) ? undefined : Number(value)
}
