<?php

require __DIR__ . '/vendor/autoload.php';

while (true) {
    file_put_contents(__DIR__ . '/spool/last', date('c'));
    sleep(5);
}
