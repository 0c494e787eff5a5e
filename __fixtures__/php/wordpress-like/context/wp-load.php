<?php

if (is_file(__DIR__ . '/wp-config.php')) {
    require __DIR__ . '/wp-config.php';
}
require __DIR__ . '/wp-includes/functions.php';
