<?php

require __DIR__ . '/../vendor/autoload.php';

file_put_contents(__DIR__ . '/../data/last-visit', date('c'));
echo 'guests: ', count(glob(__DIR__ . '/../data/*'));
