<?php

require __DIR__ . '/vendor/autoload.php';

while (true) {
    Posters\Printer::print('https://posters.example.org', '/tmp/poster.pdf');
    sleep(3600);
}
