/** Modules that do their work in C, and so need a C compiler to build and shared libraries or a libc to run. */
export const cgoModules: readonly { readonly path: string; readonly source: string }[] = [
  {
    path: 'github.com/mattn/go-sqlite3',
    source: 'https://github.com/mattn/go-sqlite3#installation',
  },
  // Takes mattn/go-sqlite3 along.
  { path: 'gorm.io/driver/sqlite', source: 'https://github.com/go-gorm/sqlite' },
  {
    path: 'github.com/jinzhu/gorm/dialects/sqlite',
    source: 'https://v1.gorm.io/docs/connecting_to_the_database.html',
  },
  { path: 'github.com/mutecomm/go-sqlcipher', source: 'https://github.com/mutecomm/go-sqlcipher' },
  {
    path: 'github.com/confluentinc/confluent-kafka-go',
    source: 'https://github.com/confluentinc/confluent-kafka-go#librdkafka',
  },
  {
    path: 'github.com/google/gopacket/pcap',
    source: 'https://pkg.go.dev/github.com/google/gopacket/pcap',
  },
  {
    path: 'github.com/gopacket/gopacket/pcap',
    source: 'https://pkg.go.dev/github.com/gopacket/gopacket/pcap',
  },
  { path: 'github.com/h2non/bimg', source: 'https://github.com/h2non/bimg#prerequisites' },
  {
    path: 'github.com/davidbyttow/govips',
    source: 'https://github.com/davidbyttow/govips#dependencies',
  },
  { path: 'gopkg.in/gographics/imagick', source: 'https://github.com/gographics/imagick#install' },
  { path: 'github.com/libgit2/git2go', source: 'https://github.com/libgit2/git2go#installing' },
  {
    path: 'github.com/godror/godror',
    source: 'https://godror.github.io/godror/doc/installation.html',
  },
  { path: 'github.com/mattn/go-oci8', source: 'https://github.com/mattn/go-oci8' },
  { path: 'github.com/tecbot/gorocksdb', source: 'https://github.com/tecbot/gorocksdb' },
  { path: 'github.com/linxGnu/grocksdb', source: 'https://github.com/linxGnu/grocksdb' },
  { path: 'github.com/DataDog/zstd', source: 'https://github.com/DataDog/zstd' },
  { path: 'github.com/valyala/gozstd', source: 'https://github.com/valyala/gozstd' },
  { path: 'gocv.io/x/gocv', source: 'https://gocv.io/getting-started/linux/' },
  {
    path: 'github.com/otiai10/gosseract',
    source: 'https://github.com/otiai10/gosseract#installation',
  },
  { path: 'github.com/pebbe/zmq4', source: 'https://github.com/pebbe/zmq4' },
  { path: 'github.com/zeromq/goczmq', source: 'https://github.com/zeromq/goczmq' },
  { path: 'github.com/miekg/pkcs11', source: 'https://github.com/miekg/pkcs11' },
  { path: 'github.com/marcboeker/go-duckdb', source: 'https://github.com/marcboeker/go-duckdb' },
  {
    path: 'github.com/smacker/go-tree-sitter',
    source: 'https://github.com/smacker/go-tree-sitter',
  },
  { path: 'github.com/wasmerio/wasmer-go', source: 'https://github.com/wasmerio/wasmer-go' },
  {
    path: 'github.com/bytecodealliance/wasmtime-go',
    source: 'https://github.com/bytecodealliance/wasmtime-go',
  },
  { path: 'github.com/supranational/blst', source: 'https://github.com/supranational/blst' },
  { path: 'github.com/gordonklaus/portaudio', source: 'https://github.com/gordonklaus/portaudio' },
  { path: 'github.com/hraban/opus', source: 'https://github.com/hraban/opus' },
  { path: 'gopkg.in/hraban/opus.v2', source: 'https://github.com/hraban/opus' },
  { path: 'github.com/veandco/go-sdl2', source: 'https://github.com/veandco/go-sdl2' },
  { path: 'github.com/go-gl', source: 'https://github.com/go-gl/glfw' },
  {
    path: 'github.com/tensorflow/tensorflow',
    source: 'https://www.tensorflow.org/install/lang_go_legacy',
  },
  {
    path: 'github.com/coreos/go-systemd/sdjournal',
    source: 'https://pkg.go.dev/github.com/coreos/go-systemd/sdjournal',
  },
  { path: 'github.com/ibmdb/go_ibm_db', source: 'https://github.com/ibmdb/go_ibm_db' },
  {
    path: 'github.com/ibm-messaging/mq-golang',
    source: 'https://github.com/ibm-messaging/mq-golang',
  },
  { path: 'github.com/docker/libtrust/cgo', source: 'https://go.dev/wiki/cgo' },
  { path: 'github.com/chai2010/webp', source: 'https://github.com/chai2010/webp' },
  { path: 'github.com/kolesa-team/go-webp', source: 'https://github.com/kolesa-team/go-webp' },
  { path: 'github.com/lxn/walk', source: 'https://github.com/lxn/walk' },
  {
    path: 'github.com/apache/pulsar/pulsar-client-go',
    source: 'https://pulsar.apache.org/docs/client-libraries-cgo/',
  },
  { path: 'github.com/duckdb/duckdb-go', source: 'https://github.com/duckdb/duckdb-go' },
  { path: 'github.com/uber/h3-go', source: 'https://github.com/uber/h3-go' },
  { path: 'rogchap.com/v8go', source: 'https://github.com/rogchap/v8go' },
]
