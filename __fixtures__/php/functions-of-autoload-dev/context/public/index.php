<?php

require __DIR__ . '/../vendor/autoload.php';

echo price(Acme\Shop::TEA);
