const pair = /([^\s:"]+):"((?:[^"\\]|\\.)*)"/g

/**
 * The defaults that a struct tag gives a setting: `env:"PAGES" envDefault:"./pages"`, `env:"PAGES, default=./pages"`.
 * https://pkg.go.dev/reflect#StructTag, https://github.com/caarlos0/env, https://github.com/kelseyhightower/envconfig,
 * https://github.com/ilyakaznacheev/cleanenv, https://github.com/sethvargo/go-envconfig, https://github.com/alecthomas/kong
 */
export function tagDefaults(tag: string): readonly string[] {
  return [...tag.matchAll(pair)].flatMap(([, key = '', value = '']) => {
    if (/default$/i.test(key)) return [value]
    const within = /,\s*default=(.*)$/.exec(value)?.[1]
    return within === undefined ? [] : [within.trim()]
  })
}
