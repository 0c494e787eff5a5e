import type { Call, CallRow } from '../call.ts'

const words = (text: string) => text.split(' ')
const fills = (modules: string, names: string, at: number | string = 0): readonly CallRow[] =>
  words(modules).map((module) => ({ module, names: words(names), fills: [at] }))
const writes = (modules: string, names: string, at: number | string = 0): readonly CallRow[] =>
  words(modules).map((module) => ({ module, names: words(names), writes: [at] }))
const databases = (modules: string, names: string): readonly CallRow[] =>
  words(modules).map((module) => ({ module, names: words(names), database: 0 }))

/** https://github.com/beego/beedoc: `logs.SetLogger("file", `{"filename":"shop.log"}`)` */
const isFileLogger = ({ args }: Call) => /^(multi)?file$/i.test(args[0]?.text('') ?? 'file')

/** What keeps files in Go: databases of one file or folder, indexes, logs, certificates. Modules by their import paths. */
export const goStores: readonly CallRow[] = [
  // https://pkg.go.dev/go.etcd.io/bbolt#Open and what is made on it
  ...databases(
    'go.etcd.io/bbolt github.com/boltdb/bolt github.com/coreos/bbolt github.com/tidwall/buntdb github.com/asdine/storm github.com/timshannon/bolthold',
    'Open',
  ),
  ...databases('github.com/hashicorp/raft-boltdb github.com/rqlite/raft-boltdb', 'NewBoltStore'),
  // https://pkg.go.dev/github.com/dgraph-io/badger/v4#DefaultOptions
  ...fills('github.com/dgraph-io/badger', 'DefaultOptions LSMOnlyOptions'),
  ...fills('github.com/dgraph-io/badger', 'Dir ValueDir Options', 'Dir'),
  ...fills('github.com/syndtr/goleveldb/leveldb', 'OpenFile RecoverFile'),
  ...fills(
    'github.com/cockroachdb/pebble github.com/akrylysov/pogreb git.mills.io/prologic/bitcask github.com/ostafen/clover github.com/genjidb/genji github.com/chaisql/chai github.com/tidwall/wal',
    'Open',
  ),
  // https://pkg.go.dev/github.com/blevesearch/bleve/v2#New
  ...fills('github.com/blevesearch/bleve', 'New NewUsing Open OpenUsing'),
  // An empty folder is an index without its metadata to Open, and in the way of New: https://github.com/blevesearch/bleve/blob/v2.4.0/index_impl.go
  {
    module: 'github.com/blevesearch/bleve',
    names: words('New NewUsing'),
    makesAnew: 0,
  },
  ...fills('github.com/blugelabs/bluge', 'DefaultConfig'),
  // https://pkg.go.dev/github.com/nanobox-io/golang-scribble#New
  ...fills('github.com/nanobox-io/golang-scribble github.com/sdomino/scribble', 'New'),
  // https://pkg.go.dev/github.com/peterbourgon/diskv/v3#Options
  ...fills('github.com/peterbourgon/diskv', 'Options BasePath', 'BasePath'),
  // https://pkg.go.dev/github.com/nutsdb/nutsdb#WithDir
  ...fills('github.com/nutsdb/nutsdb github.com/xujiajun/nutsdb', 'WithDir'),
  ...fills('github.com/nutsdb/nutsdb github.com/xujiajun/nutsdb', 'Options Dir', 'Dir'),
  ...fills('github.com/HouzuoGuo/tiedot/db', 'OpenDB'),
  // Servers in a program: https://pkg.go.dev/github.com/nats-io/nats-server/v2/server#Options, without a folder in that of the system;
  // https://pkg.go.dev/go.etcd.io/etcd/server/embed#Config
  ...fills('github.com/nats-io/nats-server/server', 'Options StoreDir', 'StoreDir'),
  ...fills('github.com/nats-io/nats-streaming-server/stores', 'FilestoreDir', 'FilestoreDir'),
  ...words('go.etcd.io/etcd/server/embed go.etcd.io/etcd/embed').flatMap(
    (module): readonly CallRow[] => [
      { module, names: ['NewConfig'], fillsAnyway: 'default.etcd' },
      ...fills(module, 'Config Dir', 'Dir'),
    ],
  ),
  ...fills('github.com/nsqio/nsq/nsqd', 'Options DataPath', 'DataPath'),
  // https://pkg.go.dev/github.com/hashicorp/raft#NewFileSnapshotStore, https://pkg.go.dev/github.com/prometheus/prometheus/tsdb#Open
  ...fills('github.com/hashicorp/raft', 'NewFileSnapshotStore NewFileSnapshotStoreWithLogger'),
  ...fills('github.com/prometheus/prometheus/tsdb', 'Open'),
  // https://pkg.go.dev/github.com/linxGnu/grocksdb#OpenDb
  ...fills('github.com/linxGnu/grocksdb github.com/tecbot/gorocksdb', 'OpenDb', 1),
  ...fills(
    'github.com/rosedblabs/rosedb github.com/lotusdblabs/lotusdb',
    'Options DirPath',
    'DirPath',
  ),
  // https://pkg.go.dev/github.com/anacrolix/torrent#ClientConfig, https://pkg.go.dev/github.com/tus/tusd/v2/pkg/filestore#New
  ...fills('github.com/anacrolix/torrent', 'ClientConfig DataDir', 'DataDir'),
  ...fills('github.com/tus/tusd/pkg/filestore', 'New'),
  // https://pkg.go.dev/gocloud.dev/blob/fileblob#OpenBucket
  ...fills('gocloud.dev/blob/fileblob', 'OpenBucket'),
  // https://pkg.go.dev/golang.org/x/crypto/acme/autocert#DirCache
  ...fills('golang.org/x/crypto/acme/autocert', 'DirCache'),
  ...fills('github.com/caddyserver/certmagic', 'FileStorage Path', 'Path'),
  // https://pkg.go.dev/tailscale.com/tsnet#Server
  ...fills('tailscale.com/tsnet', 'Server Dir', 'Dir'),
  ...fills('github.com/chromedp/chromedp', 'UserDataDir'),
  ...writes(
    'github.com/gotd/td/session github.com/gotd/td/telegram',
    'FileStorage FileSessionStorage Path',
    'Path',
  ),
  // https://github.com/natefinch/lumberjack#type-logger
  ...writes(
    'gopkg.in/natefinch/lumberjack.v2 github.com/natefinch/lumberjack github.com/DeRuina/timberjack',
    'Logger Filename',
    'Filename',
  ),
  // https://pkg.go.dev/github.com/lestrrat-go/file-rotatelogs#New: the rest of the name is the time's.
  ...writes('github.com/lestrrat-go/file-rotatelogs github.com/lestrrat/go-file-rotatelogs', 'New'),
  ...writes('github.com/rifflock/lfshook', 'NewHook'),
  ...writes('github.com/gofrs/flock', 'New'),
  // https://pkg.go.dev/go.uber.org/zap#Config
  ...words('OutputPaths ErrorOutputPaths').flatMap((name) =>
    writes('go.uber.org/zap', `Config ${name}`, name),
  ),
  ...words(
    'github.com/beego/beego/core/logs github.com/beego/beego/logs github.com/astaxie/beego/logs github.com/astaxie/beego',
  ).map((module): CallRow => ({ module, names: ['SetLogger'], when: isFileLogger, mayWrite: 1 })),
]

/** Whether a row tells where a call keeps files. */
export const tellsWhere = ({ writes: files, fills: folders, database }: CallRow): boolean =>
  [files, folders, database].some((places) => places !== undefined)
