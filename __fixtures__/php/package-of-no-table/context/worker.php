<?php
require __DIR__ . "/vendor/autoload.php";
while (true) {
    echo "tick\n";
    sleep(5);
}
