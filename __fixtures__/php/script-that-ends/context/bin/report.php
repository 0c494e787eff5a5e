<?php

require dirname(__DIR__) . '/vendor/autoload.php';

echo (new NumberFormatter('de_DE', NumberFormatter::DECIMAL))->format(1234567.5), "\n";
echo Site\Pages::show('/'), "\n";
