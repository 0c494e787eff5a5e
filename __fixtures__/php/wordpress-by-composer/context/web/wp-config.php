<?php
require_once dirname(__DIR__) . '/vendor/autoload.php';
require_once __DIR__ . '/../config/site.php';
