import type { PypiPackage } from './pypi-package.ts'

/** Names by what they are for. */
interface PureNames {
  readonly names: string
  readonly source: string
}

const namesOfWork: readonly PureNames[] = [
  {
    // Web frameworks and their servers.
    names:
      'a2wsgi asgiref bottle cherrypy cheroot connexion daphne django django-ninja djangorestframework emmett fastapi fastapi-cli fastapi-slim ' +
      'flask gunicorn h11 h2 hpack hypercorn hyperframe itsdangerous jinja2 litestar masonite priority pyramid quart sanic starlette starlette-context ' +
      'tornado-sqlalchemy uvicorn uvicorn-worker waitress web-py webob websocket-client werkzeug wsproto simple-websocket python-socketio ' +
      'python-engineio aiohttp-cors aiohttp-jinja2 aiohttp-session sse-starlette slowapi limits fastapi-users fastapi-pagination fastapi-cache2 fastapi-mail ' +
      'fastapi-utils fastapi-limiter fastapi-sso fastapi-jwt-auth fastapi-cloud-cli fastapi-mcp fastmcp mcp prometheus-fastapi-instrumentator sqladmin starlette-exporter starlette-prometheus ' +
      'python-multipart mangum zappa chalice sqlmodel tortoise-orm ormar pony peewee piccolo databases asyncio-redis strawberry-graphql ariadne graphene graphene-django ' +
      'graphene-sqlalchemy graphql-core graphql-relay gql apispec marshmallow marshmallow-sqlalchemy marshmallow-enum webargs wtforms email-validator ' +
      'validators cerberus voluptuous schema schematics jsonschema jsonschema-specifications referencing openapi-schema-validator openapi-spec-validator openapi-core prance',
    source: 'https://github.com/pallets/flask/blob/main/pyproject.toml',
  },
  {
    names:
      'flask-admin flask-apscheduler flask-babel flask-bcrypt flask-bootstrap flask-caching flask-compress flask-cors flask-debugtoolbar flask-dance ' +
      'flask-jwt-extended flask-httpauth flask-limiter flask-login flask-mail flask-mailman flask-marshmallow flask-migrate flask-moment flask-mongoengine flask-pymongo flask-principal ' +
      'flask-redis flask-restful flask-restx flask-restplus flask-script flask-security flask-security-too flask-session flask-smorest flask-socketio flask-sock flask-sqlalchemy flask-talisman flask-uploads flask-wtf ' +
      'flask-appbuilder flask-openid flask-pydantic flask-swagger-ui flasgger flask-jwt flask-oidc flask-executor flask-seasurf flask-assets webassets flask-healthz flask-openapi3 flask-basicauth flask-oauthlib',
    source: 'https://github.com/pallets-eco/flask-sqlalchemy/blob/main/pyproject.toml',
  },
  {
    names:
      'channels channels-redis dj-database-url dj-rest-auth django-admin-interface django-allauth django-anymail django-appconf django-autocomplete-light django-axes django-bootstrap4 django-bootstrap5 ' +
      'django-braces django-cacheops django-celery-beat django-celery-results django-ckeditor django-cleanup django-cms django-colorfield django-compressor django-constance django-cors-headers ' +
      'django-countries django-crispy-forms crispy-bootstrap4 crispy-bootstrap5 django-cron django-crontab django-csp django-debug-toolbar django-dotenv django-elasticsearch-dsl django-environ django-extensions django-filter django-fsm ' +
      'django-formtools django-grappelli django-guardian django-haystack django-health-check django-hijack django-htmx django-imagekit django-import-export django-ipware django-jazzmin django-js-asset django-json-widget ' +
      'django-jsonfield django-libsass django-lifecycle django-login-required-middleware django-mailer django-maintenance-mode django-markdownx django-model-utils django-modeltranslation django-money django-mptt django-nested-admin ' +
      'django-oauth-toolkit django-ordered-model django-otp django-parler django-phonenumber-field django-picklefield django-pipeline django-polymorphic django-post-office django-prometheus django-q django-q2 ' +
      'django-ratelimit django-recaptcha django-redis django-redis-cache django-rest-auth django-rest-framework django-rest-knox django-rest-swagger django-reversion django-rosetta django-rq django-sass-processor django-select2 django-ses django-sesame ' +
      'django-silk django-simple-captcha django-simple-history django-smart-selects django-solo django-split-settings django-storages django-structlog django-summernote django-tables2 django-taggit ' +
      'django-tailwind django-template-partials django-tinymce django-treebeard django-two-factor-auth django-unfold django-user-agents django-vite django-waffle django-webpack-loader django-webtest django-widget-tweaks django-cryptography django-encrypted-model-fields ' +
      'django-filer easy-thumbnails sorl-thumbnail django-stdimage django-versatileimagefield djangorestframework-simplejwt djangorestframework-jwt djangorestframework-camel-case djangorestframework-xml djangorestframework-csv drf-nested-routers drf-spectacular drf-spectacular-sidecar ' +
      'drf-writable-nested drf-yasg drf-extensions drf-flex-fields drf-jwt djoser whitenoise wagtail willow django-modelcluster mezzanine social-auth-app-django social-auth-core sqlparse django-on-heroku django-tenants django-tenant-schemas django-admin-rangefilter',
    source: 'https://github.com/encode/django-rest-framework/blob/main/pyproject.toml',
  },
  {
    // Queues, schedulers, workers, logging, settings.
    names:
      'advanced-alchemy aio-pika aiormq aioamqp aiojobs amqp apscheduler arq billiard celery celery-redbeat celery-once click-didyoumean click-plugins click-repl croniter cron-descriptor dramatiq eventlet faust faust-streaming ' +
      'flower gevent-websocket greenstalk huey kombu kafka-python kafka-python-ng nameko nats-py paho-mqtt asyncio-mqtt aiomqtt gmqtt pika procrastinate python-crontab rabbitpy rq rq-scheduler rq-dashboard saq schedule stomp-py taskiq taskiq-redis vine ' +
      'supervisor honcho circus python-daemon loguru structlog python-json-logger json-logging colorlog coloredlogs humanfriendly logzero verboselogs rich typer typer-slim click click-log shellingham ' +
      'cliff docopt fire argcomplete tqdm tabulate prettytable colorama termcolor questionary prompt-toolkit wcwidth configparser configobj confuse python-decouple decouple environs envparse hydra-core omegaconf everett pydantic pydantic-settings pydantic-extra-types annotated-types typing-inspection ' +
      'attrs cattrs dacite dataclasses dataclasses-json mashumaro marshmallow-dataclass tenacity backoff retry retrying stamina cachetools cachelib dogpile-cache aiocache diskcache filelock portalocker fasteners watchgod apprise ' +
      'statsd datadog prometheus-client prometheus-flask-exporter sentry-sdk raven rollbar bugsnag elastic-apm opencensus jaeger-client opentracing logtail-python graypy python-logstash python-logstash-async watchtower aws-xray-sdk',
    source: 'https://github.com/celery/celery/blob/main/setup.py',
  },
  {
    // Clients of databases, clouds and services.
    names:
      'aioboto3 aiobotocore aioitertools aiomysql aioredis aiosqlite asyncpgsa alembic algoliasearch python-arango authlib awscli aws-lambda-powertools aws-requests-auth beanie boto boto3 boto3-stubs botocore botocore-stubs braintree ' +
      'cloudinary python-consul couchdb databricks-sql-connector dropbox dynamodb-json elasticsearch elasticsearch-dsl elastic-transport elasticsearch-async etcd3 facebook-business firebase-admin gcsfs google-ads google-api-core google-api-python-client google-auth ' +
      'google-auth-httplib2 google-auth-oauthlib google-generativeai google-genai google-ai-generativelanguage google-resumable-media googleapis-common-protos google-play-scraper googlemaps gspread gspread-dataframe grpcio-health-checking grpcio-reflection grpcio-status grpclib hvac influxdb influxdb-client ' +
      'kubernetes kubernetes-asyncio docker python-on-whales docker-pycreds linode-api4 mailchimp-marketing mailgun minio mongoengine mongomock motor msal msal-extensions msrest msrestazure neo4j neomodel notion-client oauth2client oauthlib odmantic okta opensearch-py oss2 aliyun-python-sdk-core ' +
      'pg8000 pinecone pinecone-client plaid-python postgrest postmarker psycopg psycopg-pool pgvector pusher pyathena pydruid pymysql pynamodb python-amazon-sp-api python-binance python-gitlab pygithub python-jenkins python-keycloak jira atlassian-python-api ldap3 pyvmomi qdrant-client ' +
      'razorpay redis redis-om redlock-py requests-aws4auth requests-oauthlib rethinkdb s3fs s3transfer s3cmd salesforce-bulk sendgrid python-http-client shopifyapi simple-salesforce slack-bolt slack-sdk slackclient smart-open snowflake-sqlalchemy spotipy sqlalchemy-utils sqlalchemy-bigquery sqlalchemy-redshift redshift-connector sqlalchemy-continuum sqlalchemy-mixins ' +
      'sqlalchemy-json sqlalchemy-file square squareup stripe supabase tinydb trino twilio umongo weaviate-client xata zeep suds suds-community suds-jurko tencentcloud-sdk-python qiniu cos-python-sdk-v5 yagmail yandexcloud aiosmtplib aiosmtpd imapclient imap-tools exchangelib mailjet-rest o365 office365-rest-python-client postgrest-py realtime storage3 gotrue supafunc',
    source: 'https://github.com/boto/boto3/blob/develop/setup.py',
  },
  {
    // Requests, pages, files, text.
    names:
      'aiofiles aiohttp-retry aiohttp-socks httpx httpx-sse httpx-socks httpcore httplib2 requests requests-cache requests-file requests-futures requests-mock requests-toolbelt requests-ntlm urllib3 idna certifi chardet pysocks socksio python-socks ' +
      'beautifulsoup4 bs4 soupsieve html5lib html5lib-modern bleach cssselect cssselect2 cssutils tinycss2 tinyhtml5 pydyf pyphen feedparser sgmllib3k fake-useragent html2text htmlmin justext markdown markdown2 markdown-it-py mdurl mdit-py-plugins mistune commonmark docutils pygments lxml-html-clean ' +
      'markdownify parsel itemadapter itemloaders protego queuelib w3lib scrapy scrapy-redis pyquery readability-lxml tldextract url-normalize xmltodict dicttoxml defusedxml untangle openpyxl et-xmlfile xlrd xlwt xlsxwriter xlutils pyexcel pyexcel-io pyexcel-xlsx pyexcel-xls odfpy python-docx docxtpl docx2txt python-pptx ' +
      'pypdf pypdf2 pypdf3 pdfminer-six pdfminer pdfplumber fpdf fpdf2 reportlab svglib pdfrw borb qrcode python-barcode segno pyotp pyjwt python-jose jwcrypto josepy passlib argon2-cffi pyasn1 pyasn1-modules rsa ecdsa oscrypto asn1crypto pyopenssl service-identity python3-openid oauth2 demjson3 ' +
      'json5 jsonpath-ng jsonpath-rw jsonpatch jsonpointer jsonpickle jsondiff deepdiff ordered-set orderly-set dictdiffer glom jmespath toml tomli tomli-w tomlkit ruamel-yaml xmlschema elementpath isodate python-dateutil pytz pytz-deprecation-shim tzdata tzlocal arrow delorean dateparser humanize iso8601 ' +
      'parsedatetime timelength holidays workalendar convertdate hijri-converter korean-lunar-calendar lunarcalendar babel phonenumbers pycountry faker mimesis factory-boy unidecode text-unidecode python-slugify awesome-slugify inflect inflection emoji ftfy titlecase num2words stringcase pyparsing lark ply parse parsimonious sqlglot ' +
      'six future more-itertools toolz funcy boltons sortedcontainers blinker pyee decorator deprecated zipp importlib-metadata importlib-resources packaging platformdirs appdirs pathlib2 path pathspec pathvalidate typing-extensions typing-inspect typeguard mypy-extensions exceptiongroup sniffio anyio trio trio-websocket outcome async-timeout async-lru aiosignal aiohappyeyeballs ' +
      'asyncio-throttle aiolimiter nest-asyncio janus attrs-strict automat hyperlink incremental constantly twisted treq klein zope-event zope-deprecation venusian translationstring plaster plaster-pastedeploy pastedeploy hupper mako chameleon genshi pystache chevron pybars3 premailer cssmin jsmin slimit webencodings mjml-python ' +
      'psycogreen paramiko scp pysftp asyncssh fabric fabric3 invoke sshtunnel sh plumbum pexpect ptyprocess netmiko ntc-templates textfsm napalm ncclient scrapli pysnmp pysmi pysnmp-lextudio pysmb smbprotocol pyserial pymodbus dnspython publicsuffix2 netaddr ipaddress geoip2 maxminddb user-agents ua-parser httpagentparser geopy geographiclib haversine pygeohash ' +
      'uuid6 shortuuid nanoid hashids ulid-py python-ulid pyhumps python-box addict munch easydict frozendict bidict multipledispatch singledispatch pluggy pybreaker circuitbreaker ratelimit punq injector transitions python-statemachine networkx sympy mpmath',
    source: 'https://github.com/psf/requests/blob/main/setup.cfg',
  },
  {
    // Bots.
    names:
      'aiogram aiogram-dialog aiohttp-client-cache discord discord-py discord-py-interactions disnake hikari interactions-py nextcord py-cord python-telegram-bot pytelegrambotapi telepot telebot line-bot-sdk vk-api vkbottle vkwave tweepy praw prawcore update-checker ' +
      'mastodon-py atproto magic-filter pyaes pyfiglet pytube pytubefix youtube-transcript-api youtube-search-python instaloader steam tmdbv3api wikipedia wikipedia-api irc botbuilder-core python-twitch-client twitchio nio-bot matrix-nio mautrix mattermostdriver rocketchat-api webexteamssdk errbot viberbot pymessenger',
    source: 'https://github.com/python-telegram-bot/python-telegram-bot/blob/master/pyproject.toml',
  },
  {
    // Data, models and their pages.
    names:
      'altair anthropic accelerate asttokens autograd bokeh branca cloudpickle cohere colorcet cufflinks cycler dash dash-bootstrap-components dash-core-components dash-html-components dash-table dask dask-expr distributed dataset dill einops executing evaluate fastjsonschema folium fsspec geojson geopandas groq ' +
      'gym gymnasium holoviews hvplot imageio instructor ipykernel ipython ipywidgets jedi joblib jsonlines jupyter-client jupyter-core keras keras-preprocessing langchain langchain-community langchain-core langchain-openai langchain-text-splitters langgraph langgraph-checkpoint langgraph-sdk langsmith lazy-loader lifelines litellm llama-index llama-index-core llama-cloud llama-parse ' +
      'mistralai mlxtend multiprocess narwhals nbclient nbconvert nbformat ollama openai openai-agents openai-function-call optuna pandas-datareader pandas-gbq pandas-ta pandasql pandera param parso partd pathos patsy peft pingouin plotly plotly-express plotnine pooch pox ppft pure-eval pyviz-comms py-cpuinfo pydantic-ai pydantic-ai-slim pyjanitor pytorch-lightning lightning lightning-utilities torchmetrics ' +
      'pyvis replicate safehttpx seaborn smolagents sqlalchemy-stubs stack-data stqdm streamlit streamlit-authenticator streamlit-option-menu streamlit-extras streamlit-aggrid streamlit-folium tblib tensorboard threadpoolctl together traitlets matplotlib-inline uritemplate vega-datasets xarray xyzservices yfinance zict locket petl pyjstat tablib agate csvkit ydata-profiling phik missingno category-encoders imbalanced-learn imblearn yellowbrick ' +
      'feature-engine skorch tpot textstat pysbd langdetect langcodes language-data sumy rouge-score sacrebleu rank-bm25 jieba pypinyin opencc-python-reimplemented great-expectations dbt-core dbt-postgres dbt-bigquery dbt-snowflake dbt-redshift dlt prefect dagster dagster-webserver dagster-graphql dagster-postgres dagster-pipes mlflow-skinny kedro luigi',
    source: 'https://github.com/plotly/plotly.py/blob/main/pyproject.toml',
  },
  {
    // Building, testing, keeping.
    names:
      'pip setuptools wheel build installer hatchling hatch hatch-vcs flit flit-core poetry poetry-core poetry-dynamic-versioning poetry-plugin-export pdm pdm-backend pipenv virtualenv virtualenv-clone distlib pip-tools pyproject-hooks setuptools-scm setuptools-git-versioning vcs-versioning versioneer bump2version tox nox pre-commit cfgv identify nodeenv pytest iniconfig ' +
      'pytest-asyncio pytest-cov pytest-django pytest-env pytest-mock pytest-xdist execnet hypothesis mock nose nose2 parameterized responses respx freezegun vcrpy aioresponses fakeredis moto testcontainers locust behave robotframework robotframework-requests allure-pytest allure-python-commons flake8 pycodestyle pyflakes mccabe pylint astroid isort autopep8 yapf bandit safety stevedore pbr ' +
      'pydocstyle snowballstemmer pyupgrade autoflake vulture radon django-stubs djangorestframework-stubs sqlalchemy2-stubs ipdb pudb pdbpp snoop icecream sphinx sphinx-rtd-theme alabaster mkdocs mkdocs-material mkdocstrings pdoc cookiecutter copier jinja2-time twine keyring pkginfo readme-renderer id',
    source: 'https://github.com/pytest-dev/pytest/blob/main/pyproject.toml',
  },
]

/** Packages without a compiled part that need nothing of the image, nor do those that they bring: their wheels are named `py3-none-any`. */
export const purePackages: readonly PypiPackage[] = namesOfWork.map((row) => ({
  ...row,
  isCompiled: 'pure',
}))

/** Beginnings of names that one maker gives to such packages alone. */
export const pureFamilies: readonly string[] = [
  'types-',
  'mypy-boto3-',
  'opentelemetry-',
  'google-cloud-',
  'azure-',
  'pytest-',
  'flake8-',
  'sphinxcontrib-',
  'aws-cdk-',
  'llama-index-',
  'langchain-',
]
