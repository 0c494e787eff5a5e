<?php

require __DIR__ . '/../vendor/autoload.php';

header('Content-Type: text/plain');
echo Site\Pages::show(parse_url($_SERVER['REQUEST_URI'], PHP_URL_PATH)), "\n";
