<?php
require __DIR__ . '/vendor/autoload.php';

$git = new CzProject\GitPhp\Git();
$git->cloneRepository('https://github.com/example/texts.git', '/tmp/texts');
echo 'cloned';
