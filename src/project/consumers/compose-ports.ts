import { isRecord, text } from '../formats/loose-data.ts'

/** "8080:80", 80, { target: 80 }; of a range, its first. */
export function readPorts(
  written: readonly unknown[],
  expand: (text: string) => string,
): readonly number[] {
  const found = written.flatMap((entry) => {
    if (isRecord(entry)) return entry['protocol'] === 'udp' ? [] : (text(entry['target']) ?? [])
    const [, port, protocol] =
      /(?:^|:)(\d+)(?:-\d+)?(?:\/(\w+))?$/.exec(expand(text(entry) ?? '')) ?? []
    return port === undefined || protocol === 'udp' ? [] : port
  })
  return [...new Set(found.map(Number).filter((port) => port > 0 && port < 65536))]
}
