/**
 * Modules that are Go alone, what they need included: a program that imports none but these builds without a C compiler. A name stands
 * for all that begins with it, up to a slash. What is not here may need C; nobody has looked.
 * How to look: https://pkg.go.dev shows "C" among the imports of a package that needs it, https://deps.dev what a module requires.
 */
const owners =
  'cloud.google.com/go dario.cat/mergo entgo.io/ent filippo.io/age filippo.io/edwards25519 go.etcd.io/bbolt go.etcd.io/etcd/client ' +
  'go.mongodb.org/mongo-driver go.opencensus.io go.opentelemetry.io go.temporal.io/api go.temporal.io/sdk go.uber.org go.yaml.in go4.org ' +
  'golang.org/x/crypto golang.org/x/exp golang.org/x/image golang.org/x/mod golang.org/x/net golang.org/x/oauth2 golang.org/x/sync ' +
  'golang.org/x/sys golang.org/x/term golang.org/x/text golang.org/x/time golang.org/x/tools golang.org/x/xerrors google.golang.org ' +
  'gonum.org/v1/gonum gopkg.in/gomail.v2 gopkg.in/ini.v1 gopkg.in/mgo.v2 gopkg.in/natefinch/lumberjack.v2 gopkg.in/square/go-jose.v2 ' +
  'gopkg.in/go-playground gopkg.in/telebot.v3 gopkg.in/tomb.v2 gopkg.in/yaml.v2 gopkg.in/yaml.v3 gorm.io/datatypes gorm.io/driver/mysql ' +
  'gorm.io/driver/postgres gorm.io/driver/sqlserver gorm.io/driver/clickhouse gorm.io/gen gorm.io/gorm gorm.io/hints gorm.io/plugin ' +
  'k8s.io/api k8s.io/apimachinery k8s.io/apiserver k8s.io/client-go k8s.io/component-base k8s.io/klog k8s.io/kube-openapi k8s.io/utils ' +
  'modernc.org moul.io/http2curl nhooyr.io/websocket sigs.k8s.io/controller-runtime sigs.k8s.io/json sigs.k8s.io/yaml ' +
  'sigs.k8s.io/structured-merge-diff xorm.io/builder xorm.io/core xorm.io/xorm zombiezen.com/go/sqlite mellium.im/sasl'

