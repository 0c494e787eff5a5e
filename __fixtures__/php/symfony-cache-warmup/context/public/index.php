<?php

require dirname(__DIR__) . '/vendor/autoload.php';

$kernel = new App\Kernel(getenv('APP_ENV') ?: 'dev');
$kernel->handle(parse_url($_SERVER['REQUEST_URI'], PHP_URL_PATH));
