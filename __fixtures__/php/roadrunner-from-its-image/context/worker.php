<?php
require __DIR__ . '/vendor/autoload.php';
while (($line = fgets(STDIN)) !== false) {
    echo $line;
}
