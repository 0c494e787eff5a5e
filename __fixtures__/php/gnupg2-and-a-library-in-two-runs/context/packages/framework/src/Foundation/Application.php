<?php

namespace Illuminate\Foundation;

/** As much of its namesake as a small shop needs: routes, .env, a log, caches in bootstrap/cache, an artisan. */
final class Application
{
    public static ?Application $current = null;

    /** @var array<string, callable> */
    public array $routes = [];

    public function __construct(public readonly string $base)
    {
        self::$current = $this;
    }

    public function config(string $key): mixed
    {
        $cached = "$this->base/bootstrap/cache/config.php";
        $config = is_file($cached) ? require $cached : $this->freshConfig();
        return $config[$key] ?? null;
    }

    public function env(string $name, string $default = ''): string
    {
        $lines = is_file("$this->base/.env") ? file("$this->base/.env", FILE_IGNORE_NEW_LINES) : [];
        foreach ($lines as $line) {
            if (str_starts_with($line, "$name=") && getenv($name) === false) {
                return substr($line, strlen($name) + 1);
            }
        }
        return getenv($name) === false ? $default : getenv($name);
    }

    public function log(string $line): void
    {
        file_put_contents("$this->base/storage/logs/laravel.log", "$line\n", FILE_APPEND);
    }

    /** Providers of packages, found once and remembered. */
    public function packages(): array
    {
        $cache = "$this->base/bootstrap/cache/packages.php";
        return is_file($cache) ? require $cache : $this->discover();
    }

    public function handleRequest(): void
    {
        require "$this->base/routes/web.php";
        $path = parse_url($_SERVER['REQUEST_URI'], PHP_URL_PATH);
        $this->packages();
        $this->log("GET $path");
        header('Content-Type: text/plain');
        foreach ($this->routes as $pattern => $action) {
            if (preg_match("~^$pattern$~", $path, $match) === 1) {
                echo $action(...array_slice($match, 1)), "\n";
                return;
            }
        }
        http_response_code(404);
        echo "Not Found\n";
    }

    public function handleCommand(array $argv): int
    {
        switch ($argv[1] ?? 'list') {
            case 'package:discover':
                $this->discover();
                break;
            case 'key:generate':
                $env = file_get_contents("$this->base/.env");
                $key = 'base64:' . base64_encode(random_bytes(32));
                file_put_contents("$this->base/.env", preg_replace('/^APP_KEY=.*$/m', "APP_KEY=$key", $env));
                break;
            case 'config:cache':
                $config = var_export($this->freshConfig(), true);
                $this->write('bootstrap/cache/config.php', "<?php return $config;\n");
                break;
            case 'storage:link':
                symlink("$this->base/storage/app/public", "$this->base/public/storage");
                break;
            case 'migrate':
                touch("$this->base/storage/migrated");
                break;
            case 'db:seed':
                require "$this->base/database/seeders/DatabaseSeeder.php";
                (new \Database\Seeders\DatabaseSeeder())->run($this);
                break;
            case 'queue:work':
                echo "Processing jobs from the [default] queue.\n";
                $this->log('queue:work');
                while (!in_array('--stop-when-empty', $argv, true)) {
                    sleep(1);
                }
                break;
            case 'serve':
                $options = getopt('', ['host:', 'port:'], $rest) ?: [];
                foreach ($argv as $word) {
                    if (preg_match('/^--(host|port)=(.*)$/', $word, $match) === 1) {
                        $options[$match[1]] = $match[2];
                    }
                }
                $address = ($options['host'] ?? '127.0.0.1') . ':' . ($options['port'] ?? '8000');
                passthru(PHP_BINARY . " -S $address -t $this->base/public $this->base/vendor/laravel/framework/src/server.php");
                break;
            default:
                echo "Laravel Framework 11.0.0\n";
        }
        return 0;
    }

    /** @return list<string> */
    private function discover(): array
    {
        $installed = json_decode(file_get_contents("$this->base/vendor/composer/installed.json"), true);
        $names = array_column($installed['packages'], 'name');
        sort($names);
        $this->write('bootstrap/cache/packages.php', '<?php return ' . var_export($names, true) . ";\n");
        return $names;
    }

    /** In one step, for other requests may read it at the same time. */
    private function write(string $file, string $text): void
    {
        $new = tempnam(dirname("$this->base/$file"), 'new');
        file_put_contents($new, $text);
        chmod($new, 0644);
        rename($new, "$this->base/$file");
    }

    private function freshConfig(): array
    {
        return require "$this->base/config/app.php";
    }
}
