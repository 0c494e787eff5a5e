<?php

namespace Illuminate\Support\Facades;

use Illuminate\Foundation\Application;

final class Route
{
    public static function get(string $path, callable $action): void
    {
        Application::$current->routes[preg_replace('~\{\w+\}~', '(\w+)', $path)] = $action;
    }
}
