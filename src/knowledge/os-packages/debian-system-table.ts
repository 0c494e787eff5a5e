/** Libraries of systems, networks and C++: rows as those of `debianTable`. */
export const debianSystemTable = `
libabsl-dev | libabsl20200923 | libabsl20220623 | libabsl20240722
libapparmor-dev | libapparmor1 | = | =
libapr1-dev | libapr1 | = | libapr1t64
libaprutil1-dev | libaprutil1 | = | libaprutil1t64
libarchive-dev | libarchive13 | = | libarchive13t64
libatomic-ops-dev | | = | =
libaudit-dev | libaudit1 | = | =
libaugeas-dev | libaugeas0 | = | =
libblkid-dev | libblkid1 | = | =
libboost-all-dev | libboost-atomic1.74.0 libboost-chrono1.74.0 libboost-container1.74.0 libboost-context1.74.0 libboost-coroutine1.74.0 libboost-date-time1.74.0 libboost-fiber1.74.0 libboost-filesystem1.74.0 libboost-graph1.74.0 libboost-graph-parallel1.74.0 libboost-iostreams1.74.0 libboost-locale1.74.0 libboost-log1.74.0 libboost-math1.74.0 libboost-mpi1.74.0 libboost-mpi-python1.74.0 libboost-numpy1.74.0 libboost-program-options1.74.0 libboost-python1.74.0 libboost-random1.74.0 libboost-regex1.74.0 libboost-serialization1.74.0 libboost-stacktrace1.74.0 libboost-system1.74.0 libboost-test1.74.0 libboost-thread1.74.0 libboost-timer1.74.0 libboost-type-erasure1.74.0 libboost-wave1.74.0 libboost-nowide1.74.0 | = | libboost-atomic1.83.0 libboost-chrono1.83.0t64 libboost-container1.83.0 libboost-context1.83.0 libboost-coroutine1.83.0 libboost-date-time1.83.0 libboost-fiber1.83.0 libboost-filesystem1.83.0 libboost-graph1.83.0 libboost-graph-parallel1.83.0 libboost-iostreams1.83.0 libboost-json1.83.0 libboost-locale1.83.0 libboost-log1.83.0 libboost-math1.83.0 libboost-mpi1.83.0 libboost-mpi-python1.83.0 libboost-nowide1.83.0 libboost-numpy1.83.0 libboost-program-options1.83.0 libboost-python1.83.0 libboost-random1.83.0 libboost-regex1.83.0 libboost-serialization1.83.0 libboost-stacktrace1.83.0 libboost-system1.83.0 libboost-test1.83.0 libboost-thread1.83.0 libboost-timer1.83.0 libboost-type-erasure1.83.0 libboost-url1.83.0 libboost-wave1.83.0
libboost-atomic-dev | libboost-atomic1.74.0 | = | libboost-atomic1.83.0
libboost-chrono-dev | libboost-chrono1.74.0 | = | libboost-chrono1.83.0t64
libboost-date-time-dev | libboost-date-time1.74.0 | = | libboost-date-time1.83.0
libboost-dev | | = | =
libboost-filesystem-dev | libboost-filesystem1.74.0 | = | libboost-filesystem1.83.0
libboost-iostreams-dev | libboost-iostreams1.74.0 | = | libboost-iostreams1.83.0
libboost-locale-dev | libboost-locale1.74.0 | = | libboost-locale1.83.0
libboost-log-dev | libboost-log1.74.0 | = | libboost-log1.83.0
libboost-program-options-dev | libboost-program-options1.74.0 | = | libboost-program-options1.83.0
libboost-python-dev | libboost-python1.74.0 | = | libboost-python1.83.0
libboost-random-dev | libboost-random1.74.0 | = | libboost-random1.83.0
libboost-regex-dev | libboost-regex1.74.0 | = | libboost-regex1.83.0
libboost-serialization-dev | libboost-serialization1.74.0 | = | libboost-serialization1.83.0
libboost-system-dev | libboost-system1.74.0 | = | libboost-system1.83.0
libboost-thread-dev | libboost-thread1.74.0 | = | libboost-thread1.83.0
libbpf-dev | libbpf0 | libbpf1 | =
libbson-dev | libbson-1.0-0 | = | libbson-1.0-0t64
libcap-ng-dev | libcap-ng0 | = | =
libcmark-dev | libcmark0.29.0 | libcmark0.30.2 | =
libcrypt-dev | | = | =
libcrypto++-dev | libcrypto++8 | = | libcrypto++8t64
libcups2-dev | libcups2 | = | libcups2t64
libcurl4-nss-dev | libcurl3-nss | = | -
libczmq-dev | libczmq4 | = | =
libdb++-dev | libdb5.3++ libdb5.3 | = | -
libdbus-glib-1-dev | libdbus-glib-1-2 | = | =
libdeflate-dev | libdeflate0 | = | =
libdw-dev | libdw1 | = | libdw1t64
libecpg-dev | libecpg-compat3 libecpg6 libpgtypes3 | = | =
libfmt-dev | libfmt7 | libfmt9 | libfmt10
libfuse-dev | libfuse2 | = | libfuse2t64
libfuse3-dev | libfuse3-3 | = | libfuse3-4
libgflags-dev | libgflags2.2 | = | =
libgirepository-1.0-dev | - | = | libgirepository-1.0-1 gir1.2-freedesktop gir1.2-glib-2.0
libgirepository-2.0-dev | - | = | libgirepository-2.0-0 gir1.2-girepository-2.0 gir1.2-glib-2.0
libgirepository1.0-dev | libgirepository-1.0-1 gir1.2-glib-2.0 gir1.2-freedesktop | = | gir1.2-freedesktop gir1.2-girepository-2.0 gir1.2-glib-2.0 libgirepository-1.0-1
libgmock-dev | | = | =
libgmp3-dev | libgmp10 libgmpxx4ldbl | = | =
libgnutls28-dev | libgnutls-dane0 libgnutls-openssl27 libgnutls30 libgnutlsxx28 | libgnutls-dane0 libgnutls-openssl27 libgnutls30 libgnutlsxx30 | libgnutls-dane0t64 libgnutls-openssl27t64 libgnutls30t64
libgoogle-glog-dev | libgoogle-glog0v5 | libgoogle-glog0v6 | libgoogle-glog0v6t64
libgoogle-perftools-dev | libgoogle-perftools4 libtcmalloc-minimal4 | = | libgoogle-perftools4t64 libtcmalloc-minimal4t64
libgpiod-dev | libgpiod2 | = | libgpiod3
libgrpc++-dev | libgrpc++1 | libgrpc++1.51 | libgrpc++1.51t64
libgrpc-dev | libgrpc10 | libgrpc29 | libgrpc29t64
libgtest-dev | | = | =
libgumbo-dev | libgumbo1 | = | libgumbo3
libhidapi-dev | libhidapi-libusb0 libhidapi-hidraw0 | = | =
libhunspell-dev | libhunspell-1.7-0 | = | =
libi2c-dev | libi2c0 | = | =
libidn11-dev | libidn11 | libidn12 | =
libidn2-dev | libidn2-0 | = | =
libiodbc2-dev | libiodbc2 | = | =
libisal-dev | libisal2 | = | =
libjemalloc-dev | libjemalloc2 | = | =
libjson-c-dev | libjson-c5 | = | =
libjsoncpp-dev | libjsoncpp24 | libjsoncpp25 | libjsoncpp26
libkmod-dev | libkmod2 | = | =
libkyotocabinet-dev | libkyotocabinet16v5 | = | =
libldns-dev | libldns3 | = | libldns3t64
liblua5.1-0-dev | liblua5.1-0 | = | =
liblua5.2-dev | liblua5.2-0 | = | =
liblua5.4-dev | liblua5.4-0 | = | =
liblzo2-dev | liblzo2-2 | = | =
libmecab-dev | libmecab2 | = | =
libmicrohttpd-dev | libmicrohttpd12 | = | libmicrohttpd12t64
libmilter-dev | libmilter1.0.1 | = | =
libminizip-dev | libminizip1 | = | libminizip1t64
libmodbus-dev | libmodbus5 | = | =
libmongoc-dev | libmongoc-1.0-0 | = | libmongoc-1.0-0t64
libmosquittopp-dev | libmosquittopp1 | = | =
libmount-dev | libmount1 | = | =
libmysqlcppconn-dev | libmysqlcppconn7v5 | = | libmysqlcppconn7t64
libnftables-dev | libnftables1 | = | =
libnl-3-dev | libnl-3-200 | = | =
libnl-genl-3-dev | libnl-genl-3-200 | = | =
libnl-route-3-dev | libnl-route-3-200 | = | =
libnorm-dev | libnorm1 | = | libnorm1t64
libnsl-dev | libnsl2 | = | =
libnuma-dev | libnuma1 | = | =
liboath-dev | liboath0 | = | liboath0t64
liboping-dev | liboping0 | = | =
libp11-dev | libp11-3 | = | libp11-3t64
libpam0g-dev | libpam0g | = | =
libperl-dev | libperl5.32 | libperl5.36 | libperl5.40
libpgm-dev | libpgm-5.3-0 | = | libpgm-5.3-0t64
libpkcs11-helper1-dev | libpkcs11-helper1 | = | libpkcs11-helper1t64
libpqxx-dev | libpqxx-6.4 | = | libpqxx-7.10
libprotobuf-c-dev | libprotobuf-c1 | = | =
libprotobuf-dev | libprotobuf23 libprotobuf-lite23 | libprotobuf32 libprotobuf-lite32 | libprotobuf32t64 libprotobuf-lite32t64
libprotoc-dev | libprotoc23 | libprotoc32 | libprotoc32t64
libpsl-dev | libpsl5 | = | libpsl5t64
libpthread-stubs0-dev | | = | =
libpugixml-dev | libpugixml1v5 | = | =
libre2-dev | libre2-9 | = | libre2-11
librtmp-dev | librtmp1 | = | =
libsctp-dev | libsctp1 | = | =
libsecp256k1-dev | libsecp256k1-0 | libsecp256k1-1 | libsecp256k1-2
libselinux1-dev | libselinux1 | = | =
libserialport-dev | libserialport0 | = | =
libsoup-3.0-dev | - | gir1.2-soup-3.0 libsoup-3.0-0 | =
libsoup2.4-dev | gir1.2-soup-2.4 libsoup2.4-1 | = | gir1.2-soup-2.4 libsoup-2.4-1
libspdlog-dev | libspdlog1 | libspdlog1.10 | libspdlog1.15
libstemmer-dev | libstemmer0d | = | =
libtinfo-dev | libtinfo6 | = | libtinfo6 libncurses6 libncursesw6
libtinyxml-dev | libtinyxml2.6.2v5 | = | =
libtinyxml2-dev | libtinyxml2-8 | libtinyxml2-9 | libtinyxml2-11
libtirpc-dev | libtirpc3 | = | libtirpc3t64
libtokyocabinet-dev | libtokyocabinet9 | = | libtokyocabinet9t64
libuchardet-dev | libuchardet0 | = | =
libunbound-dev | libunbound8 | = | =
libunistring-dev | libunistring2 | = | libunistring5
liburing-dev | liburing1 | liburing2 | =
libusb-dev | libusb-0.1-4 | = | =
libvirt-dev | libvirt0 | = | =
libwavpack-dev | libwavpack1 | = | =
libwrap0-dev | libwrap0 | = | =
libxapian-dev | libxapian30 | = | =
libxerces-c-dev | libxerces-c3.2 | = | libxerces-c3.2t64
libxml++2.6-dev | libxml++2.6-2v5 | = | =
libxtables-dev | libxtables12 | = | =
libxxhash-dev | libxxhash0 | = | =
libyajl-dev | libyajl2 | = | =
libyaml-cpp-dev | libyaml-cpp0.6 | libyaml-cpp0.7 | libyaml-cpp0.8
libzopfli-dev | libzopfli1 | = | =
manpages-dev | | = | =
nlohmann-json3-dev | | = | =
rapidjson-dev | | = | =
tcl-dev | libtcl8.6 | = | =
tcl8.6-dev | libtcl8.6 | = | =
tk-dev | libtk8.6 libtcl8.6 | = | =
tk8.6-dev | libtk8.6 | = | =
`
