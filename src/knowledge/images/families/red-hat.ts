import { defaultPath } from '../image-folders.ts'
import { imageConfig, type ImageFamily } from './image-family.ts'

/** Red Hat's universal base images: ubi, ubi-minimal, ubi-micro, ubi-init; not the language images made from them. */
const ubiName = /^registry\.(?:access\.)?redhat\.com\/ubi(\d+)(?:\/ubi)?(?:-(minimal|micro|init))?$/

export const ubi: ImageFamily = {
  name: 'ubi',
  matches: (name) => ubiName.test(name),
  source: 'https://catalog.redhat.com/software/base-images',
  describe: (tag, name) => {
    const [, major, kind] = ubiName.exec(name) ?? []
    const managers = { minimal: 'microdnf', micro: undefined } as const
    return {
      version: major,
      system: {
        distribution: 'rhel',
        release: /^\d+\.\d+$/.test(tag.words[0] ?? '') ? tag.words[0] : major,
        packageManager: kind === 'minimal' || kind === 'micro' ? managers[kind] : 'dnf',
      },
      config: imageConfig({
        Env: { PATH: defaultPath },
        Cmd: kind === 'init' ? ['/sbin/init'] : ['/bin/bash'],
      }),
      programs: undefined,
    }
  },
}

const pythonName = /^registry\.(?:access\.)?redhat\.com\/ubi(\d+)\/python-(\d)(\d+)-minimal$/
const appRoot = '/opt/app-root'

/** Python on ubi-minimal, in an environment of its own that is always active; without compilers, headers and Node. */
export const ubiPython: ImageFamily = {
  name: 'ubi/python-minimal',
  matches: (name) => pythonName.test(name),
  source: 'https://github.com/sclorg/s2i-python-container: 3.12-minimal/Dockerfile.rhel9',
  describe: (_tag, name) => {
    const [, release, major, minor] = pythonName.exec(name) ?? []
    return {
      version: `${major}.${minor}`,
      variant: 'slim',
      system: { distribution: 'rhel', release, packageManager: 'microdnf' },
      config: imageConfig({
        Env: {
          PATH: `${appRoot}/bin:${appRoot}/src/bin:${appRoot}/src/.local/bin:${defaultPath}`,
          HOME: `${appRoot}/src`,
          APP_ROOT: appRoot,
          LANG: 'en_US.UTF-8',
          LC_ALL: 'en_US.UTF-8',
          PIP_NO_CACHE_DIR: 'off',
          PYTHONIOENCODING: 'UTF-8',
          PYTHONUNBUFFERED: '1',
          PYTHON_VERSION: '',
          STI_SCRIPTS_PATH: '/usr/libexec/s2i',
          BASH_ENV: `${appRoot}/bin/activate`,
          ENV: `${appRoot}/bin/activate`,
          PROMPT_COMMAND: `. ${appRoot}/bin/activate`,
        },
        User: '1001',
        WorkingDir: `${appRoot}/src`,
        ExposedPorts: ['8080/tcp'],
        Cmd: ['/bin/sh', '-c', '$STI_SCRIPTS_PATH/usage'],
      }),
      programs: undefined,
    }
  },
}
