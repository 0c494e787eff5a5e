/**
 * Packages that write no file unless the program hands them its path, which the sources then show: routers, containers, clients of
 * servers, parsers. What is not here may write somewhere.
 */
export const quietPackages =
  /^(psr\/|slim\/|nikic\/(fast-route|php-parser)$|nyholm\/psr7|guzzlehttp\/|laminas\/laminas-(diactoros|httphandlerrunner|escaper)$|php-di\/(slim-bridge|invoker|phpdoc-reader)$|vlucas\/phpdotenv$|symfony\/(polyfill-|deprecation-contracts|console|event-dispatcher|http-foundation|routing|yaml|dotenv|string|var-dumper|process|options-resolver|uid|mime|http-client)|ramsey\/uuid$|nesbot\/carbon$|firebase\/php-jwt$|lcobucci\/(jwt|clock)$|predis\/predis$|php-amqplib\/php-amqplib$|mongodb\/mongodb$|monolog\/monolog$|league\/(route|container|event|uri|commonmark|csv|fractal|plates|oauth2-client)$|erusev\/parsedown$|bramus\/router$|altorouter\/altorouter$|phpmailer\/phpmailer$|respect\/validation$|rakit\/validation$|brick\/math$|doctrine\/(inflector|lexer|collections)$|composer\/semver$|thecodingmachine\/safe$|webmozart\/assert$|league\/climate$)/
