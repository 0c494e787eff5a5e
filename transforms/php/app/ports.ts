import type { PhpApp } from '../app.ts'

/** Where PHP's own servers and those of its images listen: `php -S 0.0.0.0:8080`, `php artisan serve --port=8000`. */
export function portsOf({ start }: Pick<PhpApp, 'start'>): readonly number[] {
  switch (start.kind) {
    case 'apache':
      return [80]
    case 'fpm':
      return [9000]
    case 'server': {
      const words = (start.process?.args ?? []).map((word) => word ?? '')
      const at = words.findIndex((word) => word === '-S' || word === '--port')
      const named =
        words.flatMap((word) => /^(?:-S.*:|--port=)(\d+)$/.exec(word)?.[1] ?? [])[0] ??
        /(\d+)$/.exec(at < 0 ? '' : (words[at + 1] ?? ''))?.[1]
      return [Number(named ?? 8000)]
    }
    default:
      return []
  }
}
