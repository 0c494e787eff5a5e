<?php
require dirname(__DIR__) . '/vendor/autoload.php';
echo (new Shop\Price)->of('tea');
