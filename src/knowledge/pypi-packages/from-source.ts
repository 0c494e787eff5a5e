import type { PypiPackage } from './pypi-package.ts'

const none = { apt: [], apk: [] }
const cpp = { apt: ['libstdc++6'], apk: ['libstdc++'] }

/** Packages whose sources alone are on PyPI for Linux, with what they link: whoever installs them compiles them. */
const rows: readonly Omit<PypiPackage, 'isCompiled'>[] = [
  {
    names: 'psycopg2 psycopg2cffi',
    linked: { apt: ['libpq-dev'], apk: ['libpq-dev'] },
    source: 'https://www.psycopg.org/docs/install.html#build-prerequisites',
  },
  {
    names: 'psycopg-c',
    imports: 'psycopg_c',
    linked: { apt: ['libpq-dev'], apk: ['libpq-dev'] },
    source: 'https://www.psycopg.org/psycopg3/docs/basic/install.html#local-installation',
  },
  {
    names: 'mysqlclient mysql-python',
    imports: 'MySQLdb',
    linked: { apt: ['default-libmysqlclient-dev'], apk: ['mariadb-connector-c-dev'] },
    source: 'https://github.com/PyMySQL/mysqlclient#linux',
  },
  {
    names: 'mariadb',
    linked: { apt: ['libmariadb-dev'], apk: ['mariadb-connector-c-dev'] },
    source: 'https://mariadb-corporation.github.io/mariadb-connector-python/install.html',
  },
  {
    // What it finds when it is compiled, with the profile that pip builds.
    names: 'uwsgi',
    linked: {
      // Of PCRE the library for texts of bytes alone.
      apt: ['libxml2-dev', 'libpcre2-8-0', 'libssl-dev', 'zlib1g-dev'],
      apk: ['libxml2-dev', 'pcre2-dev', 'openssl-dev', 'zlib-dev'],
    },
    source: 'https://github.com/unbit/uwsgi/blob/master/uwsgiconfig.py',
  },
  {
    names: 'python-ldap pyldap',
    imports: 'ldap ldif ldapurl',
    linked: {
      apt: ['libldap2-dev', 'libsasl2-dev'],
      apk: ['openldap-dev', 'cyrus-sasl-dev'],
    },
    source: 'https://www.python-ldap.org/en/latest/installing.html#build-prerequisites',
  },
  {
    names: 'sasl sasl3',
    linked: { apt: ['libsasl2-dev', 'libstdc++6'], apk: ['cyrus-sasl-dev', 'libstdc++'] },
    source: 'https://github.com/cloudera/python-sasl#installation',
  },
  {
    names: 'gssapi',
    linked: { apt: ['libkrb5-dev'], apk: ['krb5-dev'] },
    source: 'https://github.com/pythongssapi/python-gssapi#requirements',
  },
  {
    names: 'kerberos pykerberos krb5',
    linked: { apt: ['libkrb5-dev'], apk: ['krb5-dev'] },
    source: 'https://github.com/jborean93/pykrb5#requirements',
  },
  {
    names: 'm2crypto',
    imports: 'M2Crypto',
    linked: { apt: ['libssl-dev'], apk: ['openssl-dev'] },
    source: 'https://gitlab.com/m2crypto/m2crypto/-/blob/master/INSTALL.rst',
  },
  {
    names: 'pycrypto',
    imports: 'Crypto',
    linked: { apt: ['libgmp-dev'], apk: ['gmp-dev'] },
    source: 'https://github.com/pycrypto/pycrypto/blob/master/README',
  },
  {
    names: 'pycairo',
    imports: 'cairo',
    linked: { apt: ['libcairo2-dev'], apk: ['cairo-dev'] },
    source: 'https://pycairo.readthedocs.io/en/latest/getting_started.html',
  },
  {
    names: 'pygraphviz',
    programs: 'dot neato',
    linked: { apt: ['libgraphviz-dev'], apk: ['graphviz'] },
    source: 'https://pygraphviz.github.io/documentation/stable/install.html',
  },
  {
    names: 'pyaudio',
    imports: 'pyaudio _portaudio',
    linked: { apt: ['portaudio19-dev'], apk: ['portaudio'] },
    source: 'https://people.csail.mit.edu/hubert/pyaudio/#downloads',
  },
  {
    names: 'pysqlite3',
    linked: { apt: ['libsqlite3-dev'], apk: ['sqlite-dev'] },
    source: 'https://github.com/coleifer/pysqlite3#building-with-system-sqlite',
  },
  {
    names: 'pysqlcipher3 sqlcipher3',
    linked: { apt: ['libsqlcipher-dev'], apk: ['sqlcipher-libs'] },
    source: 'https://github.com/coleifer/sqlcipher3#readme',
  },
  {
    names: 'rrdtool',
    linked: { apt: ['librrd-dev'], apk: ['rrdtool'] },
    source: 'https://pythonhosted.org/rrdtool/install.html',
  },
  {
    names: 'python-prctl',
    imports: 'prctl',
    linked: { apt: ['libcap-dev'], apk: ['libcap'] },
    source: 'https://pythonhosted.org/python-prctl/#installing',
  },
  {
    names: 'pybluez',
    imports: 'bluetooth',
    linked: { apt: ['libbluetooth-dev'], apk: ['bluez-libs'] },
    source: 'https://pybluez.readthedocs.io/en/latest/install.html',
  },
  {
    names: 'pyicu',
    imports: 'icu',
    linked: { apt: ['libicu-dev', 'libstdc++6'], apk: ['icu-dev', 'libstdc++'] },
    source: 'https://gitlab.pyicu.org/main/pyicu#installing-pyicu',
  },
  {
    names: 'gdal pygdal',
    imports: 'osgeo osgeo_utils',
    linked: { apt: ['libgdal-dev'], apk: ['gdal-dev'] },
    source: 'https://gdal.org/en/stable/api/python/python_bindings.html#pip',
  },
  {
    names: 'systemd-python',
    imports: 'systemd',
    linked: { apt: ['libsystemd-dev'] },
    source: 'https://github.com/systemd/python-systemd#installation',
  },
  {
    names: 'dbus-python',
    imports: 'dbus',
    linked: { apt: ['libdbus-1-dev', 'libglib2.0-dev'], apk: ['dbus-libs', 'glib-dev'] },
    source: 'https://dbus.freedesktop.org/doc/dbus-python/README.html',
  },
  {
    names: 'pyscard',
    imports: 'smartcard',
    linked: { apt: ['libpcsclite-dev'], apk: ['pcsc-lite-libs'] },
    source: 'https://github.com/LudovicRousseau/pyscard/blob/master/INSTALL.md',
  },
  {
    names: 'bjoern',
    linked: { apt: ['libev-dev'], apk: ['libev'] },
    source: 'https://github.com/jonashaag/bjoern/wiki/Installation',
  },
  {
    names: 'annoy cchardet fasttext hnswlib pycld2 pycld3 cld3',
    linked: cpp,
    source: 'https://github.com/spotify/annoy#install',
  },
  {
    names:
      'librabbitmq meinheld netifaces thrift pyminizip pylzma webrtcvad spidev rpi-gpio smbus scandir crcmod pysha3 yajl',
    linked: none,
    source: 'https://packaging.python.org/en/latest/discussions/package-formats/',
  },
]

export const packagesFromSource: readonly PypiPackage[] = rows.map((row) => ({
  ...row,
  isCompiled: 'from-source',
}))
