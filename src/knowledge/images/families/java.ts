import { imageConfig, named, systemOf, type ImageFamily } from './image-family.ts'
import { defaultPath } from '../image-folders.ts'

const config = imageConfig({
  Env: { PATH: defaultPath, JAVA_HOME: '/opt/java/openjdk', JAVA_VERSION: '' },
  Cmd: ['jshell'],
})

const jdk = ['java', 'javac', 'jar', 'jshell', 'keytool', 'jlink', 'jcmd', 'jps']

/** Which release a tag without one stands on changed at other times than the version: it is not told here. */
export const openjdk: ImageFamily = {
  name: 'openjdk',
  matches: named('openjdk'),
  source: 'https://github.com/docker-library/openjdk; deprecated: https://hub.docker.com/_/openjdk',
  describe: (tag) => {
    const system = systemOf(tag, {})
    const named = tag.alpine !== undefined || tag.debian !== undefined || tag.slim
    // From 17 on a tag without a distribution is Oracle Linux, before that Debian.
    return { system: named ? system : undefined, config, programs: undefined }
  },
}

export const temurin: ImageFamily = {
  name: 'eclipse-temurin',
  matches: named('eclipse-temurin'),
  source: 'https://github.com/adoptium/containers; Ubuntu where the tag names nothing else',
  describe: (tag) => {
    const isUbi = tag.words.some((word) => word.startsWith('ubi'))
    const isUbuntu = tag.alpine === undefined && tag.debian === undefined && !isUbi && !tag.opaque
    return {
      system: isUbi
        ? { distribution: 'rhel', release: undefined, packageManager: undefined }
        : isUbuntu && !tag.windows
          ? { distribution: 'ubuntu', release: tag.ubuntu }
          : systemOf(tag, {}),
      config,
      packages:
        tag.alpine === undefined ? ['curl', 'wget', 'ca-certificates'] : ['ca-certificates'],
      programs: tag.words.includes('jre') ? ['java', 'keytool'] : jdk,
    }
  },
}

export const maven: ImageFamily = {
  name: 'maven',
  matches: named('maven'),
  source: 'https://github.com/carlossg/docker-maven; on the JDK image that the tag names',
  describe: (tag) => ({
    system: tag.alpine === undefined && tag.debian === undefined ? undefined : systemOf(tag, {}),
    config,
    programs: undefined,
  }),
}