const repositories =
  '99designs/gqlgen Azure/azure-sdk-for-go Azure/go-autorest AzureAD/microsoft-authentication-library-for-go BurntSushi/toml ' +
  'ClickHouse/clickhouse-go ClickHouse/ch-go DATA-DOG/go-sqlmock GoogleCloudPlatform IBM/sarama Jeffail/gabs KyleBanks/depth ' +
  'Masterminds MicahParks/keyfunc Microsoft/go-winio PuerkitoBio Shopify/sarama ThreeDotsLabs/watermill VictoriaMetrics/fastcache ' +
  'VictoriaMetrics/metrics XSAM/otelsql a-h/templ adrg/xdg ajg/form alecthomas alexedwards/argon2id alexedwards/scs aliyun ' +
  'allegro/bigcache andybalholm antonfisher/nested-logrus-formatter araddon/dateparse armon asaskevich/EventBus asaskevich/govalidator ' +
  'astaxie/beego aws/aws-lambda-go aws/aws-sdk-go aws/aws-sdk-go-v2 aws/smithy-go aws/aws-xray-sdk-go aymerick/raymond beego/beego ' +
  'benbjohnson/clock beorn7/perks blang/semver bluele/gcache boltdb/bolt boombuler/barcode bradfitz/gomemcache bsm buger/jsonparser ' +
  'bwmarrin/discordgo bwmarrin/snowflake bytedance/sonic caarlos0/env caddyserver/certmagic cenkalti/backoff cespare/xxhash ' +
  'charmbracelet cihub/seelog cloudflare/cloudflare-go cloudwego coder/websocket codegangsta coreos/go-oidc ' +
  'coreos/go-semver cpuguy83/go-md2man crewjam/saml d5/tengo davecgh/go-spew dchest dgraph-io/badger dgraph-io/ristretto ' +
  'dgrijalva/jwt-go dgryski disintegration/imaging distribution/reference dlclark/regexp2 docker/cli docker/distribution docker/docker ' +
  'docker/go-connections docker/go-units dop251/goja dustin/go-humanize eapache ebitengine/purego eclipse/paho.mqtt.golang ' +
  'elastic/go-elasticsearch elastic/elastic-transport-go emersion emicklei envoyproxy/go-control-plane envoyproxy/protoc-gen-validate ' +
  'evanphx/json-patch fasthttp/router fasthttp/websocket fatih felixge/httpsnoop flosch/pongo2 fogleman/gg form3tech-oss/jwt-go ' +
  'fsnotify/fsnotify fsouza/go-dockerclient gabriel-vasile/mimetype garyburd/redigo gavv/httpexpect geldata/gel-go georgysavva/scany ' +
  'getkin/kin-openapi getsentry/sentry-go ghodss/yaml gin-contrib gin-gonic glebarez/go-sqlite glebarez/sqlite go-acme/lego ' +
  'go-asn1-ber/asn1-ber go-chi go-co-op/gocron go-faker/faker go-faster go-git/go-billy go-git/go-git go-gomail/gomail go-gorp/gorp ' +
  'go-ini/ini go-jose/go-jose go-kit go-kratos/kratos go-ldap/ldap go-logfmt/logfmt go-logr go-macaron go-martini ' +
  'go-micro go-openapi go-oauth2/oauth2 go-ozzo/ozzo-validation go-pg/pg go-pkgz go-playground go-redis go-redsync/redsync go-resty/resty ' +
  'go-session go-sql-driver/mysql go-stack/stack go-task/slim-sprig go-telegram-bot-api go-telegram/bot go-testfixtures go-viper ' +
  'go-webauthn/webauthn go-xorm gobuffalo/envy gobuffalo/packr gobwas gocarina/gocsv goccy gocolly/colly gocql/gocql gofiber/contrib ' +
  'gofiber/fiber gofiber/jwt gofiber/storage/redis gofiber/template gofiber/utils gofiber/websocket gofrs gogf/gf gogo/protobuf ' +
  'golang-jwt/jwt golang-migrate/migrate golang-module/carbon golang/freetype golang/geo golang/glog golang/groupcache golang/mock ' +
  'golang/protobuf golang/snappy gomarkdown/markdown gomodule/redigo google/btree google/go-cmp google/go-github google/go-querystring ' +
  'google/gofuzz google/gnostic google/pprof google/s2a-go google/shlex google/subcommands google/uuid google/wire googleapis ' +
  'googollee/go-socket.io gookit gopherjs/gopherjs gorilla gosimple/slug graph-gophers graphql-go grpc-ecosystem ' +
  'guregu/null guregu/dynamo hashicorp hhrutter hibiken/asynq iancoleman/strcase ianlancetaylor/demangle ' +
  'imdario/mergo inconshreveable/mousetrap influxdata/influxdb-client-go influxdata/influxdb1-client influxdata/line-protocol invopop/yaml ' +
  'itchyny/gojq jackc jaytaylor/html2text jcmturner jellydator/ttlcache jhump/protoreflect jinzhu/configor jinzhu/copier ' +
  'jinzhu/inflection jinzhu/now jlaffaye/ftp jmespath/go-jmespath jmoiron/sqlx joho/godotenv jordan-wright/email josharian/intern ' +
  'json-iterator/go jszwec/csvutil julienschmidt/httprouter jung-kurt/gofpdf justinas/alice kataras kballard/go-shellquote ' +
  'kelseyhightower/envconfig klauspost knadh/koanf kr labstack lann leodido/go-urn lestrrat-go lib/pq line/line-bot-sdk-go ' +
  'logrusorgru/aurora looplab/fsm lucasb-eyer/go-colorful lucsky/cuid lufia/plan9stats magefile/mage ' +
  'magiconair/properties mailgun/mailgun-go mailru/easyjson makiuchi-d/gozxing markbates/goth matoous/go-nanoid mattermost ' +
  'mattn/go-colorable mattn/go-isatty mattn/go-runewidth mattn/go-shellwords matttproud/golang_protobuf_extensions mediocregopher/radix ' +
  'meilisearch/meilisearch-go messagebird mholt/archiver microcosm-cc/bluemonday microsoft/go-mssqldb microsoft/kiota ' +
  'microsoftgraph/msgraph-sdk-go miekg/dns minio mitchellh mmcdole/gofeed moby/moby moby/term modern-go montanaflynn/stats ' +
  'morikuni/aec muesli munnerz/goautoneg mwitkow nats-io ncruces/go-strftime ncruces/go-sqlite3 neo4j/neo4j-go-driver newrelic/go-agent ' +
  'nicksnyder/go-i18n nlopes/slack nsqio/go-nsq nyaruka/phonenumbers oapi-codegen oklog olahol/melody olekukonko/tablewriter ' +
  'olivere/elastic onsi opencontainers/go-digest opencontainers/image-spec opensearch-project/opensearch-go ' +
  'opentracing openzipkin/zipkin-go orcaman/concurrent-map ory panjf2000 patrickmn/go-cache paulmach/orb pborman/uuid pelletier/go-toml ' +
  'philhofer/fwd pierrec/lz4 pion pkg/browser pkg/errors pkg/sftp pkoukk/tiktoken-go plaid/plaid-go pmezard/go-difflib ' +
  'power-devops/perfstat pquerna/otp pressly/goose prometheus puzpuzpuz/xsync qor/validations quic-go quickfixgo/quickfix ' +
  'rabbitmq/amqp091-go rakyll/statik rcrowley/go-metrics redis/go-redis redis/rueidis remyoudompheng/bigfft resend/resend-go ' +
  'richardlehane rivo/uniseg riverqueue/river rjeczalik/notify robfig/cron rogpeppe/go-internal rs rubenv/sql-migrate russross/blackfriday ' +
  'samber sashabaranov/go-openai satori/go.uuid sclevine/agouti segmentio sendgrid sethvargo sergi/go-diff shirou/gopsutil ' +
  'shopspring/decimal shurcooL sirupsen/logrus skip2/go-qrcode slack-go/slack smartystreets sony/gobreaker sony/sonyflake ' +
  'sourcegraph/conc spaolacci/murmur3 spf13 square/go-jose steinfletcher/apitest streadway stretchr stripe/stripe-go subosito/gotenv ' +
  'swaggo syndtr/goleveldb tdewolff tealeg/xlsx teris-io/shortid testcontainers/testcontainers-go thedevsaddam tidwall tinylib/msgp ' +
  'tklauser tmc/langchaingo tomasen/realip traefik/yaegi twilio/twilio-go twitchyliquid64/golang-asm twmb/franz-go ugorji/go ' +
  'ulikunitz/xz ulule/limiter unidoc unknwon unrolled uptrace/bun uptrace/opentelemetry-go-extra uptrace/uptrace-go urfave valyala ' +
  'vektah/gqlparser vmihailenco wI2L/fizz wagslane/go-rabbitmq wneessen/go-mail wk8/go-ordered-map xanzy/go-gitlab ' +
  'xdg-go xdg/scram xdg/stringprep xeipuuv xhit/go-simple-mail xitongsys/parquet-go xlab/closer xlzd/gotp xo/dburl xuri/efp ' +
  'xuri/excelize xuri/nfp yosssi/ace youmark/pkcs8 yuin/goldmark yuin/gopher-lua yusufpapurcu/wmi zeebo zeromicro/go-zero zsais/go-gin-prometheus'

/** Of a repository that is Go alone, the parts that are not. */
const withC =
  'golang-migrate/migrate/v4/database/sqlite3 golang-migrate/migrate/v4/database/sqlcipher pion/mediadevices'

const words = (text: string) => text.split(' ')
const pure = new Set([...words(owners), ...words(repositories).map((name) => `github.com/${name}`)])
const impure = new Set(words(withC).map((name) => `github.com/${name}`))

/** Whether a package is known to need no C, and nothing that does. */
export function isPureGo(importPath: string): boolean {
  const parts = importPath.split('/')
  const stems = parts.map((_, i) => parts.slice(0, i + 1).join('/'))
  return stems.some((stem) => pure.has(stem)) && !stems.some((stem) => impure.has(stem))
}
