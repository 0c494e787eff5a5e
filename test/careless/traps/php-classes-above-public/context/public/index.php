<?php
require __DIR__ . '/../src/Shop.php';
echo Shop::name();
