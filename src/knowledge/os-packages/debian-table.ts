/**
 * Run-time halves of -dev packages: `apt-cache depends NAME` in main of bullseye, bookworm and trixie, without further -dev packages
 * and tools. A column '=' is the one before it; '-' means that the release has no such package, nothing that images have it.
 */
export const debianTable = `
firebird-dev | libfbclient2 libib-util | = | =
libacl1-dev | libacl1 | = | =
libaio-dev | libaio1 | = | libaio1t64
libargon2-dev | libargon2-1 | = | =
libasound2-dev | libasound2 | = | libasound2t64
libattr1-dev | libattr1 | = | =
libavcodec-dev | libavcodec58 | libavcodec59 | libavcodec61
libavformat-dev | libavformat58 | libavformat59 | libavformat61
libavif-dev | libavif9 | libavif15 | libavif16
libavutil-dev | libavutil56 | libavutil57 | libavutil59
libbluetooth-dev | libbluetooth3 | = | =
libbrotli-dev | libbrotli1 | = | =
libbtrfs-dev | libbtrfs0 | = | libbtrfs0t64
libbz2-dev | libbz2-1.0 | = | =
libc-ares-dev | libc-ares2 | = | libcares2
libc-client-dev | libc-client2007e | = | -
libc-client2007e-dev | libc-client2007e | = | -
libcairo2-dev | libcairo2 | = | =
libcap-dev | libcap2 | = | =
libcdb-dev | libcdb1 | = | =
libcurl4-gnutls-dev | libcurl3-gnutls | = | libcurl3t64-gnutls
libcurl4-openssl-dev | libcurl4 | = | libcurl4t64
libdb-dev | libdb5.3 | = | libdb5.3t64
libdbus-1-dev | libdbus-1-3 | = | =
libde265-dev | libde265-0 | = | =
libdevmapper-dev | libdevmapper1.02.1 | = | =
libdmtx-dev | libdmtx0b | = | libdmtx0t64
libedit-dev | libedit2 | = | =
libelf-dev | libelf1 | = | libelf1t64
libenchant-2-dev | libenchant-2-2 | = | =
libev-dev | libev4 | = | libev4t64
libevent-dev | libevent-2.1-7 libevent-core-2.1-7 libevent-extra-2.1-7 libevent-pthreads-2.1-7 libevent-openssl-2.1-7 | = | libevent-2.1-7t64 libevent-core-2.1-7t64 libevent-extra-2.1-7t64 libevent-pthreads-2.1-7t64 libevent-openssl-2.1-7t64
libexif-dev | libexif12 | = | =
libexpat1-dev | libexpat1 | = | =
libfann-dev | libfann2 | = | =
libffi-dev | libffi7 | libffi8 | =
libfontconfig-dev | libfontconfig1 | = | =
libfontconfig1-dev | libfontconfig1 | = | =
libfreetype-dev | libfreetype6 | = | =
libfreetype6-dev | libfreetype6 | = | =
libfribidi-dev | libfribidi0 | = | =
libgc-dev | libgc1 | = | =
libgcrypt20-dev | libgcrypt20 | = | =
libgd-dev | libgd3 | = | =
libgdal-dev | libgdal28 | libgdal32 | libgdal36
libgdbm-dev | libgdbm6 | = | libgdbm6t64
libgearman-dev | libgearman8 | = | libgearman8t64
libgeoip-dev | libgeoip1 | = | libgeoip1t64
libgeos-dev | libgeos-c1v5 | = | libgeos-c1t64
libgif-dev | libgif7 | = | =
libgit2-dev | libgit2-1.1 | libgit2-1.5 | libgit2-1.9
libglib2.0-dev | libglib2.0-0 | = | libglib2.0-0t64
libglu1-mesa-dev | libglu1-mesa | = | =
libgmp-dev | libgmp10 | = | =
libgpgme-dev | libgpgme11 | = | libgpgme11t64
libgraphicsmagick1-dev | libgraphicsmagick-q16-3 | = | libgraphicsmagick-q16-3t64
libgraphviz-dev | libcdt5 libcgraph6 libgvc6 libgvpr2 libpathplan4 libxdot4 | = | =
libgtk-3-dev | libgtk-3-0 gir1.2-gtk-3.0 | = | libgtk-3-0t64 gir1.2-gtk-3.0
libharfbuzz-dev | libharfbuzz0b | = | =
libheif-dev | libheif1 | = | =
libhiredis-dev | libhiredis0.14 | = | libhiredis1.1.0
libicu-dev | libicu67 | libicu72 | libicu76
libimagequant-dev | libimagequant0 | = | =
libjansson-dev | libjansson4 | = | =
libjpeg-dev | libjpeg62-turbo | = | =
libjpeg62-turbo-dev | libjpeg62-turbo | = | =
libkeyutils-dev | libkeyutils1 | = | =
libkrb5-dev | libkrb5-3 libgssapi-krb5-2 | = | =
liblapack-dev | liblapack3 | = | =
liblcms2-dev | liblcms2-2 | = | =
libldap-dev | - | libldap-2.5-0 | libldap2
libldap2-dev | libldap-2.4-2 | libldap-2.5-0 | libldap2
libleptonica-dev | liblept5 | = | libleptonica6
libleveldb-dev | libleveldb1d | = | =
liblmdb-dev | liblmdb0 | = | =
libltdl-dev | libltdl7 | = | =
liblua5.3-dev | liblua5.3-0 | = | =
libluajit-5.1-dev | libluajit-5.1-2 | = | =
liblz4-dev | liblz4-1 | = | =
liblzma-dev | liblzma5 | = | =
libmagic-dev | libmagic1 | = | libmagic1t64
libmagickcore-dev | libmagickcore-6.q16-6 libmagickcore-6.q16-6-extra | = | libmagickcore-7.q16-10 libmagickcore-7.q16-10-extra
libmagickwand-dev | libmagickwand-6.q16-6 libmagickcore-6.q16-6-extra | = | libmagickwand-7.q16-10 libmagickcore-7.q16-10-extra
libmariadb-dev | libmariadb3 | = | =
libmariadb-dev-compat | libmariadb3 | = | =
default-libmysqlclient-dev | libmariadb3 | = | =
libmaxminddb-dev | libmaxminddb0 | = | =
libmcrypt-dev | libmcrypt4 | = | =
libmemcached-dev | libmemcached11 libmemcachedutil2 libhashkit2 | = | libmemcached11t64 libmemcachedutil2t64 libhashkit2t64
libmnl-dev | libmnl0 | = | =
libmosquitto-dev | libmosquitto1 | = | =
libmpc-dev | libmpc3 | = | =
libmpfr-dev | libmpfr6 | = | =
libncurses-dev | libncurses6 libncursesw6 | = | =
libncurses5-dev | libncurses6 libncursesw6 | = | =
libncursesw5-dev | libncurses6 libncursesw6 | = | =
libnetfilter-queue-dev | libnetfilter-queue1 | = | =
libnghttp2-dev | libnghttp2-14 | = | =
libnss3-dev | libnss3 | = | =
libonig-dev | libonig5 | = | =
libopenblas-dev | libopenblas0 | = | =
libopenjp2-7-dev | libopenjp2-7 | = | =
libopus-dev | libopus0 | = | =
libpango1.0-dev | libpango-1.0-0 libpangocairo-1.0-0 libpangoft2-1.0-0 | = | =
libpcap-dev | libpcap0.8 | = | libpcap0.8t64
libpcap0.8-dev | libpcap0.8 | = | libpcap0.8t64
libpcre2-dev | libpcre2-8-0 libpcre2-16-0 libpcre2-32-0 | = | =
libpcre3-dev | libpcre3 | = | -
libpcsclite-dev | libpcsclite1 | = | =
libpixman-1-dev | libpixman-1-0 | = | =
libpng-dev | libpng16-16 | = | libpng16-16t64
libpoppler-glib-dev | libpoppler-glib8 gir1.2-poppler-0.18 | = | libpoppler-glib8t64 gir1.2-poppler-0.18
libpq-dev | libpq5 | = | =
libproj-dev | libproj19 | libproj25 | =
libpspell-dev | libaspell15 | = | =
libpulse-dev | libpulse0 | = | =
libqdbm-dev | libqdbm14 | = | libqdbm14t64
librabbitmq-dev | librabbitmq4 | = | =
libraqm-dev | libraqm0 | = | =
librdkafka-dev | librdkafka1 librdkafka++1 | = | =
libreadline-dev | libreadline8 | = | libreadline8t64
librecode-dev | librecode0 | = | librecode3
librocksdb-dev | librocksdb6.11 | librocksdb7.8 | librocksdb9.10
librrd-dev | librrd8 | = | librrd8t64
librsvg2-dev | librsvg2-2 | = | =
libsasl2-dev | libsasl2-2 | = | =
libseccomp-dev | libseccomp2 | = | =
libsecret-1-dev | libsecret-1-0 | = | =
libsmbclient-dev | libsmbclient | = | libsmbclient0
libsnappy-dev | libsnappy1v5 | = | =
libsndfile1-dev | libsndfile1 | = | =
libsnmp-dev | libsnmp40 | = | libsnmp40t64
libsodium-dev | libsodium23 | = | =
libspatialindex-dev | libspatialindex6 libspatialindex-c6 | = | libspatialindex8 libspatialindex-c8
libspatialite-dev | libspatialite7 | = | libspatialite8t64
libsqlcipher-dev | libsqlcipher0 | = | libsqlcipher1
libsqlite3-dev | libsqlite3-0 | = | =
libssh-dev | libssh-4 | = | =
libssh2-1-dev | libssh2-1 | = | libssh2-1t64
libssl-dev | libssl1.1 | libssl3 | libssl3t64
libswscale-dev | libswscale5 | libswscale6 | libswscale8
libsystemd-dev | libsystemd0 | = | =
libtesseract-dev | libtesseract4 | libtesseract5 | =
libtidy-dev | libtidy5deb1 | = | libtidy58
libtiff-dev | libtiff5 | libtiff6 | =
libtiff5-dev | libtiff5 | libtiff6 | =
libudev-dev | libudev1 | = | =
libunwind-dev | libunwind8 | = | =
libusb-1.0-0-dev | libusb-1.0-0 | = | =
libuv1-dev | libuv1 | = | libuv1t64
libvips-dev | libvips42 | = | libvips42t64
libwebp-dev | libwebp6 libwebpmux3 libwebpdemux2 | libwebp7 libwebpmux3 libwebpdemux2 | =
libx11-dev | libx11-6 | = | =
libxcb1-dev | libxcb1 | = | =
libxext-dev | libxext6 | = | =
libxi-dev | libxi6 | = | =
libxml2-dev | libxml2 | = | =
libxmlsec1-dev | libxmlsec1 libxmlsec1-openssl | = | libxmlsec1t64 libxmlsec1t64-openssl
libxpm-dev | libxpm4 | = | =
libxrender-dev | libxrender1 | = | =
libxslt1-dev | libxslt1.1 | = | =
libxslt-dev | libxslt1.1 | = | =
libxtst-dev | libxtst6 | = | =
libyaml-dev | libyaml-0-2 | = | =
libyaz-dev | libyaz5 | = | =
libzbar-dev | libzbar0 | = | libzbar0t64
libzip-dev | libzip4 | = | libzip5
libzmq3-dev | libzmq5 | = | =
libzookeeper-mt-dev | libzookeeper-mt2 | = | =
libzstd-dev | libzstd1 | = | =
freetds-dev | libct4 libsybdb5 | = | =
portaudio19-dev | libportaudio2 libportaudiocpp0 | = | =
unixodbc-dev | libodbc1 | libodbc2 libodbcinst2 | =
uuid-dev | libuuid1 | = | =
zlib1g-dev | zlib1g | = | =
libc6-dev | | = | =
`
