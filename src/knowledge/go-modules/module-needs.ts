import type { NpmPackage } from '../npm-packages/npm-package.ts'

/** What a module of Go needs of its image, beside what is compiled in; by import paths, major versions left out. */
export interface GoModuleNeeds extends Pick<
  NpmPackage,
  'names' | 'programs' | 'libraries' | 'keepsBase' | 'files' | 'writesAnywhere' | 'source'
> {
  /** It reads files beside its own sources, in the module cache. */
  readonly readsOwnSources?: boolean
  /** What keeps to the base counts only where a RUN names this module: `go run example.com/tool/cmd/fetch@latest`. */
  readonly ifFetched?: boolean
}

const certificates = { apt: ['ca-certificates'] }

const rows: readonly GoModuleNeeds[] = [
  {
    // runtime.Caller, in util.go and dict_util.go
    names: 'github.com/yanyiwu/gojieba github.com/go-ego/gse',
    readsOwnSources: true,
    source: 'https://github.com/go-ego/gse/blob/master/dict_util.go',
  },
  {
    names: 'github.com/playwright-community/playwright-go github.com/mxschmitt/playwright-go',
    keepsBase: 'its driver and browsers are fetched into a home folder, and need libraries',
    source: 'https://github.com/playwright-community/playwright-go#installation',
  },
  {
    names: 'github.com/go-rod/rod',
    ifFetched: true,
    keepsBase: 'its browser is fetched into a home folder, and needs libraries',
    source: 'https://go-rod.github.io/#/compatibility?id=os',
  },
  {
    names: 'github.com/tebeka/selenium github.com/Kagami/go-face',
    keepsBase: 'it looks for drivers or models of the full image',
    source: 'https://github.com/tebeka/selenium#downloading-dependencies',
  },
  {
    names:
      'github.com/gogs/git-module code.gitea.io/gitea/modules/git github.com/ldez/go-git-cmd-wrapper github.com/tsuyoshiwada/go-gitlog github.com/git-chglog/git-chglog github.com/zricethezav/gitleaks github.com/gitleaks/gitleaks/sources',
    programs: 'git',
    libraries: certificates,
    source: 'https://github.com/gogs/git-module/blob/master/command.go',
  },
  {
    names: 'github.com/sourcegraph/go-vcs/vcs/gitcmd',
    programs: 'git',
    libraries: certificates,
    source: 'https://github.com/sourcegraph/go-vcs',
  },
  {
    names: 'github.com/cli/go-gh',
    programs: 'gh',
    source: 'https://pkg.go.dev/github.com/cli/go-gh/v2',
  },
  {
    // Its folders lie beside the program, or where it runs.
    names: 'github.com/pocketbase/pocketbase',
    writesAnywhere: true,
    files: ['pb_public', 'pb_hooks', 'pb_migrations'],
    source: 'https://pocketbase.io/docs/go-overview/',
  },
  {
    // Databases and indexes.
    names:
      'go.etcd.io/bbolt github.com/boltdb/bolt github.com/coreos/bbolt github.com/tidwall/buntdb github.com/asdine/storm github.com/timshannon/bolthold github.com/hashicorp/raft-boltdb github.com/rqlite/raft-boltdb github.com/dgraph-io/badger github.com/syndtr/goleveldb/leveldb github.com/cockroachdb/pebble github.com/akrylysov/pogreb git.mills.io/prologic/bitcask github.com/ostafen/clover github.com/genjidb/genji github.com/chaisql/chai github.com/tidwall/wal github.com/blevesearch/bleve github.com/blugelabs/bluge github.com/nanobox-io/golang-scribble github.com/sdomino/scribble github.com/peterbourgon/diskv github.com/nutsdb/nutsdb github.com/xujiajun/nutsdb github.com/HouzuoGuo/tiedot/db github.com/rosedblabs/rosedb github.com/flower-corp/rosedb github.com/lotusdblabs/lotusdb github.com/ledisdb/ledisdb/ledis github.com/philippgille/gokv/file github.com/philippgille/gokv/bbolt github.com/philippgille/gokv/badgerdb github.com/philippgille/gokv/leveldb github.com/objectbox/objectbox-go github.com/go-ego/riot github.com/cayleygraph/cayley',
    writesAnywhere: true,
    source: 'https://pkg.go.dev/go.etcd.io/bbolt#Open',
  },
  {
    // Certificates, keys and sessions, in a home folder where nothing else is said.
    names:
      'github.com/caddyserver/certmagic github.com/caddyserver/caddy tailscale.com/tsnet github.com/gotd/td/session github.com/zalando/go-keyring github.com/99designs/keyring',
    writesAnywhere: true,
    source: 'https://pkg.go.dev/github.com/caddyserver/certmagic#FileStorage',
  },
  {
    // Logs.
    names:
      'github.com/lestrrat-go/file-rotatelogs github.com/lestrrat/go-file-rotatelogs github.com/rifflock/lfshook github.com/cihub/seelog github.com/golang/glog github.com/arthurkiller/rollingwriter github.com/utahta/go-cronowriter github.com/easonlin404/go-rotatelogs github.com/gookit/slog/handler github.com/gookit/slog/rotatefile github.com/phuslu/log',
    writesAnywhere: true,
    source: 'https://pkg.go.dev/github.com/lestrrat-go/file-rotatelogs#New',
  },
]

const byName = new Map<string, GoModuleNeeds[]>()
for (const row of rows)
  for (const name of row.names.split(' ')) byName.set(name, [...(byName.get(name) ?? []), row])

/** An import path without its major version: `github.com/dgraph-io/badger/v4/options` => `github.com/dgraph-io/badger/options`. */
export const withoutMajor = (importPath: string): string =>
  importPath.includes('/v') ? importPath.replace(/\/v\d+(?=\/|$)/, '') : importPath

/** What the module of a package needs, with the name that the row has for it. */
export function needsOfModule(
  importPath: string,
): readonly { readonly name: string; readonly row: GoModuleNeeds }[] {
  const parts = withoutMajor(importPath).split('/')
  return parts.flatMap((_, i) => {
    const name = parts.slice(0, i + 1).join('/')
    return (byName.get(name) ?? []).map((row) => ({ name, row }))
  })
}
