import type { NpmPackage } from './npm-package.ts'

/**
 * Packages whose native part links or looks for something of the system that slim images lack. fontconfig brings its library, its
 * configuration and a font: https://packages.debian.org/bookworm/fontconfig-config
 */
export const packagesWithLibraries: readonly NpmPackage[] = [
  {
    names: '@prisma/client prisma',
    libraries: { apt: ['openssl'] },
    source:
      'https://www.prisma.io/docs/orm/reference/system-requirements#linux-runtime-dependencies',
  },
  {
    names: 'libpq pg-native',
    libraries: { apt: ['libpq5'] },
    source: 'https://github.com/brianc/node-pg-native#install',
  },
  {
    names: 'skia-canvas',
    libraries: { apt: ['fontconfig'], apk: ['fontconfig'] },
    source: 'https://github.com/samizdatco/skia-canvas#compiling-from-source',
  },
  {
    names: 'canvas @napi-rs/canvas @resvg/resvg-js @julusian/skia-canvas text2png',
    libraries: { apt: ['fontconfig'], apk: ['fontconfig'] },
    source: 'https://github.com/Automattic/node-canvas/issues/2166',
  },
  {
    // The Perl of slim images has no modules beside the most needed.
    names: 'exiftool-vendored exiftool-vendored.pl dist-exiftool',
    libraries: { apt: ['perl'], apk: ['perl'] },
    source: 'https://github.com/photostructure/exiftool-vendored.js/blob/main/docs/INSTALLATION.md',
  },
  {
    names: 'node-llama-cpp',
    libraries: { apt: ['libgomp1'], apk: ['libgomp'] },
    source: 'https://node-llama-cpp.withcat.ai/guide/docker',
  },
  {
    // Its mongod, which brings OpenSSL's libraries with it in Debian's packages.
    names:
      'mongodb-memory-server mongodb-memory-server-core mongodb-memory-server-global mongodb-memory-server-global-4.4',
    libraries: { apt: ['libcurl4'] },
    source: 'https://www.mongodb.com/docs/manual/tutorial/install-mongodb-on-debian-tarball/',
  },
  {
    names: 'gm',
    keepsBase: 'it calls ImageMagick or GraphicsMagick',
    source: 'https://github.com/aheckmann/gm#getting-started',
  },
  {
    names: 'imagemagick easyimage im-metadata imagemagick-convert pdf-image pdf2pic',
    keepsBase: 'it calls ImageMagick',
    source: 'https://github.com/yourdeveloperfriend/node-imagemagick',
  },
  {
    names:
      'puppeteer playwright playwright-core playwright-chromium playwright-firefox playwright-webkit @playwright/test whatsapp-web.js html-pdf phantomjs-prebuilt phantomjs html-pdf-node @sparticuz/chromium chrome-aws-lambda',
    keepsBase: 'its browser needs libraries of the full image',
    source: 'https://pptr.dev/troubleshooting#chrome-doesnt-launch-on-linux',
  },
  {
    names: 'node-libcurl',
    keepsBase: 'it links libcurl',
    source:
      'https://github.com/JCMais/node-libcurl#important-notes-on-prebuilt-binaries--direct-installation',
  },
  {
    names:
      'kerberos oracledb odbc msnodesqlv8 ibm_db node-rdkafka zeromq usb serialport robotjs node-hid mdns canvas-prebuilt magickwand.js nodegit sodium libxslt node-opencv opencv4nodejs fuse-bindings fuse-native speaker naudiodon gl @maplibre/maplibre-gl-native cap pcap dbus',
    keepsBase: 'its native part may link libraries of the full image',
    source: 'https://github.com/nodejs/docker-node#image-variants',
  },
  {
    names: 'ffi-napi ffi-rs koffi',
    keepsBase: 'it loads libraries by name',
    source: 'https://koffi.dev/load#loading-libraries',
  },
]
