import type { ImageTag } from '../image-tag.ts'
import { imageConfig, systemOf, type FamilyTraits } from './image-family.ts'

/** PHP's version in a tag of FrankenPHP: '8.4' of `1-php8.4-bookworm`. */
export function phpVersionOf({ words }: ImageTag): string | undefined {
  return words.flatMap((word) => /^php(\d[\d.]*)$/.exec(word)?.[1] ?? [])[0]
}

/**
 * PHP's own image, `own`, with a server that has PHP in it. Which Debian is under a tag that names none, no list tells.
 * https://github.com/php/frankenphp/blob/main/Dockerfile
 */
export function frankenphpTraits(tag: ImageTag, own: FamilyTraits): FamilyTraits {
  return {
    ...own,
    version: phpVersionOf(tag),
    system: systemOf(tag, {}),
    config: imageConfig({
      ...own.config,
      Env: {
        ...Object.fromEntries(own.config.Env),
        XDG_CONFIG_HOME: '/config',
        XDG_DATA_HOME: '/data',
        GODEBUG: 'cgocheck=0',
      },
      // What its entrypoint makes of the image's CMD, which is `--config /etc/frankenphp/Caddyfile --adapter caddyfile`.
      Cmd: [
        ...['frankenphp', 'run', '--config', '/etc/frankenphp/Caddyfile'],
        ...['--adapter', 'caddyfile'],
      ],
      WorkingDir: '/app',
      ExposedPorts: ['80/tcp', '443/tcp', '443/udp', '2019/tcp'],
    }),
    packages: [...(own.packages ?? []), 'mailcap', 'libcap2-bin'],
    programs: [...(own.programs ?? []), 'frankenphp', 'install-php-extensions'],
  }
}
