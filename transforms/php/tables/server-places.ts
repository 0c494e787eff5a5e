/** Programs that set up what serves, and nothing that a build reads. */
export const setupPrograms = new Set(
  `a2enmod a2dismod a2ensite a2dissite a2enconf a2disconf a2query phpenmod phpdismod php5enmod php5dismod
   service rc-service rc-update update-rc.d invoke-rc.d systemctl crontab setcap locale-gen localedef update-locale dpkg-reconfigure
   apache2ctl apachectl apache2 httpd nginx openssl mkcert make-ssl-cert htpasswd php-fpm`
    .trim()
    .split(/\s+/),
)

/** Folders of what serves, watches and logs. */
export const serverFolders = [
  '/etc/apache2',
  '/etc/httpd',
  '/etc/nginx',
  '/etc/caddy',
  '/etc/frankenphp',
  '/etc/php',
  '/usr/local/etc/php',
  '/usr/local/etc/php-fpm.d',
  '/usr/local/etc/php-fpm.conf',
  '/etc/supervisor',
  '/etc/supervisord.conf',
  '/etc/supervisor.d',
  '/etc/cron.d',
  '/etc/crontabs',
  '/etc/crontab',
  '/var/spool/cron',
  '/etc/s6',
  '/etc/services.d',
  '/etc/service',
  '/etc/sv',
  '/etc/locale.gen',
  '/etc/timezone',
  '/etc/localtime',
  '/etc/ssl',
  '/etc/security',
  '/etc/sudoers',
  '/etc/sudoers.d',
  '/etc/motd',
  '/etc/hosts',
  '/etc/msmtprc',
  '/etc/ImageMagick-6',
  '/etc/ImageMagick-7',
  '/etc/redis',
  '/var/log',
  '/var/run',
  '/run',
  '/var/lib/nginx',
  '/var/lib/php',
  '/var/lock',
]
