import { isWithin } from '../../../src/transform.ts'

/** Folders and files of images that are the same for every machine: data of packages, and lists of users. */
const folders =
  '/etc/ssl /etc/pki /etc/ca-certificates /etc/ca-certificates.conf /etc/passwd /etc/group /etc/shadow /etc/mime.types /etc/services /etc/protocols /etc/nsswitch.conf /etc/localtime /etc/timezone /usr/share/zoneinfo /usr/share/ca-certificates /usr/local/share/ca-certificates /usr/share/mime /usr/share/misc /usr/share/fonts /usr/share/i18n /usr/local/go/lib/time'.split(
    ' ',
  )

/** What no machine carries out, by how it is called. */
const ending =
  /\.(json5?|jsonc|ya?ml|toml|ini|conf|env|xml|html?|css|m?js|cjs|tsx?|map|txt|md|csv|sql|graphql|proto|svg|png|jpe?g|gif|ico|webp|woff2?|ttf|otf|pem|crt|cer|tmpl|tpl|gotmpl|mustache|hbs|ejs|pug|po|mo|wasm|lock|sh)$/i

/** Whether a path is the same whichever machine's image it is of. */
export const isNeutralPath = (path: string): boolean =>
  ending.test(path) || folders.some((folder) => isWithin(path, folder))

/** Where images and their package managers keep what is theirs. */
const system =
  /^\/(bin|boot|dev|etc|lib\w*|opt|proc|root\/\.\w+|run|sbin|sys|usr\/(?!src(\/|$)|app(\/|$))|usr$|var\/(?!www(\/|$)))/

/** Whether a path is the whole image, or of a part that belongs to the system. */
export const isOfSystem = (path: string): boolean => path === '/' || system.test(path)
