<?php

namespace Site;

use Acme\Greeter\Greeter;

final class Pages
{
    public static function show(string $path): string
    {
        $database = new \PDO('sqlite:' . dirname(__DIR__) . '/data/guests.sqlite');
        $database->exec('CREATE TABLE IF NOT EXISTS guest (name TEXT)');
        if (preg_match('~^/hello/(\w+)$~', $path, $match) === 1) {
            $database->prepare('INSERT INTO guest VALUES (?)')->execute([$match[1]]);
        }
        return (new Greeter())->greet($match[1] ?? 'world');
    }
}
