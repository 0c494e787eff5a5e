<?php
require __DIR__ . '/../vendor/autoload.php';
echo (new Desk\Page())->title();
