import type { PypiPackage } from './pypi-package.ts'

/** Packages without a compiled part that start a program of the system. */
const rows: readonly PypiPackage[] = [
  {
    names: 'gitpython',
    imports: 'git',
    programs: 'git',
    source: 'https://gitpython.readthedocs.io/en/stable/intro.html#requirements',
  },
  {
    names: 'pre-commit cookiecutter copier commitizen gitlint python-semantic-release dvc',
    programs: 'git',
    source: 'https://copier.readthedocs.io/en/stable/#installation',
  },
  {
    names: 'mlflow',
    brings: 'gitpython',
    programs: 'git',
    writesAnywhere: true,
    source: 'https://mlflow.org/docs/latest/self-hosting/architecture/backend-store/',
  },
  {
    names: 'pytesseract pyocr',
    programs: 'tesseract',
    source: 'https://github.com/madmaze/pytesseract#installation',
  },
  {
    names: 'pdf2image',
    programs: 'pdftoppm pdftocairo pdfinfo',
    source: 'https://github.com/Belval/pdf2image#how-to-install',
  },
  {
    names: 'ocrmypdf',
    programs: 'tesseract gs unpaper pngquant',
    source: 'https://ocrmypdf.readthedocs.io/en/latest/installation.html',
  },
  {
    names: 'camelot-py',
    imports: 'camelot',
    programs: 'gs',
    brings: 'opencv-python-headless',
    source: 'https://camelot-py.readthedocs.io/en/master/user/install-deps.html',
  },
  {
    names: 'pydub ffmpeg-python python-ffmpeg ffmpy pyffmpeg ffmpeg-normalize audioread',
    imports: 'pydub ffmpeg ffmpy pyffmpeg ffmpeg_normalize audioread',
    programs: 'ffmpeg ffprobe',
    servedBy: 'static-ffmpeg',
    source: 'https://github.com/jiaaro/pydub#getting-ffmpeg-set-up',
  },
  {
    names: 'yt-dlp youtube-dl',
    imports: 'yt_dlp youtube_dl',
    programs: 'ffmpeg ffprobe',
    servedBy: 'static-ffmpeg',
    source: 'https://github.com/yt-dlp/yt-dlp#dependencies',
  },
  {
    names: 'pdfkit imgkit django-wkhtmltopdf flask-wkhtmltopdf',
    programs: 'wkhtmltopdf wkhtmltoimage',
    source: 'https://github.com/JazzCore/python-pdfkit#installation',
  },
  {
    names: 'graphviz pydot pydotplus diagrams eralchemy eralchemy2 objgraph',
    programs: 'dot neato',
    source: 'https://graphviz.readthedocs.io/en/stable/#installation',
  },
  {
    names: 'pypandoc',
    programs: 'pandoc',
    servedBy: 'pypandoc-binary',
    source: 'https://github.com/JessicaTegner/pypandoc#installation',
  },
  {
    names: 'docx2pdf unoconv unoserver unotools',
    programs: 'soffice libreoffice unoconv',
    source: 'https://github.com/unoconv/unoserver#requirements',
  },
  {
    names: 'textract',
    programs: 'antiword pdftotext tesseract sox flac ffmpeg lame unrtf',
    source: 'https://textract.readthedocs.io/en/stable/installation.html',
  },
  {
    names: 'pysaml2 djangosaml2',
    imports: 'saml2 djangosaml2',
    programs: 'xmlsec1',
    source: 'https://pysaml2.readthedocs.io/en/latest/install.html',
  },
  {
    names: 'python-nmap python3-nmap',
    imports: 'nmap nmap3',
    programs: 'nmap',
    source: 'https://xael.org/pages/python-nmap-en.html',
  },
  {
    names: 'pyshark',
    programs: 'tshark',
    source: 'https://github.com/KimiNewt/pyshark#installation',
  },
  {
    names: 'scapy',
    programs: 'tcpdump',
    source: 'https://scapy.readthedocs.io/en/latest/installation.html#optional-dependencies',
  },
  {
    names: 'ansible ansible-core ansible-runner',
    programs: 'ssh sshpass git',
    source:
      'https://docs.ansible.com/ansible/latest/collections/ansible/builtin/ssh_connection.html',
  },
  {
    names: 'python-gnupg',
    imports: 'gnupg',
    programs: 'gpg',
    source: 'https://gnupg.readthedocs.io/en/latest/#deployment-requirements',
  },
  {
    names: 'speechrecognition',
    imports: 'speech_recognition',
    programs: 'flac',
    source: 'https://github.com/Uberi/speech_recognition#flac-for-some-systems',
  },
  {
    names: 'pyttsx3',
    programs: 'espeak espeak-ng aplay ffmpeg',
    libraries: { apt: ['libespeak-ng1'], apk: ['espeak-ng'] },
    source: 'https://pyttsx3.readthedocs.io/en/latest/drivers.html',
  },
  {
    names:
      'pyspark tabula-py konlpy h2o python-pdfbox delta-spark language-tool-python apache-flink',
    imports: 'pyspark tabula konlpy h2o pdfbox delta language_tool_python pyflink',
    programs: 'java',
    source: 'https://spark.apache.org/docs/latest/api/python/getting_started/install.html',
  },
  {
    names: 'pyunpack patool rarfile',
    programs: 'unrar 7z bsdtar unar',
    source: 'https://rarfile.readthedocs.io/faq.html',
  },
  {
    names: 'django-dbbackup',
    programs: 'pg_dump psql mysqldump mysql mongodump',
    source: 'https://django-dbbackup.readthedocs.io/en/stable/databases.html',
  },
  {
    names: 'docker-compose podman-compose',
    programs: 'docker podman',
    source: 'https://github.com/containers/podman-compose',
  },
]

export const packagesWithPrograms: readonly PypiPackage[] = rows.map((row) => ({
  isCompiled: 'pure',
  ...row,
}))
