<?php

require __DIR__ . '/inc/greeting.php';

echo greeting($_GET['name'] ?? 'guest'), "\n";
echo implode(',', array_filter(['gd'], 'extension_loaded')), "\n";
