<?php

use Illuminate\Foundation\Application;

function env(string $name, string $default = ''): string
{
    return Application::$current->env($name, $default);
}

function config(string $key): mixed
{
    return Application::$current->config($key);
}

function base_path(string $path = ''): string
{
    return Application::$current->base . ($path === '' ? '' : "/$path");
}
