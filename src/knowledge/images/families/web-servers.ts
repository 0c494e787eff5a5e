import { releaseHistory, releaseOfVersion } from '../release-history.ts'
import { certificatesOf, imageConfig, named, systemOf, type ImageFamily } from './image-family.ts'
import { defaultPath } from '../image-folders.ts'

// library/nginx and library/httpd of github.com/docker-library/official-images, August 2026; '?' where the tags of that time
// do not say.
const nginxDebian = releaseHistory(
  '1.31',
  `
  1.10.1 ?   1.22.1 bullseye   1.23.0 ?   1.23.4 bullseye   1.25.1 bookworm   1.28.1 trixie
  1.29.0 bookworm   1.29.2 trixie
`,
)
const httpdDebian = releaseHistory(
  '2.4',
  `
  2.2.31 ?   2.4.48 buster   2.4.51 bullseye   2.4.57 bookworm   2.4.65 trixie
`,
)

const nginxConfig = {
  Env: { PATH: defaultPath, NGINX_VERSION: '', PKG_RELEASE: '' },
  Entrypoint: ['/docker-entrypoint.sh'],
  Cmd: ['nginx', '-g', 'daemon off;'],
  StopSignal: 'SIGQUIT',
}

const nginxPrograms = ['nginx', 'nginx-debug', 'envsubst']

export const nginx: ImageFamily = {
  name: 'nginx',
  matches: named('nginx'),
  source:
    'https://github.com/nginx/docker-nginx: Dockerfile-debian.template, Dockerfile-alpine.template',
  describe: (tag) => ({
    variant: tag.alpine === undefined ? undefined : 'alpine',
    system: systemOf(tag, { debian: releaseOfVersion(nginxDebian, tag.version) }),
    config: imageConfig({ ...nginxConfig, ExposedPorts: ['80/tcp'] }),
    user: nginxUser(tag.alpine !== undefined),
    packages: tag.slim ? [] : [...certificatesOf(tag), 'curl'],
    programs: nginxPrograms,
  }),
}

export const nginxUnprivileged: ImageFamily = {
  name: 'nginxinc/nginx-unprivileged',
  matches: (name) =>
    /^((ghcr\.io|quay\.io)\/nginx\/|(public\.ecr\.aws\/)?nginxinc\/)?nginx-unprivileged$/.test(
      name,
    ),
  source: 'https://github.com/nginx/docker-nginx-unprivileged: Dockerfile-debian.template, -alpine',
  describe: (tag) => ({
    variant: tag.alpine === undefined ? undefined : 'alpine',
    system: systemOf(tag, { debian: releaseOfVersion(nginxDebian, tag.version) }),
    config: imageConfig({ ...nginxConfig, User: '101', ExposedPorts: ['8080/tcp'] }),
    user: nginxUser(tag.alpine !== undefined),
    packages: tag.slim ? [] : [...certificatesOf(tag), 'curl'],
    programs: nginxPrograms,
  }),
}

/** `adduser --uid 101` of both templates; the home folder differs and need not exist. */
function nginxUser(isAlpine: boolean) {
  return { name: 'nginx', uid: 101, gid: 101, home: isAlpine ? '/var/cache/nginx' : '/nonexistent' }
}

export const httpd: ImageFamily = {
  name: 'httpd',
  matches: named('httpd'),
  source: 'https://github.com/docker-library/httpd: 2.4/Dockerfile, 2.4/alpine/Dockerfile',
  describe: (tag) => {
    const id = tag.alpine === undefined ? 33 : 82
    return {
      variant: tag.alpine === undefined ? undefined : 'alpine',
      system: systemOf(tag, { debian: releaseOfVersion(httpdDebian, tag.version) }),
      config: imageConfig({
        Env: {
          PATH: `/usr/local/apache2/bin:${defaultPath}`,
          HTTPD_PREFIX: '/usr/local/apache2',
          HTTPD_VERSION: '',
        },
        WorkingDir: '/usr/local/apache2',
        Cmd: ['httpd-foreground'],
        StopSignal: 'SIGWINCH',
        ExposedPorts: ['80/tcp'],
      }),
      user: { name: 'www-data', uid: id, gid: id, home: '/var/www' },
      packages: certificatesOf(tag),
      programs: ['httpd', 'httpd-foreground', 'apachectl', 'ab', 'htpasswd', 'rotatelogs'],
    }
  },
}

export const caddy: ImageFamily = {
  name: 'caddy',
  matches: named('caddy'),
  source: 'https://github.com/caddyserver/caddy-docker: Dockerfile.tmpl',
  describe: (tag) => ({
    variant: 'alpine',
    system: tag.windows ? undefined : { distribution: 'alpine', release: undefined },
    config: imageConfig({
      Env: {
        PATH: defaultPath,
        CADDY_VERSION: '',
        XDG_CONFIG_HOME: '/config',
        XDG_DATA_HOME: '/data',
      },
      WorkingDir: '/srv',
      Cmd: ['caddy', 'run', '--config', '/etc/caddy/Caddyfile', '--adapter', 'caddyfile'],
      ExposedPorts: ['80/tcp', '443/tcp', '443/udp', '2019/tcp'],
    }),
    packages: ['ca-certificates', 'mailcap'],
    programs: ['caddy'],
  }),
}
