<?php

namespace Symfony\Bundle\FrameworkBundle;

/** As much of its namesake as a small site needs: bundles, a container that is cached in var/cache, a log. */
abstract class Kernel
{
    public function __construct(private readonly string $environment)
    {
    }

    /** @return array<string, callable> */
    abstract protected function routes(): array;

    public function projectDir(): string
    {
        return dirname((new \ReflectionObject($this))->getFileName(), 2);
    }

    public function cacheDir(): string
    {
        return $this->projectDir() . "/var/cache/$this->environment";
    }

    public function boot(): array
    {
        $cached = $this->cacheDir() . '/container.php';
        if (is_file($cached)) {
            return require $cached;
        }
        @mkdir($this->cacheDir(), 0775, true);
        $bundles = $this->bundles();
        $new = tempnam($this->cacheDir(), 'new');
        file_put_contents($new, '<?php return ' . var_export($bundles, true) . ";\n");
        chmod($new, 0644);
        rename($new, $cached);
        return $bundles;
    }

    public function handle(string $path): void
    {
        $this->boot();
        @mkdir($this->projectDir() . '/var/log', 0775, true);
        file_put_contents($this->projectDir() . "/var/log/$this->environment.log", "GET $path\n", FILE_APPEND);
        header('Content-Type: text/plain');
        foreach ($this->routes() as $pattern => $action) {
            if (preg_match("~^$pattern$~", $path, $match) === 1) {
                echo $action(...array_slice($match, 1)), "\n";
                return;
            }
        }
        http_response_code(404);
        echo "No route found\n";
    }

    public function clearCache(): void
    {
        array_map('unlink', glob($this->cacheDir() . '/*.php') ?: []);
    }

    public function installAssets(string $target): void
    {
        $to = $this->projectDir() . "/$target/bundles/framework";
        @mkdir($to, 0775, true);
        copy(dirname(__DIR__) . '/public/bundle.css', "$to/bundle.css");
    }

    private function bundles(): array
    {
        $all = require $this->projectDir() . '/config/bundles.php';
        $on = array_filter($all, fn (array $environments) => $environments['all'] ?? $environments[$this->environment] ?? false);
        foreach (array_keys($on) as $class) {
            new $class();
        }
        return array_keys($on);
    }
}
