<?php

require_once __DIR__ . '/wp-load.php';
require __DIR__ . '/wp-content/themes/plain/index.php';
