<?php

require __DIR__ . '/inc/greeting.php';

echo greeting($_GET['name'] ?? 'guest'), "\n";
echo implode(',', array_filter(['gd', 'redis'], 'extension_loaded')), "\n";
