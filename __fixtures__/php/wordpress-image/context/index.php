<?php

require __DIR__ . '/inc/greeting.php';

echo greeting($_GET['name'] ?? 'guest'), "\n";