<?php
$settings = parse_ini_file(dirname(__DIR__) . '/settings/shop.ini');
echo $settings['door'], ' door';
