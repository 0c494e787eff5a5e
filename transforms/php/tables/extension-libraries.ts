/** An extension, and the packages with headers that it is compiled against; what it needs at run time are their other halves. */
export interface LibrariesRow {
  readonly extensions: string
  readonly apt: string
  readonly apk: string
  /** Only where docker-php-ext-configure names it: `--with-jpeg`, formerly `--with-jpeg-dir`. */
  readonly flag?: string
}

/**
 * From the config.m4 of each extension of php-src, https://github.com/mlocati/docker-php-extension-installer, and the extensions' own pages.
 * Left out are those that need nothing beside what the image has: bcmath, calendar, exif, gettext's own catalogues, mysqli, pdo_mysql, opcache,
 * pcntl, soap, sockets, redis, xdebug, apcu.
 */
export const libraryRows: readonly LibrariesRow[] = [
  { extensions: 'gd', apt: 'libpng-dev', apk: 'libpng-dev' },
  { extensions: 'gd', flag: 'freetype', apt: 'libfreetype6-dev', apk: 'freetype-dev' },
  { extensions: 'gd', flag: 'jpeg', apt: 'libjpeg62-turbo-dev', apk: 'libjpeg-turbo-dev' },
  { extensions: 'gd', flag: 'webp', apt: 'libwebp-dev', apk: 'libwebp-dev' },
  { extensions: 'gd', flag: 'xpm', apt: 'libxpm-dev', apk: 'libxpm-dev' },
  { extensions: 'gd', flag: 'avif', apt: 'libavif-dev', apk: 'libavif-dev' },
  { extensions: 'zip', apt: 'libzip-dev', apk: 'libzip-dev' },
  { extensions: 'intl', apt: 'libicu-dev', apk: 'icu-dev' },
  { extensions: 'pgsql pdo_pgsql', apt: 'libpq-dev', apk: 'postgresql-dev' },
  { extensions: 'xsl', apt: 'libxslt1-dev', apk: 'libxslt-dev' },
  { extensions: 'ldap', apt: 'libldap2-dev', apk: 'openldap-dev' },
  { extensions: 'imap', apt: 'libc-client-dev libkrb5-dev', apk: 'imap-dev krb5-dev' },
  { extensions: 'bz2', apt: 'libbz2-dev', apk: 'bzip2-dev' },
  { extensions: 'gmp', apt: 'libgmp-dev', apk: 'gmp-dev' },
  { extensions: 'tidy', apt: 'libtidy-dev', apk: 'tidyhtml-dev' },
  { extensions: 'snmp', apt: 'libsnmp-dev', apk: 'net-snmp-dev' },
  { extensions: 'enchant', apt: 'libenchant-2-dev', apk: 'enchant2-dev' },
  { extensions: 'pspell', apt: 'libpspell-dev', apk: 'aspell-dev' },
  { extensions: 'ffi', apt: 'libffi-dev', apk: 'libffi-dev' },
  { extensions: 'gettext', apt: '', apk: 'gettext-dev' },
  { extensions: 'mcrypt', apt: 'libmcrypt-dev', apk: 'libmcrypt-dev' },
  { extensions: 'pdo_dblib mssql', apt: 'freetds-dev', apk: 'freetds-dev' },
  { extensions: 'odbc pdo_odbc sqlsrv pdo_sqlsrv', apt: 'unixodbc-dev', apk: 'unixodbc-dev' },
  { extensions: 'imagick', apt: 'libmagickwand-dev', apk: 'imagemagick-dev' },
  { extensions: 'memcached', apt: 'libmemcached-dev', apk: 'libmemcached-dev' },
  { extensions: 'amqp', apt: 'librabbitmq-dev', apk: 'rabbitmq-c-dev' },
  { extensions: 'yaml', apt: 'libyaml-dev', apk: 'yaml-dev' },
  { extensions: 'ssh2', apt: 'libssh2-1-dev', apk: 'libssh2-dev' },
  { extensions: 'rdkafka', apt: 'librdkafka-dev', apk: 'librdkafka-dev' },
  { extensions: 'zmq', apt: 'libzmq3-dev', apk: 'zeromq-dev' },
  { extensions: 'gnupg', apt: 'libgpgme-dev', apk: 'gpgme-dev' },
  { extensions: 'event', apt: 'libevent-dev', apk: 'libevent-dev' },
  { extensions: 'uuid', apt: 'uuid-dev', apk: 'util-linux-dev' },
  { extensions: 'maxminddb', apt: 'libmaxminddb-dev', apk: 'libmaxminddb-dev' },
  { extensions: 'vips', apt: 'libvips-dev', apk: 'vips-dev' },
  { extensions: 'gmagick', apt: 'libgraphicsmagick1-dev', apk: 'graphicsmagick-dev' },
  { extensions: 'gearman', apt: 'libgearman-dev', apk: 'util-linux-dev' },
  { extensions: 'dba', apt: '', apk: 'db-dev' },
  { extensions: 'pdo_firebird interbase', apt: 'firebird-dev', apk: '' },
  { extensions: 'uv', apt: 'libuv1-dev', apk: 'libuv-dev' },
]

/** Written in C++: Alpine's image has no run-time library for it, Debian's has the compiler. */
export const cplusplus =
  /^(grpc|protobuf|swoole|openswoole|v8js|opencensus|parle|gearman|couchbase)$/
