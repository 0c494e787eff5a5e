import { imageConfig, named, type ImageFamily } from './image-family.ts'
import { defaultPath } from '../image-folders.ts'

export const composer: ImageFamily = {
  name: 'composer',
  matches: named('composer', 'composer/composer'),
  source: 'https://github.com/composer/docker: Dockerfile.template, on php:8-alpine',
  describe: () => ({
    variant: 'alpine',
    system: { distribution: 'alpine', release: undefined },
    config: imageConfig({
      Env: {
        PATH: defaultPath,
        COMPOSER_ALLOW_SUPERUSER: '1',
        COMPOSER_HOME: '/tmp',
        COMPOSER_VERSION: '',
      },
      WorkingDir: '/app',
      Entrypoint: ['/docker-entrypoint.sh'],
      Cmd: ['composer'],
    }),
    packages: ['bash', 'git', 'curl', 'unzip', 'tini'],
    programs: ['composer', 'php', 'docker-php-ext-install'],
  }),
}
