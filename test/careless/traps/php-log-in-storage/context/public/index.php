<?php
echo file_put_contents(__DIR__ . '/../storage/logs/shop.log', 'x') === 1 ? 'logged' : 'lost';
