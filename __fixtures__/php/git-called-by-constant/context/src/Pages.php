<?php

namespace Site;

use Acme\Greeter\Greeter;

final class Pages
{
    public static function show(string $path): string
    {
        $greeter = new Greeter();
        if ($path === '/') {
            return $greeter->greet('world');
        }
        if (preg_match('~^/hello/(\w+)$~', $path, $match) === 1) {
            return $greeter->greet($match[1]);
        }
        http_response_code(404);
        return 'No such page';
    }
}
